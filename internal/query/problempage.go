package query

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/letter"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// ProblemPage is the file of one problem: the original wording, what is
// planned, who answers, what was done, and how it came about.
type ProblemPage struct {
	Inside
	Problem  work.Problem
	Original inspection.Node
	Path     []inspection.Node // from the aspect down to the problem's parent
	Verdict  work.Verdict      // as shown on the day
	Due      Due
	Span     work.Span // in which deadlines lie
	Leader   string
	LeadDept string
	Assist   []string
	Owner    string
	Category string // the organisation's own name of the cause category
	Parts    []PartRow
	People   []Option // for the forms of the parts
	Proposed string   // leader by portfolio, where another one or none is named
	Kinds    []MeasureGroup
	Work     ProblemWork
	Answers  ProblemAnswers
	Signals  []SignalRow
	Sent     SentPlan        // for those outside before the issue
	Letters  []letter.Letter // that name the problem
	History  []Event
	Before   Neighbour
	After    Neighbour

	SeesDetail bool
	CanPlan    bool
	CanAssign  bool
	CanMeasure bool
	CanAmend   bool // the plan is issued: changes take a request
}

// Neighbour is the problem before or after in the list; empty at the ends.
type Neighbour struct{ ID, Number string }

// MeasureGroup is the measures of one kind; none is a gap that shows.
type MeasureGroup struct {
	Kind     work.MeasureKind
	Measures []MeasureRow
}

// MeasureRow is one measure with names.
type MeasureRow struct {
	work.Measure
	Leader   string
	LeadDept string
	Assist   []string
	Owner    string
	Due      Due
	Shown    work.Verdict // as shown on the day
	Steps    []work.Step
	Shared   []Neighbour // the other problems that it answers too
	Guest    bool        // on a problem's page: it stands under another problem
	Number   string      // of the problem, in lists
	Problem  string      // wording of the problem, in lists
	CanEdit  bool
	CanStep  bool
	CanClaim bool
	Ended    bool // it belongs to a cycle that ended
}

// Problem gives the file of one problem.
func Problem(v *View, id string) (ProblemPage, error) {
	p, t, err := v.Problem(id, org.SeeInspection)
	if err != nil {
		return ProblemPage{}, err
	}
	out := ProblemPage{Inside: Inside{p.InspectionID}, Problem: p, SeesDetail: v.Can(org.SeeDetail, t),
		Verdict: work.Effective(p.Verdict, p.Deadline, v.Today)}
	for _, load := range []func(*ProblemPage) error{v.loadWording, v.loadNeighbours, v.loadDue} {
		if err := load(&out); err != nil {
			return out, err
		}
	}
	if out.Letters, err = v.lettersAbout(p.ID, t); err != nil {
		return out, err
	}
	if !out.SeesDetail {
		out.Problem = withoutPlan(p)
		out.Sent, err = v.sentPlan(p, t)
		return out, err
	}
	planned := !p.Closed()
	out.CanPlan, out.CanAssign, out.CanMeasure = planned && v.Can(org.ProblemPlan, t), planned && v.Can(org.Assign, t), planned && v.Can(org.MeasureEdit, t)
	if err := v.afterIssue(&out, t); err != nil {
		return out, err
	}
	if err := v.loadPlan(&out); err != nil {
		return out, err
	}
	if out.Work, err = v.workOn(p, t); err != nil {
		return out, err
	}
	if v.Can(org.SeeParty, t) {
		if out.Answers, err = v.answersTo(p); err != nil {
			return out, err
		}
	}
	if out.Signals, err = v.signalsOf(p, t); err != nil {
		return out, err
	}
	out.History, err = v.history(out, v.Inside(t))
	return out, err
}

// withoutPlan keeps of a problem what may be seen before the plan is issued.
func withoutPlan(p work.Problem) work.Problem {
	return work.Problem{ID: p.ID, InspectionID: p.InspectionID, Number: p.Number, Title: p.Title, Seq: p.Seq,
		Deadline: p.Deadline, FirstDeadline: p.FirstDeadline, Term: p.Term, LongTerm: p.LongTerm, Verdict: p.Verdict, ClosedOn: p.ClosedOn}
}

