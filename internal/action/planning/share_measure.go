package planning

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// ShareMeasure lets a measure answer one more problem of the same inspection.
type ShareMeasure struct {
	ID        string `form:"-"`
	ProblemID string `form:"problem"`
	onMeasure
}

// Permission implements action.Command.
func (c *ShareMeasure) Permission() org.Permission { return org.MeasureEdit }

// Target implements action.Command.
func (c *ShareMeasure) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command. Whoever may not plan the other problem cannot
// tie a measure to it.
func (c *ShareMeasure) Run(s *action.Step) error {
	other, err := store.Problems.One(s.Tx, "WHERE id = ? AND inspection_id = ?", c.ProblemID, c.before.InspectionID)
	var checks fault.Checks
	if fault.Is(err, fault.NotFound) {
		checks.Add("problem", "field.unknown-choice")
		return checks.Err()
	}
	if err != nil {
		return err
	}
	if other.ID == c.problem.ID {
		checks.Add("problem", "share.own")
		return checks.Err()
	}
	if err := mayShare(s, other); err != nil {
		return err
	}
	there, err := s.Tx.Count("SELECT COUNT(*) FROM measure_link WHERE measure_id = ? AND problem_id = ?", c.ID, other.ID)
	s.Return(c.ID)
	if err != nil || there > 0 {
		return err
	}
	return action.Insert(s, store.MeasureLinks, &work.Link{ID: s.NewID(), OrgID: c.before.OrgID,
		InspectionID: c.before.InspectionID, MeasureID: c.ID, ProblemID: other.ID, Cycle: other.Cycle})
}

func mayShare(s *action.Step, other work.Problem) error {
	if err := open(other); err != nil {
		return err
	}
	_, t, err := store.ProblemTarget(s.Tx, other.ID)
	if err != nil {
		return err
	}
	if !org.Can(s.Actor, org.MeasureEdit, t) {
		return fault.New(fault.Denied, "share.not-yours", other.Number)
	}
	return nil
}

// UnshareMeasure takes a measure away from a problem that it answered besides
// its own.
type UnshareMeasure struct {
	ID        string `form:"-"`
	ProblemID string `form:"problem"`
	onMeasure
}

// Permission implements action.Command.
func (c *UnshareMeasure) Permission() org.Permission { return org.MeasureEdit }

// Target implements action.Command.
func (c *UnshareMeasure) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command.
func (c *UnshareMeasure) Run(s *action.Step) error {
	link, err := store.MeasureLinks.One(s.Tx, "WHERE measure_id = ? AND problem_id = ?", c.ID, c.ProblemID)
	if err != nil {
		return err
	}
	other, err := store.Problems.Get(s.Tx, link.ProblemID)
	if err != nil {
		return err
	}
	if err := mayShare(s, other); err != nil {
		return err
	}
	s.Return(c.ID)
	return action.Remove(s, store.MeasureLinks, link)
}

// unshare takes a measure that goes away from every problem that shares it.
func unshare(s *action.Step, measureID string) error {
	links, err := store.MeasureLinks.List(s.Tx, "WHERE measure_id = ?", measureID)
	if err != nil {
		return err
	}
	for _, l := range links {
		if err := action.Remove(s, store.MeasureLinks, l); err != nil {
			return err
		}
	}
	return nil
}
