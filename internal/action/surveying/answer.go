package surveying

import (
	"context"

	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/survey"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// answer is one ballot on screen. It spends the code and adds to the numbers
// of the survey; nothing of it is kept. It can only be done by Answer, which
// keeps who, where and when out of the trail.
type answer struct {
	hash  string
	ticks map[string]string // choice by question

	survey survey.Survey
}

// Permission implements action.Command.
func (c *answer) Permission() org.Permission { return org.SurveyAnswer }

// Target implements action.Command.
func (c *answer) Target(s *action.Step) (org.Target, error) {
	var err error
	if c.survey, err = store.SurveyOfCode(s.Tx, c.hash); err != nil {
		return org.Target{}, fault.Because(err, fault.NotFound, "survey.bad-code")
	}
	return org.Target{Kind: store.Surveys.Name(), ID: c.survey.ID, OrgID: c.survey.OrgID, InspectionID: c.survey.InspectionID}, nil
}

// Run implements action.Command.
func (c *answer) Run(s *action.Step) error {
	if !c.survey.Takes(s.Today) {
		return fault.New(fault.Conflict, "survey.not-taking", c.survey.OpensOn, c.survey.ClosesOn)
	}
	if err := store.SpendCode(s.Tx, c.hash); err != nil {
		return err
	}
	for question, choice := range c.ticks {
		q, ok := c.survey.Question(question)
		if !ok || !q.Has(choice) {
			return fault.New(fault.Invalid, "survey.bad-answer")
		}
		if err := store.Tick(s.Tx, c.survey.ID, question, choice); err != nil {
			return err
		}
	}
	if len(c.ticks) == 0 {
		if err := store.Tick(s.Tx, c.survey.ID, "", store.BallotBlank); err != nil {
			return err
		}
	}
	return store.Tick(s.Tx, c.survey.ID, "", store.BallotReturned)
}

// Answer takes one ballot for a code, unnamed: without account, address,
// idempotency key or time of day. The trail says only that on this day one
// more ballot came in. A code is good once: of several who send it at the same
// time exactly one is counted.
func Answer(ctx context.Context, run *action.Runner, code string, ticks map[string]string) error {
	return run.Batch(ctx, func(do action.Doer) error {
		today := workday.DateOf(run.DB.Now(), workday.Zone)
		_, err := do(today.Time(workday.Zone), action.Call{}, &answer{hash: survey.HashOf(code), ticks: ticks})
		return err
	})
}
