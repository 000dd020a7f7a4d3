package closing

import (
	"testing"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"

	"pgregory.net/rapid"
)

func actor(id string, role org.Role, dept string) org.Actor {
	return org.Actor{AccountID: id, PersonID: id, Grants: []org.Grant{{Role: role, OrgID: "o", DepartmentID: dept}}}
}

func finished() Case {
	return Case{Problem: work.Problem{ID: "p", OrgID: "o", LeadDeptID: "d1", LeaderID: "leader", OwnerID: "officer"},
		Measures: []work.Measure{{ID: "m", Verdict: work.Done, OwnerID: "officer"}},
		Progress: []work.Progress{{ID: "e", AuthorID: "officer"}}, Evidence: []work.Evidence{{ID: "f", UploaderID: "officer"}},
		Chain: inspection.DefaultChain()}
}

func TestTheChainIsPassedStepByStepByTheRightPeopleOnly(t *testing.T) {
	c := finished()
	a := Application{State: Open, AppliedBy: "officer"}
	order := []org.Actor{actor("depthead", org.RoleDeptHead, "d1"), actor("leader", org.RoleLeader, ""), actor("clerk", org.RoleClerk, ""),
		actor("resident", org.RoleResident, ""), actor("head", org.RoleHead, ""), actor("office", org.RoleOffice, "")}
	for i, by := range order {
		for j, other := range order {
			if err := c.CheckDecider(a, other); (err == nil) != (i == j) {
				t.Errorf("step %d, %s: %v", i, other.AccountID, err)
			}
		}
		a = c.Decide(a, Agree, "2026-06-01")
		c.Decisions = append(c.Decisions, Decision{By: by.AccountID, PersonID: by.PersonID})
	}
	if a.State != Passed || a.EndedOn != "2026-06-01" {
		t.Errorf("after all steps: %+v", a)
	}
	if err := c.CheckDecider(a, order[5]); !fault.Is(err, fault.Conflict) {
		t.Errorf("a passed application can still be decided: %v", err)
	}
}

func TestTheHeadOfAnotherDepartmentAndAnotherLeaderHaveNoSay(t *testing.T) {
	c := finished()
	if err := c.CheckDecider(Application{State: Open}, actor("x", org.RoleDeptHead, "d2")); !fault.Is(err, fault.Denied) {
		t.Errorf("got %v", err)
	}
	if err := c.CheckDecider(Application{State: Open, Step: 1}, actor("x", org.RoleLeader, "")); !fault.Is(err, fault.Denied) {
		t.Errorf("got %v", err)
	}
}

// Whoever touched the work or passed a step has no say in any step, whatever
// roles he holds.
func TestNobodyJudgesHisOwnWork(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := finished()
		a := Application{State: Open, Step: rapid.IntRange(0, len(c.Chain)-1).Draw(t, "step"), AppliedBy: "officer"}
		by := org.Actor{AccountID: "x", PersonID: "px"}
		for _, r := range []org.Role{org.RoleDeptHead, org.RoleLeader, org.RoleClerk, org.RoleResident, org.RoleHead, org.RoleOffice} {
			by.Grants = append(by.Grants, org.Grant{Role: r, OrgID: "o", DepartmentID: map[org.Role]string{org.RoleDeptHead: "d1"}[r]})
		}
		c.Problem.LeaderID = "px"
		if a.Step > 0 { // the head of the lead department has his own step and no other
			by.Grants = by.Grants[1:]
		}
		if err := c.CheckDecider(a, by); err != nil {
			t.Fatalf("a stranger to the work with every role was refused: %v", err)
		}
		switch rapid.IntRange(0, 5).Draw(t, "part") {
		case 0:
			a.AppliedBy = "x"
		case 1:
			c.Problem.OwnerID = "px"
		case 2:
			c.Measures[0].OwnerID = "px"
		case 3:
			c.Progress[0].AuthorID = "x"
		case 4:
			c.Evidence[0].UploaderID = "x"
		case 5:
			c.Decisions = []Decision{{By: "x"}}
		}
		if err := c.CheckDecider(a, by); !fault.Is(err, fault.Denied) {
			t.Fatalf("got %v", err)
		}
	})
}

func TestAnApplicationNeedsFinishedMeasuresAndProof(t *testing.T) {
	for name, spoil := range map[string]func(*Case){
		"unfinished measure":          func(c *Case) { c.Measures[0].Verdict = work.BasicallyDone },
		"long-term measure not begun": func(c *Case) { c.Measures[0].Verdict, c.Measures[0].LongTerm = work.NotStarted, true },
		"no evidence":                 func(c *Case) { c.Evidence = nil },
		"no measure":                  func(c *Case) { c.Measures = nil },
		"closed":                      func(c *Case) { c.Problem.ClosedOn = "2026-05-01" },
	} {
		c := finished()
		if spoil(&c); c.CheckApplication() == nil {
			t.Errorf("%s was accepted", name)
		}
	}
	c := finished()
	c.Measures[0].Verdict, c.Measures[0].LongTerm = work.UnderWay, true
	if err := c.CheckApplication(); err != nil {
		t.Errorf("a long-term measure that goes on was refused: %v", err)
	}
}

func TestTheHashCoversWhatTheApplicationRestsOn(t *testing.T) {
	base, err := finished().Hash()
	if err != nil {
		t.Fatal(err)
	}
	for name, alter := range map[string]func(*Case){
		"measure":  func(c *Case) { c.Measures[0].Text = "另一种说法" },
		"verdict":  func(c *Case) { c.Measures[0].Verdict = work.UnderWay },
		"progress": func(c *Case) { c.Progress = nil },
		"evidence": func(c *Case) { c.Evidence[0].Hash = "0" },
		"criteria": func(c *Case) { c.Problem.Criteria = work.Criteria{{Text: "x"}} },
	} {
		c := finished()
		alter(&c)
		if h, err := c.Hash(); err != nil || h == base {
			t.Errorf("a changed %s left the hash as it was (%v)", name, err)
		}
	}
}
