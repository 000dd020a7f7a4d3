package surveying

import (
	"crypto/rand"
	"slices"

	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/survey"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// Issue makes codes for one group of people. The codes are given once, to be
// printed, and are never stored: only their hashes are, in an order that has
// nothing to do with that of the slips.
type Issue struct {
	ID       string `form:"id"`
	Receiver string `form:"receiver"`
	Size     int    `form:"size"`

	survey survey.Survey
	codes  []string
}

// Permission implements action.Command.
func (c *Issue) Permission() org.Permission { return org.SurveyEdit }

// Target implements action.Command.
func (c *Issue) Target(s *action.Step) (t org.Target, err error) {
	c.survey, t, err = store.SurveyTarget(s.Tx, c.ID)
	return t, err
}

// Codes gives the codes that were made, as they are to be printed. A repeated
// request has none.
func (c *Issue) Codes() []string { return c.codes }

// Run implements action.Command.
func (c *Issue) Run(s *action.Step) error {
	if c.survey.State != survey.Opened {
		return fault.New(fault.Conflict, "survey.not-open")
	}
	var checks fault.Checks
	checks.Text("receiver", c.Receiver, action.ShortText)
	if c.Size < 1 || c.Size > survey.MostCodes {
		checks.Add("size", "survey.size.bounds", 1, survey.MostCodes)
	}
	if err := checks.Err(); err != nil {
		return err
	}
	before, err := s.Tx.Count("SELECT COALESCE(MAX(number), 0) FROM survey_batch WHERE survey_id = ?", c.ID)
	if err != nil {
		return err
	}
	b := survey.Batch{ID: s.NewID(), OrgID: c.survey.OrgID, SurveyID: c.ID, Number: before + 1, Receiver: c.Receiver, Size: c.Size,
		By: s.Actor.AccountID, Name: s.Actor.Name, At: s.Now}
	if err := action.Insert(s, store.SurveyBatches, &b); err != nil {
		return err
	}
	s.Return(b.ID)
	return c.make(s, b)
}

func (c *Issue) make(s *action.Step, b survey.Batch) error {
	codes, hashes := make([]string, b.Size), make([]string, b.Size)
	for n := range codes {
		code, err := survey.NewCode(rand.Reader)
		if err != nil {
			return err
		}
		codes[n], hashes[n] = code, survey.HashOf(code)
	}
	slices.Sort(hashes)
	for _, h := range hashes {
		if err := store.AddCode(s.Tx, b, h); err != nil {
			return err
		}
	}
	c.codes = codes
	return nil
}

// Void takes back what is left of a batch, such as slips that were lost or
// never handed out.
type Void struct {
	ID      string `form:"id"` // of the batch
	Version int    `form:"version"`
	Reason  string `form:"void_reason"`

	before survey.Batch
}

// Permission implements action.Command.
func (c *Void) Permission() org.Permission { return org.SurveyEdit }

// Target implements action.Command.
func (c *Void) Target(s *action.Step) (org.Target, error) {
	var err error
	if c.before, err = store.SurveyBatches.Get(s.Tx, c.ID); err != nil {
		return org.Target{}, err
	}
	_, t, err := store.SurveyTarget(s.Tx, c.before.SurveyID)
	t.Kind, t.ID = store.SurveyBatches.Name(), c.ID
	return t, err
}

// Run implements action.Command.
func (c *Void) Run(s *action.Step) error {
	var checks fault.Checks
	checks.Text("void_reason", c.Reason, action.ShortText)
	if err := checks.Err(); err != nil {
		return err
	}
	n, err := store.VoidCodes(s.Tx, c.ID)
	if err != nil {
		return err
	}
	if n == 0 {
		return fault.New(fault.Conflict, "survey.nothing-left")
	}
	after := c.before
	after.Version, after.Voided, after.VoidReason = c.Version, c.before.Voided+n, c.Reason
	s.Return(c.before.SurveyID)
	return action.Save(s, store.SurveyBatches, c.before, &after)
}
