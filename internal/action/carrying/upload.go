package carrying

import (
	"encoding/hex"

	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// StartUpload begins to bring a file in, in parts. The same file begun again
// by the same person for the same problem goes on where it broke.
type StartUpload struct {
	ProblemID string `form:"-"`
	Name      string `form:"name"`
	Size      int64  `form:"size"`
	Hash      string `form:"hash"` // SHA-256 of the whole, hex
	Limit     int64  `form:"-"`    // bytes that a file may have here

	Upload work.Upload `json:"-"` // the record afterwards
	on
}

// Permission implements action.Command.
func (c *StartUpload) Permission() org.Permission { return org.EvidenceAdd }

// Target implements action.Command.
func (c *StartUpload) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ProblemID, "") }

// Run implements action.Command.
func (c *StartUpload) Run(s *action.Step) error {
	var checks fault.Checks
	name := FileName(c.Name)
	checks.Text("file", name, action.ShortText)
	if c.Size <= 0 {
		checks.Add("file", "evidence.empty", name)
	}
	if sum, err := hex.DecodeString(c.Hash); err != nil || len(sum) != 32 {
		checks.Add("file", "field.unknown-value", c.Hash)
	}
	if err := checks.Err(); err != nil {
		return err
	}
	if c.Size > c.Limit {
		return fault.New(fault.TooLarge, "evidence.too-large", name, c.Limit>>20)
	}
	open, err := store.Uploads.List(s.Tx, "WHERE account_id = ? AND problem_id = ? AND hash = ? AND size = ? AND evidence_id = '' ORDER BY at DESC, id LIMIT 1",
		s.Actor.AccountID, c.ProblemID, c.Hash, c.Size)
	if err != nil {
		return err
	}
	if len(open) > 0 {
		c.Upload = open[0]
		s.Return(c.Upload.ID)
		return nil
	}
	c.Upload = work.Upload{ID: s.NewID(), OrgID: c.problem.OrgID, InspectionID: c.problem.InspectionID, ProblemID: c.ProblemID,
		AccountID: s.Actor.AccountID, Name: name, Size: c.Size, Hash: c.Hash, At: s.Now}
	s.Return(c.Upload.ID)
	return action.Insert(s, store.Uploads, &c.Upload)
}
