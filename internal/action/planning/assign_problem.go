package planning

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// ByPortfolio in place of a leader asks for the member of the leading body who
// answers for the lead department.
const ByPortfolio = "portfolio"

// AssignProblem says who answers for one problem and by when. Every field
// counts: an empty one takes away.
type AssignProblem struct {
	ID          string   `form:"id"`
	Version     int      `form:"version"`
	LeaderID    string   `form:"leader_id"` // or ByPortfolio
	LeadDeptID  string   `form:"lead_dept_id"`
	AssistDepts []string `form:"assist_depts"`
	OwnerID     string   `form:"owner_id"`
	Due         string   `form:"due"` // a day or a term
	LongTerm    bool     `form:"long_term"`
	Reason      string   `form:"due_reason"`
	onProblem
}

// Permission implements action.Command.
func (c *AssignProblem) Permission() org.Permission { return org.Assign }

// Target implements action.Command.
func (c *AssignProblem) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command.
func (c *AssignProblem) Run(s *action.Step) error {
	if err := c.open(); err != nil {
		return err
	}
	sc, err := scheduleOf(s, c.before.InspectionID)
	if err != nil {
		return err
	}
	var checks fault.Checks
	deadline := parse(&checks, c.Due, c.LongTerm)
	a := work.Assignment{LeaderID: &c.LeaderID, LeadDeptID: &c.LeadDeptID, AssistDepts: &c.AssistDepts, OwnerID: &c.OwnerID, Deadline: &deadline}
	if err := resolve(s, &checks, c.before.OrgID, c.before.LeadDeptID, &a); err != nil {
		return err
	}
	sc.check(&checks, c.before.Deadline, c.before.FirstDeadline, deadline.Date, c.Reason)
	if err := checks.Err(); err != nil {
		return err
	}
	after := a.Problem(c.before)
	if err := asIssued(s, after.InspectionID, problemChanged(c.before, after)); err != nil {
		return err
	}
	after.Version = c.Version
	after.DeadlineReason = reasonOf(c.before.Deadline, after.Deadline, c.before.DeadlineReason, c.Reason)
	note(s, c.Reason)
	s.Return(c.ID)
	return action.Save(s, store.Problems, c.before, &after)
}

// resolve checks that everybody named belongs to the organisation and finds
// the leader by portfolio where that is asked; lead is the lead department
// that holds where the assignment names none.
func resolve(s *action.Step, checks *fault.Checks, orgID, lead string, a *work.Assignment) error {
	if a.LeadDeptID != nil {
		lead = *a.LeadDeptID
	}
	if a.LeaderID != nil && *a.LeaderID == ByPortfolio {
		posts, err := store.Posts.List(s.Tx, "WHERE org_id = ?", orgID)
		if err != nil {
			return err
		}
		leader := org.LeaderOf(posts, lead, s.Today)
		if leader == "" {
			checks.Add("leader_id", "assign.no-portfolio")
		}
		a.LeaderID = &leader
	}
	if err := action.CheckPeople(s, checks, orgID, "leader_id", value(a.LeaderID)); err != nil {
		return err
	}
	if err := action.CheckPeople(s, checks, orgID, "owner_id", value(a.OwnerID)); err != nil {
		return err
	}
	if err := action.CheckDepartments(s, checks, orgID, "lead_dept_id", value(a.LeadDeptID)); err != nil {
		return err
	}
	if a.AssistDepts == nil {
		return nil
	}
	return action.CheckDepartments(s, checks, orgID, "assist_depts", *a.AssistDepts...)
}

func value(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
