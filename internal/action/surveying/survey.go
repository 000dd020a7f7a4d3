// Package surveying is what is done about satisfaction surveys: the office
// prepares, opens and closes them and issues codes, people answer unnamed, and
// paper ballots are counted by two.
package surveying

import (
	"strconv"
	"strings"

	"bihuan/internal/action"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/survey"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// Save prepares a survey, or changes one that is not open yet.
type Save struct {
	InspectionID string          `form:"inspection"`
	ID           string          `form:"id"` // empty for a new one
	Version      int             `form:"version"`
	Title        string          `form:"name"`
	Audience     string          `form:"audience"`
	OpensOn      workday.Date    `form:"opens_on"`
	ClosesOn     workday.Date    `form:"closes_on"`
	Least        int             `form:"least"`
	Questions    []QuestionInput `form:"questions"`

	inspection inspection.Inspection
	before     survey.Survey
}

// QuestionInput is one row of the form; one without a text is not there. A
// choice a line; those that count as satisfied end with an asterisk.
type QuestionInput struct {
	Text    string       `form:"text"`
	Choices action.Lines `form:"choices"`
}

// Permission implements action.Command.
func (c *Save) Permission() org.Permission { return org.SurveyEdit }

// Target implements action.Command.
func (c *Save) Target(s *action.Step) (t org.Target, err error) {
	if c.ID != "" {
		if c.before, t, err = store.SurveyTarget(s.Tx, c.ID); err != nil {
			return t, err
		}
		c.InspectionID = c.before.InspectionID
		return t, nil
	}
	c.inspection, t, err = store.InspectionTarget(s.Tx, c.InspectionID)
	return t, err
}

// Run implements action.Command.
func (c *Save) Run(s *action.Step) error {
	if c.ID != "" && c.before.State != survey.Draft {
		return fault.New(fault.Conflict, "survey.not-draft")
	}
	after := c.before
	if c.ID == "" {
		after = survey.Survey{ID: s.NewID(), OrgID: c.inspection.OrgID, InspectionID: c.InspectionID, RoundID: c.inspection.RoundID, State: survey.Draft,
			By: s.Actor.AccountID, Name: s.Actor.Name, At: s.Now}
	}
	after.Version, after.Title, after.Audience, after.OpensOn, after.ClosesOn, after.Least = c.Version, c.Title, c.Audience, c.OpensOn, c.ClosesOn, c.Least
	after.Questions = c.questions()
	var checks fault.Checks
	after.Check(&checks)
	if err := checks.Err(); err != nil {
		return err
	}
	s.Return(after.ID)
	if c.ID == "" {
		return action.Insert(s, store.Surveys, &after)
	}
	return action.Save(s, store.Surveys, c.before, &after)
}

func (c *Save) questions() []survey.Question {
	var out []survey.Question
	for _, in := range c.Questions {
		if in.Text == "" {
			continue
		}
		q := survey.Question{Key: "q" + strconv.Itoa(len(out)+1), Text: in.Text}
		for n, line := range in.Choices {
			text, satisfied := strings.CutSuffix(strings.TrimSpace(line), "*")
			q.Choices = append(q.Choices, survey.Choice{Key: string(rune('a' + n%26)), Text: strings.TrimSpace(text), Satisfied: satisfied})
		}
		out = append(out, q)
	}
	return out
}

// Open opens a survey: from here on its questions stand.
type Open struct {
	ID      string `form:"id"`
	Version int    `form:"version"`

	before survey.Survey
}

// Permission implements action.Command.
func (c *Open) Permission() org.Permission { return org.SurveyEdit }

// Target implements action.Command.
func (c *Open) Target(s *action.Step) (t org.Target, err error) {
	c.before, t, err = store.SurveyTarget(s.Tx, c.ID)
	return t, err
}

// Run implements action.Command.
func (c *Open) Run(s *action.Step) error {
	if c.before.State != survey.Draft {
		return fault.New(fault.Conflict, "survey.not-draft")
	}
	if c.before.ClosesOn.Before(s.Today) {
		return fault.New(fault.Conflict, "survey.over")
	}
	after := c.before
	after.Version, after.State = c.Version, survey.Opened
	s.Return(c.ID)
	if err := store.PrepareTally(s.Tx, after); err != nil {
		return err
	}
	return action.Save(s, store.Surveys, c.before, &after)
}

// Close ends a survey: what is left of the codes is void, and the result is
// shown. It waits for boxes of paper ballots that are not counted to the end.
type Close struct {
	ID      string `form:"id"`
	Version int    `form:"version"`

	before survey.Survey
}

// Permission implements action.Command.
func (c *Close) Permission() org.Permission { return org.SurveyEdit }

// Target implements action.Command.
func (c *Close) Target(s *action.Step) (t org.Target, err error) {
	c.before, t, err = store.SurveyTarget(s.Tx, c.ID)
	return t, err
}

// Run implements action.Command.
func (c *Close) Run(s *action.Step) error {
	if c.before.State != survey.Opened {
		return fault.New(fault.Conflict, "survey.not-open")
	}
	waiting, err := s.Tx.Count("SELECT COUNT(*) FROM survey_box WHERE survey_id = ? AND state <> ?", c.ID, survey.Agreed)
	if err != nil {
		return err
	}
	if waiting > 0 {
		return fault.New(fault.Conflict, "survey.boxes-wait", waiting)
	}
	if _, err := s.Tx.Exec("DELETE FROM survey_code WHERE survey_id = ?", c.ID); err != nil {
		return err
	}
	after := c.before
	after.Version, after.State, after.ClosedOn = c.Version, survey.Closed, s.Today
	s.Return(c.ID)
	return action.Save(s, store.Surveys, c.before, &after)
}
