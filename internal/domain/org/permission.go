package org

import (
	"maps"
	"slices"
)

// Permission names one thing that can be done or seen.
type Permission string

// What can be done or seen.
const (
	// Seeing.
	SeeInspection Permission = "inspection.see" // state, deadlines, counts, the original problems
	SeeDetail     Permission = "detail.see"     // causes, measures, progress, evidence as they stand: from outside, once the plan is issued
	SeePlan       Permission = "plan.see"       // the plan: from outside, versions that were sent there
	SeeParty      Permission = "party.see"      // meetings, study, regulations, linked work
	SeeTalks      Permission = "talk.see"       // talks, life meetings, criticisms
	SeePapers     Permission = "paper.see"      // reports of the organisation
	SeeAudit      Permission = "audit.see"      // the audit trail
	SeeAccounts   Permission = "account.see"    // accounts and rights
	SeePeople     Permission = "people.see"     // departments, people and posts of an organisation
	SeeRound      Permission = "round.see"      // a round and its organisations
	Download      Permission = "evidence.download"
	Export        Permission = "list.export"
	RoundPackage  Permission = "round.package" // all evidence submitted in a round
	// Intake.
	RoundEdit      Permission = "round.edit"
	InspectionEdit Permission = "inspection.edit"
	FeedbackDraft  Permission = "feedback.draft"
	FeedbackSeal   Permission = "feedback.confirm"
	ImmediateEdit  Permission = "immediate.edit"
	ImmediateReply Permission = "immediate.reply"
	StatementEdit  Permission = "statement.edit"
	// Planning.
	GroupEdit    Permission = "group.edit"
	ProblemPlan  Permission = "problem.plan"
	Assign       Permission = "problem.assign"
	AssistEdit   Permission = "assist.edit"
	CauseEdit    Permission = "cause.edit"
	GridEdit     Permission = "grid.edit"
	ColumnsEdit  Permission = "columns.edit"
	MeasureEdit  Permission = "measure.edit"
	StepEdit     Permission = "step.edit"
	PlanDraft    Permission = "plan.draft"
	PlanTable    Permission = "plan.table" // all comments and what became of them
	PlanComment  Permission = "plan.comment"
	PlanAnswer   Permission = "plan.answer"
	PlanAdopt    Permission = "plan.adopt"
	PlanConsent  Permission = "plan.consent"
	PlanIssue    Permission = "plan.issue"
	LedgerImport Permission = "ledger.import" // bring a ledger or plan into the records
	MeasureClaim Permission = "measure.claim"
	TaskAnswer   Permission = "task.answer"  // questions about issued tasks
	ReceiptSign  Permission = "receipt.sign" // that an issued paper has arrived
	AmendAsk     Permission = "amendment.ask"
	AmendDecide  Permission = "amendment.decide"
	RegisterSee  Permission = "register.see" // document numbers
	RegisterEdit Permission = "register.edit"
	// Who answers, in whose name, and on paper.
	HandOverSee     Permission = "handover.see"
	HandOverEdit    Permission = "handover.edit"
	HandOverConfirm Permission = "handover.confirm" // as one of its sides
	SheetSee        Permission = "sheet.see"        // approvals signed on paper
	SheetEnter      Permission = "sheet.enter"
	DelegationGive  Permission = "delegation.give"
	// Carrying out.
	ProgressAdd      Permission = "progress.add"
	ProgressInstruct Permission = "progress.instruct" // 批示
	ProgressHelp     Permission = "progress.help"     // answer a difficulty that names oneself
	EvidenceAdd      Permission = "evidence.add"
	EvidenceWithdraw Permission = "evidence.withdraw"
	EvidenceReview   Permission = "evidence.review" // accept or return
	ExtensionApply   Permission = "extension.apply"
	ExtensionDecide  Permission = "extension.decide"
	// Letters.
	LetterSee     Permission = "letter.see"
	LetterDraft   Permission = "letter.draft" // draft, issue, settle
	LetterApprove Permission = "letter.approve"
	LetterReply   Permission = "letter.reply" // receive and answer
	RobotEdit     Permission = "robot.edit"   // robots of groups
	// Closing.
	SignoffApply  Permission = "signoff.apply"
	SignoffDecide Permission = "signoff.decide"
	ProblemReopen Permission = "problem.reopen"
	VerdictSet    Permission = "verdict.set"
	// What is kept up after the sign-off.
	FollowUpRecord  Permission = "follow-up.record"
	FollowEndAsk    Permission = "follow-up.end.ask"
	FollowEndDecide Permission = "follow-up.end.decide"
	// Signals of paper rectification, and looking back.
	SeeSignals     Permission = "signal.see"
	SignalAnswer   Permission = "signal.answer"
	SignalReview   Permission = "signal.review"
	SignalCompute  Permission = "signal.compute"
	SampleDraw     Permission = "sample.draw" // to draw, and to see what was drawn
	SeeLookBack    Permission = "look-back.see"
	LookBackRecord Permission = "look-back.record"
	// Evaluation of rectification, and the survey.
	SchemeEdit       Permission = "scheme.edit"  // schemes of evaluation, and to see them
	OutlineEdit      Permission = "outline.edit" // outlines of papers, and to see them
	SeeEvaluation    Permission = "evaluation.see"
	EvaluationOpen   Permission = "evaluation.open"
	EvaluationSelf   Permission = "evaluation.self" // the organisation's own marks, and its answer to the office's
	EvaluationReview Permission = "evaluation.review"
	EvaluationClose  Permission = "evaluation.close"
	SurveyEdit       Permission = "survey.edit" // prepare, open, issue codes, close
	SeeSurvey        Permission = "survey.see"
	SurveyCount      Permission = "survey.count"  // paper ballots
	SurveyAnswer     Permission = "survey.answer" // by those who hold a code, unnamed
	// Party life and the long term.
	MeetingEdit      Permission = "meeting.edit"
	MinutesApprove   Permission = "minutes.approve"
	ResolutionAnswer Permission = "resolution.answer" // of a meeting
	StudyEdit        Permission = "study.edit"
	TalkEdit         Permission = "talk.edit"
	TalkRead         Permission = "talk.read"    // what was said in a talk
	TalkConfirm      Permission = "talk.confirm" // as one of the two who held it
	LifeEdit         Permission = "life.edit"
	LifeRead         Permission = "life.read"         // opinions and criticisms
	LifeRecord       Permission = "life.record"       // enter them, and sort opinions
	OpinionGive      Permission = "opinion.give"      // under one's name
	OpinionDrop      Permission = "opinion.drop"      // unnamed, by those who hold the code
	SelfRead         Permission = "self-paper.read"   // a self-examination paper
	SelfWrite        Permission = "self-paper.write"  // as its author
	SelfReview       Permission = "self-paper.review" // as its reviewer
	RegulationEdit   Permission = "regulation.edit"
	LinkedEdit       Permission = "linked.edit"
	DirectedEdit     Permission = "directed.edit"
	// Papers.
	ReportWrite  Permission = "report.write"
	ReportSubmit Permission = "report.submit"
	ReportDecide Permission = "report.decide" // speak in its joint review
	// Other papers: written, signed for issue, kept as issued.
	PaperIssue       Permission = "paper.issue"
	PaperSign        Permission = "paper.sign"
	OfficePaperIssue Permission = "office-paper.issue" // and sign: papers of the office or the team
	// Publication of the accepted report, and the opinions about it.
	PublicationSee     Permission = "publication.see"
	PublicationEdit    Permission = "publication.edit"
	PublicationPublish Permission = "publication.publish"
	OpinionSee         Permission = "opinion.see" // with who said it
	OpinionRecord      Permission = "opinion.record"
	OpinionAnswer      Permission = "opinion.answer"
	ArchiveTake        Permission = "archive.take" // the filing package
	// Administration.
	OrgEdit      Permission = "organisation.edit"
	PeopleEdit   Permission = "people.edit" // departments, people and posts
	AccountEdit  Permission = "account.edit"
	GrantEdit    Permission = "grant.edit"
	CalendarEdit Permission = "calendar.edit"
	BackupMake   Permission = "backup.make"
	// One's own account.
	OwnAccount  Permission = "account.own"
	WarningsOwn Permission = "warning.own" // read one's warnings, choose how they come
	SignIn      Permission = "account.sign-in"
)

