package intake

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// AddInspection puts an organisation under inspection in a round.
type AddInspection struct {
	RoundID string `form:"round"`
	TeamID  string `form:"team"`
	OrgID   string `form:"organisation"`
	Title   string `form:"title"`
}

// Permission implements action.Command.
func (c *AddInspection) Permission() org.Permission { return org.InspectionEdit }

// Target implements action.Command.
func (c *AddInspection) Target(s *action.Step) (org.Target, error) {
	_, err := store.Rounds.Get(s.Tx, c.RoundID)
	return org.Target{Kind: store.Inspections.Name(), OrgID: c.OrgID, TeamID: c.TeamID}, err
}

// Run implements action.Command.
func (c *AddInspection) Run(s *action.Step) error {
	var checks fault.Checks
	checks.Text("title", c.Title, action.ShortText)
	if _, err := store.Teams.One(s.Tx, "WHERE id = ? AND round_id = ?", c.TeamID, c.RoundID); err != nil {
		checks.Add("team", "field.unknown-value", c.TeamID)
	}
	o, err := store.Organisations.Get(s.Tx, c.OrgID)
	if err != nil || o.Kind == org.Office || o.Kind == org.Reviewer {
		checks.Add("organisation", "field.unknown-value", o.Name)
	}
	n, err := s.Tx.Count("SELECT COUNT(*) FROM inspection WHERE round_id = ? AND org_id = ?", c.RoundID, c.OrgID)
	if err != nil {
		return err
	}
	if n > 0 {
		checks.Add("organisation", "inspection.twice")
	}
	if err := checks.Err(); err != nil {
		return err
	}
	i := inspection.Inspection{ID: s.NewID(), RoundID: c.RoundID, TeamID: c.TeamID, OrgID: c.OrgID, Title: c.Title}
	s.Return(i.ID)
	return action.Insert(s, store.Inspections, &i)
}

// RecordFeedback keeps the facts of the feedback meeting and of the notice.
// The day of the meeting is the base of all deadlines: once it is set, another
// day is saved only with the Mark of what it moves, which Preview finds.
type RecordFeedback struct {
	ID           string       `form:"id"`
	Version      int          `form:"version"`
	FeedbackOn   workday.Date `form:"feedback_on"`
	Place        string       `form:"place"`
	NoticeTitle  string       `form:"notice_title"`
	NoticeNumber string       `form:"notice_number"`
	NoticeOn     workday.Date `form:"notice_on"`
	LeftOn       workday.Date `form:"left_on"`
	Seen         string       `form:"seen"`

	Shift inspection.Shift `form:"-" json:"-"` // what the day moves, filled in
	Mark  string           `form:"-" json:"-"`
	onInspection
}

// Permission implements action.Command.
func (c *RecordFeedback) Permission() org.Permission { return org.InspectionEdit }

// Target implements action.Command.
func (c *RecordFeedback) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Preview implements action.Previewer.
func (c *RecordFeedback) Preview(s *action.Step) error {
	var checks fault.Checks
	action.NeedDate(&checks, "feedback_on", c.FeedbackOn)
	action.CheckDate(&checks, "notice_on", c.NoticeOn)
	action.CheckDate(&checks, "left_on", c.LeftOn)
	if c.LeftOn > s.Today {
		checks.Add("left_on", "field.future")
	}
	if c.FeedbackOn > s.Today {
		checks.Add("feedback_on", "field.future")
	}
	checks.Max("place", c.Place, action.ShortText)
	checks.Max("notice_title", c.NoticeTitle, action.ShortText)
	checks.Max("notice_number", c.NoticeNumber, action.ShortText)
	if err := checks.Err(); err != nil {
		return err
	}
	round, err := store.Rounds.Get(s.Tx, c.before.RoundID)
	if err != nil {
		return err
	}
	was := inspection.Ground{Settings: round.Settings, Inspection: c.before, Calendar: s.Calendar}
	will := was
	will.Inspection.FeedbackOn, will.Inspection.LeftOn = c.FeedbackOn, c.LeftOn
	c.Shift = was.ShiftTo(will)
	c.Mark, err = inspection.Mark([]inspection.Shift{c.Shift}, c.FeedbackOn)
	return err
}

// Run implements action.Command.
func (c *RecordFeedback) Run(s *action.Step) error {
	if err := c.Preview(s); err != nil {
		return err
	}
	after := c.before
	after.Version = c.Version
	after.FeedbackOn, after.FeedbackPlace, after.LeftOn = c.FeedbackOn, c.Place, c.LeftOn
	after.NoticeTitle, after.NoticeNumber, after.NoticeOn = c.NoticeTitle, c.NoticeNumber, c.NoticeOn
	if c.Version != c.before.Version {
		return fault.Stale(after, c.before)
	}
	if c.before.FeedbackOn != "" && c.before.FeedbackOn != c.FeedbackOn && c.Seen != c.Mark {
		return fault.New(fault.Conflict, inspection.Unseen)
	}
	s.Return(c.ID)
	return action.Save(s, store.Inspections, c.before, &after)
}

// RecordStatement keeps the head's statement (表态发言), point by point.
type RecordStatement struct {
	ID      string       `form:"id"`
	Version int          `form:"version"`
	By      string       `form:"statement_by"`
	Points  action.Lines `form:"statement"`
	onInspection
}

// Permission implements action.Command.
func (c *RecordStatement) Permission() org.Permission { return org.StatementEdit }

// Target implements action.Command.
func (c *RecordStatement) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command.
func (c *RecordStatement) Run(s *action.Step) error {
	var checks fault.Checks
	action.CheckLines(&checks, "statement", c.Points)
	if c.By != "" {
		if p, err := store.People.Get(s.Tx, c.By); err != nil || p.OrgID != c.before.OrgID {
			checks.Add("statement_by", "field.unknown-value", p.Name)
		}
	}
	if err := checks.Err(); err != nil {
		return err
	}
	after := c.before
	after.Version, after.StatementBy, after.Statement = c.Version, c.By, c.Points
	s.Return(c.ID)
	return action.Save(s, store.Inspections, c.before, &after)
}
