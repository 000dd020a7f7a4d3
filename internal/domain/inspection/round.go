// Package inspection holds rounds, teams, inspections, the feedback paper and
// its nodes. The original wording of a confirmed feedback never changes.
package inspection

import (
	"bihuan/internal/domain/letter"
	"bihuan/internal/domain/warning"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
)

// Round is one round of inspections (轮次).
type Round struct {
	ID       string
	Name     string // 2026年第一轮
	OfficeID string // organisation of the inspection office
	Year     int
	Number   int
	Starts   workday.Date
	Ends     workday.Date
	Settings Settings
	Version  int
}

// Team is a numbered inspection team of a round (市委第一巡察组).
type Team struct {
	ID      string
	RoundID string
	Name    string
	Number  int
	Leader  string
	Version int
}

// Settings are what a round fixes for its inspections; nothing of it is a
// constant of the program.
type Settings struct {
	Deadlines workday.Profile `json:"deadlines"`
	Ladder    workday.Ladder  `json:"ladder"`
	Chain     []ChainStep     `json:"chain"`
	Reviewers []string        `json:"reviewers"` // organisations that review jointly
	// PlanBlocks are the lacks with which no plan is adopted or issued; nil: see
	// plan.DefaultBlocks.
	PlanBlocks []string            `json:"planBlocks"`
	Extensions work.ExtensionRules `json:"extensions"`
	// NoTeam: the team takes no part in the joint review.
	NoTeam bool `json:"noTeam,omitempty"`
	// Grades: the bodies grade each problem of a plan.
	Grades bool `json:"grades,omitempty"`
	// ReviewDays is how many working days the bodies have; 0 means the default.
	ReviewDays int `json:"reviewDays,omitempty"`
	// ClaimWithin is how many working days the departments have to claim what
	// an issued plan gives them; 0 stands for the shipped number.
	ClaimWithin int `json:"claimWithin,omitempty"`
	// Warnings are what is warned of beside deadlines.
	Warnings warning.Rules `json:"warnings"`
	// Letters are the ladder of letters.
	Letters letter.Rules `json:"letters"`
	// ReportLength is how many characters a head's report may have; 0 stands for
	// the shipped number.
	ReportLength int `json:"reportLength,omitempty"`
}

// Inspection is one organisation under inspection in a round.
type Inspection struct {
	ID      string
	RoundID string
	TeamID  string
	OrgID   string
	Title   string // 市委第一巡察组巡察市市场监管局党组
	// FeedbackOn is D0: the day of the feedback meeting; empty before it.
	FeedbackOn    workday.Date
	FeedbackPlace string
	NoticeTitle   string // 关于印发〈…反馈意见〉的通知
	NoticeNumber  string // 青巡办〔2026〕5号
	NoticeOn      workday.Date
	StatementBy   string   // person: the head
	Statement     []string // the points of the head's statement (表态发言)
	// PlanTitle is the title of the rectification plan, on every page and
	// paper; empty until somebody gives one, when the usual one holds.
	PlanTitle string
	// PlanSharedOn: the plan first left the organisation; from then on those
	// outside see the versions that were sent to them.
	PlanSharedOn workday.Date
	// PlanIssuedOn: the plan is in force; from then on those outside see causes
	// and measures as they stand.
	PlanIssuedOn workday.Date
	// ReportedOn: the two reports went to the inspection office.
	ReportedOn  workday.Date
	PublishedOn workday.Date
	EvaluatedOn workday.Date
	// LeftOn: the team left the organisation (撤点).
	LeftOn workday.Date
	// AcceptedOn: the joint review accepted the organisation's reports.
	AcceptedOn workday.Date
	// LifeMeetingOn: the special democratic life meeting was held.
	LifeMeetingOn workday.Date
	Version       int
}
