package paper

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/publication"
	"bihuan/internal/gongwen"
	"bihuan/internal/query"
	"bihuan/internal/store"
)

// leadIns are the words that take the place of 现将整改情况报告如下：, which only a
// report says.
var leadIns = map[inspection.PaperKind]string{
	inspection.Circular:      "现将整改进展情况通报如下：",
	inspection.PublicVersion: "现将整改进展情况公布如下：",
}

// usual is how much each kind of paper tells of a part of the report.
var usual = map[inspection.PaperKind]publication.Form{
	inspection.Circular:      publication.Full,
	inspection.PublicVersion: publication.Outline,
}

// Circular is the report that was accepted, told inside the Party (通报).
func Circular(f query.PaperFacts) (*gongwen.Document, error) {
	p, err := published(f, inspection.Circular)
	if err == nil && f.Accepted != nil && p.frozen == nil {
		p.Document.Addressee = departments(f.Facts)
	}
	return p.Document, err
}

// PublicVersion is the accepted report in outline for society (公开稿), with
// whom to write to. Who did what, what remains and the ledger stay inside
// unless the organisation chooses to tell them.
func PublicVersion(f query.PaperFacts) (*gongwen.Document, error) {
	p, err := published(f, inspection.PublicVersion)
	return p.Document, err
}

// publishedPaper is a projection of the report with what it leaves out.
type publishedPaper struct {
	Document *gongwen.Document
	Parts    []Part
	Left     []Left
	Masks    []Masked
	Suspects []string // words told that look like names of people
	frozen   []byte
}

// published writes a projection of the accepted report as it was chosen, or
// gives the one that was published. Without a report the paper only says so.
func published(f query.PaperFacts, kind inspection.PaperKind) (publishedPaper, error) {
	title := partyTitle(f.Facts, "关于巡察整改进展情况的通报")
	d := &gongwen.Document{Title: gongwen.WrapTitle(title), Author: f.Organisation.Name, Subject: title}
	if f.Accepted == nil {
		d.Blocks = []gongwen.Block{gongwen.P(gongwen.Lack(string(atAccepted)))}
		return publishedPaper{Document: d}, nil
	}
	report, err := gongwen.Decode(f.Accepted.Body)
	if err != nil {
		return publishedPaper{Document: d}, fmt.Errorf("the accepted report %s: %w", f.Accepted.ID, err)
	}
	var chosen publication.Publication
	if f.Publication != nil {
		chosen = *f.Publication
	}
	p := project(report, kind, chosen, f.People)
	out := publishedPaper{Document: d, Parts: p.parts, Left: p.left, Masks: p.masks}
	if chosen.State == publication.Published {
		out.frozen = chosen.Body
		out.Document, err = gongwen.Decode(chosen.Body)
		return out, err
	}
	d.Blocks, d.Attachments = p.blocks, p.attachments
	if kind == inspection.PublicVersion {
		w := &prose{Facts: f.Facts, blocks: d.Blocks}
		w.withheld(p.withheld, f.InspectionRefs)
		w.contact(query.Ref(store.Reports, f.Accepted.ID), chosen.Contact)
		d.Blocks = w.blocks
	}
	d.Signature = organisationSignature(f.Facts)
	out.Suspects = suspects(p)
	return out, nil
}

// suspects gives the words told by a projection that are names on record or
// look like names.
func suspects(p *projection) []string {
	var text strings.Builder
	add := func(blocks []gongwen.Block) {
		for _, b := range blocks {
			text.WriteString(blockText(b) + "\n")
		}
	}
	add(p.blocks)
	for _, a := range p.attachments {
		add(a.Blocks)
	}
	var out []string
	for _, name := range p.people {
		if strings.Contains(text.String(), name) {
			out = append(out, name)
		}
	}
	for _, word := range publication.Suspected(text.String()) {
		if !slices.Contains(out, word) {
			out = append(out, word)
		}
	}
	return out
}

// withheld says of how many problems nothing is told.
func (p *prose) withheld(n int, refs []query.Source) {
	if n > 0 {
		p.sayf(refs, "按照有关规定，另有%d个问题的整改情况不予公开。", n)
		p.end()
	}
}

// contact asks for opinions and says where they go: as the publication has it,
// or as the organisation's record does.
func (p *prose) contact(ref query.Source, c publication.Contact) {
	o := p.Organisation
	p.say([]query.Source{ref}, "欢迎干部群众对巡察整改落实情况进行监督。如有意见建议，请及时反映。")
	if c.Until.Valid() {
		p.say([]query.Source{ref}, "意见受理时间截至"+c.Until.Chinese()+"。")
	}
	p.asContact()
	p.say(p.OrgRefs, "联系电话：")
	p.orLack(cmp.Or(c.Phone, o.Phone), atPhone)
	p.say(p.OrgRefs, "；通信地址：")
	p.orLack(cmp.Or(c.Address, o.Address), atAddress)
	if c.Mail != "" {
		p.say(p.OrgRefs, "；电子邮箱："+c.Mail)
	}
	p.say(p.OrgRefs, "。")
	p.asContact()
}

// asContact ends the paragraph as one about whom to write to.
func (p *prose) asContact() {
	for n := range p.line {
		p.line[n].Role = roleContact
	}
	p.end()
}

// orLack says what the organisation's record holds, or marks that it holds nothing.
func (p *prose) orLack(text string, at place) {
	if text == "" {
		p.lack(at)
		return
	}
	p.say(p.OrgRefs, text)
}
