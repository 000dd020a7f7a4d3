package query

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/store"
)

// RoundDeadlines is the settings page of a round's deadlines.
type RoundDeadlines struct {
	Round    inspection.Round
	Settings inspection.Settings // to be edited: the round's, or a shipped profile
	Version  int                 // that the edit started from
	Bases    []workday.Base      // from which deadlines of the profile count
	Events   []EventRow
}

// EventRow is which of the events have come for one organisation.
type EventRow struct {
	InspectionID string
	Organisation string
	On           map[workday.Base]workday.Date
}

// DeadlinesInput asks for the page, with a shipped profile to start from.
type DeadlinesInput struct {
	ID     string
	Preset workday.Level // "" for what the round has
}

// DeadlinesOf gives what a round fixes for its deadlines to those who may
// change it.
func DeadlinesOf(v *View, in DeadlinesInput) (RoundDeadlines, error) {
	if err := v.Need(org.RoundEdit, org.Target{}); err != nil {
		return RoundDeadlines{}, err
	}
	round, err := store.Rounds.Get(v.Tx, in.ID)
	out := RoundDeadlines{Round: round, Settings: round.Settings, Version: round.Version}
	out.Settings.Ladder = Ladder(round)
	if in.Preset == workday.City || in.Preset == workday.County {
		out.Settings.Deadlines = workday.DefaultProfile(in.Preset).WithOwn(round.Settings.Deadlines)
		out.Settings.Ladder = workday.DefaultLadder()
	}
	if err != nil {
		return out, err
	}
	return out, out.events(v)
}

// events fills in from which days the deadlines of each inspection count. The
// notice of an immediate matter is left out: each matter has its own.
func (d *RoundDeadlines) events(v *View) error {
	for _, b := range d.Settings.Deadlines.Bases() {
		if _, has := (inspection.Inspection{}).Events()[b]; has {
			d.Bases = append(d.Bases, b)
		}
	}
	list, err := store.Inspections.List(v.Tx, "WHERE round_id = ? ORDER BY feedback_on, id", d.Round.ID)
	if err != nil {
		return err
	}
	organisations, err := store.Organisations.List(v.Tx, "WHERE id IN (SELECT org_id FROM inspection WHERE round_id = ?)", d.Round.ID)
	names := map[string]string{}
	for _, o := range organisations {
		names[o.ID] = o.ShortName
	}
	for _, i := range list {
		d.Events = append(d.Events, EventRow{InspectionID: i.ID, Organisation: names[i.OrgID], On: i.Events()})
	}
	return err
}

// ShiftRow is what a change does to the deadlines of one organisation.
type ShiftRow struct {
	inspection.Shift
	Organisation string
	Rows         []MoveRow
}

// MoveRow is one deadline before and after.
type MoveRow struct {
	workday.Move
	Done    bool // the stage that it is for is finished
	Overdue bool // not done, and overdue through the change
}

// Shifted names the organisations of shifts and tells what becomes overdue:
// the deadline of a stage that is finished does not.
func Shifted(v *View, shifts []inspection.Shift) ([]ShiftRow, error) {
	var out []ShiftRow
	for _, s := range shifts {
		i, _, err := v.Inspection(s.InspectionID, org.SeeInspection)
		if err != nil {
			return nil, err
		}
		o, err := store.Organisations.Get(v.Tx, i.OrgID)
		if err != nil {
			return nil, err
		}
		done, err := v.stageDates(i)
		if err != nil {
			return nil, err
		}
		row := ShiftRow{Shift: s, Organisation: o.Name}
		for _, m := range s.Moves {
			finished := done[stageOf[m.Code]] != ""
			row.Rows = append(row.Rows, MoveRow{Move: m, Done: finished, Overdue: !finished && m.BecomesOverdue(v.Today)})
		}
		out = append(out, row)
	}
	return out, nil
}

// stageOf is the stage for whose end a deadline is set.
var stageOf = map[workday.Code]string{workday.Plan: StagePlan, workday.LifeMeeting: StageLife, workday.PeriodEnd: StageClosing,
	workday.Reports: StageReport, workday.Publish: StagePublication, workday.Evaluate: StageEvaluation}
