package query

import (
	"fmt"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/plan"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// PlanFacts is what the plan's paper (整改方案) rests on: the facts of the
// inspection, what the plan says, the deadlines and the chain of the round, and
// the three lists as the plan has them.
type PlanFacts struct {
	Facts
	Title    string
	Refs     []Source // the version, where it is one
	Content  plan.Content
	Branches []PlanBranch
	Dues     map[workday.Code]workday.Due
	Chain    []inspection.ChainStep
	Ladder   workday.Ladder
	Problems ProblemLedger
	Measures MeasureLedger
	Duties   DutyLedger
}

// PlanBranch is one aspect of the feedback paper with its problems.
type PlanBranch struct {
	Title    string
	ID       string
	Problems []plan.Problem
}

// PlanPaperIn asks for the plan's paper: of a version, or of the records as
// they stand.
type PlanPaperIn struct {
	Inspection string
	Version    string // empty: the records
}

// PlanPaper gathers what the plan's paper rests on, to those who see the plan;
// from outside only of a version that was sent there.
func PlanPaper(v *View, in PlanPaperIn) (PlanFacts, error) {
	i, t, err := v.Inspection(in.Inspection, org.SeePlan)
	if err != nil {
		return PlanFacts{}, err
	}
	if in.Version != "" {
		f, _, err := v.planFile(in.Version)
		if err == nil && f.Version.InspectionID != i.ID {
			err = fault.New(fault.NotFound, "fault.not-found")
		}
		if err != nil {
			return PlanFacts{}, err
		}
		on := f.Version.IssuedOn
		if on == "" {
			on = workday.DateOf(f.Version.CreatedAt, workday.Zone)
		}
		return v.VersionFacts(i, f.Version, on)
	}
	if err := v.Need(org.PlanDraft, t); err != nil {
		return PlanFacts{}, err
	}
	title, err := store.PlanTitle(v.Tx, i.ID)
	if err != nil {
		return PlanFacts{}, err
	}
	content, err := store.PlanContent(v.Tx, i.ID, title)
	if err != nil {
		return PlanFacts{}, err
	}
	return v.planFacts(i, PlanFacts{Title: title, Content: content}, v.Today)
}

// VersionFacts gathers what the paper of a version rests on, dated on a day.
// The caller has asked for the permission.
func (v *View) VersionFacts(i inspection.Inspection, version plan.Version, on workday.Date) (PlanFacts, error) {
	content, err := plan.Open(version.Snapshot)
	if err != nil {
		return PlanFacts{}, err
	}
	return v.planFacts(i, PlanFacts{Title: version.Title, Content: content, Refs: []Source{refTo(store.PlanVersions, version.ID)}}, on)
}

func (v *View) planFacts(i inspection.Inspection, out PlanFacts, on workday.Date) (PlanFacts, error) {
	var err error
	if out.Facts, err = v.FactsOf(i, on, on); err != nil {
		return out, err
	}
	round, err := v.round(i.RoundID)
	if err != nil {
		return out, err
	}
	out.Dues, out.Chain, out.Ladder = v.deadlines(i, round), round.Settings.Chain, Ladder(round)
	return out, v.plannedLists(&out, i)
}

// plannedLists lays the content out as the three lists, without how far things
// are.
func (v *View) plannedLists(out *PlanFacts, i inspection.Inspection) error {
	wording, headings, err := v.wordings(i.ID)
	if err != nil {
		return err
	}
	problems, err := v.problemsByID(i.ID)
	if err != nil {
		return err
	}
	names, err := v.NamesOf(i.OrgID)
	if err != nil {
		return err
	}
	for n, list := range []*Ledger{&out.Problems.Ledger, &out.Measures.Ledger, &out.Duties.Ledger} {
		l := work.Lists()[n]
		t, err := store.ColumnsInUse(v.Tx, i.OrgID, l)
		if err != nil {
			return err
		}
		*list = Ledger{Organisation: out.Organisation.Name, Title: i.Title, On: v.Today, Columns: work.Planned(t.Columns)}
		if len(list.Columns) == 0 {
			list.Columns = work.Planned(work.UsualColumns(l))
		}
	}
	duties := map[[3]string]int{}
	for _, p := range out.Content.Problems {
		row := plannedProblem(p, problems[p.ID])
		row.Aspect, row.Item, row.Wording = headings[row.AspectID], headings[row.ItemID], wording[p.ID]
		row.Category = work.CauseWord(p.Category, names)
		out.Problems.Rows = append(out.Problems.Rows, row)
		out.branch(row, p)
		out.duty(duties, p.Duty, true)
		for _, m := range p.Measures {
			out.Measures.Rows = append(out.Measures.Rows, plannedMeasure(p, m))
			out.duty(duties, m.Duty, false)
		}
	}
	out.share()
	return nil
}

func plannedProblem(p plan.Problem, now work.Problem) ProblemEntry {
	row := ProblemEntry{ProblemRow: ProblemRow{ID: p.ID, Number: p.Number, Title: p.Title, AspectID: now.AspectID, ItemID: now.ItemID,
		Leader: p.Duty.Leader.Name, LeadDept: p.Duty.Lead.Name, Owner: p.Duty.Owner.Name, Due: Due{Date: p.Duty.Deadline, Term: p.Duty.Term},
		LongTerm: p.Duty.LongTerm}, Reason: p.Duty.Reason, Cause: p.Cause, Goal: p.Goal, Criteria: p.Criteria}
	for _, d := range p.Duty.Assist {
		row.Assist = append(row.Assist, d.Name)
	}
	for n, m := range p.Measures {
		row.Texts = append(row.Texts, fmt.Sprintf("%d.%s", n+1, m.Text))
	}
	return row
}

func plannedMeasure(p plan.Problem, m plan.Measure) MeasureRow {
	row := MeasureRow{Measure: work.Measure{ID: m.ID, ProblemID: p.ID, Kind: m.Kind, Text: m.Text, Expected: m.Expected, LongTerm: m.Duty.LongTerm,
		DeadlineReason: m.Duty.Reason}, Leader: m.Duty.Leader.Name, LeadDept: m.Duty.Lead.Name, Owner: m.Duty.Owner.Name,
		Due: Due{Date: m.Duty.Deadline, Term: m.Duty.Term}, Number: p.Number, Problem: p.Title}
	for _, d := range m.Duty.Assist {
		row.Assist = append(row.Assist, d.Name)
	}
	for _, s := range m.Steps {
		row.Steps = append(row.Steps, work.Step{Text: s.Text, Due: s.Due})
	}
	return row
}

// branch puts a problem under its aspect; problems come in the order of the
// paper.
func (f *PlanFacts) branch(row ProblemEntry, p plan.Problem) {
	if n := len(f.Branches); n == 0 || f.Branches[n-1].ID != row.AspectID {
		f.Branches = append(f.Branches, PlanBranch{Title: row.Aspect, ID: row.AspectID})
	}
	last := &f.Branches[len(f.Branches)-1]
	last.Problems = append(last.Problems, p)
}

// duty counts what a leader, a department and a person answer for.
func (f *PlanFacts) duty(at map[[3]string]int, d plan.Duty, problem bool) {
	key := [3]string{d.Leader.ID, d.Lead.ID, d.Owner.ID}
	n, ok := at[key]
	if !ok {
		n = len(f.Duties.Rows)
		at[key] = n
		f.Duties.Rows = append(f.Duties.Rows, DutyRow{LeaderID: key[0], DeptID: key[1], PersonID: key[2],
			Leader: d.Leader.Name, Dept: d.Lead.Name, Person: d.Owner.Name})
	}
	if problem {
		f.Duties.Rows[n].Problems.Total++
	} else {
		f.Duties.Rows[n].Measures.Total++
	}
}

// share fills in which other problems the measures answer.
func (f *PlanFacts) share() {
	guests := map[string][]Neighbour{}
	for _, p := range f.Content.Problems {
		for _, s := range p.Shared {
			guests[s.ID] = append(guests[s.ID], Neighbour{ID: p.ID, Number: p.Number})
		}
	}
	for n := range f.Measures.Rows {
		f.Measures.Rows[n].Shared = guests[f.Measures.Rows[n].ID]
	}
}
