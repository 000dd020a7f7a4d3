package paper

import (
	"strings"

	"bihuan/internal/gongwen"
)

// place is something that a paper tells and the records may lack.
type place string

// The places of the reports.
const (
	atHead         place = "主要负责人及其职务"
	atConflict     place = "互相一致的记录"
	atFeedbackDay  place = "反馈会日期"
	atFeedback     place = "已确认的反馈意见及问题数"
	atTeam         place = "巡察组名称"
	atSpeaker      place = "表态发言人"
	atStatement    place = "表态发言要点"
	atNotice       place = "印发反馈意见的通知标题和文号"
	atMeetings     place = "本人主持召开的整改会议"
	atDirected     place = "本人直接督办的整改事项"
	atStudies      place = "本人参加的学习"
	atRules        place = "学习的党纪党规"
	atTheory       place = "学习的理论"
	atGroup        place = "整改工作领导小组的成立"
	atGroupDay     place = "整改工作领导小组成立日期"
	atGroupLeader  place = "整改工作领导小组组长"
	atGroupMembers place = "整改工作领导小组成员"
	atOffice       place = "整改办所在科室"
	atOfficeStaff  place = "整改办组成人员"
	atPost         place = "任职记录"
	atAssigned     place = "部分问题的责任领导、牵头科室、责任人或完成时限"
	atMeasures     place = "整改措施"
	atProblems     place = "问题清单"
	atProgressOf   place = "整改进展"
	atPlan         place = "整改方案"
	atMobilisation place = "动员部署会"
	atPartyGroup   place = "巡察整改专题党组会"
	atComments     place = "整改方案征求意见情况"
	atAdoption     place = "党组会议审议通过整改方案的时间"
	atConsent      place = "市委巡察办、巡察组对整改方案的同意"
	atIssue        place = "整改方案印发时间和文号"
	atClaims       place = "牵头科室认领整改任务情况"
	atProgress     place = "整改推进会"
	atReport       place = "审议通过整改情况报告的党组会议"
	atLife         place = "专题民主生活会"
	atLifeConsent  place = "上级党组织同意召开民主生活会"
	atLifeDay      place = "民主生活会召开日期"
	atLifePlan     place = "民主生活会方案"
	atLifeStudy    place = "民主生活会会前学习"
	atLifeOpinions place = "民主生活会征求意见情况"
	atTalks        place = "谈心谈话情况"
	atPapers       place = "对照检查材料审核情况"
	atCriticisms   place = "批评和自我批评情况"
	atBranch       place = "本人参加所在支部组织生活会情况"
	atRegulations  place = "整改期间出台的制度"
	atLinked       place = "统筹兼顾事项"
	atOrganisation place = "署名单位"
	atAddressee    place = "主送机关"
	atProblemPlan  place = "问题的原因、目标或完成标准"
	atGroupDuties  place = "领导小组工作职责"
	atNumber       place = "发文字号"
	atChair        place = "会议主持人"
	atMeetingPlace place = "会议地点"
	atMeetingTitle place = "会议名称"
	atImmediate    place = "立行立改事项的内容和移交日期"
	atTopics       place = "会议议题或议定事项"
	atInvited      place = "会议参加人员"
	atPresent      place = "会议出席人员"
	atDemand       place = "立行立改的整改要求"
	atDue          place = "立行立改的办理时限"
	atLetter       place = "函件的标题和种类"
	atReplyBy      place = "函件的回复时限"
	atInterview    place = "约谈的时间和地点"
	atSuperior     place = "同意召开民主生活会的上级党组织"
	atLifeTheme    place = "民主生活会主题"
	atAccepted     place = "会审通过的整改情况报告"
	atPhone        place = "公开联系电话"
	atAddress      place = "公开通信地址"
	atMail         place = "公开电子邮箱"
	atUntil        place = "公开意见的受理期限"
	atContact      place = "整改办负责人（联系人）"
	atCall         place = "联系电话"
)

// pages is where each place is entered, under the inspection's address.
var pages = map[place]string{
	atFeedbackDay: "/feedback", atFeedback: "/feedback", atTeam: "/feedback", atSpeaker: "/feedback", atStatement: "/feedback",
	atNotice: "/feedback", atMeetings: "/meetings", atDirected: "/directed", atStudies: "/studies", atRules: "/studies",
	atTheory: "/studies", atGroup: "/group", atGroupDay: "/group", atGroupLeader: "/group", atGroupMembers: "/group",
	atOffice: "/group", atOfficeStaff: "/group", atContact: "/group", atConflict: "/group", atAssigned: "/responsibility", atMeasures: "/measures",
	atProblems: "/feedback", atProgressOf: "/problems", atPlan: "/plan", atMobilisation: "/meetings", atPartyGroup: "/meetings", atComments: "/plan", atAdoption: "/plan",
	atConsent: "/plan", atIssue: "/plan", atClaims: "/measures", atProgress: "/meetings", atReport: "/meetings",
	atLife: "/life-meetings", atLifeConsent: "/life-meetings", atLifeDay: "/life-meetings", atLifePlan: "/life-meetings",
	atLifeStudy: "/life-meetings", atLifeOpinions: "/life-meetings", atTalks: "/talks", atPapers: "/life-meetings",
	atCriticisms: "/life-meetings", atBranch: "/life-meetings", atRegulations: "/regulations", atLinked: "/linked-works", atProblemPlan: "/grid",
	atGroupDuties: "/group", atNumber: "/register", atChair: "/meetings", atMeetingPlace: "/meetings", atMeetingTitle: "/meetings", atTopics: "/meetings", atInvited: "/meetings", atPresent: "/meetings",
	atImmediate: "/immediates", atDemand: "/immediates", atDue: "/immediates", atSuperior: "/life-meetings", atLifeTheme: "/life-meetings", atAccepted: "/reports",
}

// Gap is something that a paper lacks, with where it is entered.
type Gap struct {
	What string
	Page string // under the inspection's address; empty where an administrator enters it
}

// Missing lists what a paper lacks, in the order of reading, each once.
func Missing(d *gongwen.Document) []Gap { return Gaps(d.Missing()) }

// Gaps tells where each missing thing is entered.
func Gaps(missing []string) []Gap {
	out := make([]Gap, 0, len(missing))
	for _, what := range missing {
		kind, _, _ := strings.Cut(what, "：")
		out = append(out, Gap{What: what, Page: pages[place(kind)]})
	}
	return out
}
