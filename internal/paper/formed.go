package paper

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/fault"
	"bihuan/internal/gongwen"
	"bihuan/internal/query"
	"bihuan/internal/store"
)

// Formed is a form or a table as a paper, with the records that it was written from.
type Formed[X any] struct {
	Of       X
	Document *gongwen.Document
}

// formKind is how a form is written: from what, by whose outlines, and how.
type formKind[X any] struct {
	find  func(*query.View, string) (X, error) // asks whether it may be seen
	round func(*query.View, X) (drafts, error) // the outlines that the office of its round keeps
	write func(*query.View, X, drafts) (*gongwen.Document, error)
}

// paper writes a form for somebody to take along.
func (k formKind[X]) paper(v *query.View, id string) (out Formed[X], err error) {
	if out.Of, err = k.find(v, id); err != nil {
		return out, err
	}
	o, err := k.round(v, out.Of)
	if err != nil {
		return out, err
	}
	out.Document, err = k.write(v, out.Of, o)
	return out, err
}

// trial tries outlines of the form on the records of an inspection that list
// gives. Who may not see records of a kind has none to try on.
func (k formKind[X]) trial(list func(*query.View, inspection.Inspection) ([]query.Option, error)) trial {
	return trial{records: func(v *query.View, in query.PaperIn) ([]query.Option, error) {
		i, err := store.Inspections.Get(v.Tx, in.Inspection)
		if err != nil {
			return nil, err
		}
		out, err := list(v, i)
		if fault.Is(err, fault.Denied) || fault.Is(err, fault.NotFound) {
			return nil, nil
		}
		return out, err
	}, write: func(v *query.View, _ inspection.Inspection, in query.PaperIn, d drafts) (*gongwen.Document, error) {
		x, err := k.find(v, in.Of)
		if err != nil {
			return nil, err
		}
		return k.write(v, x, d)
	}}
}

// ofOne finds the outlines of a record of one inspection.
func ofOne[X any](inspectionID func(X) string) func(*query.View, X) (drafts, error) {
	return func(v *query.View, x X) (drafts, error) { return v.OutlinesFor(inspectionID(x)) }
}

// ofRound finds the outlines of a record of a whole round.
func ofRound[X any](roundID func(X) string) func(*query.View, X) (drafts, error) {
	return func(v *query.View, x X) (drafts, error) { return v.OutlinesOf(roundID(x)) }
}

// plainly is for what cannot fail, by for what bears the name of whoever takes it.
func plainly[X any](write func(X, drafts) *gongwen.Document) func(*query.View, X, drafts) (*gongwen.Document, error) {
	return func(_ *query.View, x X, o drafts) (*gongwen.Document, error) { return write(x, o), nil }
}

func by[X any](write func(X, string, drafts) (*gongwen.Document, error)) func(*query.View, X, drafts) (*gongwen.Document, error) {
	return func(v *query.View, x X, o drafts) (*gongwen.Document, error) { return write(x, v.Actor.Name, o) }
}

// formProse is the prose of a form whose subject has its outline in o.
func formProse(kind string, subject any, o drafts, base ...query.Source) *prose {
	p := &prose{Facts: query.Facts{Outlines: o}, subject: subject, base: base}
	p.follow(kind)
	return p
}

// across lays a paper out on landscape pages with its title on one line.
func (p *prose) across(by string) *gongwen.Document {
	d := p.paper()
	d.Title, d.Landscape, d.Author = []gongwen.Run{gongwen.Text(p.title.Text())}, true, by
	return d
}
