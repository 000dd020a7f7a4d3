package inspection

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"time"

	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
)

// IssueState is how far the issue of a paper is.
type IssueState string

// The states.
const (
	IssueProposed IssueState = "proposed" // 送签
	IssueDone     IssueState = "issued"   // 已印发
	IssueBack     IssueState = "back"     // 退回, with a reason
)

// IssuedPaper is a paper as it was issued (印发), or as it lies before the one who
// signs it for issue. What it says is never edited and never deleted; a
// correction is a further version with a reason.
type IssuedPaper struct {
	ID           string
	OrgID        string
	InspectionID string // empty for the paper of a round
	RoundID      string // of the paper of a round
	Kind         PaperKind
	Of           string // the record of a paper that is that of a single one
	Number       int    // of the version, from 1
	Reason       string // of a further version
	State        IssueState
	Title        string
	DocNumber    string       // document number; empty for a paper that bears none
	On           workday.Date // day that the paper bears
	CutOff       workday.Date
	Outline      string // version of the outline that it was written from; empty for the shipped one
	// Body is the neutral document with the records behind each sentence, Data
	// the records that its figures counted, as they stood then.
	Body       json.RawMessage `json:"-"`
	Data       json.RawMessage `json:"-"`
	FileName   string
	FileHash   string // SHA-256 of the .docx, hex
	FileSize   int64
	Hash       string // over all of it: see Seal
	By         string // account
	Name       string
	At         time.Time
	SignedBy   string // account of the one who signed it for issue
	SignedName string
	SignedAt   time.Time
	Opinion    string // why it was given back
	Version    int
}

// PaperAsk names a paper: of an inspection, of one record of it, or of a round.
type PaperAsk struct {
	InspectionID string `form:"-"`
	RoundID      string `form:"-"`
	Kind         PaperKind
	Of           string
}

// Ask names the paper of which this is a version.
func (p IssuedPaper) Ask() PaperAsk { return PaperAsk{p.InspectionID, p.RoundID, p.Kind, p.Of} }

// PrintedPaper is a paper as the records write it now, with its file.
type PrintedPaper struct {
	Composed
	OrgID   string
	Number  string // document number
	On      workday.Date
	CutOff  workday.Date
	Outline string
	Docx    []byte
}

// Seal gives the one SHA-256, hex, over what the paper says, the records that
// it counted, the outline, and its file.
func (p IssuedPaper) Seal() string {
	all := []string{p.OrgID, p.InspectionID, p.RoundID, string(p.Kind), p.Of, p.Title, p.DocNumber, string(p.On), string(p.CutOff),
		p.Outline, p.FileHash, string(p.Body), string(p.Data)}
	h := sha256.New()
	for _, one := range all { // each with its length, so that nothing can move from one to the next
		fmt.Fprintf(h, "%d:%s\n", len(one), one)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// Intact reports whether the record is the one that was kept.
func (p IssuedPaper) Intact() bool { return p.Seal() == p.Hash }

// MaySign says whether somebody can sign the paper for issue: it waits, and is
// not his own work.
func (p IssuedPaper) MaySign(by org.Actor) error {
	switch {
	case p.State != IssueProposed:
		return fault.New(fault.Conflict, "issued-paper.not-proposed")
	case by.Is(p.By):
		return fault.New(fault.Denied, "issued-paper.own-work")
	case !p.Intact():
		return fault.New(fault.Unavailable, "issued-paper.damaged")
	}
	return nil
}
