package paper

import (
	"slices"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/outline"
	"bihuan/internal/gongwen"
	"bihuan/internal/query"
)

// TryIn is an outline that is not kept, and whose records it is tried on.
type TryIn struct {
	Kind, Text, Inspection string
	Of                     string // the record of a paper that is that of one; the newest where it is none of them
}

// Tried is the paper that an outline would give.
type Tried struct {
	Document *gongwen.Document // nil where there is no record to try it on
	Of       string
	Records  []query.Option // on which else it can be tried, newest first
}

// drafts are outlines that stand in for those that the office keeps.
type drafts = map[string]outline.Version

// trial is how an outline of a kind of paper is tried on the records of an
// inspection.
type trial struct {
	records func(*query.View, query.PaperIn) ([]query.Option, error) // nil for a paper of the whole inspection
	write   func(*query.View, inspection.Inspection, query.PaperIn, drafts) (*gongwen.Document, error)
}

// Try writes the paper that an outline would give from the records of an
// inspection whose papers the caller may see. Nothing is kept.
func Try(v *query.View, in TryIn) (Tried, error) {
	i, _, err := v.Inspection(in.Inspection, org.SeePapers)
	if err != nil {
		return Tried{}, err
	}
	how, of := kindOf(in.Kind).trial, query.PaperIn{Inspection: i.ID, Kind: inspection.PaperKind(in.Kind), Of: in.Of}
	var out Tried
	if how.records != nil {
		if out.Records, err = how.records(v, of); err != nil || len(out.Records) == 0 {
			return out, err
		}
		if !slices.ContainsFunc(out.Records, func(r query.Option) bool { return r.Value == of.Of }) {
			of.Of = out.Records[0].Value
		}
		out.Of = of.Of
	}
	out.Document, err = how.write(v, i, of, drafts{in.Kind: {Text: in.Text}})
	return out, err
}

// ofReport tries outlines of the reports.
func ofReport() trial { return trial{write: writeReport} }

func writeReport(v *query.View, i inspection.Inspection, in query.PaperIn, d drafts) (*gongwen.Document, error) {
	f, err := v.FactsOf(i, v.Today, v.Today)
	if err != nil {
		return nil, err
	}
	f.Outlines = d
	return reportOf(v, f, inspection.ReportKind(in.Kind))
}

// ofInspection tries outlines of papers of a whole inspection.
func ofInspection() trial { return trial{write: writeMade} }

// ofMeeting tries outlines of the papers of one meeting.
func ofMeeting() trial { return trial{write: writeMade, records: meetingsFor} }

func meetingsFor(v *query.View, in query.PaperIn) (out []query.Option, err error) {
	c, err := query.PaperChoices(v, in.Inspection)
	for _, m := range c.MeetingsFor(in.Kind) {
		out = append(out, query.Option{Value: m.ID, Label: m.HeldOn.Chinese() + " " + m.Title})
	}
	return out, err
}

func writeMade(v *query.View, _ inspection.Inspection, in query.PaperIn, d drafts) (*gongwen.Document, error) {
	f, err := v.SampleFactsOf(in)
	if err != nil {
		return nil, err
	}
	f.Outlines = d
	return makePaper(f, in.Kind)
}

// ofImmediate tries outlines of the notice of one immediate matter.
func ofImmediate() trial {
	return trial{write: writeMade, records: func(v *query.View, in query.PaperIn) (out []query.Option, err error) {
		c, err := query.PaperChoices(v, in.Inspection)
		for _, m := range c.Immediates {
			out = append(out, query.Option{Value: m.ID, Label: m.IssuedOn.Chinese() + " " + m.Text})
		}
		return out, err
	}}
}
