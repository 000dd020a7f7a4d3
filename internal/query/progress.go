package query

import (
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/store"
)

// ProgressIn asks for one page of the progress entries of an inspection.
type ProgressIn struct {
	Inspection string
	Difficult  bool // only entries that name a difficulty
	Page       int  // from 1
}

// ProgressList is one page of progress entries, newest first.
type ProgressList struct {
	Inside
	Rows  []ProgressListRow
	Page  int
	Size  int
	Total int
}

// ProgressListRow is an entry with its problem.
type ProgressListRow struct {
	work.Progress
	Number string
	Title  string
}

// progressSize is how many entries one page shows.
const progressSize = 50

// ProgressEntries lists what was reported in an inspection. From outside, the
// entries of problems whose sign-off reached the inspection office.
func ProgressEntries(v *View, in ProgressIn) (ProgressList, error) {
	_, t, err := v.Inspection(in.Inspection, org.SeeDetail)
	if err != nil {
		return ProgressList{}, err
	}
	where, args := "inspection_id = ?", []any{in.Inspection}
	if in.Difficult {
		where += " AND difficulty <> ''"
	}
	if !v.Inside(t) {
		where += " AND problem_id IN (SELECT id FROM problem WHERE inspection_id = ? AND submitted_on <> '')"
		args = append(args, in.Inspection)
	}
	out := ProgressList{Inside: Inside{in.Inspection}, Page: max(1, in.Page), Size: progressSize}
	if out.Total, err = v.Tx.Count("SELECT COUNT(*) FROM progress WHERE "+where, args...); err != nil {
		return out, err
	}
	list, err := store.ProgressEntries.List(v.Tx, "WHERE "+where+" ORDER BY at DESC, id LIMIT ? OFFSET ?",
		append(args, progressSize, (out.Page-1)*progressSize)...)
	if err != nil {
		return out, err
	}
	for _, p := range list {
		pr, err := store.Problems.Get(v.Tx, p.ProblemID)
		if err != nil {
			return out, err
		}
		out.Rows = append(out.Rows, ProgressListRow{Progress: p, Number: pr.Number, Title: pr.Title})
	}
	return out, nil
}
