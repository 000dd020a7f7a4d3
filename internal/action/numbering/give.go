// Package numbering gives document numbers from an organisation's register
// (发文登记). Other packages call Give in the transaction of the paper that
// bears the number.
package numbering

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/register"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// Elsewhere is what a series says that was opened by typing a number of it.
const Elsewhere = "其余编号由本单位办公室统一编排，用于其他公文"

// fill bounds how many numbers one reason can explain at once.
const fill = 300

// Giving is a number that a paper shall bear: one that was reserved, the next
// of a series, or one that was given elsewhere and is typed.
type Giving struct {
	OrgID    string
	EntryID  string // reserved before
	SeriesID string // the next one
	Typed    string
	Gap      string // why numbers before a typed one are left out
	Subject  string // title of the paper
	Kind     string // noun of the record
	RecordID string
	On       workday.Date
	Field    string // of the form, for faults
}

// Give takes the number and binds it to the record. What is wrong is a fault
// of the field.
func Give(s *action.Step, g Giving) (register.Entry, error) {
	switch {
	case g.EntryID != "":
		return g.reserved(s)
	case g.SeriesID != "":
		return g.next(s)
	}
	return g.typed(s)
}

// FieldOf is the field of the usual form that a wrong number belongs to: the
// reserved one, the series, or the typed number.
func FieldOf(reserved, series string) string {
	switch {
	case reserved != "":
		return "number_id"
	case series != "":
		return "series"
	}
	return "document_number"
}

func (g Giving) fault(code string, args ...any) error {
	var checks fault.Checks
	checks.Add(g.Field, code, args...)
	return checks.Err()
}

// reserved uses a number that was held for a paper.
func (g Giving) reserved(s *action.Step) (register.Entry, error) {
	e, err := store.RegisterEntries.One(s.Tx, "WHERE id = ? AND org_id = ?", g.EntryID, g.OrgID)
	if fault.Is(err, fault.NotFound) {
		return e, g.fault("field.unknown-choice")
	}
	if err != nil {
		return e, err
	}
	return g.use(s, e)
}

func (g Giving) use(s *action.Step, was register.Entry) (register.Entry, error) {
	if was.State != register.Reserved {
		return was, g.fault("plan.number.used")
	}
	e := was
	e.State, e.Subject, e.Kind, e.RecordID, e.On = register.Used, g.Subject, g.Kind, g.RecordID, g.On
	return e, action.Save(s, store.RegisterEntries, was, &e)
}

// next takes the number after the highest of the year. Others wait for it.
func (g Giving) next(s *action.Step) (register.Entry, error) {
	series, err := store.RegisterSeries.One(s.Tx, "WHERE id = ? AND org_id = ?", g.SeriesID, g.OrgID)
	if fault.Is(err, fault.NotFound) || err == nil && series.Closed {
		return register.Entry{}, g.fault("field.unknown-choice")
	}
	if err != nil {
		return register.Entry{}, err
	}
	return g.add(s, series, g.year(s), 0)
}

func (g Giving) year(s *action.Step) int {
	if g.On.Valid() {
		return g.On.Year()
	}
	return s.Today.Year()
}

// typed enters a number that was given elsewhere.
func (g Giving) typed(s *action.Step) (register.Entry, error) {
	n, ok := register.Parse(g.Typed)
	if !ok {
		return register.Entry{}, g.fault("register.unreadable", g.Typed)
	}
	series, err := store.RegisterSeries.One(s.Tx, "WHERE org_id = ? AND word = ?", g.OrgID, n.Word)
	if fault.Is(err, fault.NotFound) {
		series = register.Series{ID: s.NewID(), OrgID: g.OrgID, Word: n.Word, Elsewhere: Elsewhere}
		err = action.Insert(s, store.RegisterSeries, &series)
	}
	if err != nil {
		return register.Entry{}, err
	}
	return g.add(s, series, n.Year, n.Sequence)
}

// add enters a number; sequence 0 is the next one.
func (g Giving) add(s *action.Step, series register.Series, year, sequence int) (register.Entry, error) {
	if err := store.HoldSeries(s.Tx, series.ID); err != nil {
		return register.Entry{}, err
	}
	taken, err := store.RegisterEntries.List(s.Tx, "WHERE series_id = ? AND year = ? ORDER BY sequence", series.ID, year)
	if err != nil {
		return register.Entry{}, err
	}
	for _, e := range taken {
		if e.Sequence == sequence {
			return g.use(s, e)
		}
	}
	next := register.Next(taken)
	if sequence == 0 {
		sequence = next
	}
	if err := g.leaveOut(s, series, year, next, sequence); err != nil {
		return register.Entry{}, err
	}
	return g.enter(s, series, year, sequence, register.Used)
}

// leaveOut explains the numbers between the highest and the one to enter: by
// the reason given, or by what the series itself says.
func (g Giving) leaveOut(s *action.Step, series register.Series, year, next, sequence int) error {
	if sequence <= next || g.Gap == "" && series.Elsewhere != "" {
		return nil
	}
	if g.Gap == "" || sequence-next > fill {
		return g.fault("register.gap", next, sequence-1)
	}
	void := g
	void.Subject, void.Kind, void.RecordID = "", "", ""
	for n := next; n < sequence; n++ {
		if _, err := void.enter(s, series, year, n, register.Voided); err != nil {
			return err
		}
	}
	return nil
}

func (g Giving) enter(s *action.Step, series register.Series, year, sequence int, state register.State) (register.Entry, error) {
	e := register.Entry{ID: s.NewID(), OrgID: g.OrgID, SeriesID: series.ID, Year: year, Sequence: sequence,
		Number: register.Number{Word: series.Word, Year: year, Sequence: sequence}.String(), State: state, Subject: g.Subject,
		Kind: g.Kind, RecordID: g.RecordID, On: g.On, By: s.Actor.AccountID, Name: s.Actor.Name, At: s.Now}
	if state == register.Voided {
		e.Reason = g.Gap
	}
	return e, action.Insert(s, store.RegisterEntries, &e)
}
