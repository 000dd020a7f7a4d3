package party

import (
	"slices"

	"bihuan/internal/action"
	"bihuan/internal/action/carrying"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/party"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// WriteSelf adds a version of a self-examination paper, and says which
// problems of the feedback its author takes on himself.
type WriteSelf struct {
	ID       string
	Version  int           `form:"version"`
	Text     string        `form:"self_text"`
	Problems []string      `form:"problems"`
	File     carrying.File `form:"-"`
	self
}

// Permission implements action.Command.
func (c *WriteSelf) Permission() org.Permission { return org.SelfWrite }

// Target implements action.Command.
func (c *WriteSelf) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command.
func (c *WriteSelf) Run(s *action.Step) error {
	if !c.paper.MayWrite(s.Actor.PersonID, c.leaders) {
		return fault.New(fault.Denied, "party.self.not-author")
	}
	if c.meeting.Held(s.Today) {
		return fault.New(fault.Conflict, "party.self.held")
	}
	v := party.SelfVersion{ID: s.NewID(), OrgID: c.paper.OrgID, LifeMeetingID: c.meeting.ID, SelfPaperID: c.paper.ID, Text: c.Text, ByID: s.Actor.PersonID, On: s.Today}
	var checks fault.Checks
	checks.Max("self_text", c.Text, action.LongText)
	if c.File.Hash == "" {
		checks.Need("self_text", c.Text)
	} else {
		c.File.CheckSecrecy(&checks)
		v.FileName, v.FileHash, v.FileMIME, v.FileSize = carrying.FileName(c.File.Name), c.File.Hash, c.File.MIME, c.File.Size
	}
	if err := action.CheckProblems(s, &checks, c.meeting.InspectionID, "problems", c.Problems...); err != nil {
		return err
	}
	if err := checks.Err(); err != nil {
		return err
	}
	after := c.paper.Written(&v, c.last)
	after.Version, after.Problems = c.Version, c.Problems
	s.Return(c.ID)
	if err := action.Save(s, store.SelfPapers, c.paper, &after); err != nil {
		return err
	}
	return action.Insert(s, store.SelfVersions, &v)
}

// ReviewSelf is the reviewer's word on the latest version of a paper. Version
// is that of the version which he read.
type ReviewSelf struct {
	ID      string
	Seq     int                `form:"seq"`
	Version int                `form:"version"`
	Outcome party.PaperOutcome `form:"outcome"`
	Remark  string             `form:"remark"`
	self
}

// Permission implements action.Command.
func (c *ReviewSelf) Permission() org.Permission { return org.SelfReview }

// Target implements action.Command.
func (c *ReviewSelf) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command.
func (c *ReviewSelf) Run(s *action.Step) error {
	if c.last.Seq == 0 || c.Seq != c.last.Seq {
		return fault.New(fault.Conflict, "party.self.newer", c.last.Seq)
	}
	paper, last, err := c.paper.Review(c.last, s.Actor.PersonID, c.Outcome, c.Remark, s.Today)
	if err != nil {
		return err
	}
	last.Version = c.Version
	s.Return(c.ID)
	if err := action.Save(s, store.SelfVersions, c.last, &last); err != nil {
		return err
	}
	return action.Save(s, store.SelfPapers, c.paper, &paper)
}

// NameSelf says who besides author, reviewer and head may read and write a
// paper: those who draft it for them.
type NameSelf struct {
	ID      string
	Version int      `form:"version"`
	Circle  []string `form:"circle"`
	self
}

// Permission implements action.Command.
func (c *NameSelf) Permission() org.Permission { return org.SelfWrite }

// Target implements action.Command.
func (c *NameSelf) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command.
func (c *NameSelf) Run(s *action.Step) error {
	if !c.paper.MayWrite(s.Actor.PersonID, c.leaders) {
		return fault.New(fault.Denied, "party.self.not-author")
	}
	var checks fault.Checks
	if err := action.CheckPeople(s, &checks, c.paper.OrgID, "circle", c.Circle...); err != nil {
		return err
	}
	if slices.Contains(c.Circle, c.paper.ReviewedBy) {
		checks.Add("circle", "party.self.reviewer-writes")
	}
	if err := checks.Err(); err != nil {
		return err
	}
	after := c.paper
	after.Version, after.Circle = c.Version, c.Circle
	s.Return(c.ID)
	return action.Save(s, store.SelfPapers, c.paper, &after)
}

// TakeSelf hands out the file of a version; the taking is recorded.
type TakeSelf struct {
	ID string // of the version
	self
	File party.SelfVersion `json:"-"` // filled in
}

// Permission implements action.Command.
func (c *TakeSelf) Permission() org.Permission { return org.SelfRead }

// Target implements action.Command.
func (c *TakeSelf) Target(s *action.Step) (org.Target, error) {
	v, err := store.SelfVersions.Get(s.Tx, c.ID)
	if err != nil {
		return org.Target{}, err
	}
	c.File = v
	return c.load(s, v.SelfPaperID)
}

// Run implements action.Command.
func (c *TakeSelf) Run(s *action.Step) error {
	if c.File.FileHash == "" {
		return fault.New(fault.NotFound, "fault.not-found")
	}
	s.Note("%s", c.File.FileName)
	return nil
}

// self is what the commands on a self-examination paper have in common.
type self struct {
	paper   party.SelfPaper
	last    party.SelfVersion // the latest version; zero before the first
	meeting party.LifeMeeting
	leaders []string
}

func (p *self) load(s *action.Step, id string) (t org.Target, err error) {
	if p.paper, err = store.SelfPapers.Get(s.Tx, id); err != nil {
		return t, err
	}
	if p.meeting, err = store.LifeMeetings.Get(s.Tx, p.paper.LifeMeetingID); err != nil {
		return t, err
	}
	p.last, err = store.SelfVersions.One(s.Tx, "WHERE self_paper_id = ? ORDER BY seq DESC LIMIT 1", id)
	if err != nil && !fault.Is(err, fault.NotFound) {
		return t, err
	}
	t, p.leaders, err = store.SelfTarget(s.Tx, p.paper, p.meeting, s.Today)
	return t, err
}
