package action

import "bihuan/internal/fault"

// CheckPeople notes each id that is no person of the organisation; empty ids
// are none.
func CheckPeople(s *Step, c *fault.Checks, orgID, name string, ids ...string) error {
	return checkRefs(s, c, "SELECT COUNT(*) FROM person WHERE id = ? AND org_id = ?", orgID, name, ids)
}

// CheckDepartments notes each id that is no department of the organisation.
func CheckDepartments(s *Step, c *fault.Checks, orgID, name string, ids ...string) error {
	return checkRefs(s, c, "SELECT COUNT(*) FROM department WHERE id = ? AND org_id = ?", orgID, name, ids)
}

// CheckProblems notes each id that is no problem of the inspection.
func CheckProblems(s *Step, c *fault.Checks, inspectionID, name string, ids ...string) error {
	return checkRefs(s, c, "SELECT COUNT(*) FROM problem WHERE id = ? AND inspection_id = ?", inspectionID, name, ids)
}

// checkRefs asks for each id whether it lies where it must. A foreign id is
// answered like one that does not exist.
func checkRefs(s *Step, c *fault.Checks, query, owner, name string, ids []string) error {
	for _, id := range ids {
		if id == "" {
			continue
		}
		n, err := s.Tx.Count(query, id, owner)
		if err != nil {
			return err
		}
		if n == 0 {
			c.Add(name, "field.unknown-choice")
		}
	}
	return nil
}
