package carrying

import (
	"path"
	"slices"
	"strings"

	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// AddEvidence keeps an uploaded file as proof. The file itself was put away
// before; its hash and size bind the record to it.
type AddEvidence struct {
	ProblemID string         `form:"problem"`
	MeasureID string         `form:"measure"`
	Title     string         `form:"title"`
	Kind      work.ProofKind `form:"kind"`
	Source    string         `form:"source"`
	Secrecy   work.Secrecy   `form:"secrecy"`
	SpeaksFor workday.Date   `form:"speaks_for"` // the date that the proof itself bears
	Note      string         `form:"note"`
	Replaces  string         `form:"replaces"` // the version that this one supersedes
	UploadID  string         `form:"-"`        // where it came in parts
	File
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
	if err := c.checked(s); err != nil {
		return err
	}
	e := c.evidence(s, c.problem, c.MeasureID, c.SpeaksFor)
	e.Title, e.Kind, e.Source, e.Secrecy, e.Note, e.Replaces = c.Title, c.Kind, c.Source, c.Secrecy, c.Note, c.Replaces
	if err := c.supersede(s); err != nil {
		return err
	}
	if err := c.arrived(s, e.ID); err != nil {
		return err
	}
	s.Return(e.ID)
	return kept(s, e)
}

// ReadFileJob is the kind of the job that reads what new files say of themselves.
const ReadFileJob = "evidence.read"

// kept records a file and has it read.
func kept(s *action.Step, e work.Evidence) error {
	if err := s.Queue(ReadFileJob, e.ID); err != nil {
		return err
	}
	return action.Insert(s, store.Evidences, &e)
}

func (c *AddEvidence) checked(s *action.Step) error {
	var checks fault.Checks
	c.check(&checks)
	checks.Max("title", c.Title, action.ShortText)
	checks.Max("source", c.Source, action.ShortText)
	checks.Max("note", c.Note, action.ShortText)
	action.NeedDate(&checks, "speaks_for", c.SpeaksFor)
	if c.SpeaksFor > s.Today {
		checks.Add("speaks_for", "field.future")
	}
	if c.Kind != "" && !slices.Contains(work.ProofKinds(), c.Kind) {
		checks.Add("kind", "field.unknown-value", c.Kind)
	}
	if c.Secrecy != "" && !slices.Contains(work.Secrecies(), c.Secrecy) {
		checks.Add("secrecy", "field.unknown-value", c.Secrecy)
	}
	c.Secrecy = c.secrecy(&checks, c.Secrecy, c.Title)
	return checks.Err()
}

// supersede takes the earlier version out of what stands; it stays on record.
func (c *AddEvidence) supersede(s *action.Step) error {
	if c.Replaces == "" {
		return nil
	}
	before, err := store.Evidences.Get(s.Tx, c.Replaces)
	if fault.Is(err, fault.NotFound) || err == nil && before.ProblemID != c.ProblemID {
		var checks fault.Checks
		checks.Add("replaces", "field.unknown-choice")
		return checks.Err()
	}
	if err != nil {
		return err
	}
	if err := inCycle(s, before); err != nil {
		return err
	}
	if before.Withdrawn != "" || before.State == work.EvidenceSuperseded {
		return fault.New(fault.Conflict, "evidence.gone")
	}
	after := before
	after.State = work.EvidenceSuperseded
	return action.Save(s, store.Evidences, before, &after)
}

// arrived notes that the parts became this file.
func (c *AddEvidence) arrived(s *action.Step, id string) error {
	if c.UploadID == "" {
		return nil
	}
	before, err := store.Uploads.Get(s.Tx, c.UploadID)
	if err != nil {
		return err
	}
	if before.AccountID != s.Actor.AccountID || before.ProblemID != c.ProblemID {
		return fault.New(fault.NotFound, "fault.not-found")
	}
	if before.EvidenceID != "" {
		return fault.New(fault.Conflict, "upload.finished")
	}
	after := before
	after.EvidenceID = id
	return action.Save(s, store.Uploads, before, &after)
}

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
	if err := inCycle(s, c.before); err != nil {
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
	t, err := store.EvidenceTarget(s.Tx, e)
	return e, t, err
}
