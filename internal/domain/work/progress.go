package work

import (
	"time"

	"bihuan/internal/domain/workday"
)

// Progress is one progress entry on a problem or one of its measures. It is
// never edited: a correction is a new entry that names the old one.
type Progress struct {
	ID           string
	OrgID        string
	InspectionID string
	ProblemID    string
	MeasureID    string       // empty: on the problem as a whole
	On           workday.Date // the day that the entry speaks of
	Body         string
	Difficulty   string
	Verdict      Verdict
	Period       string   // code of the period that it reports on; empty for an event
	Figures      []Figure // what came of it, as data
	People       int      // people among the figures
	Amount       int64    // money among the figures, in 分 (1/100 yuan)
	HelpDeptID   string   // department that must help with the difficulty
	HelpPersonID string   // person who must help with the difficulty
	Corrects     string   // id of the entry that this one corrects
	AuthorID     string   // account
	AuthorName   string
	At           time.Time
}

// Evidence is one file that proves something (佐证材料).
type Evidence struct {
	ID           string
	OrgID        string
	InspectionID string
	ProblemID    string
	MeasureID    string
	ProgressID   string
	RegulationID string
	MeetingID    string
	Name         string
	Hash         string // SHA-256, hex
	Size         int64
	MIME         string
	// SpeaksFor is the date that the proof itself bears, beside the upload.
	SpeaksFor  workday.Date
	Note       string
	UploaderID string // account
	Uploader   string
	At         time.Time
	Withdrawn  string // reason; the file stays
	Version    int
}

// ExtensionState is the state of a request.
type ExtensionState string

// The states.
const (
	ExtensionAsked   ExtensionState = "asked"
	ExtensionAgreed  ExtensionState = "agreed"
	ExtensionRefused ExtensionState = "refused"
)

// Extension is a request for a later deadline (延期申请).
type Extension struct {
	ID           string
	OrgID        string
	InspectionID string
	ProblemID    string
	MeasureID    string
	Reason       string
	DoneSoFar    string
	Safeguards   string
	OldDate      workday.Date
	NewDate      workday.Date
	State        ExtensionState
	AskedBy      string // account
	AskedName    string
	AskedAt      time.Time
	DecidedBy    string
	DecidedName  string
	DecidedAt    time.Time
	Opinion      string
	Version      int
}
