package party

import (
	"slices"

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
	r.Problems, r.Note = slices.Compact(slices.Sorted(slices.Values(f.Problems))), f.Note
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
	return c.Err()
}
