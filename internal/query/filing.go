package query

import (
	"slices"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/plan"
	"bihuan/internal/domain/publication"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// FilingOf names what is filed: one inspection, or every one of a round.
type FilingOf struct {
	Inspection string
	Round      string
}

// FilingRecords is what is filed of one inspection as far as the caller may
// take it: what was issued, not what is being drafted.
type FilingRecords struct {
	Inspection   inspection.Inspection
	Organisation org.Organisation
	Feedback     *inspection.Feedback // the confirmed one
	Plans        []plan.IssuedCopy
	Reports      []NumberedReport
	Publications []publication.Publication
	Choice       PaperChoice
	Issued       []inspection.IssuedPaper // every version, without what they say
	Evidence     Package
}

// NumberedReport is a report with its document number.
type NumberedReport struct {
	inspection.Report
	Number string
}

// Filing gathers what is filed, inspection by inspection, with the title of the
// whole.
func Filing(v *View, of FilingOf) (title string, out []FilingRecords, err error) {
	if of.Round == "" {
		i, _, err := v.Inspection(of.Inspection, org.ArchiveTake)
		if err != nil {
			return "", nil, err
		}
		one, err := v.filing(i)
		return i.Title, []FilingRecords{one}, err
	}
	round, err := v.round(of.Round)
	if err != nil {
		return "", nil, err
	}
	if err := v.Need(org.RoundPackage, org.Target{Kind: store.Rounds.Name(), ID: of.Round}); err != nil {
		return "", nil, err
	}
	list, err := store.Inspections.List(v.Tx, "WHERE round_id = ? ORDER BY id", of.Round)
	if err != nil {
		return "", nil, err
	}
	for _, i := range list {
		if !v.Can(org.ArchiveTake, store.TargetOf(i)) {
			continue
		}
		one, err := v.filing(i)
		if err != nil {
			return "", nil, err
		}
		out = append(out, one)
	}
	return round.Name, out, nil
}

func (v *View) filing(i inspection.Inspection) (FilingRecords, error) {
	f := FilingRecords{Inspection: i}
	t := store.TargetOf(i)
	for _, step := range []func() error{
		func() (err error) { f.Organisation, err = store.Organisations.Get(v.Tx, i.OrgID); return err },
		func() error { return v.filedFeedback(&f) },
		func() (err error) {
			if v.Can(org.SeeDetail, t) {
				f.Plans, err = store.IssuedCopies.List(v.Tx, "WHERE inspection_id = ? AND file_hash <> '' ORDER BY at, id", i.ID)
			}
			return err
		},
		func() error { return v.filedReports(&f, t) },
		func() (err error) {
			if v.Can(org.PublicationSee, t) {
				f.Publications, err = store.Publications.List(v.Tx, "WHERE inspection_id = ? AND state = ? ORDER BY published_on, id", i.ID, publication.Published)
			}
			return err
		},
		func() (err error) { f.Choice, err = PaperChoices(v, i.ID); f.Issued = f.issued(); return err },
		func() (err error) {
			if v.Can(org.Download, t) {
				f.Evidence, err = EvidencePackage(v, PackageOf{Inspection: i.ID})
			}
			return err
		},
	} {
		if err := step(); err != nil {
			return f, err
		}
	}
	return f, nil
}

// issued are the papers that went out, the oldest first.
func (f *FilingRecords) issued() []inspection.IssuedPaper {
	var out []inspection.IssuedPaper
	for _, p := range slices.Backward(f.Choice.Issued) {
		if p.State == inspection.IssueDone {
			out = append(out, p)
		}
	}
	return out
}

func (v *View) filedFeedback(f *FilingRecords) error {
	one, err := store.Feedbacks.One(v.Tx, "WHERE inspection_id = ? AND state = ? ORDER BY confirmed_at DESC LIMIT 1", f.Inspection.ID, inspection.FeedbackConfirmed)
	if fault.Is(err, fault.NotFound) {
		return nil
	}
	f.Feedback = &one
	return err
}

func (v *View) filedReports(f *FilingRecords, t org.Target) error {
	if !v.Can(org.SeePapers, t) {
		return nil
	}
	list, err := store.Reports.List(v.Tx, "WHERE inspection_id = ? AND submitted_on <> '' ORDER BY submitted_on, id", f.Inspection.ID)
	if err != nil {
		return err
	}
	for _, r := range list {
		n, err := store.NumberOf(v.Tx, r.OrgID, store.Reports.Name(), r.ID)
		if err != nil {
			return err
		}
		f.Reports = append(f.Reports, NumberedReport{r, n})
	}
	return nil
}

// FilingExtent is how much a filing package will hold.
type FilingExtent struct {
	Title string
	Files int // about: papers that lack something stay out
}

// FilingSize gives how much would be filed, for showing how far the work is.
func FilingSize(v *View, of FilingOf) (FilingExtent, error) {
	title, list, err := Filing(v, of)
	out := FilingExtent{Title: title}
	for _, r := range list {
		out.Files += len(r.Plans) + len(r.Reports) + len(r.Publications) + len(r.Evidence.Files) + len(r.Choice.Kinds) + len(r.Choice.Meetings) + len(r.Choice.Immediates)
	}
	return out, err
}
