package inspection

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
