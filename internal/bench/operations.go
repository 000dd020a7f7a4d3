package main

import (
	"context"
	"errors"
	"fmt"

	"bihuan/internal/action"
	"bihuan/internal/action/carrying"
	"bihuan/internal/domain/work"
	"bihuan/internal/query"
	"bihuan/internal/store"
)

// operations are what is measured. Each raw twin reads or writes the same rows
// with the plainest SQL that could serve the page.
func (c *city) operations() []operation {
	return []operation{
		{"list (50 of all)", c.list(query.WorkFilter{}), c.rawList("")},
		{"list (overdue, one department)", c.list(query.WorkFilter{Due: query.DueLate, Department: dept(3), Part: query.PartLead}),
			c.rawList(" AND verdict NOT IN ('done','basically-done') AND deadline <> '' AND deadline < '" + string(today) + "' AND lead_dept_id = '" + dept(3) + "'")},
		{"detail", c.detail, c.rawDetail},
		{"overview after a change", c.overviewAnew, c.rawOverview},
		{"overview again", c.overview, c.rawOverview},
		{"warnings in the frame, clerk", c.unread("clerk"), c.rawLate},
		{"warnings in the frame, officer", c.unread("officer"), c.rawNear},
		{"warnings after a change, clerk", c.warningsAnew, c.rawLate},
		{"progress write", c.progress, c.rawProgress},
		{"import of 35 problems", c.importPaper, c.rawImport},
	}
}

func (c *city) list(f query.WorkFilter) func(int) error {
	return func(int) error {
		_, err := query.Page(context.Background(), c.read, c.actor, query.Problems, query.ListIn{Inspection: "i", Filter: f, Page: 1})
		return err
	}
}

// rawList reads the rows that the page shows: problems, their measures, the
// aspects and names, and how many there are.
func (c *city) rawList(more string) func(int) error {
	return func(int) error {
		return c.db.Read(context.Background(), func(tx *store.Tx) error {
			if _, err := tx.Count("SELECT COUNT(*) FROM problem WHERE inspection_id = ?"+more, "i"); err != nil {
				return err
			}
			return errors.Join(all(store.Problems.List(tx, "WHERE inspection_id = ?"+more+" ORDER BY seq LIMIT 50", "i")), c.rawNames(tx),
				all(store.Nodes.List(tx, "WHERE inspection_id = ? AND kind IN ('aspect', 'item') ORDER BY seq", "i")),
				all(store.Measures.List(tx, `WHERE problem_id IN (SELECT id FROM problem WHERE inspection_id = ?`+more+` ORDER BY seq LIMIT 50)`, "i")))
		})
	}
}

func (c *city) pick(n int) string { return problem((n * 7919) % c.problems) }

func (c *city) detail(n int) error {
	_, err := query.Page(context.Background(), c.read, c.actor, query.Problem, c.pick(n))
	return err
}

// rawDetail reads the same rows as the page: the problem with its wording,
// measures, entries, proof, requests and the names that stand in them.
func (c *city) rawDetail(n int) error {
	id := c.pick(n)
	return c.db.Read(context.Background(), func(tx *store.Tx) error {
		return errors.Join(
			all(store.Problems.List(tx, "WHERE id = ?", id)), all(store.Inspections.List(tx, "WHERE id = ?", "i")),
			all(store.Rounds.List(tx, "WHERE id = ?", "r")), all(store.Nodes.List(tx, "WHERE id = ?", id)),
			all(store.Measures.List(tx, "WHERE problem_id = ? ORDER BY seq", id)),
			all(store.Steps.List(tx, "WHERE measure_id IN (SELECT id FROM measure WHERE problem_id = ?)", id)),
			all(store.ProgressEntries.List(tx, "WHERE problem_id = ? ORDER BY at", id)),
			all(store.Evidences.List(tx, "WHERE problem_id = ?", id)), all(store.Extensions.List(tx, "WHERE problem_id = ?", id)),
			all(store.Applications.List(tx, "WHERE problem_id = ?", id)), all(store.Reopenings.List(tx, "WHERE problem_id = ?", id)),
			c.rawNames(tx))
	})
}

// rawNames reads the people and departments of the organisation.
func (c *city) rawNames(tx *store.Tx) error {
	return errors.Join(all(store.People.List(tx, "WHERE org_id = ?", "o")), all(store.Departments.List(tx, "WHERE org_id = ?", "o")))
}

// all drops the rows of a reading that is measured only.
func all[T any](_ []T, err error) error { return err }

func (c *city) overview(int) error {
	_, err := query.Page(context.Background(), c.read, c.actor, query.OverviewOf, "i")
	return err
}

// overviewAnew is the overview for the first visitor after a change.
func (c *city) overviewAnew(int) error {
	fresh := &query.Reader{DB: c.db, Calendar: c.read.Calendar}
	_, err := query.Page(context.Background(), fresh, c.actor, query.OverviewOf, "i")
	return err
}

// rawOverview counts the problems once for each cut of the page.
func (c *city) rawOverview(int) error {
	return c.db.Read(context.Background(), func(tx *store.Tx) error {
		for _, column := range []string{"verdict", "aspect_id", "lead_dept_id", "leader_id", "SUBSTR(deadline, 1, 7)"} {
			err := tx.Each(func(scan func(...any) error) error {
				var key string
				var n int
				return scan(&key, &n)
			}, "SELECT "+column+", COUNT(*) FROM problem WHERE inspection_id = ? GROUP BY "+column, "i")
			if err != nil {
				return err
			}
		}
		return nil
	})
}

func (c *city) progress(n int) error {
	id := c.pick(n)
	_, err := c.run.Do(context.Background(), action.Call{Actor: c.actor, Key: fmt.Sprint("bench", n)},
		&carrying.AddProgress{ProblemID: id, MeasureID: id + "m0", On: today, Body: "又完成一批。", Verdict: work.UnderWay})
	return err
}

func (c *city) rawProgress(n int) error {
	return c.db.Write(context.Background(), func(tx *store.Tx) error {
		id := c.pick(n)
		return store.ProgressEntries.Insert(tx, &work.Progress{ID: fmt.Sprint("raw", n), OrgID: "o", InspectionID: "i", ProblemID: id,
			MeasureID: id + "m0", On: today, Body: "又完成一批。", Verdict: work.UnderWay, At: tx.Now()})
	})
}
