package testkit

import (
	"context"
	"testing"

	"bihuan/internal/action"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/query"
	"bihuan/internal/store"
)

// World is a small city for tests: one inspection office with a round and two
// teams, two inspected bureaus with people and departments, an inspection of
// each with a confirmed feedback of three problems, and an account per role.
// Ids are plain words: "bureau", "other", "i-bureau", "p1" …
type World struct {
	DB     *store.DB
	Clock  *Clock
	Runner *action.Runner
	Reader *query.Reader
}

// FeedbackOn is the day of the feedback meetings of the world.
const FeedbackOn workday.Date = "2026-03-02"

// NewWorld builds the world on the database at url; its clock shows 2026-03-10.
func NewWorld(t testing.TB, url string) *World {
	t.Helper()
	clock := ClockAt("2026-03-10")
	db := Open(t, url, clock)
	w := &World{DB: db, Clock: clock, Runner: &action.Runner{DB: db, Calendar: workday.China(), NewID: IDs()},
		Reader: &query.Reader{DB: db, Calendar: workday.China()}}
	w.Write(t, func(tx *store.Tx) error {
		for _, build := range []func(*store.Tx) error{office, bureaus, inspections, accounts} {
			if err := build(tx); err != nil {
				return err
			}
		}
		return nil
	})
	return w
}

// Write changes records directly, for what a test starts from.
func (w *World) Write(t testing.TB, f func(*store.Tx) error) {
	t.Helper()
	if err := w.DB.Write(context.Background(), f); err != nil {
		t.Fatal(err)
	}
}

// See reads records directly.
func (w *World) See(t testing.TB, f func(*store.Tx) error) {
	t.Helper()
	if err := w.DB.Read(context.Background(), f); err != nil {
		t.Fatal(err)
	}
}

// Actor gives the actor of an account: "clerk", "head", "leader", "depthead",
// "officer", "resident", "office", "team", "team2", "reviewer", "sysadmin",
// "secadmin", "auditor", and "other-clerk" … of the other bureau.
func (w *World) Actor(t testing.TB, account string) org.Actor {
	t.Helper()
	var a org.Actor
	w.See(t, func(tx *store.Tx) (err error) { a, err = query.ActorOf(tx, account); return err })
	return a
}

// Do runs a command in the name of an account.
func (w *World) Do(t testing.TB, account string, cmd action.Command) (action.Result, error) {
	t.Helper()
	return w.Runner.Do(context.Background(), action.Call{Actor: w.Actor(t, account)}, cmd)
}

// Must is Do for a command that has to work.
func (w *World) Must(t testing.TB, account string, cmd action.Command) string {
	t.Helper()
	res, err := w.Do(t, account, cmd)
	if err != nil {
		t.Fatalf("%T as %s: %v", cmd, account, err)
	}
	return res.ID
}

func office(tx *store.Tx) error {
	return every(tx,
		add(store.Organisations, org.Organisation{ID: "office", Name: "市委巡察办", ShortName: "市委巡察办", Kind: org.Office}),
		add(store.Organisations, org.Organisation{ID: "reviewer", Name: "市纪委监委", ShortName: "市纪委监委", Kind: org.Reviewer}),
		add(store.Rounds, inspection.Round{ID: "round", Name: "2026年第一轮", OfficeID: "office", Year: 2026, Number: 1,
			Starts: "2026-01-05", Ends: "2027-06-30", Settings: inspection.DefaultSettings()}),
		add(store.Teams, inspection.Team{ID: "team1", RoundID: "round", Name: "市委第一巡察组", Number: 1}),
		add(store.Teams, inspection.Team{ID: "team2", RoundID: "round", Name: "市委第二巡察组", Number: 2}),
	)
}

func bureaus(tx *store.Tx) error {
	for _, o := range []struct{ id, name string }{{"bureau", "市市场监管局"}, {"other", "市水务局"}} {
		pre := prefix(o.id)
		err := every(tx,
			add(store.Organisations, org.Organisation{ID: o.id, Name: o.name, ShortName: o.name, PartyName: "中共" + o.name + "党组", Kind: org.Bureau}),
			add(store.Departments, org.Department{ID: pre + "d1", OrgID: o.id, Name: "人教科", Sort: 1}),
			add(store.Departments, org.Department{ID: pre + "d2", OrgID: o.id, Name: "财务科", Sort: 2}),
		)
		if err != nil {
			return err
		}
		for _, p := range []struct {
			id, name, pinyin, dept, title string
			rank                          org.Rank
			portfolio                     []string
		}{
			{"head", "周正", "zz", "", "党组书记、局长", org.RankSecretary, nil},
			{"leader", "李明", "lm", "", "党组成员、副局长", org.RankMember, []string{pre + "d1"}},
			{"leader2", "吴清", "wq", "", "党组成员、副局长", org.RankMember, []string{pre + "d2"}},
			{"clerk", "陈静", "cj", pre + "d1", "整改办工作人员", org.RankStaff, nil},
			{"depthead", "王强", "wq", pre + "d1", "人教科科长", org.RankDeptHead, nil},
			{"depthead2", "赵敏", "zm", pre + "d2", "财务科科长", org.RankDeptHead, nil},
			{"officer", "孙磊", "sl", pre + "d1", "人教科科员", org.RankStaff, nil},
			{"resident", "郑严", "zy", "", "派驻纪检监察组组长", org.RankMember, nil},
		} {
			err := every(tx,
				add(store.People, org.Person{ID: pre + p.id, OrgID: o.id, Name: p.name, Pinyin: p.pinyin}),
				add(store.Posts, org.Post{ID: "post-" + pre + p.id, OrgID: o.id, PersonID: pre + p.id, DepartmentID: p.dept,
					Title: p.title, Rank: p.rank, Portfolio: p.portfolio, From: "2024-01-01"}),
			)
			if err != nil {
				return err
			}
		}
	}
	return nil
}

