package planning

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// onCause is what commands on one cause category of the organisation have in
// common. A shipped category has no record until somebody changes it.
type onCause struct {
	inspection inspection.Inspection
	before     work.CauseCategory
}

func (o *onCause) load(s *action.Step, inspectionID, code string) (t org.Target, err error) {
	if o.inspection, t, err = store.InspectionTarget(s.Tx, inspectionID); err != nil {
		return t, err
	}
	taxonomy, err := taxonomyOf(s, o.inspection.OrgID)
	for _, c := range taxonomy {
		if c.Code == code {
			o.before = c
		}
	}
	return t, err
}

// known refuses a code that is none of the organisation's.
func (o *onCause) known() error {
	if o.before.Code == "" {
		return fault.New(fault.NotFound, "fault.not-found")
	}
	return nil
}

// save keeps the category, for the first time where it was as shipped.
func (o *onCause) save(s *action.Step, after work.CauseCategory) error {
	s.Return(o.inspection.ID)
	if o.before.ID == "" {
		after.ID, after.OrgID = s.NewID(), o.inspection.OrgID
		return action.Insert(s, store.CauseCategories, &after)
	}
	return action.Save(s, store.CauseCategories, o.before, &after)
}

func taxonomyOf(s *action.Step, orgID string) ([]work.CauseCategory, error) {
	own, err := store.CauseCategories.List(s.Tx, "WHERE org_id = ?", orgID)
	return work.Taxonomy(own), err
}

// SaveCause names a cause category of the organisation and gives it its place.
// Without a code it is a new one.
type SaveCause struct {
	InspectionID string `form:"-"`
	Code         string `form:"code"`
	Version      int    `form:"version"`
	Name         string `form:"name"`
	Sort         int    `form:"sort"`
	onCause
}

// Permission implements action.Command.
func (c *SaveCause) Permission() org.Permission { return org.CauseEdit }

// Target implements action.Command.
func (c *SaveCause) Target(s *action.Step) (org.Target, error) {
	return c.load(s, c.InspectionID, c.Code)
}

// Run implements action.Command.
func (c *SaveCause) Run(s *action.Step) error {
	var checks fault.Checks
	checks.Max("name", c.Name, action.ShortText)
	if !c.before.Shipped() {
		checks.Need("name", c.Name)
	}
	if c.Sort < 0 || c.Sort > 9999 {
		checks.Add("sort", "field.bad-number")
	}
	taxonomy, err := taxonomyOf(s, c.inspection.OrgID)
	if err != nil {
		return err
	}
	for _, other := range taxonomy {
		if other.Code != c.Code && c.Name != "" && other.Name == c.Name {
			checks.Add("name", "cause.twice", c.Name)
		}
	}
	if err := checks.Err(); err != nil {
		return err
	}
	after := c.before
	if c.Code == "" {
		after.Code = s.NewID()
	} else if err := c.known(); err != nil {
		return err
	}
	after.Name, after.Sort, after.Version = c.Name, c.Sort, c.Version
	return c.save(s, after)
}

// RetireCause takes a category out of the forms, or back in. The problems that
// are sorted under it stay so.
type RetireCause struct {
	InspectionID string `form:"-"`
	Code         string `form:"code"`
	Version      int    `form:"version"`
	Back         bool   `form:"back"`
	onCause
}

// Permission implements action.Command.
func (c *RetireCause) Permission() org.Permission { return org.CauseEdit }

// Target implements action.Command.
func (c *RetireCause) Target(s *action.Step) (org.Target, error) {
	return c.load(s, c.InspectionID, c.Code)
}

// Run implements action.Command.
func (c *RetireCause) Run(s *action.Step) error {
	if err := c.known(); err != nil {
		return err
	}
	after := c.before
	after.RetiredOn, after.Version = s.Today, c.Version
	if c.Back {
		after.RetiredOn = ""
	}
	return c.save(s, after)
}

// RemoveCause takes away a category of the organisation's own that no problem
// uses; one in use can only be retired.
type RemoveCause struct {
	InspectionID string `form:"-"`
	Code         string `form:"code"`
	onCause
}

// Permission implements action.Command.
func (c *RemoveCause) Permission() org.Permission { return org.CauseEdit }

// Target implements action.Command.
func (c *RemoveCause) Target(s *action.Step) (org.Target, error) {
	return c.load(s, c.InspectionID, c.Code)
}

// Run implements action.Command.
func (c *RemoveCause) Run(s *action.Step) error {
	if err := c.known(); err != nil {
		return err
	}
	if c.before.Shipped() {
		return fault.New(fault.Conflict, "cause.shipped")
	}
	used, err := s.Tx.Count("SELECT COUNT(*) FROM problem WHERE org_id = ? AND cause_category = ?", c.before.OrgID, c.Code)
	if err != nil {
		return err
	}
	if used > 0 {
		return fault.New(fault.Conflict, "cause.in-use", used)
	}
	s.Return(c.inspection.ID)
	return action.Remove(s, store.CauseCategories, c.before)
}
