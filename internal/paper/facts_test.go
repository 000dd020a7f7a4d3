package paper

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/party"
	"bihuan/internal/domain/work"
	"bihuan/internal/query"
)

func based(refs ...string) query.Based { return query.Based{Refs: refs} }

func officer(id, title, name string, rank org.Rank) query.Officer {
	return query.Officer{ID: id, Name: name, Title: title, Rank: rank, Based: based("post:" + id)}
}

// whole is the facts of a small bureau for which nothing is missing.
func whole() query.Facts {
	head := officer("head", "党组书记、局长", "周正", org.RankSecretary)
	li, wu := officer("li", "党组成员、副局长", "李明", org.RankMember), officer("wu", "党组成员、副局长", "吴清", org.RankMember)
	chen := officer("chen", "人教科科长", "陈静", org.RankDeptHead)
	f := query.Facts{InspectionID: "i", CutOff: "2026-06-30", On: "2026-07-03",
		Organisation: org.Organisation{ID: "o", Name: "云岭市水务局", ShortName: "市水务局", PartyName: "中共云岭市水务局党组", Kind: org.Bureau},
		Office:       org.Organisation{ID: "office", ShortName: "市委巡察办", Kind: org.Office},
		Head:         head, InspectionRefs: []string{"inspection:i"}, OrgRefs: []string{"organisation:o"}, OfficeRefs: []string{"organisation:office"},
		Counts:   query.Counts{Total: 3, ByVerdict: map[work.Verdict]int{work.Done: 2, work.NotDone: 1}, Closed: 1, LongTerm: 1},
		Measures: query.MeasureFacts{Total: 4, Problems: 3, ByKind: map[work.MeasureKind]int{work.Direct: 3, work.LongTerm: 1}, Claimed: 4, Departments: 2, ClaimFrom: "2026-03-20", ClaimUntil: "2026-03-21"},
		Open:     []query.OpenProblem{{Number: "1.1.3", Title: "谈心谈话走过场", Verdict: work.NotDone, Based: based("problem:p3")}},
		Leaders:  []query.LeaderShare{{Leader: head, IsHead: true, Problems: 1, Based: based("problems-of:head")}, {Leader: li, Problems: 2, Based: based("problems-of:li")}},
	}
	f.Feedback = query.FeedbackFacts{On: "2026-03-02", Team: "市委第三巡察组", Statement: []string{"照单全收", "立行立改。"}, Speaker: head, ByHead: true,
		Nodes:       map[inspection.NodeKind]int{inspection.KindAspect: 1, inspection.KindItem: 2, inspection.KindProblem: 3},
		NoticeTitle: "关于印发《市委第三巡察组的反馈意见》的通知", NoticeNumber: "云巡办〔2026〕3号",
		MeetingRefs: []string{"inspection:i"}, PaperRefs: []string{"feedback:f"}, NoticeRefs: []string{"inspection:i"}}
	f.Group = &query.GroupFact{FoundedOn: "2026-03-04", DocumentNumber: "云水党组〔2026〕4号", Department: "人教科", HeadLeads: true,
		Leader: head, Members: []query.Officer{li, wu}, OfficeMembers: []query.Officer{chen}, Based: based("leading_group:g")}
	f.Plan = &query.PlanFact{Title: "中共云岭市水务局党组整改方案", Drafted: "2026-03-09", DraftName: "征求意见稿", Versions: 1,
		Comments: query.CommentCounts{Total: 2, TakenUp: 1, Refused: 1}, AdoptedOn: "2026-03-16", AdoptedAt: "局党组会议", AdoptionID: "m3", OfficeOn: "2026-03-17", TeamOn: "2026-03-18", TeamPaper: "云巡三函〔2026〕2号",
		IssuedOn: "2026-03-19", DocumentNumber: "云水党组〔2026〕5号", AdoptionRefs: []string{"plan_approval:1"}, ConsentRefs: []string{"plan_approval:2"},
		IssueRefs: []string{"plan_version:v"}, Based: based("plan_version:v")}
	f.Meetings = meetings(head)
	f.Studies = []query.StudyFact{{Study: party.Study{Kind: party.CentralGroup, Title: "中心组第1次学习", HeldOn: "2026-03-10", Note: "形成清单1份。"}, LedByHead: true,
		Rules: []string{"中国共产党巡视工作条例"}, Theory: []string{"党的二十大精神"}, Based: based("study:s")}}
	f.Directed = []query.DirectedFact{{On: "2026-04-01", Text: "现场核对台账。", Titles: []string{"公务接待台账不全。"}, Based: based("directed_matter:d")}}
	f.Life = life(head)
	f.Branches = []query.BranchFact{{LifeMeeting: party.LifeMeeting{HeldOn: "2026-03-30", Branch: "机关一支部", Theme: "2025年度组织生活会", HeadAsMember: true}, Based: based("life_meeting:b")}}
	f.Regulations = query.RegulationFacts{Enacted: []query.RegulationFact{{Title: "公务接待管理办法", On: "2026-05-01", Based: based("regulation:r")}}, Problems: 1}
	f.Linked = []query.LinkedFact{{LinkedWork: party.LinkedWork{Kind: party.LinkedTraining, Title: "节水执法培训班", On: "2026-05-06", Body: "参训40人。"}, Based: based("linked_work:l")}}
	return f
}

