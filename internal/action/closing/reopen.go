package closing

import (
	"bihuan/internal/action"
	"bihuan/internal/action/carrying"
	"bihuan/internal/domain/closing"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// Reopen opens a signed-off problem again, on a fact that came after the
// sign-off. A cycle of its own begins: what was planned, reported, proved and
// decided before stays as it was.
type Reopen struct {
	ProblemID   string             `form:"problem"`
	Version     int                `form:"version"`
	Kind        closing.ReopenKind `form:"kind"`
	FactOn      workday.Date       `form:"fact_on"`
	Source      string             `form:"source"`
	Reason      string             `form:"reason"`
	Deadline    workday.Date       `form:"deadline"`
	Proof       []string           `form:"proof"` // files of the problem
	File        carrying.File      `form:"-"`     // a file that shows the fact
	SpotCheckID string             `form:"-"`     // the look-back that found it
	before      work.Problem
}

// Permission implements action.Command.
func (c *Reopen) Permission() org.Permission { return org.ProblemReopen }

// Target implements action.Command.
func (c *Reopen) Target(s *action.Step) (t org.Target, err error) {
	c.before, t, err = store.ProblemTarget(s.Tx, c.ProblemID)
	return t, err
}

// Run implements action.Command.
func (c *Reopen) Run(s *action.Step) error {
	if !c.before.Closed() {
		return fault.New(fault.Conflict, "signoff.not-closed")
	}
	r := closing.Reopening{ID: s.NewID(), OrgID: c.before.OrgID, InspectionID: c.before.InspectionID, ProblemID: c.ProblemID,
		Cycle: c.before.Cycle + 1, Kind: c.Kind, FactOn: c.FactOn, Source: c.Source, Reason: c.Reason, Proof: c.Proof,
		SpotCheckID: c.SpotCheckID, FileHash: c.File.Hash, FileSize: c.File.Size, FileMIME: c.File.MIME,
		ClosedOn: c.before.ClosedOn, Deadline: c.Deadline, OldDeadline: c.before.Deadline,
		By: s.Actor.AccountID, Name: s.Actor.Name, At: s.Now}
	if c.File.Hash != "" {
		r.FileName = carrying.FileName(c.File.Name)
	}
	if err := c.check(s, r); err != nil {
		return err
	}
	if err := action.Insert(s, store.Reopenings, &r); err != nil {
		return err
	}
	after := c.before
	after.Version, after.ClosedOn, after.ReopenedOn, after.Verdict = c.Version, "", s.Today, work.UnderWay
	after.Cycle, after.Deadline, after.Term, after.FollowDue, after.FollowEndedOn = r.Cycle, r.Deadline, r.Deadline.AsTerm(), "", ""
	s.Return(c.ProblemID)
	return action.Save(s, store.Problems, c.before, &after)
}

func (c *Reopen) check(s *action.Step, r closing.Reopening) error {
	var checks fault.Checks
	r.Check(&checks, c.before.ClosedOn, s.Today)
	if c.File.Hash != "" {
		c.File.CheckSecrecy(&checks)
	}
	if err := checkProof(s, &checks, "proof", c.ProblemID, c.Proof); err != nil {
		return err
	}
	return checks.Err()
}

// TakeFact hands out the file that shows the fact of a reopening; the taking is
// recorded.
type TakeFact struct {
	ID string

	Reopening closing.Reopening `json:"-"` // filled in
}

// Permission implements action.Command.
func (c *TakeFact) Permission() org.Permission { return org.Download }

// Target implements action.Command.
func (c *TakeFact) Target(s *action.Step) (t org.Target, err error) {
	if c.Reopening, err = store.Reopenings.Get(s.Tx, c.ID); err != nil {
		return t, err
	}
	_, t, err = store.ProofTarget(s.Tx, c.Reopening.ProblemID)
	t.Kind, t.ID = store.Reopenings.Name(), c.ID
	return t, err
}

// Run implements action.Command.
func (c *TakeFact) Run(s *action.Step) error {
	if c.Reopening.FileHash == "" {
		return fault.New(fault.NotFound, "fault.not-found")
	}
	s.Note("%s", c.Reopening.FileName)
	return nil
}

// checkProof notes files that are not the problem's.
func checkProof(s *action.Step, checks *fault.Checks, name, problemID string, files []string) error {
	for _, id := range files {
		n, err := s.Tx.Count(`SELECT COUNT(*) FROM evidence WHERE id = ? AND (problem_id = ?
			OR id IN (SELECT evidence_id FROM evidence_link WHERE problem_id = ?))`, id, problemID, problemID)
		if err != nil {
			return err
		}
		if n == 0 {
			checks.Add(name, "field.unknown-choice")
		}
	}
	return nil
}
