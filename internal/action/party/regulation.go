package party

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/regulation"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// Regulation is what a person enters about a regulation.
type Regulation struct {
	Title          string            `form:"name"`
	DocumentNumber string            `form:"document_number"`
	Change         regulation.Change `form:"change"`
	State          regulation.State  `form:"state"`
	DepartmentID   string            `form:"department"`
	StartedOn      workday.Date      `form:"started_on"`
	IssuedOn       workday.Date      `form:"issued_on"`
	RepealedOn     workday.Date      `form:"repealed_on"`
	Problems       []string          `form:"problems"`
	Causes         []string          `form:"causes"`
	MeetingID      string            `form:"meeting"`
	InForceOn      workday.Date      `form:"in_force_on"`
	AppliedOn      workday.Date      `form:"applied_on"`
	Application    string            `form:"application"`
	Proof          []string          `form:"proof"`
	ReviewOn       workday.Date      `form:"review_on"`
	Note           string            `form:"note"`
}

// AddRegulation records a regulation of an inspection.
type AddRegulation struct {
	InspectionID string
	Regulation   `form:"regulation"`
	around
}

// Permission implements action.Command.
func (c *AddRegulation) Permission() org.Permission { return org.RegulationEdit }

// Target implements action.Command: a department head may for his department.
func (c *AddRegulation) Target(s *action.Step) (org.Target, error) {
	t, err := c.load(s, c.InspectionID)
	t.Departments = []string{c.DepartmentID}
	return t, err
}

// Run checks and saves the regulation.
func (c *AddRegulation) Run(s *action.Step) error {
	r := c.fill(regulation.Regulation{ID: s.NewID(), OrgID: c.inspection.OrgID, InspectionID: c.inspection.ID})
	if err := checkRegulation(s, r); err != nil {
		return err
	}
	s.Return(r.ID)
	return action.Insert(s, store.Regulations, &r)
}

// EditRegulation changes a regulation. Version is the one that the person saw.
type EditRegulation struct {
	ID         string
	Version    int `form:"version"`
	Regulation `form:"regulation"`
	around
	before regulation.Regulation
}

// Permission implements action.Command.
func (c *EditRegulation) Permission() org.Permission { return org.RegulationEdit }

// Target implements action.Command.
func (c *EditRegulation) Target(s *action.Step) (org.Target, error) {
	var err error
	if c.before, err = store.Regulations.Get(s.Tx, c.ID); err != nil {
		return org.Target{}, err
	}
	t, err := c.part(s, c.before.InspectionID, store.Regulations.Name(), c.ID)
	t.Departments = []string{c.before.DepartmentID}
	return t, err
}

// Run checks and saves the regulation.
func (c *EditRegulation) Run(s *action.Step) error {
	after := c.fill(c.before)
	after.Version = c.Version
	if err := checkRegulation(s, after); err != nil {
		return err
	}
	s.Return(after.ID)
	return action.Save(s, store.Regulations, c.before, &after)
}

func (f *Regulation) fill(r regulation.Regulation) regulation.Regulation {
	r.Title, r.DocumentNumber, r.Change, r.State = regulation.Unquoted(f.Title), f.DocumentNumber, f.Change, f.State
	r.DepartmentID, r.StartedOn, r.IssuedOn, r.RepealedOn = f.DepartmentID, f.StartedOn, f.IssuedOn, f.RepealedOn
	r.Problems, r.Causes, r.Proof, r.Note = unique(f.Problems), unique(f.Causes), unique(f.Proof), f.Note
	r.MeetingID, r.InForceOn, r.AppliedOn, r.Application, r.ReviewOn = f.MeetingID, f.InForceOn, f.AppliedOn, f.Application, f.ReviewOn
	return r
}

func checkRegulation(s *action.Step, r regulation.Regulation) error {
	var c fault.Checks
	r.Check(&c, s.Today)
	if err := action.CheckDepartments(s, &c, r.OrgID, "department", r.DepartmentID); err != nil {
		return err
	}
	if err := action.CheckProblems(s, &c, r.InspectionID, "problems", r.Problems...); err != nil {
		return err
	}
	if err := checkCauses(s, &c, r.OrgID, r.Causes); err != nil {
		return err
	}
	if err := checkProof(s, &c, r.InspectionID, r.Proof); err != nil {
		return err
	}
	if r.MeetingID != "" {
		n, err := s.Tx.Count("SELECT COUNT(*) FROM meeting WHERE id = ? AND inspection_id = ? AND held_on <> '' AND held_on <= ?", r.MeetingID, r.InspectionID, s.Today)
		if err != nil {
			return err
		}
		if n == 0 {
			c.Add("meeting", "field.unknown-choice")
		}
	}
	return c.Err()
}

// checkProof notes what is no standing evidence of the inspection.
func checkProof(s *action.Step, c *fault.Checks, inspectionID string, ids []string) error {
	for _, id := range ids {
		n, err := s.Tx.Count("SELECT COUNT(*) FROM evidence WHERE id = ? AND inspection_id = ? AND withdrawn = ''", id, inspectionID)
		if err != nil {
			return err
		}
		if n == 0 {
			c.Add("proof", "field.unknown-choice")
		}
	}
	return nil
}
