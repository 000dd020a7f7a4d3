package surveying

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/survey"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// CountBox is one person's count of a box of paper ballots. The second count
// is made by another one, who is not shown the first; where they differ both
// count anew.
type CountBox struct {
	SurveyID string      `form:"survey"`
	BoxID    string      `form:"box"` // empty: a first count of a new box
	Version  int         `form:"version"`
	Label    string      `form:"box_label"`
	Issued   int         `form:"issued"`
	Returned int         `form:"returned"`
	Invalid  int         `form:"invalid"`
	Blank    int         `form:"blank"`
	Ticks    []TickInput `form:"ticks"`

	survey survey.Survey
	before survey.Box
}

// TickInput is how often one choice was ticked.
type TickInput struct {
	Question string `form:"question"`
	Choice   string `form:"choice"`
	N        int    `form:"n"`
}

// Permission implements action.Command.
func (c *CountBox) Permission() org.Permission { return org.SurveyCount }

// Target implements action.Command.
func (c *CountBox) Target(s *action.Step) (t org.Target, err error) {
	if c.BoxID != "" {
		if c.before, err = store.SurveyBoxes.Get(s.Tx, c.BoxID); err != nil {
			return t, err
		}
		c.SurveyID = c.before.SurveyID
	}
	c.survey, t, err = store.SurveyTarget(s.Tx, c.SurveyID)
	return t, err
}

// Run implements action.Command.
func (c *CountBox) Run(s *action.Step) error {
	if c.survey.State != survey.Opened {
		return fault.New(fault.Conflict, "survey.not-open")
	}
	var checks fault.Checks
	count := c.count(&checks)
	count.Check(&checks, c.survey)
	if c.BoxID == "" {
		checks.Text("box_label", c.Label, action.ShortText)
	}
	if err := checks.Err(); err != nil {
		return err
	}
	s.Return(c.SurveyID)
	if c.BoxID == "" {
		return c.begin(s, count)
	}
	after := c.before
	after.Version = c.Version
	switch c.before.State {
	case survey.Agreed:
		return fault.New(fault.Conflict, "survey.box-done")
	case survey.Differs:
		after.First, after.FirstBy, after.FirstName, after.State = count, s.Actor.AccountID, s.Actor.Name, survey.CountedOnce
		after.Second, after.SecondBy, after.SecondName = survey.Count{}, "", ""
	default:
		if s.Actor.Is(c.before.FirstBy) {
			return fault.New(fault.Conflict, "survey.own-count")
		}
		after.Second, after.SecondBy, after.SecondName, after.State = count, s.Actor.AccountID, s.Actor.Name, survey.Differs
		if count.Same(c.before.First, c.survey) {
			after.State = survey.Agreed
		}
	}
	return action.Save(s, store.SurveyBoxes, c.before, &after)
}

func (c *CountBox) begin(s *action.Step, count survey.Count) error {
	last, err := s.Tx.Count("SELECT COALESCE(MAX(number), 0) FROM survey_box WHERE survey_id = ?", c.SurveyID)
	if err != nil {
		return err
	}
	return action.Insert(s, store.SurveyBoxes, &survey.Box{ID: s.NewID(), OrgID: c.survey.OrgID, InspectionID: c.survey.InspectionID, SurveyID: c.SurveyID,
		Number: last + 1, Label: c.Label, State: survey.CountedOnce, First: count, FirstBy: s.Actor.AccountID, FirstName: s.Actor.Name, At: s.Now})
}

func (c *CountBox) count(checks *fault.Checks) survey.Count {
	out := survey.Count{Issued: c.Issued, Returned: c.Returned, Invalid: c.Invalid, Blank: c.Blank, Tally: survey.Tally{}}
	for _, in := range c.Ticks {
		if q, ok := c.survey.Question(in.Question); !ok || !q.Has(in.Choice) {
			checks.Add("ticks", "field.unknown-choice")
			continue
		}
		out.Tally.Add(in.Question, in.Choice, in.N)
	}
	return out
}
