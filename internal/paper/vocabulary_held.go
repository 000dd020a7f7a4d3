package paper

import (
	"bihuan/internal/domain/party"
	"bihuan/internal/query"
)

// heldWords go through the meetings of an inspection one by one.
func heldWords() vocabulary {
	says := func(of func(*prose, query.MeetingFact) string) func(*prose, query.MeetingFact) {
		return func(p *prose, m query.MeetingFact) { p.maybe(of(p, m), m.Refs...) }
	}
	asks := func(holds func(query.MeetingFact) bool) func(*prose) bool {
		return func(p *prose) bool { return holds(present[query.MeetingFact](p, "会议")) }
	}
	return vocabulary{
		lists: map[string]listing{"会议": each(func(p *prose) []query.MeetingFact { return p.Meetings }, map[string]func(*prose, query.MeetingFact){
			"名称": says(func(_ *prose, m query.MeetingFact) string { return ended(m.Title) }),
			"日期": says(func(p *prose, m query.MeetingFact) string { return p.day(m.HeldOn) }),
			"种类": says(func(_ *prose, m query.MeetingFact) string { return meetingWords[m.Kind] }),
			"主持人": func(p *prose, m query.MeetingFact) {
				p.stated(m.Chair.Title+m.Chair.Name, refsOf(m.Refs, m.Chair.Refs), atChair)
			},
			"议题":    says(func(_ *prose, m query.MeetingFact) string { return joined(endedAll(m.Agenda())) }),
			"要求":    func(p *prose, m query.MeetingFact) { p.list(numbered(m.Requirements, m.Refs)) },
			"议定事项数": func(p *prose, m query.MeetingFact) { p.numbered(m.Resolutions, m.Refs) },
			"已落实数":  func(p *prose, m query.MeetingFact) { p.numbered(m.Settled, m.Refs) },
			"全句":    (*prose).meeting,
		})},
		conditions: map[string]func(*prose) bool{
			"会议.有要求":   asks(func(m query.MeetingFact) bool { return len(m.Requirements) > 0 }),
			"会议.有议题":   asks(func(m query.MeetingFact) bool { return len(m.Topics) > 0 }),
			"会议.有议定事项": asks(func(m query.MeetingFact) bool { return m.Resolutions > 0 }),
			"会议.是动员会":  asks(func(m query.MeetingFact) bool { return m.Kind == party.Mobilisation }),
			"会议.是党组会":  asks(func(m query.MeetingFact) bool { return m.Kind == party.PartyGroup }),
			"会议.是推进会":  asks(func(m query.MeetingFact) bool { return m.Kind == party.ProgressMeeting }),
		},
	}
}

// convenedWords are sentences about the meetings.
func convenedWords() vocabulary {
	return vocabulary{
		facts: map[string]func(*prose){
			"动员部署": (*prose).deployed,
			"推进会议": (*prose).pushed,
			"审议报告": (*prose).adoptedReport,
			"召开会议": (*prose).held,
			"主要会议": (*prose).mainMeetings,
		},
		conditions: map[string]func(*prose) bool{
			"已召开动员会": func(p *prose) bool { return p.tells(party.Mobilisation) },
			"已召开党组会": func(p *prose) bool { return p.tells(party.PartyGroup) },
			"已召开推进会": func(p *prose) bool { return p.tells(party.ProgressMeeting) },
			"已审议报告":  func(p *prose) bool { return len(p.told(adoption)) > 0 },
		},
	}
}
