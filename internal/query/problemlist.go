package query

import (
	"slices"
	"strings"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/plan"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/store"
)

// Entries on a page of the lists. A tree shows more at once: it is for reading
// through.
const (
	ListSize = 50
	TreeSize = 200
)

// ListIn asks for one page of a list of an inspection.
type ListIn struct {
	Inspection string
	Filter     WorkFilter
	Sort       string // a key of the list's columns, "-" before it for descending
	Page       int    // from 1
	Tree       bool
}

// size is the number of entries on a page.
func (in ListIn) size() int {
	if in.Tree {
		return TreeSize
	}
	return ListSize
}

// ProblemRow is one problem of the list.
type ProblemRow struct {
	ID       string
	Number   string
	Title    string
	AspectID string
	ItemID   string
	Leader   string
	LeadDept string
	Assist   []string
	Owner    string
	Due      Due
	Verdict  work.Verdict // as shown on the day
	LongTerm bool
	ClosedOn workday.Date
	// FollowMissed: it must be kept up, and a follow-up was not answered in time.
	FollowMissed bool
	Measures     int
	Finished     int                // measures done
	Missing      []work.MeasureKind // kinds of measure that the problem has none of
}

// ProblemGroup is the problems of one item, or of an aspect without items, on
// a page of the tree.
type ProblemGroup struct {
	Aspect string
	Item   string
	Rows   []ProblemRow
}

// ProblemList is one page of the problem list (问题清单).
type ProblemList struct {
	Rows       []ProblemRow
	Groups     []ProblemGroup // the same rows, for the tree
	Total      int            // in the whole list, as filtered
	Page       int
	Size       int
	Counts     Counts // of the whole inspection
	Aspects    []Option
	Items      []Option
	Choices    Choices
	SeesDetail bool
	Sent       plan.Version // whose words stand in the rows; none where they are the records
	CanAssign  bool
	CanLetter  bool
	CanExport  bool
}

// problemOrders is how the list can be sorted.
var problemOrders = map[string]string{
	"number":     "seq",
	"deadline":   "CASE WHEN deadline = '' THEN '9999' ELSE deadline END",
	"verdict":    "CASE verdict WHEN 'not-started' THEN 1 WHEN 'under-way' THEN 2 WHEN 'basically-done' THEN 3 ELSE 4 END",
	"leader":     "(SELECT pinyin FROM person WHERE person.id = leader_id)",
	"department": "(SELECT sort FROM department WHERE department.id = lead_dept_id)",
}

// orderBy gives the ORDER BY of a sort key; an unknown one sorts by number.
func orderBy(orders map[string]string, sort, last string) string {
	key, down := strings.CutPrefix(sort, "-")
	by, ok := orders[key]
	switch {
	case !ok:
		return " ORDER BY " + last
	case down:
		return " ORDER BY " + by + " DESC, " + last
	}
	return " ORDER BY " + by + ", " + last
}

// Problems gives one page of the problem list. Who does not see detail gets
// the original problems with state and deadline, and before the issue what was
// sent to him.
func Problems(v *View, in ListIn) (ProblemList, error) {
	i, t, err := v.Inspection(in.Inspection, org.SeeInspection)
	if err != nil {
		return ProblemList{}, err
	}
	l := ProblemList{Page: max(1, in.Page), Size: in.size(), SeesDetail: v.Can(org.SeeDetail, t),
		CanAssign: v.Can(org.Assign, t), CanLetter: v.Can(org.LetterDraft, t), CanExport: v.Can(org.Export, t)}
	found, total, err := v.problemsWhere(i, in, l.SeesDetail, l.Size)
	if err != nil {
		return l, err
	}
	l.Total = total
	if l.Rows, err = v.problemRows(i, found, l.SeesDetail); err != nil {
		return l, err
	}
	if !l.SeesDetail {
		if err := v.asSent(&l, i, t); err != nil {
			return l, err
		}
	}
	if err := v.problemChoices(&l, i); err != nil {
		return l, err
	}
	if in.Tree {
		l.Groups = grouped(l.Rows, l.Aspects, l.Items)
	}
	l.Counts, err = v.CountProblems(i.ID)
	return l, err
}

// problemsWhere gives one page of the problems that a filter selects, and how
// many there are. size 0 gives all of them.
func (v *View) problemsWhere(i inspection.Inspection, in ListIn, detail bool, size int) ([]work.Problem, int, error) {
	w, err := v.problemWhere(i.OrgID, i.ID, in.Filter.shown(detail), detail)
	if err != nil {
		return nil, 0, err
	}
	total, err := v.totalOf(i.ID, in.Filter, w)
	if err != nil {
		return nil, 0, err
	}
	rest, args := "WHERE "+w.text()+orderBy(problemOrders, in.Sort, "seq"), w.args
	if size > 0 {
		rest, args = rest+" LIMIT ? OFFSET ?", append(args, size, (max(1, in.Page)-1)*size)
	}
	found, err := store.Problems.List(v.Tx, rest, args...)
	return found, total, err
}

