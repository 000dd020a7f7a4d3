// Package signing holds approvals that are signed on paper: a sheet is printed
// with what is to be approved, signed by hand, and its scan is the proof.
package signing

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"time"

	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
)

// Act names what a sheet approves.
type Act string

// The acts that can be signed on paper.
const (
	AdoptPlan Act = "plan.adopt"
	Signoff   Act = "signoff.decide"
	Extension Act = "extension.decide"
	Amendment Act = "amendment.decide"
	Report    Act = "report.submit"
	HandOver  Act = "handover.confirm"
)

// State of a sheet.
type State string

// The states.
const (
	Printed State = "printed" // waits for its scan
	Entered State = "entered" // the approval is recorded
)

// Line is one line of what the sheet says of the matter.
type Line struct{ Label, Text string }

// Sheet is one printed sheet. It is bound to what it was printed for: when
// that changes, it is worth nothing.
type Sheet struct {
	ID           string
	OrgID        string
	InspectionID string
	Act          Act
	RecordID     string
	SignerID     string // account of the one who signs
	Signer       string
	Title        string
	Summary      []Line
	ContentHash  string
	State        State
	PrintedBy    string // account
	PrintedName  string
	PrintedAt    time.Time
	SignedOn     workday.Date
	Outcome      string // agree or refuse, as the paper says
	Opinion      string
	FileName     string // the scan
	FileHash     string
	FileSize     int64
	FileMIME     string
	EnteredBy    string
	EnteredName  string
	EnteredAt    time.Time
	Version      int
}

// HashOf binds a sheet to records: the SHA-256 of their JSON, in hex.
func HashOf(records ...any) (string, error) {
	text, err := json.Marshal(records)
	if err != nil {
		return "", fmt.Errorf("hash sheet: %w", err)
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:]), nil
}

// MayEnter says why the signed sheet cannot be entered: it is entered already,
// or what it was printed for has changed since.
func (s Sheet) MayEnter(now string) error {
	switch {
	case s.State != Printed:
		return fault.New(fault.Conflict, "sheet.entered")
	case s.ContentHash != now:
		return fault.New(fault.Conflict, "sheet.changed")
	}
	return nil
}

// proofs are the kinds of file that a scan may be.
var proofs = []string{"application/pdf", "image/jpeg", "image/png"}

// IsProof reports whether a file of the kind can be a scan.
func IsProof(mime string) bool {
	for _, p := range proofs {
		if mime == p {
			return true
		}
	}
	return false
}
