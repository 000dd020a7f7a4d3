package publishing

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/publication"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// Record writes an opinion down that came in about the public version.
type Record struct {
	InspectionID string
	Way          publication.Way `form:"way"`
	ReceivedOn   workday.Date    `form:"came_on"`
	Sender       string          `form:"sender"`
	Contact      string          `form:"contact"`
	Text         string          `form:"said"`
	ProblemID    string          `form:"problem"`

	inspection inspection.Inspection
}

// Permission implements action.Command.
func (c *Record) Permission() org.Permission { return org.OpinionRecord }

// Target implements action.Command.
func (c *Record) Target(s *action.Step) (t org.Target, err error) {
	c.inspection, t, err = store.InspectionTarget(s.Tx, c.InspectionID)
	return t, err
}

// Run implements action.Command.
func (c *Record) Run(s *action.Step) error {
	about, err := store.Publications.One(s.Tx, "WHERE inspection_id = ? AND kind = ? AND state = ? ORDER BY published_on DESC, id DESC LIMIT 1",
		c.InspectionID, inspection.PublicVersion, publication.Published)
	if fault.Is(err, fault.NotFound) {
		return fault.New(fault.Conflict, "opinion.not-published")
	}
	if err != nil {
		return err
	}
	o := publication.Opinion{ID: s.NewID(), OrgID: c.inspection.OrgID, InspectionID: c.InspectionID, PublicationID: about.ID,
		Way: c.Way, ReceivedOn: c.ReceivedOn, Sender: c.Sender, Contact: c.Contact, Text: c.Text, ProblemID: c.ProblemID}
	var checks fault.Checks
	o.Check(&checks, about.PublishedOn, s.Today)
	if err := action.CheckProblems(s, &checks, c.InspectionID, "problem", c.ProblemID); err != nil {
		return err
	}
	if err := checks.Err(); err != nil {
		return err
	}
	s.Return(o.ID)
	return action.Insert(s, store.PublicOpinions, &o)
}

// opened is an opinion that is not answered yet.
type opened struct{ before publication.Opinion }

func (o *opened) load(s *action.Step, id string) (t org.Target, err error) {
	o.before, t, err = store.PublicOpinionTarget(s.Tx, id)
	return t, err
}

func (o *opened) open() error {
	if o.before.AnsweredOn != "" {
		return fault.New(fault.Conflict, "opinion.answered-already")
	}
	return nil
}

// Assign gives an opinion to a department with a day for the answer.
type Assign struct {
	ID           string       `form:"-"`
	Version      int          `form:"version"`
	DepartmentID string       `form:"department"`
	Due          workday.Date `form:"answer_by"`
	opened
}

// Permission implements action.Command.
func (c *Assign) Permission() org.Permission { return org.OpinionRecord }

// Target implements action.Command.
func (c *Assign) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command.
func (c *Assign) Run(s *action.Step) error {
	if err := c.open(); err != nil {
		return err
	}
	after := c.before
	after.Version, after.DepartmentID, after.Due, after.AssignedOn = c.Version, c.DepartmentID, c.Due, s.Today
	var checks fault.Checks
	after.CheckAssignment(&checks)
	if err := action.CheckDepartments(s, &checks, c.before.OrgID, "department", c.DepartmentID); err != nil {
		return err
	}
	if err := checks.Err(); err != nil {
		return err
	}
	s.Return(after.InspectionID)
	return action.Save(s, store.PublicOpinions, c.before, &after)
}

// Answer notes what was answered, and how the sender was told.
type Answer struct {
	ID      string          `form:"-"`
	Version int             `form:"version"`
	Answer  string          `form:"answer"`
	Told    publication.Way `form:"told"`
	opened
}

// Permission implements action.Command.
func (c *Answer) Permission() org.Permission { return org.OpinionAnswer }

// Target implements action.Command.
func (c *Answer) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command.
func (c *Answer) Run(s *action.Step) error {
	if err := c.open(); err != nil {
		return err
	}
	if c.before.AssignedOn == "" {
		return fault.New(fault.Conflict, "opinion.not-assigned")
	}
	after := c.before
	after.Version, after.Answer, after.Told = c.Version, c.Answer, c.Told
	after.AnsweredOn, after.AnsweredBy, after.Answerer = s.Today, s.Actor.AccountID, s.Actor.Name
	var checks fault.Checks
	if after.CheckAnswer(&checks); checks.Err() != nil {
		return checks.Err()
	}
	s.Return(after.InspectionID)
	return action.Save(s, store.PublicOpinions, c.before, &after)
}
