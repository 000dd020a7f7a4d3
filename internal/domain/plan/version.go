// Package plan holds the versions of the rectification plan, comments on them,
// the approvals that are bound to their content, and joint reviews: of the plan
// and, by the same bodies in the same way, of reports.
package plan

import (
	"time"

	"bihuan/internal/domain/workday"
)

// State of a version, in the order in which it moves.
type State string

// The states.
const (
	Draft     State = "draft"     // 起草
	Comments  State = "comments"  // 征求意见
	Adopted   State = "adopted"   // 党组审议通过
	Consented State = "consented" // 巡察办、巡察组同意
	Issued    State = "issued"    // 印发
	Claimed   State = "claimed"   // 认领完毕
	Returned  State = "returned"  // 会审退回；须另成新稿
)

// States lists the states that a version goes through, in order; a returned
// one goes no further.
func States() []State { return []State{Draft, Comments, Adopted, Consented, Issued, Claimed} }

// Version is a named snapshot of the plan. What is approved is its Hash.
type Version struct {
	ID             string
	OrgID          string
	InspectionID   string
	Number         int
	Name           string // 征求意见稿
	Note           string // what this version is for, or what it changed
	Title          string // the plan's title when it was made; the fact is the inspection's
	State          State
	Snapshot       string // canonical JSON of Content
	Hash           string // SHA-256 of Snapshot
	CreatedBy      string
	CreatedName    string
	CreatedAt      time.Time
	CommentsUntil  workday.Date
	SharedOn       workday.Date // sent to the inspection office and the team
	DocumentNumber string
	IssuedOn       workday.Date
	Version        int
}

// UsualTitle is the title of a plan to which nobody gave another.
func UsualTitle(party, team string) string {
	return party + "关于贯彻落实" + team + "反馈意见的整改方案"
}

// ApprovalKind is what an approval is.
type ApprovalKind string

// The kinds of approval.
const (
	Adoption      ApprovalKind = "adoption"
	ConsentOffice ApprovalKind = "consent-office"
	ConsentTeam   ApprovalKind = "consent-team"
	ConsentBody   ApprovalKind = "consent-body" // a reviewing body
	Return        ApprovalKind = "return"       // no consent, with a reason
	Issue         ApprovalKind = "issue"
)

// Approval binds a person's yes to the hash of what he saw.
type Approval struct {
	ID        string
	OrgID     string
	VersionID string
	Kind      ApprovalKind
	Hash      string
	BodyID    string // organisation or team that consents or returns
	MeetingID string
	On        workday.Date
	By        string // account
	Name      string
	Note      string
	Paper     string // document number of the body's paper, or where it lies
	PaperOn   workday.Date
	At        time.Time
}

// Answer to a comment.
type Answer string

// The answers; empty means open.
const (
	TakenUp Answer = "adopted"
	Partly  Answer = "partly"
	Refused Answer = "refused"
)

// Answers lists the answers in order.
func Answers() []Answer { return []Answer{TakenUp, Partly, Refused} }

// CommentFields are the fields of a problem on which people comment; an empty
// one is the problem as a whole.
func CommentFields() []string {
	return []string{"cause", "goal", "criteria", "measures", "duty", "deadline"}
}

// Comment is one comment on a version.
type Comment struct {
	ID         string
	OrgID      string
	VersionID  string
	RoundID    string // empty where it came outside a round
	InviteeID  string // for whom it speaks
	BodyID     string // of a party outside; empty inside
	ProblemID  string // empty: on the whole plan
	MeasureID  string // where it is about one measure
	Field      string
	Quote      string // the sentence that was chosen
	Text       string
	Proposed   string
	FromOrgID  string
	FromDept   string
	AuthorID   string
	AuthorName string
	At         time.Time
	Answer     Answer
	Reason     string
	AnsweredBy string
	AnsweredAt time.Time
	AppliedBy  string // account that put the proposed wording into the records
	AppliedAt  time.Time
	OpinionID  string // of the body's opinion in a joint review that it is part of
	Merged     string // wording of the merged result, where it is another
	Held       string // HeldBack or LeftOut; empty where the organisation has it
	Version    int
}
