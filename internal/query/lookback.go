package query

import (
	"slices"
	"strings"

	"bihuan/internal/domain/closing"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/store"
)

// RoundLookBack is the look-back of a round: its samples and what was found.
type RoundLookBack struct {
	Round       inspection.Round
	Samples     []SampleRow // newest first
	Inspections []Option
	Closed      int // problems signed off, of which a sample can be drawn
	ByOutcome   map[closing.SpotOutcome]int
}

// SampleRow is one sample of a list.
type SampleRow struct {
	closing.Sample
	Organisation string // empty: of the whole round
	Checked      int
}

// LookBackOfRound gives the look-back of a round, to those who draw.
func LookBackOfRound(v *View, roundID string) (RoundLookBack, error) {
	round, err := store.Rounds.Get(v.Tx, roundID)
	if err != nil {
		return RoundLookBack{}, err
	}
	if err := v.Need(org.SampleDraw, org.Target{Kind: store.Rounds.Name(), ID: roundID, OrgID: round.OfficeID}); err != nil {
		return RoundLookBack{}, err
	}
	out := RoundLookBack{Round: round, ByOutcome: map[closing.SpotOutcome]int{}}
	all, err := store.Inspections.List(v.Tx, "WHERE round_id = ? AND plan_shared_on <> '' ORDER BY feedback_on, id", roundID)
	if err != nil {
		return out, err
	}
	names := map[string]string{}
	for _, i := range all {
		o, err := store.Organisations.Get(v.Tx, i.OrgID)
		if err != nil {
			return out, err
		}
		names[i.ID] = o.ShortName
		out.Inspections = append(out.Inspections, Option{Value: i.ID, Label: o.ShortName})
	}
	if out.Closed, err = v.Tx.Count(`SELECT COUNT(*) FROM problem p JOIN inspection i ON i.id = p.inspection_id
		WHERE i.round_id = ? AND i.plan_shared_on <> '' AND p.closed_on <> ''`, roundID); err != nil {
		return out, err
	}
	if err := v.countSpotChecks(out.ByOutcome, "inspection_id IN (SELECT id FROM inspection WHERE round_id = ?)", roundID); err != nil {
		return out, err
	}
	samples, err := store.Samples.List(v.Tx, "WHERE round_id = ? ORDER BY number DESC", roundID)
	if err != nil {
		return out, err
	}
	for _, s := range samples {
		row := SampleRow{Sample: s, Organisation: names[s.InspectionID]}
		if row.Checked, err = v.Tx.Count("SELECT COUNT(DISTINCT problem_id) FROM spot_check WHERE sample_id = ?", s.ID); err != nil {
			return out, err
		}
		out.Samples = append(out.Samples, row)
	}
	return out, nil
}

func (v *View) countSpotChecks(into map[closing.SpotOutcome]int, cond string, args ...any) error {
	return v.Tx.Each(func(scan func(...any) error) error {
		var outcome closing.SpotOutcome
		var n int
		err := scan(&outcome, &n)
		into[outcome] = n
		return err
	}, "SELECT outcome, COUNT(*) FROM spot_check WHERE "+cond+" GROUP BY outcome", args...)
}

// SampleProblem is one drawn problem with what is to be checked on the spot.
type SampleProblem struct {
	Problem      work.Problem
	Organisation string
	Claims       string // what was reported, newest first
	People       int
	Amount       int64
	Signals      []SignalRow
	Checks       []closing.SpotCheck // of this sample
}

// SamplePage is one sample.
type SamplePage struct {
	Sample       closing.Sample
	Round        inspection.Round
	Organisation string // empty: of the whole round
	Rows         []SampleProblem
	Repeats      bool // drawing again gives the same
}

// SampleOf gives one sample, to those who draw.
func SampleOf(v *View, id string) (SamplePage, error) {
	s, t, err := store.SampleTarget(v.Tx, id)
	if err != nil {
		return SamplePage{}, err
	}
	if err := v.Need(org.SampleDraw, t); err != nil {
		return SamplePage{}, err
	}
	out := SamplePage{Sample: s, Repeats: s.File().Repeats()}
	if out.Round, err = v.round(s.RoundID); err != nil {
		return out, err
	}
	for _, p := range s.Drawn {
		row, err := v.sampleProblem(s, p)
		if err != nil {
			return out, err
		}
		out.Rows = append(out.Rows, row)
		if s.InspectionID != "" {
			out.Organisation = row.Organisation
		}
	}
	return out, nil
}

