package carrying

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// Instruct is a leader's comment (批示) on a progress entry.
type Instruct struct {
	ProgressID string `form:"-"`
	Text       string `form:"text"`
	said
}

// Permission implements action.Command.
func (c *Instruct) Permission() org.Permission { return org.ProgressInstruct }

// Target implements action.Command.
func (c *Instruct) Target(s *action.Step) (org.Target, error) { return c.find(s, c.ProgressID) }

// Run implements action.Command.
func (c *Instruct) Run(s *action.Step) error { return c.say(s, work.Instruction, c.Text) }

// AnswerHelp is what somebody who must help says to the difficulty.
type AnswerHelp struct {
	ProgressID string `form:"-"`
	Text       string `form:"text"`
	said
}

// Permission implements action.Command.
func (c *AnswerHelp) Permission() org.Permission { return org.ProgressHelp }

// Target implements action.Command. It lies with those whom the entry names.
func (c *AnswerHelp) Target(s *action.Step) (org.Target, error) {
	t, err := c.find(s, c.ProgressID)
	return store.HelpTarget(t, c.entry), err
}

// Run implements action.Command.
func (c *AnswerHelp) Run(s *action.Step) error {
	if c.entry.HelpDeptID == "" && c.entry.HelpPersonID == "" {
		return fault.New(fault.Conflict, "progress.no-help-asked")
	}
	return c.say(s, work.HelpAnswer, c.Text)
}

// said is the entry that a comment is on.
type said struct{ entry work.Progress }

func (c *said) find(s *action.Step, id string) (t org.Target, err error) {
	if c.entry, err = store.ProgressEntries.Get(s.Tx, id); err != nil {
		return t, err
	}
	_, t, err = store.ProblemTarget(s.Tx, c.entry.ProblemID)
	t.Kind, t.ID = store.ProgressEntries.Name(), id
	return t, err
}

func (c *said) say(s *action.Step, kind work.CommentKind, text string) error {
	var checks fault.Checks
	checks.Text("text", text, action.LongText)
	if err := checks.Err(); err != nil {
		return err
	}
	s.Return(c.entry.ProblemID)
	return action.Insert(s, store.ProgressComments, &work.Comment{ID: s.NewID(), OrgID: c.entry.OrgID, InspectionID: c.entry.InspectionID,
		ProblemID: c.entry.ProblemID, ProgressID: c.entry.ID, Kind: kind, Text: text, By: s.Actor.AccountID, Name: s.Actor.Name, At: s.Now})
}
