package carrying

import (
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
}

func (f File) check(checks *fault.Checks) {
	name := FileName(f.Name)
	checks.Text("file", name, action.ShortText)
	if f.Hash == "" || f.Size == 0 {
		checks.Add("file", "evidence.empty", name)
	}
}

// evidence is the record of the file as proof of a problem or a measure.
func (f File) evidence(s *action.Step, p work.Problem, measure string, speaksFor workday.Date) work.Evidence {
	return work.Evidence{ID: s.NewID(), OrgID: p.OrgID, InspectionID: p.InspectionID, ProblemID: p.ID, MeasureID: measure,
		Name: FileName(f.Name), Hash: f.Hash, Size: f.Size, MIME: f.MIME, SpeaksFor: speaksFor, State: work.EvidenceSubmitted,
		UploaderID: s.Actor.AccountID, Uploader: s.Actor.Name, At: s.Now}
}
