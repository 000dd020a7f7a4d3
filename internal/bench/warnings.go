package main

import (
	"context"

	"bihuan/internal/domain/org"
	"bihuan/internal/query"
	"bihuan/internal/store"
)

// unread counts the unread warnings of an account, as every page does. A third
// of the problems is overdue and open, which is far more than a place has.
func (c *city) unread(account string) func(int) error {
	return func(int) error {
		_, err := query.Page(context.Background(), c.read, org.Actor{AccountID: account}, query.UnreadWarnings, struct{}{})
		return err
	}
}

// warningsAnew lists a page of warnings after the inspection changed.
func (c *city) warningsAnew(n int) error {
	if err := c.progress(n + 1_000_000); err != nil { // another entry than the one measured beside
		return err
	}
	_, err := query.Page(context.Background(), c.read, org.Actor{AccountID: "clerk"}, query.MyWarnings, query.WarningsIn{})
	return err
}

// rawLate reads the ids of all that is overdue.
func (c *city) rawLate(int) error {
	return c.rawIDs("deadline < ?", string(today))
}

// rawNear reads the ids of what comes due for one person.
func (c *city) rawNear(int) error {
	return c.rawIDs("deadline >= ? AND deadline <= ? AND owner_id = ?", string(today), string(today.AddDays(20)), person(7))
}

func (c *city) rawIDs(cond string, args ...any) error {
	return c.db.Read(context.Background(), func(tx *store.Tx) error {
		for _, table := range []string{"problem", "measure"} {
			err := tx.Each(func(scan func(...any) error) error { var id string; return scan(&id) },
				"SELECT id FROM "+table+" WHERE inspection_id = 'i' AND verdict NOT IN ('done','basically-done') AND deadline <> '' AND "+cond, args...)
			if err != nil {
				return err
			}
		}
		return nil
	})
}