func (v *View) sampleProblem(s closing.Sample, id string) (SampleProblem, error) {
	p, t, err := store.ProofTarget(v.Tx, id)
	if err != nil {
		return SampleProblem{}, err
	}
	row := SampleProblem{Problem: p}
	o, err := store.Organisations.Get(v.Tx, p.OrgID)
	if err != nil {
		return row, err
	}
	row.Organisation = o.ShortName
	if row.Checks, err = store.SpotChecks.List(v.Tx, "WHERE problem_id = ? AND sample_id = ? ORDER BY at, id", id, s.ID); err != nil {
		return row, err
	}
	if err := v.claimsOf(&row); err != nil {
		return row, err
	}
	row.Signals, err = v.signalsOf(p, t)
	return row, err
}

// claimsOf says what was reported as done: the words, people and money that a
// look-back asks about.
func (v *View) claimsOf(row *SampleProblem) error {
	entries, err := store.ProgressEntries.List(v.Tx, "WHERE problem_id = ? ORDER BY at DESC, id DESC", row.Problem.ID)
	var words []string
	for _, e := range entries {
		if len(words) < 3 {
			words = append(words, e.Body)
		}
		row.People, row.Amount = max(row.People, e.People), max(row.Amount, e.Amount)
	}
	row.Claims = strings.Join(words, "\n")
	return err
}

// SpotCheckForm is where the finding about one problem is entered.
type SpotCheckForm struct {
	Inside
	SampleProblem
	Sample closing.Sample // empty ID where the problem was not drawn
	Files  []Option
}

// SpotCheckIn asks for the form of a problem, within a sample.
type SpotCheckIn struct{ Problem, Sample string }

// NewSpotCheck gives the form of a finding.
func NewSpotCheck(v *View, in SpotCheckIn) (SpotCheckForm, error) {
	p, _, err := v.Problem(in.Problem, org.LookBackRecord)
	if err != nil {
		return SpotCheckForm{}, err
	}
	f := SpotCheckForm{Inside: Inside{p.InspectionID}}
	if in.Sample != "" {
		s, t, err := store.SampleTarget(v.Tx, in.Sample)
		if err != nil {
			return f, err
		}
		if err := v.Need(org.SampleDraw, t); err != nil {
			return f, err
		}
		if slices.Contains(s.Drawn, p.ID) {
			f.Sample = s
		}
	}
	if f.SampleProblem, err = v.sampleProblem(f.Sample, p.ID); err != nil {
		return f, err
	}
	f.Files, err = v.evidenceOptions(work.Evidence.Stands, "problem_id = ?", p.ID)
	return f, err
}

// LookBacksIn asks for what look-backs found in an inspection.
type LookBacksIn struct {
	Inspection string
	Outcome    closing.SpotOutcome
}

// LookBackRow is one finding of a look-back.
type LookBackRow struct {
	closing.SpotCheck
	Number string
	Title  string
	Files  []Option
}

// LookBackList is what look-backs found in an inspection.
type LookBackList struct {
	Inside
	Rows      []LookBackRow
	All       int
	ByOutcome map[closing.SpotOutcome]int
}

// LookBacks lists what look-backs found in an inspection: the organisation
// sees it once it is recorded, not what is going to be looked at.
func LookBacks(v *View, in LookBacksIn) (LookBackList, error) {
	i, _, err := v.Inspection(in.Inspection, org.SeeLookBack)
	if err != nil {
		return LookBackList{}, err
	}
	l := LookBackList{Inside: Inside{i.ID}, ByOutcome: map[closing.SpotOutcome]int{}}
	if err := v.countSpotChecks(l.ByOutcome, "inspection_id = ?", i.ID); err != nil {
		return l, err
	}
	for _, n := range l.ByOutcome {
		l.All += n
	}
	var w where
	w.add("inspection_id = ?", i.ID)
	w.equal("outcome", string(in.Outcome))
	found, err := store.SpotChecks.List(v.Tx, "WHERE "+w.text()+" ORDER BY on_day DESC, id DESC", w.args...)
	if err != nil {
		return l, err
	}
	problems, err := v.problemsByID(i.ID)
	if err != nil {
		return l, err
	}
	for _, c := range found {
		row := LookBackRow{SpotCheck: c, Number: problems[c.ProblemID].Number, Title: problems[c.ProblemID].Title}
		if len(c.Proof) > 0 {
			if row.Files, err = v.evidenceOptions(anyFile, "id IN ("+marks(len(c.Proof))+")", anyOf(c.Proof)...); err != nil {
				return l, err
			}
		}
		l.Rows = append(l.Rows, row)
	}
	return l, nil
}

// CheckSheet is the sheet that is taken along: whom and what to ask.
type CheckSheet struct {
	SamplePage
	On workday.Date
}

// CheckSheetOf gives the sheet of a sample.
func CheckSheetOf(v *View, id string) (CheckSheet, error) {
	page, err := SampleOf(v, id)
	return CheckSheet{SamplePage: page, On: v.Today}, err
}
