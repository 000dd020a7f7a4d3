package work

import (
	"regexp"
	"slices"
	"time"

	"bihuan/internal/domain/workday"
)

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
	SpeaksFor    workday.Date
	Note         string
	UploaderID   string // account
	Uploader     string
	At           time.Time
	Withdrawn    string // reason; the file stays
	Title        string
	Kind         ProofKind
	Source       string // who made the paper
	Secrecy      Secrecy
	State        EvidenceState
	Replaces     string // id of the earlier version
	Opinion      string // of the review; the reason of a return
	ReviewedBy   string // account
	ReviewedName string
	ReviewedAt   time.Time
	Cycle        int // of its problem
	Version      int
}

// EvidenceState is how far a file is accepted.
type EvidenceState string

// The states. A withdrawn file keeps the state in which it was.
const (
	EvidenceSubmitted  EvidenceState = "submitted"
	EvidenceAccepted   EvidenceState = "accepted"
	EvidenceReturned   EvidenceState = "returned"
	EvidenceSuperseded EvidenceState = "superseded" // a later version stands
)

// Stands reports whether the file counts as proof.
func (e Evidence) Stands() bool {
	return e.Withdrawn == "" && e.State != EvidenceReturned && e.State != EvidenceSuperseded
}

// Titled is the title, or the file's name where nobody gave one.
func (e Evidence) Titled() string {
	if e.Title != "" {
		return e.Title
	}
	return e.Name
}

// EvidenceLink lets a file prove one more problem than the one under which it
// was uploaded.
type EvidenceLink struct {
	ID           string
	OrgID        string
	InspectionID string
	EvidenceID   string
	ProblemID    string
	Cycle        int // of the problem that it proves besides its own
}

// Upload is a file on its way in, in parts. EvidenceID is set once it arrived.
type Upload struct {
	ID           string
	OrgID        string
	InspectionID string
	ProblemID    string
	AccountID    string
	Name         string
	Size         int64
	Hash         string // SHA-256 that the whole must have
	At           time.Time
	EvidenceID   string
}

// Secrecy is the secrecy mark (密级) of a file; empty for none.
type Secrecy string

// Secrecies lists the marks, the lowest first.
func Secrecies() []Secrecy { return []Secrecy{"secret", "confidential", "top-secret"} }

// Within reports whether a mark is no higher than what is allowed.
func (s Secrecy) Within(allowed Secrecy) bool {
	return slices.Index(Secrecies(), s) <= slices.Index(Secrecies(), allowed)
}

var (
	marked = regexp.MustCompile(`(绝密|机密|秘密)\s*[★☆]`)
	named  = regexp.MustCompile(`(?:^|[^\p{Han}])(绝密|机密|秘密)(?:$|[^\p{Han}])|(绝密|机密|秘密)(?:件|文件|级)`)
	levels = map[string]Secrecy{"秘密": "secret", "机密": "confidential", "绝密": "top-secret"}
)

// SecrecyOf finds the mark of a file: as people put it into its name or
// title, and as it is printed at the head of a paper (秘密★). A mention, such
// as 商业秘密, is none.
func SecrecyOf(names []string, opening string) Secrecy {
	found := Secrecy("")
	note := func(words ...string) {
		for _, w := range words {
			if s := levels[w]; !s.Within(found) {
				found = s
			}
		}
	}
	for _, n := range names {
		for _, m := range named.FindAllStringSubmatch(n, -1) {
			note(m[1], m[2])
		}
	}
	for _, text := range append([]string{opening}, names...) {
		for _, m := range marked.FindAllStringSubmatch(text, -1) {
			note(m[1])
		}
	}
	return found
}