// loadWording finds the original wording and the headings above it.
func (v *View) loadWording(out *ProblemPage) error {
	var err error
	out.Original, err = store.Nodes.Get(v.Tx, out.Problem.ID)
	if fault.Is(err, fault.NotFound) {
		out.Original = inspection.Node{Title: out.Problem.Title}
		return nil
	}
	for parent := out.Original.ParentID; err == nil && parent != "" && len(out.Path) < 8; {
		var n inspection.Node
		n, err = store.Nodes.Get(v.Tx, parent)
		out.Path = append([]inspection.Node{n}, out.Path...)
		parent = n.ParentID
	}
	return err
}

func (v *View) loadNeighbours(out *ProblemPage) error {
	for _, n := range []struct {
		to   *Neighbour
		rest string
	}{{&out.Before, "seq < ? ORDER BY seq DESC"}, {&out.After, "seq > ? ORDER BY seq"}} {
		err := v.Tx.Each(func(scan func(...any) error) error { return scan(&n.to.ID, &n.to.Number) },
			"SELECT id, number FROM problem WHERE inspection_id = ? AND "+n.rest+" LIMIT 1", out.Problem.InspectionID, out.Problem.Seq)
		if err != nil {
			return err
		}
	}
	return nil
}

func (v *View) loadDue(out *ProblemPage) error {
	i, round, err := v.roundOf(out.Problem.InspectionID)
	if err != nil {
		return err
	}
	out.Due = v.DueOfProblem(out.Problem, v.ladder(round))
	out.Span = work.Span{From: i.FeedbackOn, Until: v.deadlines(i, round)[workday.PeriodEnd].Date}
	return nil
}

func (v *View) loadPlan(out *ProblemPage) error {
	p := out.Problem
	names, err := v.NamesOf(p.OrgID)
	if err != nil {
		return err
	}
	out.Leader, out.LeadDept = names.Person(p.LeaderID), names.Department(p.LeadDeptID)
	out.Category = names.Cause(p.CauseCategory)
	out.Assist, out.Owner = names.Departments(p.AssistDepts), names.Person(p.OwnerID)
	posts, err := store.Posts.List(v.Tx, "WHERE org_id = ?", p.OrgID)
	if err != nil {
		return err
	}
	if by := org.LeaderOf(posts, p.LeadDeptID, v.Today); by != p.LeaderID {
		out.Proposed = names.Person(by)
	}
	i, err := v.inspection(p.InspectionID)
	if err != nil {
		return err
	}
	measures, err := store.MeasuresOf(v.Tx, p.ID)
	if err != nil {
		return err
	}
	rows, err := v.measuresWithProblems(i, measures)
	if err != nil {
		return err
	}
	for n := range rows {
		rows[n].Guest = rows[n].ProblemID != p.ID
		rows[n].Ended = !rows[n].Guest && rows[n].Cycle < p.Cycle
	}
	if out.Parts, err = v.partsOf(p, names); err != nil {
		return err
	}
	if len(out.Parts) > 0 {
		choices, err := v.ChoicesOf(p.OrgID)
		if err != nil {
			return err
		}
		out.People = choices.People
	}
	for _, k := range work.MeasureKinds() {
		g := MeasureGroup{Kind: k}
		for _, r := range rows {
			if r.Kind == k {
				g.Measures = append(g.Measures, r)
			}
		}
		out.Kinds = append(out.Kinds, g)
	}
	return nil
}

// measureRows adds names, deadlines, steps and what the caller may do to
// measures of the given problems.
func (v *View) measureRows(inspectionID string, names Names, measures []work.Measure, of map[string]work.Problem) ([]MeasureRow, error) {
	i, round, err := v.roundOf(inspectionID)
	if err != nil {
		return nil, err
	}
	ladder, t := v.ladder(round), store.TargetOf(i)
	rows := make([]MeasureRow, len(measures))
	for i, m := range measures {
		p := of[m.ProblemID]
		t.LeaderID, t.Departments = m.LeaderID, append([]string{p.LeadDeptID}, m.Departments()...)
		rows[i] = MeasureRow{Measure: m, Leader: names.Person(m.LeaderID), LeadDept: names.Department(m.LeadDeptID),
			Assist: names.Departments(m.AssistDepts), Owner: names.Person(m.OwnerID), Due: v.DueOfMeasure(m, ladder),
			Shown: work.Effective(m.Verdict, m.Deadline, v.Today), Number: p.Number, Problem: p.Title,
			CanEdit: !p.Closed() && m.Cycle == p.Cycle && v.Can(org.MeasureEdit, t), CanStep: !p.Closed() && m.Cycle == p.Cycle && v.Can(org.StepEdit, t)}
	}
	if err := v.stepsOf(rows); err != nil {
		return rows, err
	}
	return rows, v.sharesOf(rows)
}

