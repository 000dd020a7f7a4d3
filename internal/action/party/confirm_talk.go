package party

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// ConfirmTalk is one side's yes to the record of a talk as he saw it.
type ConfirmTalk struct {
	ID      string
	Version int `form:"version"`
	talk
}

// Permission implements action.Command.
func (c *ConfirmTalk) Permission() org.Permission { return org.TalkConfirm }

// Target implements action.Command.
func (c *ConfirmTalk) Target(s *action.Step) (org.Target, error) { return c.find(s, c.ID) }

// Run implements action.Command. Nobody confirms in another's name.
func (c *ConfirmTalk) Run(s *action.Step) error {
	if s.Actor.Beside.AccountID != "" {
		return fault.New(fault.Denied, "party.talk.not-a-side")
	}
	after, err := c.before.Confirm(s.Actor.PersonID, s.Today)
	if err != nil {
		return err
	}
	after.Version = c.Version
	s.Return(after.ID)
	return action.Save(s, store.Talks, c.before, &after)
}
