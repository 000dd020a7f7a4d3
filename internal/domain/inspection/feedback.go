package inspection

import (
	"time"

	"bihuan/internal/domain/workday"
)

// NodeKind is the kind of a node of the feedback paper.
type NodeKind string

// The kinds of node.
const (
	KindSection        NodeKind = "section"
	KindAspect         NodeKind = "aspect"         // 方面
	KindItem           NodeKind = "item"           // 项
	KindProblem        NodeKind = "problem"        // 具体问题
	KindRecommendation NodeKind = "recommendation" // 意见建议
	KindImmediate      NodeKind = "immediate"      // 立行立改事项
)

// Node is one node of a confirmed feedback paper, in its original wording.
type Node struct {
	ID           string
	OrgID        string
	InspectionID string
	FeedbackID   string
	ParentID     string
	Kind         NodeKind
	Seq          int    // order in the paper, from 1
	Depth        int    // 0 for the top
	Number       string // 1.2.3 among aspects, items, problems; plain for the others
	Mark         string // as printed: （一）
	Title        string
	Text         string
}

// FeedbackState says whether the paper still waits for confirmation.
type FeedbackState string

// The states of a feedback paper.
const (
	FeedbackDraft     FeedbackState = "draft"
	FeedbackConfirmed FeedbackState = "confirmed"
)

// Feedback is the feedback paper of an inspection.
type Feedback struct {
	ID             string
	OrgID          string
	InspectionID   string
	Title          string
	DocumentNumber string
	Issuer         string
	Date           workday.Date
	FileName       string
	FileHash       string // SHA-256 of the uploaded file
	FileSize       int64
	Lines          []string // the text as read
	Draft          []DraftNode
	Stated         []Total
	Warnings       []Warning
	// CountingLevel is the level inside the findings that is "the problem",
	// from 1; 0 where the reader found none.
	CountingLevel int
	State         FeedbackState
	// Hash binds the confirmed nodes: SHA-256 over their original wording.
	Hash        string
	ImportedBy  string
	ConfirmedBy string
	ConfirmedAt time.Time
	Version     int
}

// Total is a stated or counted number with its unit.
type Total struct {
	Unit  string `json:"unit"`
	Count int    `json:"count"`
	Text  string `json:"text,omitempty"`
}

// Warning is a doubt of the reader about the paper.
type Warning struct {
	Code    string `json:"code"`
	Message string `json:"message"`
	Args    []any  `json:"args,omitempty"` // of the message read.warning.<code>
	Line    int    `json:"line,omitempty"`
}

// DraftNode is a node of the proposal that a person mends before confirming.
type DraftNode struct {
	Key      string      `json:"key"`
	Kind     NodeKind    `json:"kind"`
	Mark     string      `json:"mark"`
	Title    string      `json:"title"`
	Text     string      `json:"text"`
	Line     int         `json:"line"` // index into Lines
	Children []DraftNode `json:"children,omitempty"`
}

// DraftStep is a proposal as it was before one mending, kept for undoing it.
type DraftStep struct {
	ID            string
	OrgID         string
	FeedbackID    string
	Seq           int
	Draft         []DraftNode
	CountingLevel int
}

// Immediate is a matter handed over during the inspection (立行立改事项).
type Immediate struct {
	ID           string
	OrgID        string
	InspectionID string
	Number       string // of the notice
	Text         string
	Demand       string
	IssuedOn     workday.Date
	Due          workday.Date
	Reply        string
	RepliedOn    workday.Date
	Accepted     bool
	Version      int
}