func meetings(head query.Officer) []query.MeetingFact {
	meeting := func(m party.Meeting, report string) query.MeetingFact {
		return query.MeetingFact{Meeting: m, Chair: head, ByHead: true, HeadThere: true, Resolutions: 1, Settled: 1, Report: report, Based: based("meeting:" + m.ID)}
	}
	return []query.MeetingFact{
		meeting(party.Meeting{ID: "m1", Kind: party.Mobilisation, Title: "动员会", HeldOn: "2026-03-03", Requirements: []string{"真认账"}}, ""),
		meeting(party.Meeting{ID: "m2", Kind: party.PartyGroup, Title: "专题党组会", HeldOn: "2026-03-05", Topics: []party.Topic{{Title: "研究整改分工"}}}, ""),
		meeting(party.Meeting{ID: "m3", Kind: party.PartyGroup, Title: "局党组会议", HeldOn: "2026-03-16"}, ""),
		meeting(party.Meeting{ID: "m4", Kind: party.ProgressMeeting, Title: "推进会", HeldOn: "2026-05-12", Requirements: []string{"进度慢的每周过问", "资料不得补造"}}, ""),
		meeting(party.Meeting{ID: "m5", Kind: party.PartyGroup, Title: "局党组会议", HeldOn: "2026-07-02", AdoptedReport: true}, "中共云岭市水务局党组关于巡察反馈意见整改情况的报告"),
	}
}

func life(head query.Officer) *query.LifeFact {
	return &query.LifeFact{LifeMeeting: party.LifeMeeting{ID: "lm", Theme: "真认真改", ConsentAskedOn: "2026-03-11", ConsentOn: "2026-03-13", ConsentBy: "市委",
		PlanOn: "2026-03-14", StudyOn: "2026-03-20", OpinionsOn: "2026-03-18", Opinions: 9, HeldOn: "2026-03-27"},
		Host: head, HostIsHead: true, Based: based("life_meeting:lm"),
		Talks: query.TalkCounts{Total: 6, First: "2026-03-18", Last: "2026-03-25", ByScope: map[party.TalkScope]int{party.LeaderWithLeader: 3, party.LeaderWithDeptHead: 3},
			ByHead: map[party.TalkScope]int{party.LeaderWithLeader: 2}},
		Papers:     query.PaperCounts{Team: 1, Members: 3, ByHead: 3},
		Criticisms: query.CriticismCounts{Total: 9, Self: 3, Mutual: 6, HeadSelf: 1, ToHead: 2, FromHead: 2, Measured: 9, Done: 9}}
}
