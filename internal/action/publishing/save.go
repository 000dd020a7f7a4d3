package publishing

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/publication"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// Save keeps how much is told of each part, what is masked and whom to write
// to. What was published is not changed any more.
type Save struct {
	InspectionID string
	Kind         inspection.PaperKind `form:"kind"`
	Version      int                  `form:"version"` // 0 for the first time
	Choices      []publication.Choice `form:"choices"`
	Rules        []publication.Rule   `form:"rules"`
	Words        action.Lines         `form:"mask_words"`
	Phone        string               `form:"phone"`
	Address      string               `form:"address"`
	Mail         string               `form:"mail"`
	Until        workday.Date         `form:"receives_until"`
	Write        Writer               `json:"-" form:"-"`
	of
}

// Permission implements action.Command.
func (c *Save) Permission() org.Permission { return org.PublicationEdit }

// Target implements action.Command.
func (c *Save) Target(s *action.Step) (org.Target, error) { return c.load(s, c.InspectionID, c.Kind) }

// Run implements action.Command.
func (c *Save) Run(s *action.Step) error {
	var checks fault.Checks
	checks.OneOf("kind", string(c.Kind), string(inspection.Circular), string(inspection.PublicVersion))
	if err := checks.Err(); err != nil {
		return err
	}
	if err := c.open(); err != nil {
		return err
	}
	after := c.publication
	after.Version, after.Choices, after.Rules, after.Words = c.Version, c.Choices, c.Rules, c.Words
	after.Contact = publication.Contact{Phone: c.Phone, Address: c.Address, Mail: c.Mail, Until: c.Until}
	written, err := c.Write(s.Tx, publication.Publication{Kind: c.Kind}, c.report)
	if err != nil {
		return err
	}
	if after.Check(&checks, written.Parts, s.Today); checks.Err() != nil {
		return checks.Err()
	}
	after.Choices = publication.Kept(after.Choices)
	s.Return(after.ID)
	if after.ID != "" {
		return action.Save(s, store.Publications, c.publication, &after)
	}
	after.ID = s.NewID()
	s.Return(after.ID)
	return action.Insert(s, store.Publications, &after)
}
