package query

import (
	"slices"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
	"bihuan/internal/signal"
	"bihuan/internal/store"
)

// SignalGone is the shown state of a signal whose base is no longer there.
const SignalGone = "gone"

// SignalShown lists the shown states: those of a signal, then gone.
func SignalShown() []string {
	return []string{string(signal.Open), string(signal.Answered), string(signal.Reviewed), SignalGone}
}

// SignalsIn asks for signals of an inspection, or of all inspections of a round
// that the caller sees.
type SignalsIn struct {
	Inspection   string
	Round        string
	Rule         signal.Rule
	State        string // one of SignalShown
	Outcome      signal.Outcome
	Organisation string
	Problem      string
	Page         int
}

// SignalRow is one signal of a list.
type SignalRow struct {
	signal.Signal
	Organisation string
	Number       string // of the problem; empty for the inspection as a whole
	Title        string
}

// Shown is the state in which the signal is shown.
func (r SignalRow) Shown() string {
	if r.GoneOn != "" {
		return SignalGone
	}
	return string(r.State)
}

// SignalList is one page of signals.
type SignalList struct {
	Rows          []SignalRow
	Total         int
	Page          int
	Size          int
	ByState       map[string]int // with the other filters
	Organisations []Option       // of a round
	Round         inspection.Round
	Last          signal.Run
	CanCompute    bool
	CanSet        bool
	CanExport     bool
}

// Signals lists the signals of one inspection.
func Signals(v *View, in SignalsIn) (SignalList, error) {
	i, t, err := v.Inspection(in.Inspection, org.SeeSignals)
	if err != nil {
		return SignalList{}, err
	}
	l, err := v.signalList([]inspection.Inspection{i}, in, ListSize)
	l.CanExport = v.Can(org.Export, t)
	return l, err
}

// RoundSignals lists the signals of a round across its organisations.
func RoundSignals(v *View, in SignalsIn) (SignalList, error) {
	round, all, err := v.seenInspections(in.Round)
	if err != nil {
		return SignalList{}, err
	}
	l, err := v.signalList(all, in, ListSize)
	if err != nil {
		return l, err
	}
	l.Round, l.CanExport = round, true
	l.CanCompute, l.CanSet = v.Can(org.SignalCompute, org.Target{}), v.Can(org.RoundEdit, org.Target{})
	l.Organisations, err = v.organisationsOf(all)
	return l, err
}

// seenInspections gives a round and those of its inspections whose signals the
// caller sees; to everybody but the office and the team it is not there.
func (v *View) seenInspections(roundID string) (inspection.Round, []inspection.Inspection, error) {
	return v.inspectionsFor(roundID, org.SeeSignals)
}

// inspectionsFor is seenInspections for another permission.
func (v *View) inspectionsFor(roundID string, p org.Permission) (inspection.Round, []inspection.Inspection, error) {
	if err := v.Need(org.SeeRound, v.anyTeam()); err != nil {
		return inspection.Round{}, nil, err
	}
	round, err := store.Rounds.Get(v.Tx, roundID)
	if err != nil {
		return round, nil, err
	}
	all, err := store.Inspections.List(v.Tx, "WHERE round_id = ? ORDER BY feedback_on, id", roundID)
	return round, slices.DeleteFunc(all, func(i inspection.Inspection) bool { return !v.Can(p, store.TargetOf(i)) }), err
}

func (v *View) organisationsOf(list []inspection.Inspection) ([]Option, error) {
	var out []Option
	for _, i := range list {
		o, err := store.Organisations.Get(v.Tx, i.OrgID)
		if err != nil {
			return nil, err
		}
		out = append(out, Option{Value: o.ID, Label: o.ShortName})
	}
	return out, nil
}

