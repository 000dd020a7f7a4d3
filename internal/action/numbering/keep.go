package numbering

import (
	"strings"

	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/register"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// ofOrganisation is what commands on the register of an inspected organisation
// have in common.
type ofOrganisation struct{ orgID string }

// Permission implements action.Command.
func (o *ofOrganisation) Permission() org.Permission { return org.RegisterEdit }

func (o *ofOrganisation) load(s *action.Step, inspectionID string) (org.Target, error) {
	i, t, err := store.InspectionTarget(s.Tx, inspectionID)
	o.orgID = i.OrgID
	return t, err
}

// SaveSeries opens a series of numbers or changes what it says of itself. The
// code word stays once a number of it was given.
type SaveSeries struct {
	InspectionID string `form:"-"`
	ID           string `form:"series"` // empty for a new one
	Version      int    `form:"version"`
	Word         string `form:"word"`
	Paper        string `form:"paper"`
	Elsewhere    string `form:"elsewhere"`
	Closed       bool   `form:"closed"`
	ofOrganisation
}

// Target implements action.Command.
func (c *SaveSeries) Target(s *action.Step) (org.Target, error) { return c.load(s, c.InspectionID) }

// Run implements action.Command.
func (c *SaveSeries) Run(s *action.Step) error {
	if err := c.check(s); err != nil {
		return err
	}
	after := register.Series{ID: s.NewID(), OrgID: c.orgID, Word: c.Word, Paper: c.Paper, Elsewhere: c.Elsewhere, Closed: c.Closed}
	if c.ID == "" {
		return action.Insert(s, store.RegisterSeries, &after)
	}
	before, err := store.RegisterSeries.One(s.Tx, "WHERE id = ? AND org_id = ?", c.ID, c.orgID)
	if err != nil {
		return err
	}
	given, err := s.Tx.Count("SELECT COUNT(*) FROM register_entry WHERE series_id = ?", c.ID)
	if err != nil {
		return err
	}
	if given > 0 && before.Word != c.Word {
		return fault.New(fault.Conflict, "register.word-fixed", before.Word)
	}
	after.ID, after.Version = c.ID, c.Version
	return action.Save(s, store.RegisterSeries, before, &after)
}

func (c *SaveSeries) check(s *action.Step) error {
	var checks fault.Checks
	c.Word = strings.TrimSpace(c.Word)
	checks.Text("word", c.Word, 60)
	checks.Text("paper", c.Paper, action.ShortText)
	checks.Max("elsewhere", c.Elsewhere, action.ShortText)
	if strings.ContainsAny(c.Word, "〔〕[]（）()0123456789") {
		checks.Add("word", "register.word-bad")
	}
	same, err := s.Tx.Count("SELECT COUNT(*) FROM register_series WHERE org_id = ? AND word = ? AND id <> ?", c.orgID, c.Word, c.ID)
	if err != nil {
		return err
	}
	if same > 0 {
		checks.Add("word", "register.word-used")
	}
	return checks.Err()
}

// Reserve holds the next number of a series for a paper that is being made.
type Reserve struct {
	InspectionID string `form:"-"`
	SeriesID     string `form:"series"`
	Subject      string `form:"subject"`
	ofOrganisation
}

// Target implements action.Command.
func (c *Reserve) Target(s *action.Step) (org.Target, error) { return c.load(s, c.InspectionID) }

// Run implements action.Command.
func (c *Reserve) Run(s *action.Step) error {
	var checks fault.Checks
	checks.Text("subject", c.Subject, action.ShortText)
	checks.Need("series", c.SeriesID)
	if err := checks.Err(); err != nil {
		return err
	}
	e, err := Give(s, Giving{OrgID: c.orgID, SeriesID: c.SeriesID, Subject: c.Subject, Field: "series"})
	if err != nil {
		return err
	}
	held := e
	held.State = register.Reserved
	s.Return(e.ID)
	return action.Save(s, store.RegisterEntries, e, &held)
}

// Record enters a number that a paper outside the product bears.
type Record struct {
	InspectionID string `form:"-"`
	Number       string `form:"number"`
	Subject      string `form:"subject"`
	Gap          string `form:"gap_reason"`
	ofOrganisation
}

// Target implements action.Command.
func (c *Record) Target(s *action.Step) (org.Target, error) { return c.load(s, c.InspectionID) }

// Run implements action.Command.
func (c *Record) Run(s *action.Step) error {
	var checks fault.Checks
	checks.Text("subject", c.Subject, action.ShortText)
	checks.Max("gap_reason", c.Gap, action.ShortText)
	if err := checks.Err(); err != nil {
		return err
	}
	_, err := Give(s, Giving{OrgID: c.orgID, Typed: c.Number, Gap: c.Gap, Subject: c.Subject, Field: "number"})
	return err
}

// Void takes a number out of use, with a reason: its paper was not made.
type Void struct {
	ID      string `form:"-"`
	Version int    `form:"version"`
	Reason  string `form:"reason"`

	before register.Entry
}

// Permission implements action.Command.
func (c *Void) Permission() org.Permission { return org.RegisterEdit }

// Target implements action.Command.
func (c *Void) Target(s *action.Step) (org.Target, error) {
	var err error
	c.before, err = store.RegisterEntries.Get(s.Tx, c.ID)
	return org.Target{Kind: store.RegisterEntries.Name(), ID: c.ID, OrgID: c.before.OrgID}, err
}

// Run implements action.Command.
func (c *Void) Run(s *action.Step) error {
	var checks fault.Checks
	checks.Text("reason", c.Reason, action.ShortText)
	if err := checks.Err(); err != nil {
		return err
	}
	if c.before.State == register.Voided || c.before.RecordID != "" {
		return fault.New(fault.Conflict, "register.not-void")
	}
	after := c.before
	after.Version, after.State, after.Reason = c.Version, register.Voided, c.Reason
	return action.Save(s, store.RegisterEntries, c.before, &after)
}
