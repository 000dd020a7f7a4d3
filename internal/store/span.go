package store

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/plan"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
)

// DeadlineSpan gives the time in which the deadlines of an inspection lie: from
// the feedback meeting to the end of the concentrated period.
func DeadlineSpan(tx *Tx, i inspection.Inspection, calendar *workday.Calendar) (work.Span, error) {
	round, err := Rounds.Get(tx, i.RoundID)
	return work.Span{From: i.FeedbackOn, Until: round.Settings.Dues(i, calendar)[workday.PeriodEnd].Date}, err
}

// PlanStopped gives what a version of the plan lacks with which the round does
// not let it be adopted or issued.
func PlanStopped(tx *Tx, v plan.Version, calendar *workday.Calendar) ([]plan.Missing, error) {
	i, err := Inspections.Get(tx, v.InspectionID)
	if err != nil {
		return nil, err
	}
	round, err := Rounds.Get(tx, i.RoundID)
	if err != nil {
		return nil, err
	}
	span, err := DeadlineSpan(tx, i, calendar)
	if err != nil {
		return nil, err
	}
	content, err := plan.Open(v.Snapshot)
	return plan.Blocking(content.Check(span), plan.Blocks(round.Settings.PlanBlocks)), err
}
