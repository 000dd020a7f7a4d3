package query

import (
	"strconv"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/party"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// FeedbackFacts is what the team fed back, and how.
type FeedbackFacts struct {
	On           workday.Date
	Team         string
	Title        string
	Nodes        map[inspection.NodeKind]int // counted in the confirmed paper; nil before
	Statement    []string                    // the points of the statement
	Speaker      Officer                     // who made it, as of that day
	ByHead       bool
	NoticeTitle  string
	NoticeNumber string
	MeetingRefs  []Source
	PaperRefs    []Source
	NoticeRefs   []Source
}

// OpenProblem is a problem that is not done at the cut-off.
type OpenProblem struct {
	Number  string
	Title   string
	Verdict work.Verdict
	Based
}

// head finds the Party-group secretary of the day of the paper.
func (g *gatherer) head() error {
	var found []Officer
	for id, post := range org.Held(g.posts, g.On) {
		if post.Rank == org.RankSecretary {
			found = append(found, g.officer(id, g.On))
		}
	}
	switch len(found) {
	case 0:
		g.conflict(NoHead, []Source{refTo(store.Organisations, g.i.OrgID)})
	case 1:
		g.Head = found[0]
	default:
		names := make([]string, len(found))
		var refs []Source
		for n, o := range found {
			names[n] = o.Name
			refs = append(refs, o.Refs...)
		}
		g.conflict(TwoHeads, refs, joinSorted(names))
	}
	return nil
}

func (g *gatherer) feedback() error {
	f := &g.Feedback
	self := refTo(store.Inspections, g.i.ID)
	f.On, f.Statement = g.i.FeedbackOn, g.i.Statement
	f.NoticeTitle, f.NoticeNumber = g.i.NoticeTitle, g.i.NoticeNumber
	f.MeetingRefs, f.NoticeRefs = []Source{self}, []Source{self}
	f.Speaker = g.officer(g.i.StatementBy, g.i.FeedbackOn)
	f.ByHead = g.i.StatementBy != "" && g.i.StatementBy == g.Head.ID
	team, err := store.Teams.Get(g.Tx, g.i.TeamID)
	if err != nil && !fault.Is(err, fault.NotFound) {
		return err
	}
	f.Team = team.Name
	meeting, err := store.Meetings.One(g.Tx, "WHERE inspection_id = ? AND kind = ? ORDER BY held_on, id LIMIT 1", g.i.ID, party.FeedbackMeeting)
	switch {
	case err == nil:
		f.MeetingRefs = append(f.MeetingRefs, refTo(store.Meetings, meeting.ID))
	case !fault.Is(err, fault.NotFound):
		return err
	}
	return g.paper()
}

// paper counts the confirmed feedback paper and sets the stated totals beside it.
func (g *gatherer) paper() error {
	p, err := store.Feedbacks.One(g.Tx, "WHERE inspection_id = ? AND state = ?", g.i.ID, inspection.FeedbackConfirmed)
	if fault.Is(err, fault.NotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	f := &g.Feedback
	f.Title, f.PaperRefs = p.Title, []Source{refTo(store.Feedbacks, p.ID)}
	for _, c := range inspection.Compare(p.Stated, p.Draft) {
		if c.Differs() {
			g.conflict(StatedNotFound, f.PaperRefs, c.Unit, strconv.Itoa(c.Stated), strconv.Itoa(c.Counted))
		}
	}
	f.Nodes, err = g.CountNodes(g.i.ID)
	return err
}

// counts counts the problems at the cut-off and names what is open.
func (g *gatherer) counts() error {
	var err error
	if g.Counts, err = g.CountProblemsOn(g.i.ID, g.CutOff); err != nil {
		return err
	}
	list, err := g.problemsOn(g.i.ID, g.CutOff)
	for _, p := range list {
		if v := p.Effective(g.CutOff); v != work.Done {
			g.Open = append(g.Open, OpenProblem{Number: p.Number, Title: p.Title, Verdict: v, Based: Based{[]Source{refTo(store.Problems, p.ID)}}})
		}
	}
	return err
}
