package query

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/party"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// Figure is one number that a meeting heard.
type Figure struct {
	Code string // party.FigureAll …, or a verdict
	N    int
}

// MeetingFigures is the figures of a meeting and, of one of them, the problems
// that it counts, as they stood on the day.
type MeetingFigures struct {
	Inside
	Meeting  party.Meeting
	Frozen   bool // otherwise they are worked out from the records as they are now
	Taken    party.Figures
	Figures  []Figure
	Chosen   string
	Problems []party.Standing
}

// FiguresIn asks for a figure of a meeting.
type FiguresIn struct{ Meeting, Figure string }

// FiguresOf gives the figures of a meeting that heard progress.
func FiguresOf(v *View, in FiguresIn) (MeetingFigures, error) {
	m, err := store.Meetings.Get(v.Tx, in.Meeting)
	if err != nil {
		return MeetingFigures{}, err
	}
	i, _, err := v.Inspection(m.InspectionID, org.SeeParty)
	if err != nil {
		return MeetingFigures{}, err
	}
	if !m.HearsProgress || !m.Held(v.Today) {
		return MeetingFigures{}, fault.New(fault.NotFound, "fault.not-found")
	}
	out, err := v.figuresOf(i, m)
	out.Chosen, out.Problems = in.Figure, out.Taken.Only(in.Figure)
	return out, err
}

func (v *View) figuresOf(i inspection.Inspection, m party.Meeting) (MeetingFigures, error) {
	out := MeetingFigures{Inside: Inside{m.InspectionID}, Meeting: m}
	var err error
	out.Taken, err = store.MeetingFigures.One(v.Tx, "WHERE meeting_id = ?", m.ID)
	switch {
	case fault.Is(err, fault.NotFound):
		out.Taken.On = m.HeldOn
		if out.Taken.Problems, err = v.standings(i.ID, m.HeldOn); err != nil {
			return out, err
		}
	case err != nil:
		return out, err
	default:
		out.Frozen = true
	}
	codes := []string{party.FigureAll}
	for _, verdict := range work.Verdicts() {
		codes = append(codes, string(verdict))
	}
	for _, code := range append(codes, party.FigureLate, party.FigureClosed, party.FigureLongTerm) {
		out.Figures = append(out.Figures, Figure{Code: code, N: len(out.Taken.Only(code))})
	}
	return out, nil
}

// standings gives the problems of an inspection as they stood at the end of a
// day, by the same rules as every count of that day.
func (v *View) standings(inspectionID string, day workday.Date) ([]party.Standing, error) {
	list, err := v.problemsOn(inspectionID, day)
	out := make([]party.Standing, 0, len(list))
	for _, p := range list {
		out = append(out, party.Standing{ProblemID: p.ID, Number: p.Number, Title: p.Title, Verdict: string(p.Effective(day)),
			Deadline: p.Deadline, Late: work.Late(p.Verdict, p.Deadline, day), LongTerm: p.LongTerm, ClosedOn: p.ClosedOn})
	}
	return out, err
}

// StandingsOn gives, for a command that freezes them, the problems of an
// inspection as they stood at the end of a day.
func StandingsOn(calendar *workday.Calendar) func(*store.Tx, inspection.Inspection, workday.Date) ([]party.Standing, error) {
	return func(tx *store.Tx, i inspection.Inspection, day workday.Date) ([]party.Standing, error) {
		v := &View{Tx: tx, Now: tx.Now(), Today: tx.Today(), Calendar: calendar}
		return v.standings(i.ID, day)
	}
}