// totalOf counts what a filter selects; without one it is the figure that all
// pages show.
func (v *View) totalOf(inspectionID string, f WorkFilter, w where) (int, error) {
	if f == (WorkFilter{}) {
		c, err := v.CountProblems(inspectionID)
		return c.Total, err
	}
	return v.Tx.Count("SELECT COUNT(*) FROM problem WHERE "+w.text(), w.args...)
}

func (v *View) problemRows(i inspection.Inspection, found []work.Problem, detail bool) ([]ProblemRow, error) {
	ladder, err := v.ladderOf(i.ID)
	if err != nil {
		return nil, err
	}
	names, err := v.NamesOf(i.OrgID)
	if err != nil {
		return nil, err
	}
	rows := make([]ProblemRow, len(found))
	for n, p := range found {
		rows[n] = ProblemRow{ID: p.ID, Number: p.Number, Title: p.Title, AspectID: p.AspectID, ItemID: p.ItemID,
			Due: v.DueOfProblem(p, ladder), Verdict: work.Effective(p.Verdict, p.Deadline, v.Today),
			LongTerm: p.LongTerm, ClosedOn: p.ClosedOn,
			FollowMissed: p.FollowMissed(v.Today)}
		if detail {
			rows[n].Leader, rows[n].LeadDept = names.Person(p.LeaderID), names.Department(p.LeadDeptID)
			rows[n].Assist, rows[n].Owner = names.Departments(p.AssistDepts), names.Person(p.OwnerID)
		}
	}
	if !detail {
		return rows, nil
	}
	return rows, v.countMeasuresOf(rows)
}

// countMeasuresOf fills in how many measures the rows have, shared ones among them, and which kinds
// they lack.
func (v *View) countMeasuresOf(rows []ProblemRow) error {
	at := map[string]*ProblemRow{}
	has := map[string]map[work.MeasureKind]bool{}
	for n := range rows {
		at[rows[n].ID], has[rows[n].ID] = &rows[n], map[work.MeasureKind]bool{}
	}
	for _, ids := range chunks(idsOf(rows, func(r ProblemRow) string { return r.ID })) {
		err := v.Tx.Each(func(scan func(...any) error) error {
			var problem string
			var kind work.MeasureKind
			var all, done int
			if err := scan(&problem, &kind, &all, &done); err != nil {
				return err
			}
			at[problem].Measures += all
			at[problem].Finished += done
			has[problem][kind] = true
			return nil
		}, "SELECT problem_id, kind, COUNT(*), "+sum("verdict = 'done'")+" FROM measure WHERE problem_id IN ("+marks(len(ids))+
			") GROUP BY problem_id, kind UNION ALL SELECT l.problem_id, m.kind, COUNT(*), "+sum("m.verdict = 'done'")+
			" FROM measure_link l JOIN measure m ON m.id = l.measure_id WHERE l.problem_id IN ("+marks(len(ids))+
			") GROUP BY l.problem_id, m.kind", anyOf(slices.Concat(ids, ids))...)
		if err != nil {
			return err
		}
	}
	for id, row := range at {
		row.Missing = work.Missing(has[id])
	}
	return nil
}

// chunks cuts ids into lists that fit into one statement; none are empty.
func chunks(ids []string) [][]string {
	const most = 500
	var out [][]string
	for len(ids) > most {
		out, ids = append(out, ids[:most]), ids[most:]
	}
	if len(ids) > 0 {
		out = append(out, ids)
	}
	return out
}

func (v *View) problemChoices(l *ProblemList, i inspection.Inspection) error {
	var err error
	if l.Aspects, l.Items, err = v.branches(i.ID); err != nil || !l.SeesDetail {
		return err
	}
	l.Choices, err = v.ChoicesOf(i.OrgID)
	return err
}

// branches gives the aspects and items of an inspection's feedback paper.
func (v *View) branches(inspectionID string) (aspects, items []Option, err error) {
	nodes, err := store.Nodes.List(v.Tx, "WHERE inspection_id = ? AND kind IN (?, ?) ORDER BY seq",
		inspectionID, inspection.KindAspect, inspection.KindItem)
	for _, n := range nodes {
		o := Option{Value: n.ID, Label: n.Mark + n.Title}
		if n.Kind == inspection.KindAspect {
			aspects = append(aspects, o)
		} else {
			items = append(items, o)
		}
	}
	return aspects, items, err
}

// grouped cuts rows into runs of the same item.
func grouped(rows []ProblemRow, aspects, items []Option) []ProblemGroup {
	labels := map[string]string{}
	for _, o := range append(aspects[:len(aspects):len(aspects)], items...) {
		labels[o.Value] = o.Label
	}
	var out []ProblemGroup
	for n, r := range rows {
		if n == 0 || r.AspectID != rows[n-1].AspectID || r.ItemID != rows[n-1].ItemID {
			out = append(out, ProblemGroup{Aspect: labels[r.AspectID], Item: labels[r.ItemID]})
		}
		last := &out[len(out)-1]
		last.Rows = append(last.Rows, r)
	}
	return out
}

// Choosable reports whether the caller can do something with chosen problems.
func (l ProblemList) Choosable() bool { return l.CanAssign || l.CanLetter }
