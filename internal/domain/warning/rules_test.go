package warning_test

import (
	"testing"

	"bihuan/internal/domain/org"
	"bihuan/internal/domain/warning"
	"bihuan/internal/domain/workday"
)

func TestShortTermsAndDecisionsThatWait(t *testing.T) {
	c, r := workday.China(), warning.Rules{}
	for day, want := range map[workday.Date]workday.Colour{
		"2026-09-28": workday.NoColour, // four working days with the make-up day of the 20th past and the holidays ahead
		"2026-09-30": workday.Yellow, "2026-10-09": workday.Yellow, "2026-10-10": workday.Red,
	} {
		if got, _, near := r.Term("2026-10-09", day, c); got != want && near {
			t.Errorf("a term until 9 October is %q on %s, want %q", got, day, want)
		}
	}
	if _, _, near := r.Term("2026-10-09", "2026-09-25", c); near {
		t.Error("a short term is warned of more than three working days before")
	}
	for day, want := range map[workday.Date]workday.Colour{"2026-06-16": workday.NoColour, "2026-06-17": workday.Yellow, "2026-06-18": workday.Red} {
		if due, got, _, _ := r.Waited("2026-06-12", day, c); got != want || due != "2026-06-17" {
			t.Errorf("asked on Friday the 12th, on %s it is %q by %s, want %q", day, got, due, want)
		}
	}
}

func TestWhoIsTold(t *testing.T) {
	ladder := workday.DefaultLadder()
	subject := warning.Subject{OrgID: "o", LeaderID: "p-leader", LeadDeptID: "d1", OwnerID: "p-officer"}
	as := func(role org.Role, orgID, dept, person string) org.Actor {
		return org.Actor{PersonID: person, Grants: []org.Grant{{Role: role, OrgID: orgID, DepartmentID: dept}}}
	}
	for name, x := range map[string]struct {
		actor org.Actor
		days  int
		want  bool
	}{
		"the responsible person":                 {as(org.RoleOfficer, "o", "d1", "p-officer"), 20, true},
		"a colleague":                            {as(org.RoleOfficer, "o", "d1", "p-other"), 20, false},
		"the leader before his step":             {as(org.RoleLeader, "o", "", "p-leader"), 20, false},
		"the leader":                             {as(org.RoleLeader, "o", "", "p-leader"), 10, true},
		"another leader":                         {as(org.RoleLeader, "o", "", "p-other"), 10, false},
		"the head when it is late":               {as(org.RoleHead, "o", "", "p-head"), -1, true},
		"the head of another organisation":       {as(org.RoleHead, "x", "", "p-head"), -1, false},
		"the inspection office unless it is set": {as(org.RoleOffice, "office", "", ""), -1, false},
	} {
		if _, _, told := warning.Told(x.actor, ladder, subject, workday.Date("2026-06-01").AddDays(x.days), "2026-06-01"); told != x.want {
			t.Errorf("%s, %d days before: told %v", name, x.days, told)
		}
	}
	handed := subject
	handed.HandedIn = true
	if _, _, told := warning.Told(as(org.RoleOfficer, "o", "d1", "p-officer"), ladder, handed, "2026-06-11", "2026-06-01"); told {
		t.Error("who has handed his work in is still warned")
	}
}
