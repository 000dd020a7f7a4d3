package paper

import (
	"strconv"
	"strings"

	"bihuan/internal/domain/party"
	"bihuan/internal/query"
	"bihuan/internal/store"
)

// ofMeetingPaper is the prose of a paper of one meeting.
func ofMeetingPaper(f query.PaperFacts) *prose {
	p := organised(f.Facts, f)
	p.base = []query.Source{query.Ref(store.Meetings, f.Meeting.Meeting.ID)}
	return p
}

// point is one of several things, with its number.
type point struct {
	number int
	text   string
}

// pointsOf numbers texts, leaving empty ones out.
func pointsOf(texts []string) []point {
	var out []point
	for n, text := range endedAll(texts) {
		out = append(out, point{n + 1, text})
	}
	return out
}

// meetingFact states something of the meeting, or marks that it is missing.
func meetingFact(of func(party.Meeting) string, at place) func(*prose) {
	return about(func(p *prose, f query.PaperFacts) { p.stated(of(f.Meeting.Meeting), p.base, at) })
}

// meetingPaperWords are what the papers of one meeting speak of.
func meetingPaperWords() vocabulary {
	return vocabulary{
		facts: map[string]func(*prose){
			"会议名称": meetingFact(func(m party.Meeting) string { return ended(m.Title) }, atMeetingTitle),
			"会议简称": meetingFact(func(m party.Meeting) string { return strings.TrimSuffix(ended(m.Title), "纪要") }, atMeetingTitle),
			"会议日期": about(func(p *prose, f query.PaperFacts) { p.say(p.base, p.day(f.Meeting.Meeting.HeldOn)) }),
			"会议地点": meetingFact(func(m party.Meeting) string { return m.Place }, atMeetingPlace),
			"主持人":  about(chairedBy),
			"参加人员": about(func(p *prose, f query.PaperFacts) { p.stated(joined(namesOf(f.Meeting.Invited)), p.base, atInvited) }),
			"核对议题": about(func(p *prose, f query.PaperFacts) {
				if len(f.Meeting.Meeting.Topics) == 0 {
					p.gap(atTopics)
				}
			}),
			"核对议题和议定事项": about(func(p *prose, f query.PaperFacts) {
				if len(f.Meeting.Meeting.Topics)+len(f.Meeting.Resolutions) == 0 {
					p.gap(atTopics)
				}
			}),
		},
		conditions: map[string]func(*prose) bool{
			"有会议学习":  somePoints(func(f query.PaperFacts) []string { return f.Meeting.Meeting.Studied }),
			"有会议议题":  somePoints(func(f query.PaperFacts) []string { return f.Meeting.Meeting.Agenda() }),
			"有议定事项":  asked(func(f query.PaperFacts) bool { return len(f.Meeting.Resolutions) > 0 }),
			"有会议要求":  somePoints(func(f query.PaperFacts) []string { return f.Meeting.Meeting.Requirements }),
			"有更正":    asked(func(f query.PaperFacts) bool { return len(f.Meeting.Corrections) > 0 }),
			"有未办结事项": asked(func(f query.PaperFacts) bool { return len(f.Meeting.Earlier) > 0 }),
			"已定参加人员": asked(func(f query.PaperFacts) bool { return len(f.Meeting.Invited) > 0 }),
		},
		lists: map[string]listing{
			"会议学习":  meetingPoints(func(f query.PaperFacts) []string { return f.Meeting.Meeting.Studied }),
			"会议议题":  meetingPoints(func(f query.PaperFacts) []string { return f.Meeting.Meeting.Agenda() }),
			"议题和结论": meetingPoints(func(f query.PaperFacts) []string { return topicPoints(f.Meeting.Meeting.Topics) }),
			"议定事项":  meetingPoints(func(f query.PaperFacts) []string { return resolutionPoints(f.Meeting.Resolutions) }),
			"会议要求":  meetingPoints(func(f query.PaperFacts) []string { return f.Meeting.Meeting.Requirements }),
			"更正":    meetingPoints(func(f query.PaperFacts) []string { return correctionPoints(f.Meeting.Corrections) }),
			"未办结事项": meetingPoints(func(f query.PaperFacts) []string { return earlierPoints(f.Meeting.Earlier) }),
		},
	}
}

func somePoints(of func(query.PaperFacts) []string) func(*prose) bool {
	return asked(func(f query.PaperFacts) bool { return len(endedAll(of(f))) > 0 })
}

// meetingPoints goes through numbered points of the meeting.
func meetingPoints(of func(query.PaperFacts) []string) listing {
	return each(func(p *prose) []point { return pointsOf(of(subject[query.PaperFacts](p))) }, map[string]func(*prose, point){
		"序号": func(p *prose, x point) { p.say(p.base, strconv.Itoa(x.number)) },
		"内容": func(p *prose, x point) { p.say(p.base, x.text) },
	})
}

// chairedBy names who chairs the meeting, with his post of the day.
func chairedBy(p *prose, f query.PaperFacts) {
	if f.Chair.Name == "" {
		p.lack(atChair)
		return
	}
	p.say(refsOf(p.base, f.Chair.Refs), f.Chair.Title+f.Chair.Name)
}
