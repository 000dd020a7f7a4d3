package closing

import (
	"errors"
	"testing"
	"time"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
)

// holder is somebody who holds the role of a step and never touched the work.
func holder(step inspection.ChainStep) org.Actor {
	a := actor("x", org.Role(step.Role), "")
	if step.Role == string(org.RoleDeptHead) {
		a.Grants[0].DepartmentID = "d1"
	}
	if step.Role == string(org.RoleLeader) {
		a.PersonID = "leader"
	}
	return a
}

// ties are the ways in which the holder of a step stands to the work. Each
// makes him one who must not judge it; code is why.
var ties = map[string]struct {
	code string
	tie  func(c *Case, a *Application, by *org.Actor)
}{
	"applied":               {"signoff.own-work", func(_ *Case, a *Application, by *org.Actor) { a.AppliedBy = by.AccountID }},
	"answers for it":        {"signoff.own-work", func(c *Case, _ *Application, by *org.Actor) { c.Problem.OwnerID = by.PersonID }},
	"answers for a measure": {"signoff.own-work", func(c *Case, _ *Application, by *org.Actor) { c.Measures[0].OwnerID = by.PersonID }},
	"reported":              {"signoff.own-work", func(c *Case, _ *Application, by *org.Actor) { c.Progress[0].AuthorID = by.AccountID }},
	"proved":                {"signoff.own-work", func(c *Case, _ *Application, by *org.Actor) { c.Evidence[0].UploaderID = by.AccountID }},
	"worked before the reopening": {"signoff.own-work", func(c *Case, _ *Application, by *org.Actor) {
		c.Before = []string{by.AccountID}
	}},
	"deputy of who did it": {"signoff.own-work", func(_ *Case, a *Application, by *org.Actor) {
		a.AppliedBy = "other"
		by.Beside = org.Identity{AccountID: "other", PersonID: "other"}
	}},
	"enters the scan for another": {"signoff.own-work", func(c *Case, _ *Application, by *org.Actor) {
		c.Progress[0].AuthorID = "clerk"
		by.Paper, by.Beside = true, org.Identity{AccountID: "clerk", PersonID: "clerk"}
	}},
	"works in the lead department": {"signoff.own-department", func(_ *Case, _ *Application, by *org.Actor) {
		by.Grants = append(by.Grants, org.Grant{Role: org.RoleOfficer, OrgID: "o", DepartmentID: "d1"})
	}},
	"heads an assisting department": {"signoff.own-department", func(c *Case, _ *Application, by *org.Actor) {
		c.Problem.AssistDepts = []string{"d2"}
		by.Grants = append(by.Grants, org.Grant{Role: org.RoleDeptHead, OrgID: "o", DepartmentID: "d2"})
	}},
	"works in the department of a measure": {"signoff.own-department", func(c *Case, _ *Application, by *org.Actor) {
		c.Measures[0].LeadDeptID = "d3"
		by.Grants = append(by.Grants, org.Grant{Role: org.RoleOfficer, OrgID: "o", DepartmentID: "d3"})
	}},
	"deputy from the lead department": {"signoff.own-department", func(_ *Case, _ *Application, by *org.Actor) {
		by.Beside = org.Identity{AccountID: "other", Departments: []string{"d1"}}
	}},
	"decided a step before": {"signoff.twice", func(c *Case, _ *Application, by *org.Actor) {
		c.Decisions = []Decision{{By: by.AccountID, Outcome: Agree}}
	}},
}