// anybody stands in the table for those who hold no role yet.
const anybody Role = "*"

// rule says that a role may, where the relation holds.
type rule struct {
	role Role
	when Relation
}

func may(when Relation, roles ...Role) []rule {
	out := make([]rule, 0, len(roles))
	for _, r := range roles {
		out = append(out, rule{r, when})
	}
	return out
}

func both(parts ...[]rule) []rule {
	var out []rule
	for _, p := range parts {
		out = append(out, p...)
	}
	return out
}

// inside are the roles of an inspected organisation.
var inside = []Role{RoleHead, RoleLeader, RoleClerk, RoleDeptHead, RoleOfficer, RoleResident}

// businessRoles are all but the three administrators.
var businessRoles = append([]Role{RoleOffice, RoleTeam, RoleReviewer}, inside...)

// doers are those who carry measures out.
var doers = both(may(OwnOrg, RoleClerk), may(OwnDept, RoleDeptHead, RoleOfficer))

// table is the one permission table: what is not in it is forbidden.
var table = map[Permission][]rule{
	SeeInspection: both(may(OwnOrg, inside...), may(Anywhere, RoleOffice), may(OwnRound, RoleTeam), may(Submitted, RoleReviewer)),
	SeeDetail:     both(may(OwnOrg, inside...), may(Issued, RoleOffice, RoleReviewer), may(IssuedRound, RoleTeam)),
	SeePlan:       both(may(OwnOrg, inside...), may(Submitted, RoleOffice, RoleReviewer), may(SubmittedRound, RoleTeam)),
	SeeParty:      both(may(OwnOrg, inside...), may(Submitted, RoleOffice)),
	SeeTalks:      may(OwnOrg, RoleHead, RoleLeader, RoleClerk, RoleResident),
	SeePapers:     both(may(OwnOrg, RoleHead, RoleLeader, RoleClerk, RoleResident), may(Submitted, RoleOffice, RoleReviewer), may(SubmittedRound, RoleTeam)),
	SeeAudit:      may(Anywhere, RoleSecAudit),
	SeeAccounts:   may(Anywhere, RoleSysAdmin, RoleSecAdmin),
	SeePeople:     both(may(Anywhere, RoleSysAdmin), may(OwnOrg, inside...)),
	SeeRound:      both(may(Anywhere, RoleOffice), may(OwnRound, RoleTeam)),
	Download:      both(may(OwnOrg, inside...), may(Submitted, RoleOffice), may(SubmittedRound, RoleTeam)),
	Export:        both(may(OwnOrg, inside...), may(Issued, RoleOffice, RoleReviewer), may(IssuedRound, RoleTeam)),

	RoundPackage:   may(Anywhere, RoleOffice),
	RoundEdit:      may(Anywhere, RoleOffice),
	InspectionEdit: may(Anywhere, RoleOffice),
	FeedbackDraft:  both(may(Anywhere, RoleOffice), may(OwnRound, RoleTeam)),
	FeedbackSeal:   both(may(Anywhere, RoleOffice), may(OwnRound, RoleTeam)),
	ImmediateEdit:  both(may(Anywhere, RoleOffice), may(OwnRound, RoleTeam)),
	ImmediateReply: may(OwnOrg, RoleClerk, RoleHead),
	StatementEdit:  both(may(OwnOrg, RoleClerk, RoleHead), may(Anywhere, RoleOffice)),

	GroupEdit:    may(OwnOrg, RoleClerk),
	ProblemPlan:  both(may(OwnOrg, RoleClerk), may(OwnDept, RoleDeptHead)),
	Assign:       may(OwnOrg, RoleClerk),
	AssistEdit:   both(may(OwnOrg, RoleClerk), may(OwnDept, RoleDeptHead)),
	CauseEdit:    may(OwnOrg, RoleClerk),
	ColumnsEdit:  may(OwnOrg, RoleClerk),
	GridEdit:     both(may(OwnOrg, RoleClerk), may(OwnDept, RoleDeptHead)),
	MeasureEdit:  both(may(OwnOrg, RoleClerk), may(OwnDept, RoleDeptHead)),
	StepEdit:     doers,
	PlanDraft:    may(OwnOrg, RoleClerk),
	PlanTable:    may(OwnOrg, inside...),
	PlanComment:  both(may(OwnOrg, inside...), may(Submitted, RoleOffice, RoleReviewer), may(SubmittedRound, RoleTeam)),
	PlanAnswer:   may(OwnOrg, RoleClerk),
	PlanAdopt:    may(OwnOrg, RoleHead),
	PlanConsent:  both(may(Submitted, RoleOffice, RoleReviewer), may(SubmittedRound, RoleTeam)),
	PlanIssue:    may(OwnOrg, RoleHead, RoleClerk),
	LedgerImport: may(OwnOrg, RoleClerk),
	MeasureClaim: may(OwnDept, RoleDeptHead),
	TaskAnswer:   may(OwnOrg, RoleClerk),
	ReceiptSign:  both(may(OwnDept, RoleDeptHead), may(OwnOrg, RoleClerk)),
	AmendAsk:     both(may(OwnOrg, RoleClerk), may(OwnDept, RoleDeptHead)),
	AmendDecide:  both(may(OwnPortfolio, RoleLeader), may(OwnOrg, RoleHead)),
	RegisterSee:  may(OwnOrg, inside...),
	RegisterEdit: may(OwnOrg, RoleClerk),

	HandOverSee:     may(OwnOrg, inside...),
	HandOverEdit:    may(OwnOrg, RoleClerk),
	HandOverConfirm: may(OwnOrg, inside...),
	SheetSee:        may(OwnOrg, inside...),
	SheetEnter:      may(OwnOrg, RoleClerk),
	DelegationGive:  may(Self, businessRoles...),

	ProgressAdd:      doers,
	ProgressInstruct: both(may(OwnPortfolio, RoleLeader), may(OwnOrg, RoleHead)),
	ProgressHelp:     both(may(OwnDept, RoleDeptHead, RoleOfficer), may(OwnPortfolio, inside...)),
	EvidenceAdd:      doers,
	EvidenceWithdraw: doers,
	EvidenceReview:   both(may(OwnOrg, RoleClerk), may(OwnDept, RoleDeptHead)),
	ExtensionApply:   doers,
	ExtensionDecide:  both(may(OwnPortfolio, RoleLeader), may(OwnOrg, RoleHead), may(Submitted, RoleOffice)),

	LetterSee:     both(may(OwnOrg, inside...), may(Anywhere, RoleOffice), may(OwnRound, RoleTeam)),
	LetterDraft:   both(may(OwnOrg, RoleClerk), may(Anywhere, RoleOffice)),
	LetterApprove: both(may(OwnOrg, RoleHead, RoleLeader), may(Anywhere, RoleOffice)),
	LetterReply:   both(may(OwnOrg, RoleClerk, RoleHead), may(OwnDept, RoleDeptHead)),
	RobotEdit:     may(OwnOrg, RoleClerk, RoleOffice),

	SignoffApply:  doers,
	SignoffDecide: both(may(OwnOrg, inside...), may(Submitted, RoleOffice), may(SubmittedRound, RoleTeam)),
	ProblemReopen: both(may(OwnOrg, RoleHead, RoleClerk), may(Anywhere, RoleOffice)),
	VerdictSet:    both(may(OwnOrg, RoleClerk), may(OwnDept, RoleDeptHead)),

	FollowUpRecord:  doers,
	FollowEndAsk:    may(OwnOrg, RoleClerk, RoleHead),
	FollowEndDecide: may(Submitted, RoleOffice),

	SeeSignals:     both(may(OwnOrg, inside...), may(Submitted, RoleOffice), may(SubmittedRound, RoleTeam)),
	SignalAnswer:   may(OwnOrg, RoleClerk, RoleHead),
	SignalReview:   may(Submitted, RoleOffice),
	SignalCompute:  may(Anywhere, RoleOffice),
	SampleDraw:     may(Anywhere, RoleOffice),
	SeeLookBack:    both(may(OwnOrg, inside...), may(Submitted, RoleOffice), may(SubmittedRound, RoleTeam)),
	LookBackRecord: may(Submitted, RoleOffice),

	SchemeEdit:       may(Anywhere, RoleOffice),
	OutlineEdit:      may(Anywhere, RoleOffice),
	SeeEvaluation:    both(may(OwnOrg, RoleHead, RoleLeader, RoleClerk, RoleResident), may(Submitted, RoleOffice)),
	EvaluationOpen:   may(Anywhere, RoleOffice),
	EvaluationSelf:   may(OwnOrg, RoleClerk, RoleHead),
	EvaluationReview: may(Submitted, RoleOffice),
	EvaluationClose:  may(Submitted, RoleOffice),
	SurveyEdit:       may(Submitted, RoleOffice),
	SeeSurvey:        both(may(OwnOrg, RoleHead, RoleLeader, RoleClerk, RoleResident), may(Submitted, RoleOffice), may(SubmittedRound, RoleTeam)),
	SurveyCount:      both(may(Submitted, RoleOffice), may(SubmittedRound, RoleTeam)),
	SurveyAnswer:     {{anybody, Anywhere}},

	MeetingEdit:    may(OwnOrg, RoleClerk),
	MinutesApprove: both(may(OwnOrg, RoleHead), may(OwnPortfolio, RoleLeader)),
	ResolutionAnswer: both(may(OwnOrg, RoleClerk), may(OwnDept, RoleDeptHead, RoleOfficer),
		may(OwnPortfolio, inside...)),
	StudyEdit:      may(OwnOrg, RoleClerk),
	TalkEdit:       may(OwnOrg, RoleClerk, RoleHead, RoleLeader),
	TalkRead:       may(Named, inside...),
	TalkConfirm:    may(Named, inside...),
	LifeEdit:       may(OwnOrg, RoleClerk, RoleHead),
	LifeRead:       may(Named, inside...),
	LifeRecord:     may(Named, RoleClerk, RoleHead),
	OpinionGive:    may(OwnOrg, inside...),
	OpinionDrop:    {{anybody, Anywhere}},
	SelfRead:       may(Named, inside...),
	SelfWrite:      may(Named, inside...),
	SelfReview:     may(Named, inside...),
	RegulationEdit: both(may(OwnOrg, RoleClerk), may(OwnDept, RoleDeptHead)),
	LinkedEdit:     may(OwnOrg, RoleClerk),
	DirectedEdit:   may(OwnOrg, RoleClerk, RoleHead, RoleLeader),

	ReportWrite:  may(OwnOrg, RoleHead, RoleClerk),
	ReportSubmit: may(OwnOrg, RoleHead),
	ReportDecide: both(may(Submitted, RoleOffice, RoleReviewer), may(SubmittedRound, RoleTeam)),

	PaperIssue:       may(OwnOrg, RoleHead, RoleClerk),
	PaperSign:        may(OwnOrg, RoleHead),
	OfficePaperIssue: both(may(Anywhere, RoleOffice), may(OwnRound, RoleTeam)),

	PublicationSee:     both(may(OwnOrg, RoleHead, RoleLeader, RoleClerk, RoleResident), may(Submitted, RoleOffice, RoleReviewer), may(SubmittedRound, RoleTeam)),
	PublicationEdit:    may(OwnOrg, RoleClerk),
	PublicationPublish: may(OwnOrg, RoleHead),
	OpinionSee:         both(may(OwnOrg, RoleHead, RoleLeader, RoleClerk, RoleResident), may(OwnDept, RoleDeptHead, RoleOfficer)),
	OpinionRecord:      may(OwnOrg, RoleClerk),
	OpinionAnswer:      both(may(OwnOrg, RoleClerk), may(OwnDept, RoleDeptHead)),
	ArchiveTake:        both(may(OwnOrg, RoleClerk, RoleHead), may(Submitted, RoleOffice)),

	OrgEdit:      may(Anywhere, RoleSysAdmin),
	PeopleEdit:   both(may(Anywhere, RoleSysAdmin), may(OwnOrg, RoleClerk)),
	AccountEdit:  may(Anywhere, RoleSysAdmin),
	GrantEdit:    may(Anywhere, RoleSecAdmin),
	CalendarEdit: may(Anywhere, RoleSysAdmin),
	BackupMake:   may(Anywhere, RoleSysAdmin),
	OwnAccount:   may(Self, Roles()...),
	WarningsOwn:  may(Self, businessRoles...),
	SignIn:       {{anybody, Anywhere}},
}

// Permissions lists every permission of the table, sorted, for tests and for
// the page that shows the table.
func Permissions() []Permission { return slices.Sorted(maps.Keys(table)) }

// Relations gives how a role must stand to a thing so that it may; none when
// it never may.
func Relations(p Permission, r Role) []Relation {
	var out []Relation
	for _, line := range table[p] {
		if line.role == r || line.role == anybody {
			out = append(out, line.when)
		}
	}
	return out
}
