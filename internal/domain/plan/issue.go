package plan

import (
	"time"

	"bihuan/internal/domain/workday"
)

// IssuedCopy is the plan as it was issued. It never changes: what changes
// later is an Amendment.
type IssuedCopy struct {
	ID           string
	OrgID        string
	InspectionID string
	VersionID    string
	Number       string // document number
	On           workday.Date
	ContentHash  string // of the version's snapshot
	FileName     string
	FileHash     string // SHA-256 of the paper, hex; empty where none was written
	FileSize     int64
	By           string // account
	Name         string
	At           time.Time
}

// Recipient is one who gets the issued copy: a department, or somebody outside.
type Recipient struct {
	ID           string
	OrgID        string
	InspectionID string
	CopyID       string
	DepartmentID string // empty for one outside
	Outside      string
	ReceivedOn   workday.Date // 签收
	Receiver     string
	By           string // account that noted it
	At           time.Time
	Version      int
}

// Question is what a department asks about an issued task before it claims it.
type Question struct {
	ID           string
	OrgID        string
	InspectionID string
	MeasureID    string
	DepartmentID string
	Question     string
	AskedBy      string // account
	AskedName    string
	AskedAt      time.Time
	Answer       string
	AnsweredBy   string
	AnsweredName string
	AnsweredAt   time.Time
	Version      int
}
