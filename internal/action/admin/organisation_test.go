package admin_test

import (
	"testing"

	"bihuan/internal/action"
	"bihuan/internal/action/admin"
	"bihuan/internal/domain/org"
	"bihuan/internal/fault"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

func TestAnOrganisationIsBuiltUpAndChanged(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		id := w.Must(t, "sysadmin", &admin.SaveOrganisation{Name: "青禾市城市管理局", ShortName: "市城管局", Kind: org.Bureau})
		dept := w.Must(t, "sysadmin", &admin.SaveDepartment{OrgID: id, Name: "办公室", Sort: 1})
		person := w.Must(t, "sysadmin", &admin.SavePerson{OrgID: id, Name: "单志远"})
		post := w.Must(t, "sysadmin", &admin.SavePost{PersonID: person, DepartmentID: dept, Title: "办公室主任", Rank: org.RankDeptHead, From: "2025-01-01"})
		w.Must(t, "sysadmin", &admin.SavePost{PersonID: person, ID: post, Version: 1, DepartmentID: dept, Title: "办公室主任", Rank: org.RankDeptHead, From: "2025-01-01", Until: "2026-03-31"})
		w.See(t, func(tx *store.Tx) error {
			who, err := store.People.Get(tx, person)
			if err != nil || who.Pinyin != "szy" {
				t.Errorf("the person is %+v, %v", who, err)
			}
			held, err := store.Posts.Get(tx, post)
			if err != nil || held.OrgID != id || held.On("2026-04-01") || !held.On("2026-03-31") {
				t.Errorf("the post is %+v, %v", held, err)
			}
			return nil
		})
	})
}

func TestOrganisationsAreTheSystemAdministratorsBusiness(t *testing.T) {
	w := testkit.NewWorld(t, t.TempDir()+"/db")
	for _, account := range []string{"clerk", "head", "office", "secadmin", "auditor"} {
		if _, err := w.Do(t, account, &admin.SaveDepartment{OrgID: "bureau", Name: "新科室"}); !fault.Is(err, fault.Denied) && !fault.Is(err, fault.NotFound) {
			t.Errorf("%s: %v", account, err)
		}
	}
}

func TestRefusedOrganisationRecords(t *testing.T) {
	w := testkit.NewWorld(t, t.TempDir()+"/db")
	for name, c := range map[string]struct {
		cmd   action.Command
		field string
	}{
		"kind":               {&admin.SaveOrganisation{Name: "某局", ShortName: "某局", Kind: "club"}, "kind"},
		"nameless":           {&admin.SaveDepartment{OrgID: "bureau", Name: " "}, "name"},
		"foreign department": {&admin.SavePost{PersonID: "officer", DepartmentID: "other-d1", Title: "科员", Rank: org.RankStaff, From: "2026-01-01"}, "department"},
		"foreign portfolio":  {&admin.SavePost{PersonID: "leader", Portfolio: []string{"other-d1"}, Title: "副局长", Rank: org.RankMember, From: "2026-01-01"}, "portfolio"},
		"ends before":        {&admin.SavePost{PersonID: "officer", DepartmentID: "d1", Title: "科员", Rank: org.RankStaff, From: "2026-01-02", Until: "2026-01-01"}, "until"},
	} {
		if _, err := w.Do(t, "sysadmin", c.cmd); !names(err, c.field) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := w.Do(t, "sysadmin", &admin.SaveDepartment{OrgID: "other", ID: "d1", Version: 1, Name: "改名"}); !fault.Is(err, fault.NotFound) {
		t.Errorf("a department was changed under another organisation: %v", err)
	}
}