// TestNobodyJudgesWhatIsHisOwn is the matrix of state × step × relation: an
// open application is refused to whoever is tied to the work, at every step;
// an ended one to everybody.
func TestNobodyJudgesWhatIsHisOwn(t *testing.T) {
	tried := 0
	for _, state := range []State{Open, Returned, Passed, Withdrawn} {
		for n, step := range inspection.DefaultChain() {
			for name, tie := range ties {
				c, a, by := finished(), Application{State: state, Step: n, AppliedBy: "officer"}, holder(step)
				if err := c.CheckDecider(a, by); (err == nil) != (state == Open) {
					t.Errorf("%s %s: a stranger got %v", state, step.Code, err)
				}
				tie.tie(&c, &a, &by)
				want := tie.code
				if state != Open {
					want = "signoff.ended"
				} else if want == "signoff.own-department" && step.Role == string(org.RoleDeptHead) {
					want = "" // his own step: that is what it is for
				}
				if got := codeOf(c.CheckDecider(a, by)); got != want {
					t.Errorf("%s %s, who %s: %q, want %q", state, step.Code, name, got, want)
				}
				tried++
			}
		}
	}
	if tried != 4*6*len(ties) {
		t.Errorf("%d cells were tried", tried)
	}
}

func codeOf(err error) string {
	var f *fault.Error
	if errors.As(err, &f) {
		return f.Code
	}
	return ""
}

func TestAnOptionalStepIsPassedOverByTheNextOnly(t *testing.T) {
	c := finished()
	c.Chain[1].Optional = true
	a := Application{State: Open, Step: 1, AppliedBy: "officer"}
	clerk := actor("clerk", org.RoleClerk, "")
	if n, err := c.Turn(a, clerk); err != nil || n != 2 {
		t.Errorf("the next one decides step %d: %v", n, err)
	}
	if _, err := c.Turn(a, actor("resident", org.RoleResident, "")); codeOf(err) != "signoff.not-your-step" {
		t.Errorf("the one after the next: %v", err)
	}
	c.Decisions = []Decision{{By: "clerk", Outcome: PassOver}}
	a.Step = 2
	if err := c.CheckDecider(a, clerk); err != nil {
		t.Errorf("passing over counted as a decision: %v", err)
	}
}

func TestAStepThatWantsItsChecksIsNotAgreedToBefore(t *testing.T) {
	c := finished()
	step := inspection.ChainStep{Checked: true, Checks: []inspection.Check{{Kind: inspection.CheckMaterials}, {Kind: inspection.CheckAsked}}}
	full := []Verification{{Kind: inspection.CheckMaterials, Result: Confirmed, On: "2026-05-01", Evidence: []string{"f"}},
		{Kind: inspection.CheckAsked, Result: Doubtful, On: "2026-05-01", Detail: "问了3人，1人说不清"}}
	for name, try := range map[string]struct {
		made    []Verification
		outcome Outcome
		ok      bool
	}{
		"all made":         {full, Agree, true},
		"none made":        {nil, Agree, false},
		"none, returned":   {nil, Return, true},
		"one made":         {full[:1], Agree, false},
		"whom is not said": {[]Verification{full[0], {Kind: inspection.CheckAsked, Result: Confirmed, On: "2026-05-01"}}, Agree, false},
		"no file":          {[]Verification{{Kind: inspection.CheckMaterials, Result: Confirmed, On: "2026-05-01"}, full[1]}, Agree, false},
		"a foreign file":   {[]Verification{{Kind: inspection.CheckMaterials, Result: Confirmed, On: "2026-05-01", Evidence: []string{"other"}}, full[1]}, Agree, false},
		"tomorrow":         {[]Verification{full[0], {Kind: inspection.CheckAsked, Result: Confirmed, On: "2026-05-03", Detail: "3人"}}, Agree, false},
	} {
		var checks fault.Checks
		c.CheckVerifications(&checks, step, try.made, try.outcome, "2026-05-02")
		if err := checks.Err(); (err == nil) != try.ok {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestRenewedRectificationBringsSomethingNew(t *testing.T) {
	c := finished()
	c.Renewed = time.Date(2026, 5, 1, 0, 0, 0, 0, time.UTC)
	if codeOf(c.CheckApplication()) != "signoff.nothing-new" {
		t.Error("the same work was applied for again")
	}
	c.Progress = append(c.Progress, work.Progress{ID: "e2", At: c.Renewed.AddDate(0, 0, 3)})
	if err := c.CheckApplication(); err != nil {
		t.Error(err)
	}
}