func (v *View) stepsOf(rows []MeasureRow) error {
	at := map[string]*MeasureRow{}
	for i := range rows {
		at[rows[i].ID] = &rows[i]
	}
	for _, ids := range chunks(idsOf(rows, func(r MeasureRow) string { return r.ID })) {
		steps, err := store.Steps.List(v.Tx, "WHERE measure_id IN ("+marks(len(ids))+") ORDER BY measure_id, seq, id", anyOf(ids)...)
		if err != nil {
			return err
		}
		for _, s := range steps {
			at[s.MeasureID].Steps = append(at[s.MeasureID].Steps, s)
		}
	}
	return nil
}

// ProblemForm is what the forms of a problem's plan need.
type ProblemForm struct {
	ProblemPage
	Choices Choices
}

// EditableProblem gives a problem with the choices of its forms, to those who
// may change its plan.
func EditableProblem(v *View, id string) (ProblemForm, error) {
	return formOf(v, id, org.ProblemPlan)
}

// AssignableProblem is EditableProblem for those who may say who answers.
func AssignableProblem(v *View, id string) (ProblemForm, error) { return formOf(v, id, org.Assign) }

func formOf(v *View, id string, p org.Permission) (ProblemForm, error) {
	if _, _, err := v.Problem(id, p); err != nil {
		return ProblemForm{}, err
	}
	page, err := Problem(v, id)
	if err != nil {
		return ProblemForm{}, err
	}
	choices, err := v.ChoicesOf(page.Problem.OrgID)
	return ProblemForm{ProblemPage: page, Choices: choices}, err
}

// MeasureForm is what the forms of one measure need; Measure is empty for a
// new one.
type MeasureForm struct {
	Inside
	Problem ProblemPage
	Measure MeasureRow
	Choices Choices
	// Sharable are the other problems that the measure could answer too.
	Sharable []Option
}

// NewMeasure gives the form of a new measure of a problem.
func NewMeasure(v *View, problemID string) (MeasureForm, error) {
	f, err := formOf(v, problemID, org.MeasureEdit)
	if err != nil {
		return MeasureForm{}, err
	}
	p := f.Problem
	m := work.Measure{LeaderID: p.LeaderID, LeadDeptID: p.LeadDeptID, AssistDepts: p.AssistDepts, OwnerID: p.OwnerID,
		Deadline: p.Deadline, Term: p.Term, LongTerm: p.LongTerm}
	return MeasureForm{Inside: f.Inside, Problem: f.ProblemPage, Measure: MeasureRow{Measure: m}, Choices: f.Choices}, nil
}

// EditableMeasure is Measure for those who may change it.
func EditableMeasure(v *View, id string) (MeasureForm, error) {
	_, t, err := store.MeasureTarget(v.Tx, id)
	if err != nil {
		return MeasureForm{}, err
	}
	if err := v.Need(org.MeasureEdit, t); err != nil {
		return MeasureForm{}, err
	}
	return Measure(v, id)
}

// Measure gives one measure with its problem.
func Measure(v *View, id string) (MeasureForm, error) {
	m, t, err := store.MeasureTarget(v.Tx, id)
	if err != nil {
		return MeasureForm{}, err
	}
	if err := v.Need(org.SeeDetail, t); err != nil {
		return MeasureForm{}, err
	}
	out := MeasureForm{Inside: Inside{m.InspectionID}}
	if out.Problem, err = Problem(v, m.ProblemID); err != nil {
		return out, err
	}
	names, err := v.NamesOf(m.OrgID)
	if err != nil {
		return out, err
	}
	rows, err := v.measureRows(m.InspectionID, names, []work.Measure{m}, map[string]work.Problem{m.ProblemID: out.Problem.Problem})
	if err != nil {
		return out, err
	}
	out.Measure = rows[0]
	if out.Choices, err = v.ChoicesOf(m.OrgID); err != nil || !out.Measure.CanEdit {
		return out, err
	}
	out.Sharable, err = v.sharable(m, t)
	return out, err
}
