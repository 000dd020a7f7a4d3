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
		if _, err := w.Do(t, account, &admin.SaveOrganisation{ID: "bureau", Version: 1, Name: "新名", ShortName: "新名", Kind: org.Bureau}); !refused(err) {
			t.Errorf("%s: %v", account, err)
		}
	}
}

func TestAClerkKeepsTheDepartmentsOfHisOwnOrganisation(t *testing.T) {
	w := testkit.NewWorld(t, t.TempDir()+"/db")
	w.Must(t, "clerk", &admin.SaveDepartment{OrgID: "bureau", Name: "新科室"})
	for _, account := range []string{"other-clerk", "head", "depthead", "office", "secadmin", "auditor"} {
		if _, err := w.Do(t, account, &admin.SaveDepartment{OrgID: "bureau", Name: "新科室"}); !refused(err) {
			t.Errorf("%s: %v", account, err)
		}
	}
	if _, err := w.Do(t, "other-clerk", &admin.SavePost{PersonID: "officer", Title: "科员", Rank: org.RankStaff, From: "2026-01-01"}); !fault.Is(err, fault.NotFound) {
		t.Errorf("a foreign clerk changed a post: %v", err)
	}
}

func refused(err error) bool { return fault.Is(err, fault.Denied) || fault.Is(err, fault.NotFound) }

func TestAChangeOfPostClosesTheOldOne(t *testing.T) {
	w := testkit.NewWorld(t, t.TempDir()+"/db")
	next := admin.SavePost{PersonID: "leader", Title: "党组副书记、副局长", Rank: org.RankDeputy, Portfolio: []string{"d1", "d2"}, From: "2026-04-01", Replaces: "post-leader"}
	w.Must(t, "clerk", &next)
	w.See(t, func(tx *store.Tx) error {
		posts, err := store.Posts.List(tx, "WHERE person_id = ? ORDER BY from_on", "leader")
		if len(posts) != 2 || posts[0].Until != "2026-03-31" || !posts[1].On("2026-04-01") {
			t.Errorf("the posts are %+v", posts)
		}
		return err
	})
	for name, c := range map[string]admin.SavePost{
		"somebody else's": {PersonID: "leader", Title: "局长", Rank: org.RankDeputy, From: "2026-05-01", Replaces: "post-head"},
		"already over":    {PersonID: "leader", Title: "局长", Rank: org.RankDeputy, From: "2026-05-01", Replaces: "post-leader"},
		"before it began": {PersonID: "head", Title: "局长", Rank: org.RankSecretary, From: "2023-05-01", Replaces: "post-head"},
	} {
		if _, err := w.Do(t, "clerk", &c); !names(err, "replaces") {
			t.Errorf("%s: %v", name, err)
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