func inspections(tx *store.Tx) error {
	for _, o := range []struct{ id, team string }{{"bureau", "team1"}, {"other", "team2"}} {
		pre, id := prefix(o.id), "i-"+o.id
		err := every(tx,
			add(store.Inspections, inspection.Inspection{ID: id, RoundID: "round", TeamID: o.team, OrgID: o.id,
				Title: "巡察整改", FeedbackOn: FeedbackOn, StatementBy: pre + "head"}),
			add(store.Feedbacks, inspection.Feedback{ID: "f-" + o.id, OrgID: o.id, InspectionID: id, Title: "反馈意见",
				State: inspection.FeedbackConfirmed}),
			add(store.Nodes, inspection.Node{ID: pre + "a1", OrgID: o.id, InspectionID: id, FeedbackID: "f-" + o.id,
				Kind: inspection.KindAspect, Seq: 1, Number: "1", Mark: "（一）", Title: "落实全面从严治党责任方面"}),
			add(store.Nodes, inspection.Node{ID: pre + "t1", OrgID: o.id, InspectionID: id, FeedbackID: "f-" + o.id, ParentID: pre + "a1",
				Kind: inspection.KindItem, Seq: 2, Depth: 1, Number: "1.1", Mark: "1.", Title: "制度执行不严"}),
		)
		if err != nil {
			return err
		}
		for n, title := range []string{"公务接待台账不全", "差旅费审核不严", "谈心谈话走过场"} {
			num := string(rune('1' + n))
			err := every(tx,
				add(store.Nodes, inspection.Node{ID: pre + "p" + num, OrgID: o.id, InspectionID: id, FeedbackID: "f-" + o.id,
					ParentID: pre + "t1", Kind: inspection.KindProblem, Seq: 3 + n, Depth: 2, Number: "1.1." + num,
					Mark: "（" + num + "）", Title: title, Text: title + "的具体情形。"}),
				add(store.Problems, work.Problem{ID: pre + "p" + num, OrgID: o.id, InspectionID: id, AspectID: pre + "a1", ItemID: pre + "t1",
					Seq: n + 1, Number: "1.1." + num, Title: title, LeaderID: pre + "leader", LeadDeptID: pre + "d1", OwnerID: pre + "officer",
					Deadline: "2026-06-30", FirstDeadline: "2026-06-30", Verdict: work.NotStarted}),
				add(store.Measures, work.Measure{ID: pre + "m" + num, OrgID: o.id, InspectionID: id, ProblemID: pre + "p" + num, Seq: 1,
					Kind: work.Direct, Text: "补齐台账", LeaderID: pre + "leader", LeadDeptID: pre + "d1", OwnerID: pre + "officer",
					Deadline: "2026-06-30", FirstDeadline: "2026-06-30", Verdict: work.NotStarted}),
			)
			if err != nil {
				return err
			}
		}
	}
	return nil
}

func accounts(tx *store.Tx) error {
	outside := []struct {
		id, org, team string
		role          org.Role
	}{
		{"office", "office", "", org.RoleOffice}, {"team", "office", "team1", org.RoleTeam}, {"team2", "office", "team2", org.RoleTeam},
		{"reviewer", "reviewer", "", org.RoleReviewer}, {"sysadmin", "", "", org.RoleSysAdmin},
		{"secadmin", "", "", org.RoleSecAdmin}, {"auditor", "", "", org.RoleSecAudit},
	}
	for _, a := range outside {
		if err := account(tx, org.Account{ID: a.id, OrgID: a.org, Name: a.id}, org.Grant{OrgID: a.org, Role: a.role, TeamID: a.team}); err != nil {
			return err
		}
	}
	for _, o := range []string{"bureau", "other"} {
		pre := prefix(o)
		for _, a := range []struct {
			id, dept string
			role     org.Role
		}{
			{"clerk", "", org.RoleClerk}, {"head", "", org.RoleHead}, {"leader", "", org.RoleLeader}, {"leader2", "", org.RoleLeader},
			{"depthead", "d1", org.RoleDeptHead}, {"depthead2", "d2", org.RoleDeptHead}, {"officer", "d1", org.RoleOfficer},
			{"resident", "", org.RoleResident},
		} {
			dept := a.dept
			if dept != "" {
				dept = pre + dept
			}
			acc := org.Account{ID: pre + a.id, OrgID: o, PersonID: pre + a.id, Name: a.id}
			if err := account(tx, acc, org.Grant{OrgID: o, Role: a.role, DepartmentID: dept}); err != nil {
				return err
			}
		}
	}
	return nil
}

func account(tx *store.Tx, a org.Account, g org.Grant) error {
	a.Login, a.Lang = a.ID, "zh-CN"
	g.ID, g.AccountID = "g-"+a.ID, a.ID
	return every(tx, add(store.Accounts, a), add(store.Grants, g))
}

// prefix keeps the ids of the other bureau apart: other-p1 beside p1.
func prefix(orgID string) string {
	if orgID == "bureau" {
		return ""
	}
	return orgID + "-"
}

func add[T any](t *store.Table[T], v T) func(*store.Tx) error {
	return func(tx *store.Tx) error { return t.Insert(tx, &v) }
}

func every(tx *store.Tx, steps ...func(*store.Tx) error) error {
	for _, step := range steps {
		if err := step(tx); err != nil {
			return err
		}
	}
	return nil
}
