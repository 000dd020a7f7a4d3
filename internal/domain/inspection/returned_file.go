package inspection

import "time"

// EditedFile is a .docx of a report that was edited elsewhere and brought back:
// what it says otherwise than the report as it stood, sentence by sentence.
type EditedFile struct {
	ID           string
	OrgID        string
	InspectionID string
	ReportID     string
	BaseHash     string // of the report's body that it was compared with
	FileName     string
	FileHash     string
	FileSize     int64
	Edits        []Edit
	MadeID       string // the report that the accepted edits went into; empty while none was taken over
	BroughtBy    string
	BroughtName  string
	BroughtAt    time.Time
	Version      int
}

// Edit is one sentence that differs. Without Before it was added, without After
// taken away.
type Edit struct {
	// Block and Sentence say where in the report's body it stands; an addition
	// follows that sentence, Paragraph in one of its own. Block is -1 for a place
	// that the records write (title, tables, signature) and no edit goes into.
	Block     int
	Sentence  int
	Paragraph bool `json:",omitempty"`
	Section   string
	Before    string
	After     string
	Broken    []string `json:",omitempty"` // figures, days and names from records that the new words no longer have
	Accepted  bool     `json:",omitempty"`
}

// Takes reports whether the edit can go into a report.
func (e Edit) Takes() bool { return e.Block >= 0 }
