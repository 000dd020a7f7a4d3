package carrying

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// ReviewEvidence accepts a file as proof or returns it with a reason. Nobody
// reviews what he uploaded.
type ReviewEvidence struct {
	ID      string `form:"-"`
	Version int    `form:"version"`
	Accept  bool   `form:"accept"`
	Opinion string `form:"opinion"`

	before work.Evidence
}

// Permission implements action.Command.
func (c *ReviewEvidence) Permission() org.Permission { return org.EvidenceReview }

// Target implements action.Command.
func (c *ReviewEvidence) Target(s *action.Step) (t org.Target, err error) {
	c.before, t, err = evidenceTarget(s, c.ID)
	return t, err
}

// Run implements action.Command.
func (c *ReviewEvidence) Run(s *action.Step) error {
	if s.Actor.Is(c.before.UploaderID) {
		return fault.New(fault.Denied, "evidence.own")
	}
	if err := inCycle(s, c.before); err != nil {
		return err
	}
	if !c.before.Stands() {
		return fault.New(fault.Conflict, "evidence.gone")
	}
	if err := action.CheckOpinion(c.Accept, c.Opinion, action.ShortText); err != nil {
		return err
	}
	after := c.before
	after.Version, after.Opinion, after.State = c.Version, c.Opinion, work.EvidenceReturned
	if c.Accept {
		after.State = work.EvidenceAccepted
	}
	after.ReviewedBy, after.ReviewedName, after.ReviewedAt = s.Actor.AccountID, s.Actor.Name, s.Now
	s.Return(c.ID)
	return action.Save(s, store.Evidences, c.before, &after)
}

// LinkEvidence lets a file prove one more problem of its inspection.
type LinkEvidence struct {
	ID        string `form:"-"`
	ProblemID string `form:"problem"`

	evidence work.Evidence
	on
}

// Permission implements action.Command.
func (c *LinkEvidence) Permission() org.Permission { return org.EvidenceAdd }

// Target implements action.Command. It is asked of the file's own problem;
// Run asks it of the other one, too.
func (c *LinkEvidence) Target(s *action.Step) (t org.Target, err error) {
	c.evidence, t, err = evidenceTarget(s, c.ID)
	return t, err
}

// Run implements action.Command.
func (c *LinkEvidence) Run(s *action.Step) error {
	var checks fault.Checks
	if err := action.CheckProblems(s, &checks, c.evidence.InspectionID, "problem", c.ProblemID); err != nil {
		return err
	}
	checks.Need("problem", c.ProblemID)
	if err := checks.Err(); err != nil {
		return err
	}
	t, err := c.load(s, c.ProblemID, "")
	if err != nil {
		return err
	}
	if !org.Can(s.Actor, org.EvidenceAdd, t) {
		return fault.New(fault.Denied, "fault.denied")
	}
	if c.problem.Closed() || !c.evidence.Stands() {
		return fault.New(fault.Conflict, "evidence.gone")
	}
	n, err := s.Tx.Count("SELECT COUNT(*) FROM evidence_link WHERE problem_id = ? AND evidence_id = ?", c.ProblemID, c.ID)
	if err != nil {
		return err
	}
	if n > 0 || c.ProblemID == c.evidence.ProblemID {
		return fault.New(fault.Conflict, "evidence.linked-already")
	}
	s.Return(c.ID)
	return action.Insert(s, store.EvidenceLinks, &work.EvidenceLink{ID: s.NewID(), OrgID: c.evidence.OrgID,
		InspectionID: c.evidence.InspectionID, EvidenceID: c.ID, ProblemID: c.ProblemID, Cycle: c.problem.Cycle})
}
