package query

import (
	"slices"
	"strings"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/party"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// StudyFact is one study session in which the head took part.
type StudyFact struct {
	party.Study
	LedByHead bool
	Rules     []string
	Theory    []string
	Based
}

// MeetingFact is one meeting of the organisation up to the cut-off.
type MeetingFact struct {
	party.Meeting
	Chair       Officer
	ByHead      bool // the head chaired it
	HeadThere   bool // … or was present
	Resolutions int
	Settled     int    // resolutions carried out by the cut-off
	Report      string // title of the report that it adopted; empty while none is recorded
	Based
}

// DirectedFact is a matter that the head directed himself.
type DirectedFact struct {
	On     workday.Date
	Text   string
	Titles []string // of the problems that it was about
	Based
}

func (g *gatherer) studies() error {
	list, err := store.Studies.List(g.Tx, "WHERE inspection_id = ? AND held_on <> '' AND held_on <= ? ORDER BY held_on, id", g.i.ID, g.CutOff)
	for _, s := range list {
		led := s.LeaderID == g.Head.ID
		if g.Head.ID == "" || !led && !slices.Contains(s.Participants, g.Head.ID) {
			continue
		}
		f := StudyFact{Study: s, LedByHead: led, Based: Based{[]Source{refTo(store.Studies, s.ID)}}}
		for _, m := range s.Materials {
			if m.Kind == party.MaterialRule {
				f.Rules = append(f.Rules, bareTitle(m.Title))
			} else {
				f.Theory = append(f.Theory, m.Title)
			}
		}
		g.Studies = append(g.Studies, f)
	}
	return err
}

// meetings gives the meetings up to the cut-off, and the one that adopted the
// report also where it was held later, before the paper.
func (g *gatherer) meetings() error {
	list, err := store.Meetings.List(g.Tx, `WHERE inspection_id = ? AND kind <> ? AND held_on <> ''
		AND (held_on <= ? OR adopted_report = 1 AND held_on <= ?) ORDER BY held_on, id`, g.i.ID, party.FeedbackMeeting, g.CutOff, g.On)
	if err != nil {
		return err
	}
	report, err := store.Reports.One(g.Tx, "WHERE inspection_id = ? AND kind = ? ORDER BY created_at DESC, id DESC LIMIT 1", g.i.ID, inspection.ProgressReport)
	if err != nil && !fault.Is(err, fault.NotFound) {
		return err
	}
	for _, m := range list {
		f := MeetingFact{Meeting: m, Chair: g.officer(m.ChairID, m.HeldOn), Based: Based{[]Source{refTo(store.Meetings, m.ID)}}}
		f.ByHead = m.ChairID != "" && m.ChairID == g.Head.ID
		if m.AdoptedReport {
			f.Report = report.Title
		}
		if err := g.meetingParts(&f); err != nil {
			return err
		}
		g.Meetings = append(g.Meetings, f)
	}
	return nil
}

func (g *gatherer) meetingParts(f *MeetingFact) error {
	there, err := g.Tx.Count("SELECT COUNT(*) FROM attendance WHERE meeting_id = ? AND person_id = ? AND presence <> ?",
		f.ID, g.Head.ID, party.Absent)
	if err != nil {
		return err
	}
	f.HeadThere = f.ByHead || there > 0
	if f.Resolutions, err = g.Tx.Count("SELECT COUNT(*) FROM resolution WHERE meeting_id = ?", f.ID); err != nil {
		return err
	}
	f.Settled, err = g.Tx.Count("SELECT COUNT(*) FROM resolution WHERE meeting_id = ? AND done_on <> '' AND done_on <= ?", f.ID, g.CutOff)
	return err
}

func (g *gatherer) directed() error {
	list, err := store.DirectedMatters.List(g.Tx, "WHERE inspection_id = ? AND by_id = ? AND on_day <> '' AND on_day <= ? ORDER BY on_day, id",
		g.i.ID, g.Head.ID, g.CutOff)
	if err != nil {
		return err
	}
	titles, err := g.problemTitles()
	for _, d := range list {
		f := DirectedFact{On: d.On, Text: d.Text, Based: Based{[]Source{refTo(store.DirectedMatters, d.ID)}}}
		for _, id := range d.Problems {
			f.Titles = append(f.Titles, titles[id])
			f.Refs = append(f.Refs, refTo(store.Problems, id))
		}
		g.Directed = append(g.Directed, f)
	}
	return err
}

func (g *gatherer) problemTitles() (map[string]string, error) {
	list, err := store.Problems.List(g.Tx, "WHERE inspection_id = ?", g.i.ID)
	out := make(map[string]string, len(list))
	for _, p := range list {
		out[p.ID] = p.Title
	}
	return out, err
}

// bareTitle is a title without its book marks.
func bareTitle(title string) string {
	return strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(title), "《"), "》")
}

// joinSorted writes names in a fixed order, as Chinese lists them.
func joinSorted(names []string) string {
	slices.Sort(names)
	return strings.Join(names, "、")
}
