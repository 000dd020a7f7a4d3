package paper

import (
	"cmp"
	"strconv"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/publication"
	"bihuan/internal/fault"
	"bihuan/internal/gongwen"
	"bihuan/internal/query"
	"bihuan/internal/store"
)

// publishing is what a publication of the accepted report tells: what is left
// of the report, and whom to write to.
type publishing struct {
	*projection
	contact publication.Contact
}

// publishingWords are what the circular and the public version speak of.
func publishingWords() vocabulary {
	return vocabulary{
		facts: map[string]func(*prose){
			"报告开头":    about(projectedOpening),
			"不予公开问题数": about(func(p *prose, x publishing) { p.say(p.base, strconv.Itoa(x.withheld)) }),
			"受理期限":    about(func(p *prose, x publishing) { p.stated(x.contact.Until.Chinese(), p.base, atUntil) }),
			"联系电话": about(func(p *prose, x publishing) {
				p.stated(cmp.Or(x.contact.Phone, p.Organisation.Phone), p.OrgRefs, atPhone)
			}),
			"通信地址": about(func(p *prose, x publishing) {
				p.stated(cmp.Or(x.contact.Address, p.Organisation.Address), p.OrgRefs, atAddress)
			}),
			"电子邮箱":    about(func(p *prose, x publishing) { p.stated(x.contact.Mail, p.OrgRefs, atMail) }),
			"以上为联系方式": (*prose).asContact,
		},
		parts: map[string]func(*prose){"报告正文": about(func(p *prose, x publishing) { p.blocks = append(p.blocks, x.blocks[x.opening():]...) })},
		conditions: map[string]func(*prose) bool{
			"报告有引语":   asked(func(x publishing) bool { return x.leadIn }),
			"有不予公开问题": asked(func(x publishing) bool { return x.withheld > 0 }),
			"有受理期限":   asked(func(x publishing) bool { return x.contact.Until.Valid() }),
			"有电子邮箱":   asked(func(x publishing) bool { return x.contact.Mail != "" }),
		},
	}
}

// opening is how many blocks stand before the first heading.
func (x publishing) opening() int {
	for n, b := range x.blocks {
		if _, ok := b.(gongwen.Heading); ok {
			return n
		}
	}
	return len(x.blocks)
}

// projectedOpening writes what the report tells before its first section; its
// last paragraph stays open for what follows in the outline.
func projectedOpening(p *prose, x publishing) {
	for n, b := range x.blocks[:x.opening()] {
		para, ok := b.(gongwen.Paragraph)
		if ok && n == x.opening()-1 {
			p.line = append(p.line, para.Runs...)
			return
		}
		p.end()
		p.blocks = append(p.blocks, b)
	}
}

// asContact marks the open paragraph as one about whom to write to.
func (p *prose) asContact() {
	for n := range p.line {
		p.line[n].Role = roleContact
	}
}

// ofAccepted tries outlines of publications on the newest accepted report, as
// what was chosen about it stands.
func ofAccepted() trial {
	return trial{records: func(v *query.View, in query.PaperIn) ([]query.Option, error) {
		r, err := store.AcceptedReport(v.Tx, in.Inspection)
		if fault.Is(err, fault.NotFound) {
			return nil, nil
		}
		return []query.Option{{Value: r.ID, Label: r.Title}}, err
	}, write: func(v *query.View, _ inspection.Inspection, in query.PaperIn, d drafts) (*gongwen.Document, error) {
		f, err := v.SampleFactsOf(in)
		if err != nil {
			return nil, err
		}
		f.Outlines = d
		if f.Publication != nil {
			f.Publication.State = publication.Draft // written anew even where it is out
		}
		return makePaper(f, in.Kind)
	}}
}
