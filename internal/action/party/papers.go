package party

import (
	"fmt"
	"slices"

	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/party"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// SavePapers makes the self-examination papers of a life meeting what was
// entered: one row for the team and one for each member. Version is that of
// the meeting which the person saw.
type SavePapers struct {
	LifeMeetingID string
	Version       int     `form:"version"`
	Papers        []Paper `form:"papers"`
	life
}

// Paper is one row; a blank one does not count, or takes away the paper that
// stood there.
type Paper struct {
	PersonID   string       `form:"person"` // empty: of the team
	ReviewedBy string       `form:"reviewed_by"`
	ReviewedOn workday.Date `form:"reviewed_on"`
	Revisions  int          `form:"revisions"`
}

// Target implements action.Command.
func (c *SavePapers) Target(s *action.Step) (org.Target, error) { return c.find(s, c.LifeMeetingID) }

// Run checks the rows and saves what changed. The meeting's version grows, so
// that two people's rows do not mix.
func (c *SavePapers) Run(s *action.Step) error {
	papers, err := c.check(s)
	if err != nil {
		return err
	}
	meeting := c.meeting
	meeting.Version = c.Version
	if err := action.Save(s, store.LifeMeetings, c.meeting, &meeting); err != nil {
		return err
	}
	s.Return(c.meeting.ID)
	return c.save(s, papers)
}

// check gathers what is wrong with the rows and gives those that were filled in.
func (c *SavePapers) check(s *action.Step) ([]party.SelfPaper, error) {
	var checks fault.Checks
	var out []party.SelfPaper
	seen := map[string]bool{}
	for i, row := range c.Papers {
		p := party.SelfPaper{OrgID: c.meeting.OrgID, LifeMeetingID: c.meeting.ID, PersonID: row.PersonID,
			ReviewedBy: row.ReviewedBy, ReviewedOn: row.ReviewedOn, Revisions: row.Revisions}
		if p.Blank() {
			continue
		}
		name := func(part string) string { return fmt.Sprintf("papers[%d].%s", i, part) }
		p.Check(&checks, c.meeting, s.Today, name)
		if seen[p.PersonID] {
			checks.Add(name("person"), "party.meeting.twice")
		}
		seen[p.PersonID] = true
		if err := action.CheckPeople(s, &checks, p.OrgID, name("person"), p.PersonID); err != nil {
			return nil, err
		}
		if p.ReviewedBy != party.BySuperior {
			if err := action.CheckPeople(s, &checks, p.OrgID, name("reviewed_by"), p.ReviewedBy); err != nil {
				return nil, err
			}
		}
		out = append(out, p)
	}
	if err := c.asWritten(s, &checks, out); err != nil {
		return nil, err
	}
	return out, checks.Err()
}

// asWritten keeps what the versions of a paper say: how often it was revised,
// and when a reviewer who works here accepted it. A paper with versions is not
// taken away.
func (c *SavePapers) asWritten(s *action.Step, checks *fault.Checks, papers []party.SelfPaper) error {
	stored, err := store.SelfPapers.List(s.Tx, "WHERE life_meeting_id = ?", c.meeting.ID)
	if err != nil {
		return err
	}
	for _, was := range stored {
		n, err := s.Tx.Count("SELECT COUNT(*) FROM self_version WHERE self_paper_id = ?", was.ID)
		if err != nil {
			return err
		}
		if n == 0 {
			continue
		}
		i := slices.IndexFunc(papers, func(p party.SelfPaper) bool { return p.PersonID == was.PersonID })
		if i < 0 {
			checks.Add("papers", "party.self.has-versions")
			continue
		}
		papers[i].Revisions = was.Revisions
		if papers[i].ReviewedBy != party.BySuperior {
			papers[i].ReviewedOn = was.ReviewedOn
		}
	}
	return nil
}

func (c *SavePapers) save(s *action.Step, papers []party.SelfPaper) error {
	stored, err := store.SelfPapers.List(s.Tx, "WHERE life_meeting_id = ?", c.meeting.ID)
	if err != nil {
		return err
	}
	before := map[string]party.SelfPaper{}
	for _, p := range stored {
		before[p.PersonID] = p
	}
	for _, p := range papers {
		was, there := before[p.PersonID]
		delete(before, p.PersonID)
		p.ID, p.Version, p.Problems, p.Circle = was.ID, was.Version, was.Problems, was.Circle
		switch {
		case !there:
			p.ID = s.NewID()
			err = action.Insert(s, store.SelfPapers, &p)
		case p.ReviewedBy != was.ReviewedBy || p.ReviewedOn != was.ReviewedOn || p.Revisions != was.Revisions:
			err = action.Save(s, store.SelfPapers, was, &p)
		}
		if err != nil {
			return err
		}
	}
	for _, p := range stored {
		if _, gone := before[p.PersonID]; gone {
			if err := action.Remove(s, store.SelfPapers, p); err != nil {
				return err
			}
		}
	}
	return nil
}
