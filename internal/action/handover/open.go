// Package handover is how responsibility passes on when a leader, a department
// or an officer changes: what is open is listed, both sides confirm, and from
// the day of the hand-over the successors answer.
package handover

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// Open lists everything open of a person or a department with its successors:
// one for all, or one for an item of its own.
type Open struct {
	InspectionID string            `form:"-"`
	Kind         work.HandOverKind `form:"kind"`
	FromID       string            `form:"from"`
	On           workday.Date      `form:"on"`
	Reason       string            `form:"reason"`
	SupervisorID string            `form:"supervisor"`
	ToID         string            `form:"to"` // for all items without one of their own
	Rows         []Row             `form:"rows"`

	inspection inspection.Inspection
}

// Row is the successor for one item.
type Row struct {
	RecordID string `form:"record"`
	ToID     string `form:"to"`
}

// Permission implements action.Command.
func (c *Open) Permission() org.Permission { return org.HandOverEdit }

// Target implements action.Command.
func (c *Open) Target(s *action.Step) (t org.Target, err error) {
	c.inspection, t, err = store.InspectionTarget(s.Tx, c.InspectionID)
	return t, err
}

// Run implements action.Command.
func (c *Open) Run(s *action.Step) error {
	if err := c.check(s); err != nil {
		return err
	}
	names, err := namesOf(s, c.inspection.OrgID, c.Kind)
	if err != nil {
		return err
	}
	items, err := c.items(s, names)
	if err != nil {
		return err
	}
	h := work.HandOver{ID: s.NewID(), OrgID: c.inspection.OrgID, InspectionID: c.InspectionID, Kind: c.Kind, FromID: c.FromID,
		FromName: names[c.FromID], On: c.On, Reason: c.Reason, SupervisorID: c.SupervisorID, State: work.HandOverOpen,
		By: s.Actor.AccountID, Name: s.Actor.Name, At: s.Now}
	if err := action.Insert(s, store.HandOvers, &h); err != nil {
		return err
	}
	for n := range items {
		items[n].ID, items[n].OrgID, items[n].HandOverID, items[n].Seq = s.NewID(), h.OrgID, h.ID, n+1
		if err := action.Insert(s, store.HandOverItems, &items[n]); err != nil {
			return err
		}
	}
	s.Return(h.ID)
	return nil
}

func (c *Open) check(s *action.Step) error {
	var checks fault.Checks
	checks.OneOf("kind", string(c.Kind), string(work.OfLeader), string(work.OfDepartment), string(work.OfOfficer), string(work.OfHead))
	checks.Text("reason", c.Reason, action.LongText)
	action.NeedDate(&checks, "on", c.On)
	checks.Need("from", c.FromID)
	if err := c.checkHolder(s, &checks, "from", c.FromID); err != nil {
		return err
	}
	if err := c.checkHolder(s, &checks, "to", c.ToID); err != nil {
		return err
	}
	for _, r := range c.Rows {
		if err := c.checkHolder(s, &checks, "rows", r.ToID); err != nil {
			return err
		}
	}
	if err := action.CheckPeople(s, &checks, c.inspection.OrgID, "supervisor", c.SupervisorID); err != nil {
		return err
	}
	open, err := s.Tx.Count("SELECT COUNT(*) FROM hand_over WHERE inspection_id = ? AND kind = ? AND from_id = ? AND state = ?",
		c.InspectionID, c.Kind, c.FromID, work.HandOverOpen)
	if err != nil {
		return err
	}
	if open > 0 {
		checks.Add("from", "handover.waiting")
	}
	return checks.Err()
}

// checkHolder notes an id that is no person, or no department, of the
// organisation.
func (c *Open) checkHolder(s *action.Step, checks *fault.Checks, field, id string) error {
	if c.Kind == work.OfDepartment {
		return action.CheckDepartments(s, checks, c.inspection.OrgID, field, id)
	}
	return action.CheckPeople(s, checks, c.inspection.OrgID, field, id)
}

// items is everything open with who takes it. Nothing stays with nobody, and
// nothing goes back to who gives it.
func (c *Open) items(s *action.Step, names map[string]string) ([]work.HandOverItem, error) {
	items, err := store.OpenDuties(s.Tx, c.InspectionID, c.Kind, c.FromID)
	if err != nil {
		return nil, err
	}
	own := map[string]string{}
	for _, r := range c.Rows {
		own[r.RecordID] = r.ToID
	}
	var checks fault.Checks
	for n := range items {
		to := own[items[n].RecordID]
		if to == "" {
			to = c.ToID
		}
		switch to {
		case "":
			checks.Add("to", "handover.nobody", items[n].Label)
		case c.FromID:
			checks.Add("to", "handover.self")
		}
		items[n].ToID, items[n].ToName = to, names[to]
	}
	if len(items) == 0 {
		checks.Add("from", "handover.nothing")
	}
	return items, checks.Err()
}

// namesOf gives the people, or the departments, of an organisation by id.
func namesOf(s *action.Step, orgID string, kind work.HandOverKind) (map[string]string, error) {
	table := "person"
	if kind == work.OfDepartment {
		table = "department"
	}
	names := map[string]string{}
	err := s.Tx.Each(func(scan func(...any) error) error {
		var id, name string
		err := scan(&id, &name)
		names[id] = name
		return err
	}, "SELECT id, name FROM "+table+" WHERE org_id = ?", orgID)
	return names, err
}
