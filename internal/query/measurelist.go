package query

import (
	"slices"
	"strings"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/store"
)

// MeasureCounts is how many measures of an inspection stand how.
type MeasureCounts struct {
	Counts
	ByClaim map[work.Claim]int // "" for those not answered
}

// MeasureList is one page of the task list (任务清单).
type MeasureList struct {
	Rows      []MeasureRow
	Total     int // in the whole list, as filtered
	Page      int
	Size      int
	Counts    MeasureCounts   // of the whole inspection
	Expected  []work.Expected // of the list as filtered, whatever result is asked for
	Aspects   []Option
	Choices   Choices
	Issued    bool // the plan is issued: departments answer for their tasks
	CanClaim  bool // some of the rows are the caller's to claim
	CanExport bool
}

// measureOrders is how the list can be sorted.
var measureOrders = map[string]string{
	"number":     problemSeq + ", seq",
	"deadline":   problemOrders["deadline"],
	"verdict":    problemOrders["verdict"],
	"leader":     problemOrders["leader"],
	"department": problemOrders["department"],
}

// problemSeq is the place of a measure's problem in the paper.
const problemSeq = "(SELECT problem.seq FROM problem WHERE problem.id = measure.problem_id)"

// Measures gives one page of the task list, to those who see detail.
func Measures(v *View, in ListIn) (MeasureList, error) {
	i, t, err := v.Inspection(in.Inspection, org.SeeDetail)
	if err != nil {
		return MeasureList{}, err
	}
	l := MeasureList{Page: max(1, in.Page), Size: ListSize, CanExport: v.Can(org.Export, t)}
	if l.Rows, l.Total, err = v.measuresWhere(i, in, ListSize); err != nil {
		return l, err
	}
	if l.Counts, err = v.CountMeasures(i.ID); err != nil {
		return l, err
	}
	if l.Expected, err = v.expected(i, in.Filter); err != nil {
		return l, err
	}
	if l.Aspects, _, err = v.branches(i.ID); err != nil {
		return l, err
	}
	if l.Issued, err = v.planIssued(i.ID); err != nil {
		return l, err
	}
	l.CanClaim = l.Issued && v.claimable(l.Rows, t)
	l.Choices, err = v.ChoicesOf(i.OrgID)
	return l, err
}

// claimable marks the rows that the caller can claim as head of the lead
// department, and reports whether there are any.
func (v *View) claimable(rows []MeasureRow, t org.Target) bool {
	own, any := v.Actor.Departments(org.RoleDeptHead), false
	for i := range rows {
		t.Departments = []string{rows[i].LeadDeptID}
		rows[i].CanClaim = v.Can(org.MeasureClaim, t) && slices.Contains(own, rows[i].LeadDeptID)
		any = any || rows[i].CanClaim
	}
	return any
}

// measuresWhere gives one page of the measures that a filter selects, and how
// many there are. size 0 gives all of them.
func (v *View) measuresWhere(i inspection.Inspection, in ListIn, size int) ([]MeasureRow, int, error) {
	w, err := v.measureWhere(i.OrgID, i.ID, in.Filter)
	if err != nil {
		return nil, 0, err
	}
	total, err := v.Tx.Count("SELECT COUNT(*) FROM measure WHERE "+w.text(), w.args...)
	if err != nil {
		return nil, 0, err
	}
	rest, args := "WHERE "+w.text()+orderBy(measureOrders, in.Sort, problemSeq+", seq, id"), w.args
	if size > 0 {
		rest, args = rest+" LIMIT ? OFFSET ?", append(args, size, (max(1, in.Page)-1)*size)
	}
	found, err := store.Measures.List(v.Tx, rest, args...)
	if err != nil {
		return nil, 0, err
	}
	rows, err := v.measuresWithProblems(i, found)
	return rows, total, err
}

func (v *View) measuresWithProblems(i inspection.Inspection, found []work.Measure) ([]MeasureRow, error) {
	problems := map[string]work.Problem{}
	for _, ids := range chunks(idsOf(found, func(m work.Measure) string { return m.ProblemID })) {
		list, err := store.Problems.List(v.Tx, "WHERE id IN ("+marks(len(ids))+")", anyOf(ids)...)
		if err != nil {
			return nil, err
		}
		for _, p := range list {
			problems[p.ID] = p
		}
	}
	names, err := v.NamesOf(i.OrgID)
	if err != nil {
		return nil, err
	}
	return v.measureRows(i.ID, names, found, problems)
}

// measureWhere is workWhere with what only measures have.
func (v *View) measureWhere(orgID, inspectionID string, f WorkFilter) (where, error) {
	w, err := v.workWhere(inspectionID, f)
	if err != nil {
		return w, err
	}
	w.equal("kind", string(f.Kind))
	w.equal("claim", f.Claim)
	w.equal("problem_id", f.Problem)
	w.expects(f.Expects)
	var of where
	of.add("p.inspection_id = ?", inspectionID)
	of.equal("p.aspect_id", f.Aspect)
	of.equal("p.item_id", f.Item)
	of.closed(f.Closed)
	if len(of.parts) > 1 {
		w.add("problem_id IN (SELECT p.id FROM problem p WHERE "+of.text()+")", of.args...)
	}
	if f.Planned {
		w.add(isPlanned)
	}
	return w, v.searchMeasures(&w, orgID, inspectionID, f.Search)
}

// expected adds up what the measures of a filter are expected to bring. A kind
// of result that is asked for does not narrow the sums: each leads to its own.
func (v *View) expected(i inspection.Inspection, f WorkFilter) ([]work.Expected, error) {
	f.Expects = ""
	w, err := v.measureWhere(i.OrgID, i.ID, f)
	if err != nil {
		return nil, err
	}
	list, err := store.Measures.List(v.Tx, "WHERE "+w.text(), w.args...)
	return work.ExpectedOf(list), err
}

// expects narrows to measures that expect a countable result of a kind.
func (w *where) expects(kind work.ResultKind) {
	if slices.Contains(work.ResultKinds(), kind) {
		w.add(`results LIKE ?`, `%"Kind":"`+string(kind)+`"%`)
	}
}

// searchMeasures narrows to measures whose wording contains the text, whose
// problem's number begins so or wording contains it, or whose people it names.
func (v *View) searchMeasures(w *where, orgID, inspectionID, q string) error {
	if q == "" {
		return nil
	}
	people, err := v.peopleNamed(orgID, q)
	if err != nil {
		return err
	}
	like := "%" + escaped(q) + "%"
	parts := []string{`body LIKE ? ESCAPE '\'`, `problem_id IN (SELECT p.id FROM problem p WHERE p.inspection_id = ?
		AND (p.number LIKE ? ESCAPE '\' OR p.title LIKE ? ESCAPE '\'))`}
	w.args = append(w.args, like, inspectionID, escaped(q)+"%", like)
	for _, id := range people {
		parts = append(parts, "leader_id = ?", "owner_id = ?")
		w.args = append(w.args, id, id)
	}
	w.parts = append(w.parts, "("+strings.Join(parts, " OR ")+")")
	return nil
}

// CountMeasures counts the measures of one inspection. The caller must have
// asked whether its detail may be seen.
func (v *View) CountMeasures(inspectionID string) (MeasureCounts, error) {
	out := MeasureCounts{Counts: Counts{ByVerdict: map[work.Verdict]int{}}, ByClaim: map[work.Claim]int{}}
	byClaim, err := v.countIn("measure", "claim", inspectionID)
	for claim, c := range byClaim {
		out.Counts = out.Plus(c)
		out.ByClaim[work.Claim(claim)] = c.Total
	}
	return out, err
}
