// Package incoming is a ledger or plan on its way into the records: what was
// read of it, cell by cell, what is in doubt, how it compares with the records,
// and what a person decided. Nothing of it is a record before it is applied.
package incoming

import "time"

// State is how far an import is.
type State string

// The states of an import.
const (
	Reading   State = "reading"   // a job reads the file
	Open      State = "open"      // a person looks through it
	Applying  State = "applying"  // a job puts it into the records
	Applied   State = "applied"   // done
	Abandoned State = "abandoned" // given up by a person
	Failed    State = "failed"    // the file could not be read
)

// Import is one file on its way into the records of an inspection.
type Import struct {
	ID           string
	OrgID        string
	InspectionID string
	FileName     string
	FileHash     string // SHA-256 of the uploaded file
	FileSize     int64
	Kind         string // of paper: ledger, plan, report
	State        State
	Fault        string // message code of what went wrong, empty for nothing
	FaultArgs    []any
	Columns      []Column // the mapping, in the order of the file
	Template     string   // name of the template that gave the mapping; empty for none
	Fixes        []Fix    // what was said for all cells of one text
	Reason       string   // for deadlines outside the time for rectification
	Left         int      // decisions that nobody took when it was applied
	ImportedBy   string   // account
	ImportedName string
	ImportedAt   time.Time
	AppliedBy    string // account
	AppliedName  string
	AppliedAt    time.Time
	Version      int
}

// Busy reports whether a job is at work on the import.
func (i Import) Busy() bool { return i.State == Reading || i.State == Applying }

// Column says what a column of the file holds.
type Column struct {
	Sheet  string `json:"sheet"`
	Number int    `json:"number"` // from 1
	Letter string `json:"letter"`
	Head   string `json:"head"`
	Field  string `json:"field"` // of package read
	Why    string `json:"why"`   // by what it was found: name, content, template, person
	Sample string `json:"sample"`
}

// Fix is what a person said of a text in all cells of one sort: all 张三 are 张三丰.
type Fix struct {
	Sort  Sort   `json:"sort"`
	Text  string `json:"text"`
	Value string `json:"value"`
}

// Base is what an earlier import brought into one field of a record.
type Base struct {
	ID           string
	OrgID        string
	InspectionID string
	RecordID     string
	Field        Field
	Value        string
}
