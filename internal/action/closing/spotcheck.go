package closing

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/closing"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// RecordSpotCheck keeps what a look-back found at a signed-off problem. A
// relapse opens the problem again; so does the office where it was not done
// and says so.
type RecordSpotCheck struct {
	ProblemID string              `form:"problem"`
	SampleID  string              `form:"sample"`
	On        workday.Date        `form:"on"`
	Outcome   closing.SpotOutcome `form:"outcome"`
	FactOn    workday.Date        `form:"fact_on"`
	Asked     int                 `form:"asked"`
	Agreed    int                 `form:"agreed"`
	Yuan      string              `form:"yuan"`
	Note      string              `form:"note"`
	Proof     []string            `form:"named"`
	Reopen    bool                `form:"reopen"`
	Deadline  workday.Date        `form:"deadline"` // of the new cycle

	problem work.Problem
}

// Permission implements action.Command.
func (c *RecordSpotCheck) Permission() org.Permission { return org.LookBackRecord }

// Target implements action.Command.
func (c *RecordSpotCheck) Target(s *action.Step) (t org.Target, err error) {
	c.problem, t, err = store.ProblemTarget(s.Tx, c.ProblemID)
	return t, err
}

// Run implements action.Command.
func (c *RecordSpotCheck) Run(s *action.Step) error {
	if !c.problem.Closed() {
		return fault.New(fault.Conflict, "signoff.not-closed")
	}
	one := closing.SpotCheck{ID: s.NewID(), OrgID: c.problem.OrgID, InspectionID: c.problem.InspectionID, ProblemID: c.ProblemID, SampleID: c.SampleID,
		On: c.On, Outcome: c.Outcome, FactOn: c.FactOn, Asked: c.Asked, Agreed: c.Agreed, Note: c.Note, Proof: c.Proof,
		By: s.Actor.AccountID, Name: s.Actor.Name, At: s.Now}
	one.Reopened = c.Outcome == closing.SpotRelapse || c.Reopen && c.Outcome != closing.SpotReal
	if c.Outcome != closing.SpotRelapse {
		one.FactOn = ""
	}
	if err := c.check(s, &one); err != nil {
		return err
	}
	if err := action.Insert(s, store.SpotChecks, &one); err != nil {
		return err
	}
	if one.Reopened {
		if err := c.reopen(s, one); err != nil {
			return err
		}
	}
	s.Return(one.ID)
	return nil
}

func (c *RecordSpotCheck) check(s *action.Step, one *closing.SpotCheck) error {
	var checks fault.Checks
	one.Check(&checks, c.problem.ClosedOn, s.Today)
	amount, ok := work.ParseYuan(c.Yuan)
	if one.Amount = amount; !ok {
		checks.Add("yuan", "field.bad-money", c.Yuan)
	}
	if err := checkProof(s, &checks, "named", c.ProblemID, c.Proof); err != nil {
		return err
	}
	if one.Reopened {
		action.NeedDate(&checks, "deadline", c.Deadline)
	}
	if c.SampleID != "" {
		sample, err := store.Samples.Get(s.Tx, c.SampleID)
		if err != nil || !drawn(sample, c.ProblemID) {
			checks.Add("sample", "field.unknown-choice")
		}
	}
	return checks.Err()
}

func drawn(s closing.Sample, problemID string) bool {
	for _, id := range s.Drawn {
		if id == problemID {
			return true
		}
	}
	return false
}

// reopen opens the problem again through the one act that does so.
func (c *RecordSpotCheck) reopen(s *action.Step, one closing.SpotCheck) error {
	act := &Reopen{ProblemID: c.ProblemID, Version: c.problem.Version, Kind: closing.LookBack, FactOn: one.On, Source: "回头看 " + one.On.Chinese(),
		Reason: c.Note, Deadline: c.Deadline, Proof: c.Proof, SpotCheckID: one.ID}
	if one.Outcome == closing.SpotRelapse {
		act.Kind, act.FactOn = closing.Relapse, one.FactOn
	}
	if _, err := act.Target(s); err != nil {
		return err
	}
	return act.Run(s)
}
