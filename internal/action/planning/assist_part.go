package planning

import (
	"slices"

	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// SaveAssistPart keeps what one assisting department answers for in a problem:
// its part, its person, its day and how far it is. The department's own head
// keeps it, or the clerks.
type SaveAssistPart struct {
	ProblemID    string       `form:"-"`
	DepartmentID string       `form:"department"`
	Version      int          `form:"version"`
	Text         string       `form:"part"`
	OwnerID      string       `form:"owner_id"`
	Deadline     workday.Date `form:"part_due"`
	Verdict      string       `form:"verdict"`
	onProblem
}

// Permission implements action.Command.
func (c *SaveAssistPart) Permission() org.Permission { return org.AssistEdit }

// Target implements action.Command. The part lies in its own department.
func (c *SaveAssistPart) Target(s *action.Step) (org.Target, error) {
	t, err := c.load(s, c.ProblemID)
	t.Departments = []string{c.DepartmentID}
	return t, err
}

// Run implements action.Command.
func (c *SaveAssistPart) Run(s *action.Step) error {
	if err := c.open(); err != nil {
		return err
	}
	if err := c.check(s); err != nil {
		return err
	}
	s.Return(c.ProblemID)
	before, err := store.AssistParts.One(s.Tx, "WHERE problem_id = ? AND department_id = ?", c.ProblemID, c.DepartmentID)
	after := work.AssistPart{ID: before.ID, OrgID: c.before.OrgID, InspectionID: c.before.InspectionID, ProblemID: c.ProblemID,
		DepartmentID: c.DepartmentID, Text: c.Text, OwnerID: c.OwnerID, Deadline: c.Deadline, Verdict: work.Verdict(c.Verdict), Version: c.Version}
	if fault.Is(err, fault.NotFound) {
		after.ID = s.NewID()
		return action.Insert(s, store.AssistParts, &after)
	}
	if err != nil {
		return err
	}
	return action.Save(s, store.AssistParts, before, &after)
}

func (c *SaveAssistPart) check(s *action.Step) error {
	var checks fault.Checks
	if !slices.Contains(c.before.AssistDepts, c.DepartmentID) {
		checks.Add("department", "field.unknown-choice")
	}
	checks.Text("part", c.Text, action.LongText)
	action.CheckDate(&checks, "part_due", c.Deadline)
	if c.before.Deadline != "" && c.Deadline > c.before.Deadline {
		checks.Add("part_due", "assist.after-problem", c.before.Deadline)
	}
	if c.Verdict == "" {
		c.Verdict = string(work.NotStarted)
	}
	if !work.Verdict(c.Verdict).Storable() {
		checks.Add("verdict", "field.unknown-value", c.Verdict)
	}
	if err := action.CheckPeople(s, &checks, c.before.OrgID, "owner_id", c.OwnerID); err != nil {
		return err
	}
	return checks.Err()
}
