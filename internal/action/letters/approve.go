package letters

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/letter"
	"bihuan/internal/domain/org"
	"bihuan/internal/fault"
)

// Propose gives a draft to another for approval.
type Propose struct {
	ID      string `form:"-"`
	Version int    `form:"version"`
	onLetter
}

// Permission implements action.Command.
func (c *Propose) Permission() org.Permission { return org.LetterDraft }

// Target implements action.Command.
func (c *Propose) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command.
func (c *Propose) Run(s *action.Step) error {
	if err := c.sender(s); err != nil {
		return err
	}
	if err := c.before.Need(letter.Draft); err != nil {
		return err
	}
	after := c.before
	after.State = letter.Proposed
	return c.save(s, after, c.Version)
}

// Decide approves a proposed letter as it stands, or gives it back with a
// reason. Nobody approves what he drafted.
type Decide struct {
	ID      string `form:"-"`
	Version int    `form:"version"`
	Agree   bool   `form:"agree"`
	Opinion string `form:"opinion"`
	onLetter
}

// Permission implements action.Command.
func (c *Decide) Permission() org.Permission { return org.LetterApprove }

// Target implements action.Command.
func (c *Decide) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command.
func (c *Decide) Run(s *action.Step) error {
	if err := c.sender(s); err != nil {
		return err
	}
	if err := c.before.Need(letter.Proposed); err != nil {
		return err
	}
	if err := c.before.CheckApprover(s.Actor); err != nil {
		return err
	}
	if err := action.CheckOpinion(c.Agree, c.Opinion, action.ShortText); err != nil {
		return err
	}
	after := c.before
	after.Opinion = c.Opinion
	if !c.Agree {
		after.State = letter.Draft
		return c.save(s, after, c.Version)
	}
	hash, err := after.Hash(c.items)
	if err != nil {
		return err
	}
	after.State, after.ContentHash = letter.Approved, hash
	after.ApprovedBy, after.ApprovedName, after.ApprovedAt = s.Actor.AccountID, s.Actor.Name, s.Now
	return c.save(s, after, c.Version)
}

// Drop gives a letter up before it is issued, with a reason.
type Drop struct {
	ID      string `form:"-"`
	Version int    `form:"version"`
	Reason  string `form:"reason"`
	onLetter
}

// Permission implements action.Command.
func (c *Drop) Permission() org.Permission { return org.LetterDraft }

// Target implements action.Command.
func (c *Drop) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command.
func (c *Drop) Run(s *action.Step) error {
	if err := c.sender(s); err != nil {
		return err
	}
	if err := c.before.Need(letter.Draft, letter.Proposed, letter.Approved); err != nil {
		return err
	}
	var checks fault.Checks
	checks.Text("reason", c.Reason, action.ShortText)
	if err := checks.Err(); err != nil {
		return err
	}
	after := c.before
	after.State, after.Outcome = letter.Dropped, c.Reason
	return c.save(s, after, c.Version)
}