// signalList gives one page of the signals of some inspections; size 0 gives
// all of them.
func (v *View) signalList(of []inspection.Inspection, in SignalsIn, size int) (SignalList, error) {
	l := SignalList{Page: max(1, in.Page), Size: size, ByState: map[string]int{}}
	var err error
	if l.Last, err = LastSignalRun(v, struct{}{}); err != nil || len(of) == 0 {
		return l, err
	}
	w := v.signalWhere(of, in)
	err = v.Tx.Each(func(scan func(...any) error) error {
		var state string
		var n int
		err := scan(&state, &n)
		l.ByState[state] = n
		return err
	}, "SELECT "+shownState+", COUNT(*) FROM signal WHERE "+w.text()+" GROUP BY 1", w.args...)
	if err != nil {
		return l, err
	}
	if in.State != "" {
		w.add(shownState+" = ?", in.State)
	}
	if l.Total, err = v.Tx.Count("SELECT COUNT(*) FROM signal WHERE "+w.text(), w.args...); err != nil {
		return l, err
	}
	rest, args := "WHERE "+w.text()+" ORDER BY "+signalOrder+", inspection_id, rule, id", w.args
	if size > 0 {
		rest, args = rest+" LIMIT ? OFFSET ?", append(args, size, (l.Page-1)*size)
	}
	found, err := store.Signals.List(v.Tx, rest, args...)
	if err != nil {
		return l, err
	}
	l.Rows, err = v.signalRows(found)
	return l, err
}

const (
	shownState  = "(CASE WHEN gone_on <> '' THEN 'gone' ELSE state END)"
	signalOrder = "CASE WHEN gone_on <> '' THEN 4 WHEN state = 'open' THEN 1 WHEN state = 'answered' THEN 2 ELSE 3 END"
	// submittedSignal is a signal that rests on what the office sees already.
	submittedSignal = "(stage = 'plan' OR problem_id = '' OR problem_id IN (SELECT id FROM problem WHERE submitted_on <> ''))"
)

// signalWhere is the filter without the state; from outside only what was
// submitted is there.
func (v *View) signalWhere(of []inspection.Inspection, in SignalsIn) where {
	var w where
	w.add("inspection_id IN ("+marks(len(of))+")", anyOf(idsOf(of, func(i inspection.Inspection) string { return i.ID }))...)
	if !v.Inside(store.TargetOf(of[0])) {
		w.add(submittedSignal)
	}
	w.equal("rule", string(in.Rule))
	w.equal("outcome", string(in.Outcome))
	w.equal("org_id", in.Organisation)
	if in.Problem != "" {
		w.add("(problem_id = ? OR id IN (SELECT signal_id FROM signal_base WHERE problem_id = ?))", in.Problem, in.Problem)
	}
	return w
}

// signalRows names the problems and organisations of signals.
func (v *View) signalRows(found []signal.Signal) ([]SignalRow, error) {
	problems := map[string]work.Problem{}
	names := map[string]string{}
	rows := make([]SignalRow, len(found))
	for n, s := range found {
		if _, ok := names[s.OrgID]; !ok {
			o, err := store.Organisations.Get(v.Tx, s.OrgID)
			if err != nil {
				return nil, err
			}
			names[s.OrgID] = o.ShortName
		}
		if _, ok := problems[s.ProblemID]; !ok && s.ProblemID != "" {
			p, err := store.Problems.Get(v.Tx, s.ProblemID)
			if err != nil && !fault.Is(err, fault.NotFound) {
				return nil, err
			}
			problems[s.ProblemID] = p
		}
		p := problems[s.ProblemID]
		rows[n] = SignalRow{Signal: s, Organisation: names[s.OrgID], Number: p.Number, Title: p.Title}
	}
	return rows, nil
}

// signalsOf gives the signals that rest on a problem and are still there, for
// the pages of the problem and of its sign-off.
func (v *View) signalsOf(p work.Problem, t org.Target) ([]SignalRow, error) {
	if !v.Can(org.SeeSignals, t) {
		return nil, nil
	}
	i, err := v.inspection(p.InspectionID)
	if err != nil {
		return nil, err
	}
	w := v.signalWhere([]inspection.Inspection{i}, SignalsIn{Problem: p.ID})
	w.add("gone_on = ''")
	found, err := store.Signals.List(v.Tx, "WHERE "+w.text()+" ORDER BY "+signalOrder+", rule, id LIMIT 20", w.args...)
	if err != nil {
		return nil, err
	}
	return v.signalRows(found)
}
