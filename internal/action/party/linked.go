package party

import (
	"strings"

	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/party"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// Linked is what a person enters about work that rectification was combined
// with.
type Linked struct {
	Kind     party.LinkedKind `form:"kind"`
	Title    string           `form:"name"`
	On       workday.Date     `form:"on"`
	Until    workday.Date     `form:"until"`
	Body     string           `form:"body"`
	Figures  []LinkedFigure   `form:"figures"`
	Proof    []string         `form:"proof"`
	Problems []string         `form:"problems"`
}

// LinkedFigure is one row of the figures; a blank one does not count.
type LinkedFigure struct {
	Name  string `form:"name"`
	Value string `form:"value"`
	Unit  string `form:"unit"`
}

func (f *Linked) figures() []party.LinkedFigure {
	var out []party.LinkedFigure
	for _, x := range f.Figures {
		out = append(out, party.LinkedFigure{Name: strings.TrimSpace(x.Name), Value: strings.TrimSpace(x.Value), Unit: strings.TrimSpace(x.Unit)})
	}
	return out
}

// AddLinked records linked work of an inspection.
type AddLinked struct {
	InspectionID string
	Linked       `form:"linked"`
	around
}

// Permission implements action.Command.
func (c *AddLinked) Permission() org.Permission { return org.LinkedEdit }

// Target implements action.Command.
func (c *AddLinked) Target(s *action.Step) (org.Target, error) { return c.load(s, c.InspectionID) }

// Run checks and saves the linked work.
func (c *AddLinked) Run(s *action.Step) error {
	l := c.fill(party.LinkedWork{ID: s.NewID(), OrgID: c.inspection.OrgID, InspectionID: c.inspection.ID})
	if err := c.check(s, l); err != nil {
		return err
	}
	s.Return(l.ID)
	return action.Insert(s, store.LinkedWorks, &l)
}

// EditLinked changes linked work. Version is the one that the person saw.
type EditLinked struct {
	ID      string
	Version int `form:"version"`
	Linked  `form:"linked"`
	around
	before party.LinkedWork
}

// Permission implements action.Command.
func (c *EditLinked) Permission() org.Permission { return org.LinkedEdit }

// Target implements action.Command.
func (c *EditLinked) Target(s *action.Step) (org.Target, error) {
	var err error
	if c.before, err = store.LinkedWorks.Get(s.Tx, c.ID); err != nil {
		return org.Target{}, err
	}
	return c.part(s, c.before.InspectionID, store.LinkedWorks.Name(), c.ID)
}

// Run checks and saves the linked work.
func (c *EditLinked) Run(s *action.Step) error {
	after := c.fill(c.before)
	after.Version = c.Version
	if err := c.check(s, after); err != nil {
		return err
	}
	s.Return(after.ID)
	return action.Save(s, store.LinkedWorks, c.before, &after)
}

func (f *Linked) fill(l party.LinkedWork) party.LinkedWork {
	l.Kind, l.Title, l.On, l.Until, l.Body = f.Kind, f.Title, f.On, f.Until, f.Body
	l.Figures, l.Proof, l.Problems = entered(f.figures()), unique(f.Proof), unique(f.Problems)
	return l
}

func (f *Linked) check(s *action.Step, l party.LinkedWork) error {
	var c fault.Checks
	l.Check(&c, s.Today)
	party.CheckFigures(&c, f.figures())
	if err := checkProof(s, &c, l.InspectionID, l.Proof); err != nil {
		return err
	}
	if err := action.CheckProblems(s, &c, l.InspectionID, "problems", l.Problems...); err != nil {
		return err
	}
	return c.Err()
}
