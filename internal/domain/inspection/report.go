package inspection

import (
	"encoding/json"
	"time"

	"bihuan/internal/domain/workday"
)

// ReportKind is which paper a report is.
type ReportKind string

// The kinds.
const (
	HeadReport     ReportKind = "head"     // 主要负责人组织落实情况报告
	ProgressReport ReportKind = "progress" // 整改进展情况报告
)

// ReportState is how far a report is.
type ReportState string

// The states.
const (
	ReportDraft     ReportState = "draft"
	ReportSubmitted ReportState = "submitted" // 已报送
	ReportReturned  ReportState = "returned"  // 退回修改
	ReportAccepted  ReportState = "accepted"  // 会审通过
)

// Report is one frozen paper of an inspection: composed from the records at a
// cut-off, or brought in from a file.
type Report struct {
	ID           string
	OrgID        string
	InspectionID string
	Kind         ReportKind
	Title        string
	State        ReportState
	CutOff       workday.Date
	// Body is the paper as frozen: the neutral document with the ids of the
	// records behind each sentence.
	Body json.RawMessage `json:"-"`
	// Base is the text as composed, before people changed it; empty while
	// nobody did.
	Base json.RawMessage `json:"-"`
	// Data is the records that its figures counted, as they stood then.
	Data        json.RawMessage `json:"-"`
	Hash        string          // SHA-256 of Body and Data
	Missing     []string        // places for which there was no record
	FileName    string          // of an imported paper
	FileHash    string
	FileSize    int64
	SentName    string // the file that went up: its bytes are kept
	SentHash    string
	SentSize    int64
	CreatedBy   string
	CreatedName string
	CreatedAt   time.Time
	MeetingID   string // the meeting that adopted it
	SubmittedOn workday.Date
	DecidedBy   string
	DecidedName string
	DecidedOn   workday.Date
	Opinion     string
	Version     int
}

// TruthPromise (真实性承诺) is what stands on the sheet that is signed for a
// report before it goes up.
const TruthPromise = "本人承诺：报告所列整改情况、数字和佐证材料真实、准确、完整，没有虚假整改、纸面整改。如有不实，愿承担相应责任。"
