package planning

import (
	"slices"

	"bihuan/internal/action"
	"bihuan/internal/action/numbering"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/plan"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// Freezer writes the paper of a version that bears its number and puts it
// away; package server joins it to paper and blob.
type Freezer func(tx *store.Tx, v plan.Version) (plan.IssuedCopy, error)

// IssuePlan issues a version under a document number of the organisation's
// register. The copy that is issued is frozen; departments and others get it.
type IssuePlan struct {
	ID             string       `form:"-"`
	Version        int          `form:"version"`
	SeriesID       string       `form:"series"`          // take its next number
	NumberID       string       `form:"number_id"`       // or one that was reserved
	DocumentNumber string       `form:"document_number"` // or one that was given elsewhere
	Gap            string       `form:"gap_reason"`
	On             workday.Date `form:"issued_on"`
	Departments    []string     `form:"departments"` // all that have tasks where empty
	Outside        action.Lines `form:"outside"`     // bodies and people outside, one a line
	Freeze         Freezer      `form:"-" json:"-"`
	onPlan
}

// Permission implements action.Command.
func (c *IssuePlan) Permission() org.Permission { return org.PlanIssue }

// Target implements action.Command.
func (c *IssuePlan) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command.
func (c *IssuePlan) Run(s *action.Step) error {
	if err := c.file.May(plan.DoIssue); err != nil {
		return err
	}
	if err := c.complete(s); err != nil {
		return err
	}
	if err := c.check(s); err != nil {
		return err
	}
	v := c.file.Version
	entry, err := numbering.Give(s, numbering.Giving{OrgID: v.OrgID, EntryID: c.NumberID, SeriesID: c.SeriesID, Typed: c.DocumentNumber,
		Gap: c.Gap, Subject: v.Title, Kind: store.PlanVersions.Name(), RecordID: v.ID, On: c.On, Field: numbering.FieldOf(c.NumberID, c.SeriesID)})
	if err != nil {
		return err
	}
	c.file.Version.DocumentNumber = entry.Number
	if err := c.approve(s, plan.Approval{Kind: plan.Issue, On: c.On, Note: entry.Number}, c.Version); err != nil {
		return err
	}
	if err := c.inForce(s); err != nil {
		return err
	}
	return c.handOut(s)
}

// inForce notes the day from which those outside see the records as they stand.
func (c *IssuePlan) inForce(s *action.Step) error {
	before, err := store.Inspections.Get(s.Tx, c.file.Version.InspectionID)
	if err != nil {
		return err
	}
	after := before
	after.PlanIssuedOn = c.On
	return action.Save(s, store.Inspections, before, &after)
}

func (c *IssuePlan) check(s *action.Step) error {
	var checks fault.Checks
	if c.NumberID == "" && c.SeriesID == "" {
		checks.Text("document_number", c.DocumentNumber, action.ShortText)
	}
	checks.Max("gap_reason", c.Gap, action.ShortText)
	action.NeedDate(&checks, "issued_on", c.On)
	action.CheckLines(&checks, "outside", c.Outside)
	if c.On > s.Today {
		checks.Add("issued_on", "field.future")
	}
	for _, a := range c.file.Approvals {
		if c.On.Valid() && c.On < a.On {
			checks.Add("issued_on", "plan.issue.before", a.On)
		}
	}
	if err := action.CheckDepartments(s, &checks, c.file.Version.OrgID, "departments", c.Departments...); err != nil {
		return err
	}
	return checks.Err()
}

// handOut freezes the copy and lists who gets it.
func (c *IssuePlan) handOut(s *action.Step) error {
	v, err := store.PlanVersions.Get(s.Tx, c.ID)
	if err != nil {
		return err
	}
	copied := plan.IssuedCopy{}
	if c.Freeze != nil {
		if copied, err = c.Freeze(s.Tx, v); err != nil {
			return err
		}
	}
	copied.ID, copied.OrgID, copied.InspectionID, copied.VersionID = s.NewID(), v.OrgID, v.InspectionID, v.ID
	copied.Number, copied.On, copied.ContentHash = v.DocumentNumber, v.IssuedOn, v.Hash
	copied.By, copied.Name, copied.At = s.Actor.AccountID, s.Actor.Name, s.Now
	if err := action.Insert(s, store.IssuedCopies, &copied); err != nil {
		return err
	}
	departments := c.Departments
	if len(departments) == 0 {
		if departments, err = withTasks(v); err != nil {
			return err
		}
	}
	for _, id := range departments {
		if err := c.recipient(s, copied, plan.Recipient{DepartmentID: id}); err != nil {
			return err
		}
	}
	for _, name := range c.Outside {
		if err := c.recipient(s, copied, plan.Recipient{Outside: name}); err != nil {
			return err
		}
	}
	return nil
}

func (c *IssuePlan) recipient(s *action.Step, of plan.IssuedCopy, r plan.Recipient) error {
	r.ID, r.OrgID, r.InspectionID, r.CopyID = s.NewID(), of.OrgID, of.InspectionID, of.ID
	return action.Insert(s, store.Recipients, &r)
}

// withTasks lists the departments to which a version gives something to do.
func withTasks(v plan.Version) ([]string, error) {
	content, err := plan.Open(v.Snapshot)
	if err != nil {
		return nil, err
	}
	var out []string
	for _, id := range content.Departments() {
		if id != "" && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out, nil
}

// Receive notes that the issued copy has arrived (签收): the head of the
// department for his own, the rectification office for those outside.
type Receive struct {
	ID       string       `form:"-"`
	Version  int          `form:"version"`
	On       workday.Date `form:"received_on"` // today where empty
	Receiver string       `form:"receiver"`    // for one outside: who took it

	before plan.Recipient
}

// Permission implements action.Command.
func (c *Receive) Permission() org.Permission { return org.ReceiptSign }

// Target implements action.Command.
func (c *Receive) Target(s *action.Step) (t org.Target, err error) {
	if c.before, err = store.Recipients.Get(s.Tx, c.ID); err != nil {
		return t, err
	}
	_, t, err = store.InspectionTarget(s.Tx, c.before.InspectionID)
	t.Kind, t.ID, t.Departments = store.Recipients.Name(), c.ID, []string{c.before.DepartmentID}
	return t, err
}

// Run implements action.Command.
func (c *Receive) Run(s *action.Step) error {
	inside := c.before.DepartmentID != ""
	if inside && !slices.Contains(s.Actor.Departments(org.RoleDeptHead), c.before.DepartmentID) {
		return fault.New(fault.Denied, "receipt.not-yours")
	}
	if c.before.ReceivedOn != "" {
		return fault.New(fault.Conflict, "receipt.done", c.before.ReceivedOn)
	}
	copied, err := store.IssuedCopies.Get(s.Tx, c.before.CopyID)
	if err != nil {
		return err
	}
	after := c.before
	after.Version, after.ReceivedOn, after.Receiver = c.Version, c.On, c.Receiver
	if inside {
		after.Receiver = s.Actor.Name
	}
	if after.ReceivedOn == "" {
		after.ReceivedOn = s.Today
	}
	var checks fault.Checks
	checks.Text("receiver", after.Receiver, action.ShortText)
	action.NeedDate(&checks, "received_on", after.ReceivedOn)
	if after.ReceivedOn < copied.On || after.ReceivedOn > s.Today {
		checks.Add("received_on", "receipt.day", copied.On, s.Today)
	}
	if err := checks.Err(); err != nil {
		return err
	}
	after.By, after.At = s.Actor.AccountID, s.Now
	return action.Save(s, store.Recipients, c.before, &after)
}

// TakeIssued hands the issued copy out; the taking is recorded.
type TakeIssued struct {
	ID string

	Copy plan.IssuedCopy `json:"-"` // filled in
}

// Permission implements action.Command.
func (c *TakeIssued) Permission() org.Permission { return org.SeeDetail }

// Target implements action.Command.
func (c *TakeIssued) Target(s *action.Step) (t org.Target, err error) {
	if c.Copy, err = store.IssuedCopies.Get(s.Tx, c.ID); err != nil {
		return t, err
	}
	_, t, err = store.InspectionTarget(s.Tx, c.Copy.InspectionID)
	t.Kind, t.ID = store.IssuedCopies.Name(), c.ID
	return t, err
}

// Run implements action.Command.
func (c *TakeIssued) Run(s *action.Step) error {
	if c.Copy.FileHash == "" {
		return fault.New(fault.NotFound, "issued.no-file")
	}
	s.Note("%s", c.Copy.FileName)
	return nil
}
