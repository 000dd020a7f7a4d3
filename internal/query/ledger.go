package query

import (
	"fmt"
	"slices"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/store"
)

// Ledger is what stands over every list that is taken out.
type Ledger struct {
	Organisation string
	Title        string // of the inspection
	On           workday.Date
	Filtered     bool // not the whole list
	Columns      []work.ListColumn
}

// ProblemLedger is the whole problem list, as filtered.
type ProblemLedger struct {
	Ledger
	Rows []ProblemEntry
}

// ProblemEntry is a problem with everything that the list prints.
type ProblemEntry struct {
	ProblemRow
	Aspect   string
	Item     string
	Wording  string   // the original wording, whole
	Reason   string   // of the deadline
	Texts    []string // of the measures
	Progress string   // the latest entry, where the list has it
	Category string   // word of the cause
	Cause    string
	Goal     string
	Criteria string
}

// MeasureLedger is the whole task list, as filtered.
type MeasureLedger struct {
	Ledger
	Rows []MeasureRow
}

// DutyLedger is the whole responsibility list.
type DutyLedger struct {
	Ledger
	Rows []DutyRow
}

// ledgerOf gives the head of a list, to those who see detail.
func (v *View) ledgerOf(in ListIn, list work.List) (Ledger, inspection.Inspection, error) {
	i, _, err := v.Inspection(in.Inspection, org.SeeDetail)
	if err != nil {
		return Ledger{}, i, err
	}
	o, err := store.Organisations.Get(v.Tx, i.OrgID)
	if err != nil {
		return Ledger{}, i, err
	}
	t, err := store.ColumnsInUse(v.Tx, i.OrgID, list)
	return Ledger{Organisation: o.Name, Title: i.Title, On: v.Today, Filtered: in.Filter != WorkFilter{}, Columns: t.Columns}, i, err
}

// ExportProblems gives the problem list for taking out.
func ExportProblems(v *View, in ListIn) (ProblemLedger, error) {
	head, i, err := v.ledgerOf(in, work.ProblemsList)
	if err != nil {
		return ProblemLedger{}, err
	}
	found, _, err := v.problemsWhere(i, in, true, 0)
	if err != nil {
		return ProblemLedger{}, err
	}
	rows, err := v.problemRows(i, found, true)
	if err != nil {
		return ProblemLedger{}, err
	}
	wording, headings, err := v.wordings(i.ID)
	if err != nil {
		return ProblemLedger{}, err
	}
	names, err := v.NamesOf(i.OrgID)
	if err != nil {
		return ProblemLedger{}, err
	}
	texts, err := v.measureTexts(found)
	if err != nil {
		return ProblemLedger{}, err
	}
	said := map[string]string{}
	if slices.ContainsFunc(head.Columns, func(c work.ListColumn) bool { return c.Key == "progress" }) {
		if said, err = v.latestProgress(i.ID); err != nil {
			return ProblemLedger{}, err
		}
	}
	out := ProblemLedger{Ledger: head, Rows: make([]ProblemEntry, len(rows))}
	for n, r := range rows {
		p := found[n]
		out.Rows[n] = ProblemEntry{ProblemRow: r, Aspect: headings[r.AspectID], Item: headings[r.ItemID], Wording: wording[r.ID],
			Category: work.CauseWord(p.CauseCategory, names), Reason: p.DeadlineReason, Cause: p.Cause, Goal: p.Goal, Criteria: p.Criteria.String()}
		out.Rows[n].Texts, out.Rows[n].Progress = texts[p.ID], said[p.ID]
		if out.Rows[n].Wording == "" {
			out.Rows[n].Wording = r.Title
		}
	}
	return out, nil
}

// latestProgress gives what was last said of every problem of an inspection.
func (v *View) latestProgress(inspectionID string) (map[string]string, error) {
	entries, err := store.ProgressEntries.List(v.Tx, "WHERE inspection_id = ? ORDER BY on_day, at, id", inspectionID)
	out := map[string]string{}
	for _, e := range entries {
		out[e.ProblemID] = e.Body
	}
	return out, err
}

// wordings gives the original wording of every problem of an inspection and
// the headings of its aspects and items.
func (v *View) wordings(inspectionID string) (wording, headings map[string]string, err error) {
	wording, headings = map[string]string{}, map[string]string{}
	err = v.Tx.Each(func(scan func(...any) error) error {
		var n inspection.Node
		if err := scan(&n.ID, &n.Kind, &n.Mark, &n.Title, &n.Text); err != nil {
			return err
		}
		if n.Kind == inspection.KindProblem {
			wording[n.ID] = n.Title + n.Text
		} else {
			headings[n.ID] = n.Mark + n.Title
		}
		return nil
	}, "SELECT id, kind, mark, title, body FROM node WHERE inspection_id = ? AND kind IN (?, ?, ?)",
		inspectionID, inspection.KindAspect, inspection.KindItem, inspection.KindProblem)
	return wording, headings, err
}

// ExportMeasures gives the task list for taking out.
func ExportMeasures(v *View, in ListIn) (MeasureLedger, error) {
	head, i, err := v.ledgerOf(in, work.TasksList)
	if err != nil {
		return MeasureLedger{}, err
	}
	rows, _, err := v.measuresWhere(i, in, 0)
	return MeasureLedger{Ledger: head, Rows: rows}, err
}

// ExportDuties gives the responsibility list for taking out.
func ExportDuties(v *View, in ListIn) (DutyLedger, error) {
	head, i, err := v.ledgerOf(ListIn{Inspection: in.Inspection}, work.DutiesList)
	if err != nil {
		return DutyLedger{}, err
	}
	list, err := Duties(v, i.ID)
	return DutyLedger{Ledger: head, Rows: list.Rows}, err
}

// measureTexts gives the wording of the measures of problems, numbered.
func (v *View) measureTexts(problems []work.Problem) (map[string][]string, error) {
	measures, err := v.measuresByProblem(problems)
	out := map[string][]string{}
	for id, list := range measures {
		for n, m := range list {
			out[id] = append(out[id], fmt.Sprintf("%d.%s", n+1, m.Text))
		}
	}
	return out, err
}
