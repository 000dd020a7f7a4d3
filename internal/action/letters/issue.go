package letters

import (
	"bihuan/internal/action"
	"bihuan/internal/action/numbering"
	"bihuan/internal/domain/letter"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// Freezer writes the paper of a letter that bears its number and puts it away.
type Freezer func(tx *store.Tx, l letter.Letter, items []letter.Item) (letter.File, error)

// Issue issues an approved letter under a number of its sender's register. What
// is issued is frozen.
type Issue struct {
	ID       string       `form:"-"`
	Version  int          `form:"version"`
	SeriesID string       `form:"series"`          // take its next number
	NumberID string       `form:"number_id"`       // or one that was reserved
	Typed    string       `form:"document_number"` // or one that was given elsewhere
	Gap      string       `form:"gap_reason"`
	On       workday.Date `form:"issued_on"`
	Freeze   Freezer      `form:"-" json:"-"`
	onLetter
}

// Permission implements action.Command.
func (c *Issue) Permission() org.Permission { return org.LetterDraft }

// Target implements action.Command.
func (c *Issue) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command.
func (c *Issue) Run(s *action.Step) error {
	if err := c.sender(s); err != nil {
		return err
	}
	if err := c.before.Need(letter.Approved); err != nil {
		return err
	}
	if err := c.check(s); err != nil {
		return err
	}
	if hash, err := c.before.Hash(c.items); err != nil || hash != c.before.ContentHash {
		return fault.Because(err, fault.Conflict, "letter.not-approved-so")
	}
	after := c.before
	entry, err := numbering.Give(s, numbering.Giving{OrgID: after.IssuerID, EntryID: c.NumberID, SeriesID: c.SeriesID, Typed: c.Typed, Gap: c.Gap,
		Subject: after.Title, Kind: store.Letters.Name(), RecordID: after.ID, On: c.On, Field: c.field()})
	if err != nil {
		return err
	}
	after.State, after.Number, after.IssuedOn, after.IssuedName = letter.Issued, entry.Number, c.On, s.Actor.Name
	if c.Freeze != nil {
		f, err := c.Freeze(s.Tx, after, c.items)
		if err != nil {
			return err
		}
		after.FileName, after.FileHash, after.FileSize = f.Name, f.Hash, f.Size
	}
	return c.save(s, after, c.Version)
}

func (c *Issue) field() string {
	switch {
	case c.NumberID != "":
		return "number_id"
	case c.SeriesID != "":
		return "series"
	}
	return "document_number"
}

func (c *Issue) check(s *action.Step) error {
	var checks fault.Checks
	if c.NumberID == "" && c.SeriesID == "" {
		checks.Text("document_number", c.Typed, action.ShortText)
	}
	checks.Max("gap_reason", c.Gap, action.ShortText)
	action.NeedDate(&checks, "issued_on", c.On)
	switch {
	case c.On > s.Today:
		checks.Add("issued_on", "field.future")
	case c.On.Valid() && c.On < workday.DateOf(c.before.ApprovedAt, workday.Zone):
		checks.Add("issued_on", "letter.issue.before", workday.DateOf(c.before.ApprovedAt, workday.Zone))
	case c.On.After(c.before.DueOn):
		checks.Add("issued_on", "letter.issue.after-due", c.before.DueOn)
	}
	return checks.Err()
}

// Take hands the frozen paper out; the taking is recorded.
type Take struct {
	ID string

	Letter letter.Letter `json:"-"` // filled in
	onLetter
}

// Permission implements action.Command.
func (c *Take) Permission() org.Permission { return org.LetterSee }

// Target implements action.Command.
func (c *Take) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command.
func (c *Take) Run(s *action.Step) error {
	if c.before.FileHash == "" {
		return fault.New(fault.NotFound, "issued.no-file")
	}
	c.Letter = c.before
	s.Note("%s", c.before.FileName)
	return nil
}
