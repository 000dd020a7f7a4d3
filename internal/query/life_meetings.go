package query

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/party"
	"bihuan/internal/domain/workday"
	"bihuan/internal/store"
)

// LifeRow is one life meeting of the list.
type LifeRow struct {
	party.LifeMeeting
	Host       string
	Done       int // steps taken
	Steps      int
	Criticised int // criticisms made
	Answered   int // of them, with a measure
}

// LifeList is the life meetings of an inspection, newest first.
type LifeList struct {
	Inside
	Rows    []LifeRow
	Due     Due // of the special democratic life meeting, by the round's profile
	CanEdit bool
}

// LifeMeetings lists the life meetings of an inspection.
func LifeMeetings(v *View, inspectionID string) (LifeList, error) {
	i, t, err := v.Inspection(inspectionID, org.SeeTalks)
	if err != nil {
		return LifeList{}, err
	}
	l := LifeList{Inside: Inside{i.ID}, CanEdit: v.Can(org.LifeEdit, t)}
	found, err := store.LifeMeetings.List(v.Tx, "WHERE inspection_id = ? ORDER BY CASE WHEN held_on = '' THEN '9999' ELSE held_on END DESC, id DESC", i.ID)
	if err != nil {
		return l, err
	}
	names, err := v.NamesOf(i.OrgID)
	if err != nil {
		return l, err
	}
	held := false
	for _, m := range found {
		row, err := v.lifeRow(m, names)
		if err != nil {
			return l, err
		}
		held = held || m.Kind == party.DemocraticLife && m.Held(v.Today)
		l.Rows = append(l.Rows, row)
	}
	l.Due, err = v.lifeDue(i, held)
	return l, err
}

func (v *View) lifeRow(m party.LifeMeeting, names Names) (LifeRow, error) {
	row := LifeRow{LifeMeeting: m, Host: names.Person(m.HostID)}
	for _, s := range m.Checklist(v.Today) {
		row.Steps++
		if s.State == party.StepDone {
			row.Done++
		}
	}
	c, err := v.countCriticisms(m.ID)
	row.Criticised, row.Answered = c.All, c.Answered
	return row, err
}

// lifeDue is by when the special democratic life meeting is to be held.
func (v *View) lifeDue(i inspection.Inspection, held bool) (Due, error) {
	round, err := v.round(i.RoundID)
	if err != nil {
		return Due{}, err
	}
	due := v.deadlines(i, round)[workday.LifeMeeting].Date
	return v.dueOf(v.ladder(round), due, due, "", held), nil
}

// The kinds of criticism that the list of a life meeting can be narrowed to.
const (
	CriticismSelf   = "self"   // self-criticism
	CriticismMutual = "mutual" // of one by another
	CriticismBare   = "bare"   // without a measure yet
	CriticismOpen   = "open"   // with a measure that is not carried out
	CriticismDone   = "done"   // with a measure carried out
)

// isAnswered is a measure on a criticism that is carried out: by the day
// entered with it or, where it stands in the ledger, by its verdict there.
const isAnswered = `(measure_id = '' AND done_on <> '' OR
	EXISTS (SELECT 1 FROM measure m WHERE m.id = criticism.measure_id AND m.verdict = 'done'))`

// criticismIs is what each kind means, for the figures and for the list.
var criticismIs = map[string]string{
	CriticismSelf:   "from_id = to_id",
	CriticismMutual: "from_id <> to_id",
	CriticismBare:   "measure = ''",
	CriticismOpen:   "measure <> '' AND NOT " + isAnswered,
	CriticismDone:   "measure <> '' AND " + isAnswered,
}

// CriticismStates is how many criticisms of a life meeting stand how.
type CriticismStates struct {
	All, Self, Mutual, Bare, Open, Done int
	Answered                            int // with a measure
}

// countCriticisms counts the criticisms of a life meeting.
func (v *View) countCriticisms(meetingID string) (CriticismStates, error) {
	var c CriticismStates
	q := "SELECT COUNT(*)"
	for _, kind := range []string{CriticismSelf, CriticismMutual, CriticismBare, CriticismOpen, CriticismDone} {
		q += ", COALESCE(" + sum(criticismIs[kind]) + ", 0)"
	}
	err := v.Tx.QueryRow(q+" FROM criticism WHERE life_meeting_id = ?", meetingID).
		Scan(&c.All, &c.Self, &c.Mutual, &c.Bare, &c.Open, &c.Done)
	c.Answered = c.All - c.Bare
	return c, err
}
