package planning

import (
	"bihuan/internal/action"
	"bihuan/internal/action/reviewing"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/plan"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// onPlan is what commands on one version of the plan have in common.
type onPlan struct{ file plan.File }

func (o *onPlan) load(s *action.Step, id string) (t org.Target, err error) {
	if o.file, err = store.PlanFile(s.Tx, id); err != nil {
		return t, err
	}
	_, t, err = store.InspectionTarget(s.Tx, o.file.Version.InspectionID)
	if err != nil {
		return t, err
	}
	t.Kind, t.ID = store.PlanVersions.Name(), id
	t.Submitted, err = store.PlanSeen(s.Tx, o.file.Version, s.Actor)
	return t, err
}

// save keeps what changed of the version, on top of the version that the
// person saw.
func (o *onPlan) save(s *action.Step, after plan.Version, seen int) error {
	before, err := store.PlanVersions.Get(s.Tx, after.ID)
	if err != nil {
		return err
	}
	after.Version = seen
	s.Return(after.InspectionID)
	return action.Save(s, store.PlanVersions, before, &after)
}

// complete refuses a version that lacks what the round does not let a plan
// lack, naming the first.
func (o *onPlan) complete(s *action.Step) error {
	stopped, err := store.PlanStopped(s.Tx, o.file.Version, s.Calendar)
	if err != nil || len(stopped) == 0 {
		return err
	}
	return fault.New(fault.Conflict, "plan.incomplete", len(stopped), stopped[0].Number, stopped[0].Title)
}

// approve keeps an approval, bound to what the version says, and moves the
// version on.
func (o *onPlan) approve(s *action.Step, a plan.Approval, seen int) error {
	v := o.file.Version
	a = bound(a, v)
	a.ID, a.OrgID = s.NewID(), v.OrgID
	a.By, a.Name, a.At = s.Actor.AccountID, s.Actor.Name, s.Now
	if err := action.Insert(s, store.PlanApprovals, &a); err != nil {
		return err
	}
	if a.Kind == plan.Adoption {
		if err := endRounds(s, v.InspectionID); err != nil {
			return err
		}
	}
	if a.Kind == plan.Adoption && v.SharedOn != "" {
		if _, err := reviewing.Begin(s, o.subject()); err != nil {
			return err
		}
	}
	after := o.file.With(a).Version
	if a.Kind == plan.Issue {
		after.IssuedOn = a.On
	}
	return o.save(s, after, seen)
}

// bound binds an approval to what a version says.
func bound(a plan.Approval, v plan.Version) plan.Approval {
	a.VersionID, a.Hash = v.ID, v.Hash
	return a
}

// DraftPlan keeps the plan as its records stand now as a named version, at any
// time.
type DraftPlan struct {
	InspectionID string `form:"-"`
	Name         string `form:"name"` // 征求意见稿
	Note         string `form:"version_note"`

	inspection inspection.Inspection
}

// Permission implements action.Command.
func (c *DraftPlan) Permission() org.Permission { return org.PlanDraft }

// Target implements action.Command.
func (c *DraftPlan) Target(s *action.Step) (t org.Target, err error) {
	c.inspection, t, err = store.InspectionTarget(s.Tx, c.InspectionID)
	return t, err
}

// Run implements action.Command.
func (c *DraftPlan) Run(s *action.Step) error {
	last, err := store.PlanVersions.List(s.Tx, "WHERE inspection_id = ? ORDER BY number DESC LIMIT 1", c.InspectionID)
	if err != nil {
		return err
	}
	number := 1
	if len(last) > 0 {
		number = last[0].Number + 1
	}
	var checks fault.Checks
	checks.Text("name", c.Name, action.ShortText)
	checks.Max("version_note", c.Note, action.LongText)
	if err := checks.Err(); err != nil {
		return err
	}
	content, err := store.PlanNow(s.Tx, c.InspectionID)
	if err != nil {
		return err
	}
	if len(content.Problems) == 0 {
		return fault.New(fault.Conflict, "plan.empty")
	}
	v := plan.Version{ID: s.NewID(), OrgID: c.inspection.OrgID, InspectionID: c.InspectionID, Number: number, Name: c.Name, Note: c.Note,
		Title: content.Title, State: plan.Draft, CreatedBy: s.Actor.AccountID, CreatedName: s.Actor.Name, CreatedAt: s.Now}
	if v.Snapshot, v.Hash, err = content.Seal(); err != nil {
		return err
	}
	if err := endRounds(s, c.InspectionID); err != nil {
		return err
	}
	s.Return(v.ID)
	return action.Insert(s, store.PlanVersions, &v)
}

// SharePlan sends a version to the inspection office, the team and the
// reviewing bodies. From the first time on they see causes and measures.
type SharePlan struct {
	ID      string `form:"-"`
	Version int    `form:"version"`
	onPlan
}

// Permission implements action.Command.
func (c *SharePlan) Permission() org.Permission { return org.PlanDraft }

// Target implements action.Command.
func (c *SharePlan) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command.
func (c *SharePlan) Run(s *action.Step) error {
	if err := c.file.May(plan.DoShare); err != nil {
		return err
	}
	after := c.file.Version
	after.SharedOn = s.Today
	if err := c.save(s, after, c.Version); err != nil {
		return err
	}
	if after.State == plan.Adopted {
		if _, err := reviewing.Begin(s, c.subject()); err != nil {
			return err
		}
	}
	return leaves(s, after.InspectionID)
}
