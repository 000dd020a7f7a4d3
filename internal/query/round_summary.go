package query

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/outline"
	"bihuan/internal/domain/workday"
	"bihuan/internal/store"
)

// RoundSummaryIn asks for the totals of a round at a cut-off; today where empty.
type RoundSummaryIn struct {
	Round  string
	CutOff workday.Date
}

// RoundSummary is how the problems of a round stand, organisation by
// organisation, of those that the caller may see.
type RoundSummary struct {
	Round   inspection.Round
	Office  org.Organisation
	CutOff  workday.Date
	On      workday.Date // the day of the paper
	Rows    []SummaryRow // with a confirmed feedback, the earliest first
	Waiting []string     // organisations without feedback at the cut-off
	Totals  Counts
	// Outlines are those that the office keeps; see Facts.
	Outlines map[string]outline.Version
}

// SummaryRow is one organisation of a round.
type SummaryRow struct {
	InspectionID string
	Organisation string
	FeedbackOn   workday.Date
	Counts       Counts
}

// SummaryOf gives the totals of a round.
func SummaryOf(v *View, in RoundSummaryIn) (RoundSummary, error) {
	if err := v.Need(org.SeeRound, v.anyTeam()); err != nil {
		return RoundSummary{}, err
	}
	out := RoundSummary{CutOff: in.CutOff, On: v.Today}
	if !out.CutOff.Valid() || out.CutOff > v.Today {
		out.CutOff = v.Today
	}
	var err error
	if out.Round, err = store.Rounds.Get(v.Tx, in.Round); err != nil {
		return out, err
	}
	if out.Office, err = store.Organisations.Get(v.Tx, out.Round.OfficeID); err != nil {
		return out, err
	}
	if out.Outlines, err = store.LatestOutlines(v.Tx, out.Round.OfficeID); err != nil {
		return out, err
	}
	all, err := store.Inspections.List(v.Tx, "WHERE round_id = ? ORDER BY feedback_on, id", in.Round)
	if err != nil {
		return out, err
	}
	names, err := v.organisationNames()
	if err != nil {
		return out, err
	}
	for _, i := range all {
		if !v.Can(org.SeeInspection, store.TargetOf(i)) {
			continue
		}
		if i.FeedbackOn == "" || i.FeedbackOn > out.CutOff {
			out.Waiting = append(out.Waiting, names[i.OrgID])
			continue
		}
		row := SummaryRow{InspectionID: i.ID, Organisation: names[i.OrgID], FeedbackOn: i.FeedbackOn}
		if row.Counts, err = v.CountProblemsOn(i.ID, out.CutOff); err != nil {
			return out, err
		}
		out.Rows = append(out.Rows, row)
		out.Totals = out.Totals.Plus(row.Counts)
	}
	return out, nil
}

// organisationNames is the name of every organisation by its id.
func (v *View) organisationNames() (map[string]string, error) {
	all, err := store.Organisations.List(v.Tx, "")
	out := make(map[string]string, len(all))
	for _, o := range all {
		out[o.ID] = o.Name
	}
	return out, err
}
