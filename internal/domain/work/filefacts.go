package work

import (
	"time"

	"bihuan/internal/domain/workday"
)

// FileState says how far a file's own facts could be read.
type FileState string

// The states.
const (
	FileRead   FileState = "read"   // whatever it says is noted; it may say nothing
	FileMute   FileState = "mute"   // a kind of file that says nothing of itself
	FileBroken FileState = "broken" // not what its name says, damaged, or too large to be looked into
)

// FileFacts is what a file of evidence says of itself (EXIF, Office and PDF
// properties). It is read from the file and can be read again at any time.
type FileFacts struct {
	ID           string // of the evidence
	OrgID        string
	InspectionID string
	Hash         string // of the file
	State        FileState
	TakenOn      workday.Date // a photograph: by the camera's clock
	CreatedOn    workday.Date // a document: first made
	ModifiedOn   workday.Date
	Author       string
	LastAuthor   string
	Company      string
	Program      string // that made the file
	Scanned      bool   // a scanner made it: its dates are those of the scan
	Picture      string // perceptual hash, hex; empty for none
	ReadAt       time.Time
}
