package incoming

import (
	"strings"

	"bihuan/internal/action"
	"bihuan/internal/domain/incoming"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// check refuses a value that names nothing of the organisation or inspection.
func check(s *action.Step, i incoming.Import, problemID string, f incoming.Field, value string, retain bool) error {
	if retain {
		return nil
	}
	var checks fault.Checks
	checks.Max("value", value, action.LongText)
	var err error
	switch f.Sort() {
	case incoming.SortPerson:
		err = action.CheckPeople(s, &checks, i.OrgID, "value", value)
	case incoming.SortDepartment:
		err = action.CheckDepartments(s, &checks, i.OrgID, "value", strings.Split(value, ",")...)
	case incoming.SortVerdict:
		if value != "" {
			checks.OneOf("value", value, "not-started", "under-way", "basically-done", "done")
		}
	case incoming.SortRecord:
		if value == incoming.AsNew {
			return nil
		}
		n, e := s.Tx.Count(`SELECT (SELECT COUNT(*) FROM problem WHERE id = ? AND inspection_id = ?) +
			(SELECT COUNT(*) FROM measure WHERE id = ? AND problem_id = ?)`, value, i.InspectionID, value, problemID)
		if err = e; n == 0 && value != "" {
			checks.Add("value", "field.unknown-choice")
		}
	}
	if err != nil {
		return err
	}
	return checks.Err()
}

// meant finds what a person typed means: a person as 张三 or 张三（办公室）, a
// department by its name, a problem by its number.
func meant(s *action.Step, i incoming.Import, sort incoming.Sort, typed string) (string, error) {
	value := ""
	switch sort {
	case incoming.SortDue, incoming.SortText:
		return typed, nil
	case incoming.SortRecord:
		if typed == incoming.AsNew {
			return typed, nil
		}
		number, _, _ := strings.Cut(typed, " ")
		p, err := store.Problems.One(s.Tx, "WHERE inspection_id = ? AND number = ?", i.InspectionID, number)
		if err != nil && !fault.Is(err, fault.NotFound) {
			return "", err
		}
		value = p.ID
	case incoming.SortVerdict:
		value = incoming.VerdictOf(typed)
	default:
		dir, err := directoryOf(s, i.OrgID)
		if err != nil {
			return "", err
		}
		value = dir.Sure(sort, typed)
	}
	if value == "" {
		return "", &fault.Error{Kind: fault.Invalid, Code: "fault.invalid", Fields: []fault.Field{{Name: "typed", Code: "incoming.typed." + string(sort), Args: []any{typed}}}}
	}
	return value, nil
}
