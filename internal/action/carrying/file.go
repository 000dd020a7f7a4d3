package carrying

import (
	"cmp"

	"bihuan/internal/action"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
)

// File is an uploaded file that was put away before the command. Hash and Size
// bind the record to it.
type File struct {
	Name string
	Hash string
	Size int64
	MIME string
	// What its secrecy is judged by: the first words of the file, and the highest
	// mark that may be kept here.
	Opening string       `json:"-"`
	Allowed work.Secrecy `json:"-"`
}

func (f File) check(checks *fault.Checks) {
	name := FileName(f.Name)
	checks.Text("file", name, action.ShortText)
	if f.Hash == "" || f.Size == 0 {
		checks.Add("file", "evidence.empty", name)
	}
}

// secrecy finds the mark of the file and notes one, found or told, that is too
// high to be kept here.
func (f File) secrecy(checks *fault.Checks, told work.Secrecy, names ...string) work.Secrecy {
	found := work.SecrecyOf(append([]string{f.Name}, names...), f.Opening)
	for _, mark := range []work.Secrecy{told, found} {
		if !mark.Within(f.Allowed) {
			checks.Add("file", "evidence.secret", FileName(f.Name), fault.Word("secrecy."+string(mark)))
			break
		}
	}
	return cmp.Or(told, found)
}

// CheckSecrecy notes a file whose mark is too high to be kept here.
func (f File) CheckSecrecy(checks *fault.Checks) { f.secrecy(checks, "") }

// evidence is the record of the file as proof of a problem or a measure.
func (f File) evidence(s *action.Step, p work.Problem, measure string, speaksFor workday.Date) work.Evidence {
	return work.Evidence{ID: s.NewID(), OrgID: p.OrgID, InspectionID: p.InspectionID, ProblemID: p.ID, MeasureID: measure,
		Name: FileName(f.Name), Hash: f.Hash, Size: f.Size, MIME: f.MIME, SpeaksFor: speaksFor, State: work.EvidenceSubmitted,
		UploaderID: s.Actor.AccountID, Uploader: s.Actor.Name, At: s.Now, Cycle: p.Cycle}
}
