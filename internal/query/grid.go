package query

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/store"
)

// GridSize is the number of problems on a page of the grid.
const GridSize = 500

// Grid is the problems of an inspection with their measures, one row each, for
// editing cell by cell.
type Grid struct {
	InspectionID string
	Rows         []GridRow
	Total        int // problems, as filtered
	Page         int
	Choices      Choices
	Causes       []string // words of the categories in use
	CanEdit      bool     // some cell
	CanUndo      bool
	CanRedo      bool
}

// GridRow is one problem, or one measure of the problem above it.
type GridRow struct {
	Measure   bool
	ID        string
	ProblemID string
	Number    string // of the problem
	Title     string // wording of the problem; empty for a measure
	Missing   []work.MeasureKind
	Closed    bool
	Cells     []GridCell // in the order of work.Cells
}

// GridCell is one cell; one that the row has not stays empty.
type GridCell struct {
	Column string
	Text   string
	There  bool
	Edits  bool
}

// GridOf gives one page of the grid, to those who see detail.
func GridOf(v *View, in ListIn) (Grid, error) {
	i, t, err := v.Inspection(in.Inspection, org.SeeDetail)
	if err != nil {
		return Grid{}, err
	}
	g := Grid{InspectionID: i.ID, Page: max(1, in.Page)}
	problems, total, err := v.problemsWhere(i, in, true, GridSize)
	if err != nil {
		return g, err
	}
	g.Total = total
	if err := v.gridRows(&g, i, t, problems); err != nil {
		return g, err
	}
	if g.Choices, err = v.ChoicesOf(i.OrgID); err != nil {
		return g, err
	}
	names, err := v.NamesOf(i.OrgID)
	if err != nil {
		return g, err
	}
	for _, o := range g.Choices.Causes {
		g.Causes = append(g.Causes, work.CauseWord(o.Value, names))
	}
	return g, v.gridSteps(&g)
}

func (v *View) gridSteps(g *Grid) error {
	return v.Tx.Each(func(scan func(...any) error) error {
		var undone bool
		var n int
		err := scan(&undone, &n)
		g.CanUndo, g.CanRedo = g.CanUndo || !undone && n > 0, g.CanRedo || undone && n > 0
		return err
	}, "SELECT undone, COUNT(*) FROM grid_step WHERE inspection_id = ? AND account_id = ? GROUP BY undone", g.InspectionID, v.Actor.AccountID)
}

func (v *View) gridRows(g *Grid, i inspection.Inspection, t org.Target, problems []work.Problem) error {
	names, err := v.NamesOf(i.OrgID)
	if err != nil {
		return err
	}
	measures, err := v.measuresByProblem(problems)
	if err != nil {
		return err
	}
	rows, err := v.problemRows(i, problems, true)
	if err != nil {
		return err
	}
	for n, p := range problems {
		own := measures[p.ID]
		t.LeaderID, t.Departments = p.LeaderID, p.Departments()
		for _, m := range own {
			t.Departments = append(t.Departments, m.Departments()...)
		}
		plans, assigns := !p.Closed() && v.Can(org.ProblemPlan, t), !p.Closed() && v.Can(org.Assign, t)
		g.CanEdit = g.CanEdit || plans || assigns
		g.Rows = append(g.Rows, GridRow{ID: p.ID, ProblemID: p.ID, Number: p.Number, Title: p.Title, Missing: rows[n].Missing, Closed: p.Closed(),
			Cells: gridCells(false, func(c string) string { return p.Cell(c, names) }, func(c string) bool {
				if planned(c) {
					return plans
				}
				return assigns
			})})
		for _, m := range own {
			t.LeaderID, t.Departments = m.LeaderID, append([]string{p.LeadDeptID}, m.Departments()...)
			edits := !p.Closed() && v.Can(org.MeasureEdit, t)
			g.CanEdit = g.CanEdit || edits
			g.Rows = append(g.Rows, GridRow{Measure: true, ID: m.ID, ProblemID: p.ID, Number: p.Number, Closed: p.Closed(),
				Cells: gridCells(true, func(c string) string { return m.Cell(c, names) }, func(string) bool { return edits })})
		}
	}
	return nil
}

// planned are the cells of a problem that its departments plan themselves.
func planned(column string) bool {
	switch column {
	case work.CellCause, work.CellCategory, work.CellGoal, work.CellOwner:
		return true
	}
	return false
}

func gridCells(measure bool, text func(string) string, edits func(string) bool) []GridCell {
	out := make([]GridCell, 0, 12)
	for _, c := range work.Cells() {
		there := work.HasCell(measure, c)
		out = append(out, GridCell{Column: c, Text: text(c), There: there, Edits: there && edits(c)})
	}
	return out
}

// measuresByProblem gives the measures that stand under the problems.
func (v *View) measuresByProblem(problems []work.Problem) (map[string][]work.Measure, error) {
	out := map[string][]work.Measure{}
	for _, ids := range chunks(idsOf(problems, func(p work.Problem) string { return p.ID })) {
		list, err := store.Measures.List(v.Tx, "WHERE problem_id IN ("+marks(len(ids))+") ORDER BY problem_id, seq, id", anyOf(ids)...)
		if err != nil {
			return nil, err
		}
		for _, m := range list {
			out[m.ProblemID] = append(out[m.ProblemID], m)
		}
	}
	return out, nil
}
