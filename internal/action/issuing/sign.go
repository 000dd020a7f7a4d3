package issuing

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// onPaper is what commands on a kept paper have in common.
type onPaper struct{ before inspection.IssuedPaper }

func (o *onPaper) load(s *action.Step, id string) (t org.Target, err error) {
	o.before, t, err = store.IssuedPaperTarget(s.Tx, id)
	return t, err
}

// Sign signs a paper for issue as it lies before him, or gives it back with a
// reason. Nobody signs what he put forward himself.
type Sign struct {
	ID      string `form:"-"`
	Version int    `form:"version"`
	Agree   bool   `form:"agree"`
	Opinion string `form:"opinion"`
	onPaper
}

// Permission implements action.Command.
func (c *Sign) Permission() org.Permission { return c.before.Kind.SignedWith() }

// Target implements action.Command.
func (c *Sign) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command.
func (c *Sign) Run(s *action.Step) error {
	if err := c.before.MaySign(s.Actor); err != nil {
		return err
	}
	if err := action.CheckOpinion(c.Agree, c.Opinion, action.ShortText); err != nil {
		return err
	}
	after := c.before
	after.Version, after.State, after.Opinion = c.Version, inspection.IssueBack, c.Opinion
	if c.Agree {
		after.State = inspection.IssueDone
		after.SignedBy, after.SignedName, after.SignedAt = s.Actor.AccountID, s.Actor.Name, s.Now
	}
	s.Note("%s SHA-256 %s", after.Title, after.Hash)
	s.Return(c.ID)
	if err := action.Save(s, store.IssuedPapers, c.before, &after); err != nil {
		return err
	}
	return bind(s, after)
}

// Take hands a kept paper out as the file that it is; the taking is recorded.
// A record that is not the one that was kept is refused.
type Take struct {
	ID string

	Paper inspection.IssuedPaper `json:"-"` // filled in
	onPaper
}

// Permission implements action.Command: what the paper tells must be seen.
func (c *Take) Permission() org.Permission { return c.before.Kind.Seen() }

// Target implements action.Command.
func (c *Take) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command.
func (c *Take) Run(s *action.Step) error {
	if !c.before.Intact() {
		return fault.New(fault.Unavailable, "issued-paper.damaged")
	}
	c.Paper = c.before
	s.Note("%s SHA-256 %s", c.before.FileName, c.before.Hash)
	return nil
}
