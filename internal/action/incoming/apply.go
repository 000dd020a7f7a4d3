package incoming

import (
	"context"
	"errors"

	"bihuan/internal/action"
	"bihuan/internal/domain/incoming"
	"bihuan/internal/domain/org"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// Apply puts the decided rows of an import into the records, all or none,
// through the commands that people use. It is the handler of ApplyJob and bears
// being repeated.
func (d *Desk) Apply(ctx context.Context, payload string) error {
	_, by, i, err := d.work(ctx, payload)
	if err != nil || i.State != incoming.Applying {
		return err
	}
	defer d.far.Delete(i.ID)
	err = d.apply(ctx, action.Call{Actor: by}, i)
	var f *fault.Error
	if !errors.As(err, &f) || f.Kind == fault.Internal || f.Kind == fault.Unavailable {
		return err
	}
	_, err = d.Runner.Do(ctx, action.Call{Actor: by}, &reopen{fail: fail{ID: i.ID, State: incoming.Open, fault: f}})
	return err
}

func (d *Desk) apply(ctx context.Context, call action.Call, i incoming.Import) error {
	var problems []int
	err := d.Runner.DB.Read(ctx, func(tx *store.Tx) error {
		return tx.Each(func(scan func(...any) error) error {
			var seq int
			err := scan(&seq)
			problems = append(problems, seq)
			return err
		}, "SELECT seq FROM ledger_row WHERE import_id = ? AND kind = ? AND state NOT IN (?, ?) ORDER BY seq",
			i.ID, incoming.ProblemRow, incoming.Unmatched, incoming.Closed)
	})
	if err != nil {
		return err
	}
	return d.Runner.Together(ctx, func(do func(action.Call, action.Command) (action.Result, error)) error {
		for n, seq := range problems {
			if _, err := do(call, &applyProblem{ID: i.ID, Seq: seq}); err != nil {
				return err
			}
			d.far.Store(i.ID, (n+1)*1000/len(problems))
		}
		_, err := do(call, &finish{ID: i.ID})
		return err
	})
}

// finish notes that all is in the records.
type finish struct {
	ID string
	onImport
}

// Permission implements action.Command.
func (c *finish) Permission() org.Permission { return org.LedgerImport }

// Target implements action.Command.
func (c *finish) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command.
func (c *finish) Run(s *action.Step) error {
	after := c.before
	after.State, after.AppliedBy, after.AppliedName, after.AppliedAt = incoming.Applied, s.Actor.AccountID, s.Actor.Name, s.Now
	s.Return(c.ID)
	s.Note("%s", c.before.FileName)
	return action.Save(s, store.Imports, c.before, &after)
}

// reopen gives an import back to a person because its rows did not get into the
// records: all are compared anew.
type reopen struct{ fail }

// Run implements action.Command.
func (c *reopen) Run(s *action.Step) error {
	if err := eachRow(s, c.before, func(*incoming.Row) (bool, error) { return true, nil }); err != nil {
		return err
	}
	return c.fail.Run(s)
}

// moved reports that a record changed since a person looked at the row.
func moved(r incoming.Row) error {
	return fault.New(fault.Conflict, "incoming.moved", r.Line, r.Label)
}

// run does a command of another area within the step, with its own permission.
func run(s *action.Step, cmd action.Command) error {
	t, err := cmd.Target(s)
	if err != nil {
		return err
	}
	if !org.Can(s.Actor, cmd.Permission(), t) {
		return fault.New(fault.Denied, "fault.denied")
	}
	return cmd.Run(s)
}
