package carrying

import (
	"path"
	"strings"

	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// AddEvidence keeps an uploaded file as proof. The file itself was put away
// before; Hash and Size bind the record to it.
type AddEvidence struct {
	ProblemID string       `form:"problem"`
	MeasureID string       `form:"measure"`
	SpeaksFor workday.Date `form:"speaks_for"` // the date that the proof itself bears
	Note      string       `form:"note"`
	Name      string
	Hash      string
	Size      int64
	MIME      string
	on
}

// Permission implements action.Command.
func (c *AddEvidence) Permission() org.Permission { return org.EvidenceAdd }

// Target implements action.Command.
func (c *AddEvidence) Target(s *action.Step) (org.Target, error) {
	return c.load(s, c.ProblemID, c.MeasureID)
}

// Run implements action.Command.
func (c *AddEvidence) Run(s *action.Step) error {
	var checks fault.Checks
	name := FileName(c.Name)
	checks.Text("file", name, action.ShortText)
	checks.Max("note", c.Note, action.ShortText)
	action.NeedDate(&checks, "speaks_for", c.SpeaksFor)
	if c.SpeaksFor > s.Today {
		checks.Add("speaks_for", "field.future")
	}
	if c.Hash == "" || c.Size == 0 {
		checks.Add("file", "evidence.empty", name)
	}
	if err := checks.Err(); err != nil {
		return err
	}
	e := work.Evidence{ID: s.NewID(), OrgID: c.problem.OrgID, InspectionID: c.problem.InspectionID, ProblemID: c.ProblemID,
		MeasureID: c.MeasureID, Name: name, Hash: c.Hash, Size: c.Size, MIME: c.MIME, SpeaksFor: c.SpeaksFor, Note: c.Note,
		UploaderID: s.Actor.AccountID, Uploader: s.Actor.Name, At: s.Now}
	s.Return(e.ID)
	if err := s.Queue(ReadFileJob, e.ID); err != nil {
		return err
	}
	return action.Insert(s, store.Evidences, &e)
}

// ReadFileJob is the kind of the job that reads what new files say of themselves.
const ReadFileJob = "evidence.read"

// FileName is the name of an uploaded file without the path that some browsers
// send, and without characters that cannot stand in a name.
func FileName(name string) string {
	name = path.Base(strings.ReplaceAll(name, `\`, "/"))
	return strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`<>:"|?*`, r) {
			return '_'
		}
		return r
	}, name)
}

// WithdrawEvidence takes a file out of what proves the work, with a reason.
// The file and its record stay.
type WithdrawEvidence struct {
	ID      string `form:"id"`
	Version int    `form:"version"`
	Reason  string `form:"reason"`

	before work.Evidence
}

// Permission implements action.Command.
func (c *WithdrawEvidence) Permission() org.Permission { return org.EvidenceWithdraw }

// Target implements action.Command.
func (c *WithdrawEvidence) Target(s *action.Step) (t org.Target, err error) {
	c.before, t, err = evidenceTarget(s, c.ID)
	return t, err
}

// Run implements action.Command.
func (c *WithdrawEvidence) Run(s *action.Step) error {
	var checks fault.Checks
	checks.Text("reason", c.Reason, action.ShortText)
	if err := checks.Err(); err != nil {
		return err
	}
	if c.before.Withdrawn != "" {
		return fault.New(fault.Conflict, "evidence.withdrawn-already")
	}
	after := c.before
	after.Version, after.Withdrawn = c.Version, c.Reason
	s.Return(c.before.ProblemID)
	return action.Save(s, store.Evidences, c.before, &after)
}

// Download asks for a file's content. The asking is recorded; Evidence is the
// file's record afterwards.
type Download struct {
	ID string

	Evidence work.Evidence `json:"-"`
}

// Permission implements action.Command.
func (c *Download) Permission() org.Permission { return org.Download }

// Target implements action.Command.
func (c *Download) Target(s *action.Step) (t org.Target, err error) {
	c.Evidence, t, err = evidenceTarget(s, c.ID)
	return t, err
}

// Run implements action.Command.
func (c *Download) Run(s *action.Step) error {
	s.Note("%s", c.Evidence.Name)
	return nil
}

func evidenceTarget(s *action.Step, id string) (work.Evidence, org.Target, error) {
	e, err := store.Evidences.Get(s.Tx, id)
	if err != nil {
		return e, org.Target{}, err
	}
	_, t, err := store.ProofTarget(s.Tx, e.ProblemID)
	t.Kind, t.ID = store.Evidences.Name(), id
	return e, t, err
}
