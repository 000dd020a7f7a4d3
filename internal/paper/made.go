package paper

import (
	"fmt"
	"strings"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/gongwen"
	"bihuan/internal/proofread"
	"bihuan/internal/query"
)

// MadePage is a paper that is written when it is asked for, with the records
// behind it and what it lacks.
type MadePage struct {
	Kind     inspection.PaperKind
	Title    string
	Document *gongwen.Document
	Sources  []query.SourceRow
	Gaps     []Gap
	Findings []Finding // what is doubtful in it
	Looked   bool      // the paper was looked over, for those who see the facts
	Versions query.PaperVersions
}

// Made writes a paper for somebody to read or to take along.
func Made(v *query.View, in query.PaperIn) (MadePage, error) {
	f, t, err := v.PaperFactsOf(in)
	if err != nil {
		return MadePage{}, err
	}
	out := MadePage{Kind: in.Kind}
	if out.Document, err = makePaper(f, in.Kind); err != nil {
		return out, err
	}
	out.Title = out.Document.Subject
	if err := number(v, out.Document, f.Organisation.ID); err != nil {
		return out, err
	}
	out.Gaps = Missing(out.Document)
	if out.Versions, err = v.PaperVersionsOf(inspection.PaperAsk{InspectionID: in.Inspection, Kind: in.Kind, Of: in.Of}); err != nil {
		return out, err
	}
	if out.Sources, err = v.Sources(in.Inspection, t, out.Document.Refs()); err != nil || !v.Can(org.SeeTalks, t) {
		return out, err
	}
	i, _, err := v.Inspection(in.Inspection, org.SeeTalks)
	if err != nil {
		return out, err
	}
	out.Looked = true
	out.Findings, err = lookOver(v, i, out.Document, proofread.Paper{Day: f.On, CutOff: f.CutOff,
		Report: in.Kind == inspection.LifeReport || in.Kind == inspection.Circular}, "")
	return out, err
}

// number gives a paper with a head the number that the register holds for it.
func number(v *query.View, d *gongwen.Document, orgID string) error {
	if len(d.Head) == 0 || !d.Number.IsZero() {
		return nil
	}
	n, err := v.NumberFor(orgID, d.Subject)
	Bear(d, n)
	return err
}

// Bear gives a paper its document number. A paper with a red head that has none
// says that it lacks one.
func Bear(d *gongwen.Document, number string) {
	switch {
	case number != "":
		d.Number = gongwen.Text(number)
	case len(d.Head) > 0:
		d.Number = gongwen.Lack(string(atNumber))
	}
}

func makePaper(f query.PaperFacts, kind inspection.PaperKind) (*gongwen.Document, error) {
	switch kind {
	case inspection.GroupNotice:
		return GroupNotice(f.Facts), nil
	case inspection.Minutes:
		return Minutes(f), nil
	case inspection.MeetingNotice:
		return MeetingNotice(f), nil
	case inspection.SignInSheet:
		return SignInSheet(f), nil
	case inspection.ImmediateNotice:
		return ImmediateNotice(f), nil
	case inspection.LifeRequest:
		return LifeRequest(f.Facts), nil
	case inspection.LifePlan:
		return LifePlan(f.Facts), nil
	case inspection.LifeReport:
		return LifeReport(f.Facts), nil
	case inspection.RegulationList:
		return RegulationList(f), nil
	case inspection.LedgerPaper:
		return LedgerPaper(f.Facts), nil
	case inspection.Circular:
		return Circular(f)
	case inspection.PublicVersion:
		return PublicVersion(f)
	}
	return nil, fmt.Errorf("no paper of the kind %q", kind)
}

// paper returns what was written as a paper of the organisation's Party body.
func (p *prose) paper() *gongwen.Document {
	p.end()
	return &gongwen.Document{Outline: p.outline, Title: gongwen.WrapLine(p.title), Blocks: p.blocks, Author: p.Organisation.Name, Subject: p.title.Text()}
}

// headed gives a paper the red head of the Party body and its signature.
func (p *prose) headed(d *gongwen.Document) *gongwen.Document {
	d.Head = []gongwen.Run{gongwen.Lack(string(atOrganisation))}
	if p.Organisation.PartyName != "" {
		d.Head = []gongwen.Run{gongwen.Text(p.Organisation.PartyName+"文件", p.OrgRefs...)}
	}
	d.Signature = organisationSignature(p.Facts)
	return d
}

// upward gives a headed paper the signatory whom papers to a superior name.
func (p *prose) upward(d *gongwen.Document) *gongwen.Document {
	d = p.headed(d)
	d.Signatories = []gongwen.Run{gongwen.Lack(string(atHead))}
	if p.Head.Name != "" {
		d.Signatories = []gongwen.Run{gongwen.Text(p.Head.Name, p.Head.Refs...)}
	}
	return d
}

// printed adds the imprint: the organisation prints its own papers.
func (p *prose) printed(d *gongwen.Document, copies gongwen.Run, on string) *gongwen.Document {
	d.Imprint = &gongwen.Imprint{CopyTo: copies, Printer: gongwen.Text(p.Organisation.Name, p.OrgRefs...), PrintDate: gongwen.Text(on)}
	return d
}

// points are numbered sentences, each a paragraph of its own.
func (p *prose) points(list []string, refs []query.Source) {
	for n, text := range endedAll(list) {
		p.sayf(refs, "%d.%s。", n+1, text)
		p.end()
	}
}

// departments are those to whom papers inside go.
func departments(f query.Facts) gongwen.Run {
	if f.Organisation.Name == "" {
		return gongwen.Lack(string(atAddressee))
	}
	return gongwen.Text("各科室、局属（所属）单位", f.OrgRefs...)
}

// spaced joins a post and a name.
func spaced(o query.Officer) string { return strings.TrimSpace(o.Name + "　" + o.Title) }
