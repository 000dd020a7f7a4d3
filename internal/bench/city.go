package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"bihuan/internal/action"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/query"
	"bihuan/internal/store"

	"github.com/oklog/ulid/v2"
)

// city is one organisation with very many problems.
type city struct {
	db       *store.DB
	run      *action.Runner
	read     *query.Reader
	actor    org.Actor
	problems int
}

// today is the day of the measurements.
const today workday.Date = "2026-06-15"

const depts, people, aspects = 30, 60, 8

func open(ctx context.Context, url string) (*city, error) {
	began := time.Now()
	now := func() time.Time { return today.Time(workday.Zone).Add(9*time.Hour + time.Since(began)) }
	db, err := store.Open(ctx, url, now)
	if err != nil {
		return nil, err
	}
	cal := workday.China()
	return &city{db: db, run: &action.Runner{DB: db, Calendar: cal, NewID: func() string { return ulid.Make().String() }},
		read: &query.Reader{DB: db, Calendar: cal}}, nil
}

// fill makes the organisation and its n problems, each with three measures and
// ten progress entries.
func (c *city) fill(ctx context.Context, n int) error {
	c.problems = n
	if err := c.db.Write(ctx, c.frame); err != nil {
		return err
	}
	const batch = 2000
	for from := 0; from < n; from += batch {
		err := c.db.Write(ctx, func(tx *store.Tx) error {
			for i := from; i < min(n, from+batch); i++ {
				if err := c.problem(tx, i); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return c.db.Write(ctx, func(tx *store.Tx) error {
		_, err := tx.Exec("ANALYZE")
		return err
	})
}

func (c *city) frame(tx *store.Tx) error {
	steps := []error{
		store.Organisations.Insert(tx, &org.Organisation{ID: "o", Name: "市市场监管局", Kind: org.Bureau}),
		store.Rounds.Insert(tx, &inspection.Round{ID: "r", Name: "2026年第一轮", Starts: "2026-01-01", Ends: "2026-12-31", Settings: inspection.DefaultSettings()}),
		store.Teams.Insert(tx, &inspection.Team{ID: "t", RoundID: "r", Name: "市委第一巡察组"}),
		store.Inspections.Insert(tx, &inspection.Inspection{ID: "i", RoundID: "r", TeamID: "t", OrgID: "o", Title: "巡察", FeedbackOn: "2026-01-08"}),
	}
	for d := range depts {
		steps = append(steps, store.Departments.Insert(tx, &org.Department{ID: dept(d), OrgID: "o", Name: fmt.Sprintf("第%d科", d+1), Sort: d}))
	}
	for p := range people {
		steps = append(steps, store.People.Insert(tx, &org.Person{ID: person(p), OrgID: "o", Name: fmt.Sprintf("人员%d", p+1)}),
			store.Posts.Insert(tx, &org.Post{ID: "post" + person(p), OrgID: "o", PersonID: person(p), Title: "科长", Rank: org.RankDeptHead, From: "2020-01-01"}))
	}
	for a := range aspects {
		steps = append(steps, store.Nodes.Insert(tx, &inspection.Node{ID: aspect(a), OrgID: "o", InspectionID: "i", FeedbackID: "f",
			Kind: inspection.KindAspect, Seq: a + 1, Number: fmt.Sprint(a + 1), Title: fmt.Sprintf("第%d方面", a+1)}))
	}
	for _, err := range steps {
		if err != nil {
			return err
		}
	}
	for account, a := range map[string]struct {
		person string
		role   org.Role
	}{"clerk": {person(0), org.RoleClerk}, "officer": {person(7), org.RoleOfficer}} {
		err := errors.Join(store.Accounts.Insert(tx, &org.Account{ID: account, OrgID: "o", PersonID: a.person, Login: account, Name: account}),
			store.Grants.Insert(tx, &org.Grant{ID: "g" + account, AccountID: account, OrgID: "o", Role: a.role, DepartmentID: dept(0)}))
		if err != nil {
			return err
		}
	}
	c.actor = org.Actor{AccountID: "clerk", PersonID: person(0), OrgID: "o", Name: "整改办", Today: today,
		Grants: []org.Grant{{ID: "g", AccountID: "clerk", OrgID: "o", Role: org.RoleClerk}}}
	return nil
}

func (c *city) problem(tx *store.Tx, i int) error {
	id := problem(i)
	verdict := []work.Verdict{work.NotStarted, work.UnderWay, work.BasicallyDone, work.Done}[i%4]
	due := workday.Date("2026-05-01").AddDays(i % 120)
	title := fmt.Sprintf("执法文书第%d号制作不规范，程序倒置、缺少签字", i)
	node := inspection.Node{ID: id, OrgID: "o", InspectionID: "i", FeedbackID: "f", ParentID: aspect(i % aspects), Kind: inspection.KindProblem,
		Seq: aspects + i + 1, Depth: 1, Number: fmt.Sprintf("%d.%d", i%aspects+1, i/aspects+1), Title: title, Text: "抽查发现多份文书存在此类情形。"}
	if err := store.Nodes.Insert(tx, &node); err != nil {
		return err
	}
	p := work.Problem{ID: id, OrgID: "o", InspectionID: "i", AspectID: node.ParentID, Seq: i + 1, Number: node.Number, Title: title, Cause: "审核把关不严",
		Goal: "文书合格率达到百分之百", LeaderID: person(i % 5), LeadDeptID: dept(i % depts), AssistDepts: []string{dept((i + 1) % depts)},
		OwnerID: person(i % people), Deadline: due, FirstDeadline: due, Verdict: verdict}
	if err := store.Problems.Insert(tx, &p); err != nil {
		return err
	}
	for m := range 3 {
		one := work.Measure{ID: fmt.Sprintf("%sm%d", id, m), OrgID: "o", InspectionID: "i", ProblemID: id, Seq: m + 1, Kind: work.MeasureKinds()[m],
			Text: "对照案卷评查标准逐份整改并复核", LeaderID: p.LeaderID, LeadDeptID: p.LeadDeptID, OwnerID: p.OwnerID, Deadline: due, FirstDeadline: due, Verdict: verdict}
		if err := store.Measures.Insert(tx, &one); err != nil {
			return err
		}
	}
	for e := range 10 {
		entry := work.Progress{ID: fmt.Sprintf("%se%d", id, e), OrgID: "o", InspectionID: "i", ProblemID: id, MeasureID: fmt.Sprintf("%sm%d", id, e%3),
			On: "2026-03-01", Body: "已完成一批文书的整改和复核。", Verdict: verdict, AuthorName: "经办人", At: tx.Now()}
		if err := store.ProgressEntries.Insert(tx, &entry); err != nil {
			return err
		}
	}
	return nil
}

func dept(n int) string    { return fmt.Sprintf("d%02d", n) }
func person(n int) string  { return fmt.Sprintf("p%02d", n) }
func aspect(n int) string  { return fmt.Sprintf("a%d", n) }
func problem(n int) string { return fmt.Sprintf("q%06d", n) }
