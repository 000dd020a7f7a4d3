package inspection

import (
	"slices"

	"bihuan/internal/domain/org"
)

// PaperKind is a paper that is written from the records whenever it is asked
// for. Reports (ReportKind), the plan and the forms of single requests have
// doors of their own.
type PaperKind string

// The papers of an inspection.
const (
	GroupNotice     PaperKind = "group"          // 成立领导小组的通知
	Minutes         PaperKind = "minutes"        // 会议纪要, of one meeting
	MeetingNotice   PaperKind = "meeting-notice" // 会议通知, of one meeting
	SignInSheet     PaperKind = "sign-in"        // 会议签到表, of one meeting
	LifeRequest     PaperKind = "life-ask"       // 民主生活会请示
	LifePlan        PaperKind = "life-plan"      // 民主生活会方案
	LifeReport      PaperKind = "life-report"    // 民主生活会情况报告
	RegulationList  PaperKind = "regulations"    // 制度清单
	LedgerPaper     PaperKind = "ledger"         // 整改台账
	Circular        PaperKind = "circular"       // 通报, inside
	PublicVersion   PaperKind = "public"         // 公开稿
	ImmediateNotice PaperKind = "immediate"      // 立行立改通知书, of one matter
)

// RoundReport (轮次综合报告) is the paper of a whole round.
const RoundReport PaperKind = "round"

// PaperKinds lists the papers in the order in which rectification needs them.
func PaperKinds() []PaperKind {
	return []PaperKind{ImmediateNotice, GroupNotice, MeetingNotice, SignInSheet, Minutes, LifeRequest, LifePlan, LifeReport, RegulationList, LedgerPaper, Circular, PublicVersion}
}

// OfRecord reports whether the paper is that of a single record.
func (k PaperKind) OfRecord() bool { return k.OfMeeting() || k == ImmediateNotice }

// OfMeeting reports whether the paper is that of one meeting.
func (k PaperKind) OfMeeting() bool { return k == Minutes || k == MeetingNotice || k == SignInSheet }

// Confidential reports whether the paper draws on talks and life meetings,
// which not everybody inside sees.
func (k PaperKind) Confidential() bool { return k == LifeRequest || k == LifePlan || k == LifeReport }

// Outer reports whether the paper is that of the inspection office or the team.
func (k PaperKind) Outer() bool { return k == ImmediateNotice || k == RoundReport }

// Issuable reports whether the paper is issued as it is written: a blank form
// is not, and circular and public version are published.
func (k PaperKind) Issuable() bool {
	switch k {
	case SignInSheet, Circular, PublicVersion:
		return false
	}
	return k == RoundReport || slices.Contains(PaperKinds(), k)
}

// Signed reports whether somebody else signs the paper for issue (签发) before it
// is issued. Minutes are signed for issue when they are approved.
func (k PaperKind) Signed() bool {
	return k == GroupNotice || k == RoundReport || k.Confidential()
}

// Seen is what one must be allowed to see for the paper.
func (k PaperKind) Seen() org.Permission {
	switch {
	case k == RoundReport:
		return org.SeeRound
	case k == ImmediateNotice:
		return org.SeeInspection
	case k.OfMeeting():
		return org.SeeParty
	}
	return org.SeeTalks
}

// IssuedWith is what one must be allowed to do to issue the paper.
func (k PaperKind) IssuedWith() org.Permission {
	if k.Outer() {
		return org.OfficePaperIssue
	}
	return org.PaperIssue
}

// SignedWith is what one must be allowed to do to sign the paper for issue.
func (k PaperKind) SignedWith() org.Permission {
	if k.Outer() {
		return org.OfficePaperIssue
	}
	return org.PaperSign
}
