package paper

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/gongwen"
	"bihuan/internal/ledger"
	"bihuan/internal/query"
	"bihuan/internal/sheet"
)

// PlanPaper composes the rectification plan (整改方案) from what the plan says
// and the records around it, with the three lists attached.
func PlanPaper(f query.PlanFacts) (*gongwen.Document, error) {
	p := organised(f.Facts, f)
	p.follow(planOutline)
	d := p.paper()
	d.Addressee, d.Signature = departments(f.Facts), organisationSignature(f.Facts)
	var err error
	d.Attachments, err = threeLists(f)
	return d, err
}

// ofPlanPaper tries outlines on the versions of a plan that the caller sees.
func ofPlanPaper() trial {
	return trial{records: func(v *query.View, in query.PaperIn) (out []query.Option, err error) {
		p, err := query.Plan(v, in.Inspection)
		for _, version := range p.Versions {
			out = append(out, query.Option{Value: version.ID, Label: version.Name + " " + version.Title})
		}
		return out, err
	}, write: func(v *query.View, i inspection.Inspection, in query.PaperIn, d drafts) (*gongwen.Document, error) {
		f, err := query.PlanPaper(v, query.PlanPaperIn{Inspection: i.ID, Version: in.Of})
		if err != nil {
			return nil, err
		}
		f.Outlines = d
		return PlanPaper(f)
	}}
}

// threeLists are the three lists as landscape attachments.
func threeLists(f query.PlanFacts) ([]gongwen.Attachment, error) {
	var out []gongwen.Attachment
	for _, s := range []sheet.Sheet{ledger.ProblemSheet(f.Problems), ledger.MeasureSheet(f.Measures), ledger.DutySheet(f.Duties)} {
		a, err := attached(s)
		if err != nil {
			return nil, err
		}
		out = append(out, a)
	}
	return out, nil
}

// attached is a list as a landscape attachment.
func attached(s sheet.Sheet) (gongwen.Attachment, error) {
	t, err := sheet.Table(s)
	t.Caption, t.Points = gongwen.Run{}, 9
	return gongwen.Attachment{Title: gongwen.Text(s.Title), Landscape: true, Blocks: []gongwen.Block{t}}, err
}

// ListPaper is one list as a paper of its own.
func ListPaper(s sheet.Sheet) (*gongwen.Document, error) {
	a, err := attached(s)
	return &gongwen.Document{Title: gongwen.WrapTitle(s.Title), Blocks: a.Blocks, Landscape: true, Subject: s.Title}, err
}
