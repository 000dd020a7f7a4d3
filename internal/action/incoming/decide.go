package incoming

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/incoming"
	"bihuan/internal/domain/org"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// Decide says of rows whether the file's version is taken or the records' is
// kept: of the rows named, or of all that stand so to the records.
type Decide struct {
	ID     string              `form:"-"`
	Rows   []string            `form:"id"`
	Group  incoming.Comparison `form:"group"`
	Choice incoming.Choice     `form:"choice"`
	onImport
}

// Permission implements action.Command.
func (c *Decide) Permission() org.Permission { return org.LedgerImport }

// Target implements action.Command.
func (c *Decide) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command.
func (c *Decide) Run(s *action.Step) error {
	if err := c.open(); err != nil {
		return err
	}
	var checks fault.Checks
	checks.OneOf("choice", string(c.Choice), "", string(incoming.Take), string(incoming.Keep))
	if len(c.Rows) == 0 && c.Group == "" {
		checks.Add("id", "incoming.rows.none")
	}
	if err := checks.Err(); err != nil {
		return err
	}
	s.Return(c.ID)
	s.Note("%s %s %s", c.before.FileName, c.Choice, c.Group)
	const set = "UPDATE ledger_row SET choice = ?, version = version + 1 WHERE import_id = ? AND "
	if c.Group != "" {
		_, err := s.Tx.Exec(set+"state = ?", c.Choice, c.ID, c.Group)
		return err
	}
	for _, id := range c.Rows {
		if _, err := s.Tx.Exec(set+"id = ?", c.Choice, c.ID, id); err != nil {
			return err
		}
	}
	return nil
}

// Explain gives the reason for deadlines outside the time for rectification.
type Explain struct {
	ID      string `form:"-"`
	Version int    `form:"version"`
	Reason  string `form:"due_reason"`
	onImport
}

// Permission implements action.Command.
func (c *Explain) Permission() org.Permission { return org.LedgerImport }

// Target implements action.Command.
func (c *Explain) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command.
func (c *Explain) Run(s *action.Step) error {
	if err := c.open(); err != nil {
		return err
	}
	var checks fault.Checks
	checks.Max("due_reason", c.Reason, action.ShortText)
	if err := checks.Err(); err != nil {
		return err
	}
	after := c.before
	after.Version, after.Reason = c.Version, c.Reason
	s.Return(c.ID)
	if err := action.Save(s, store.Imports, c.before, &after); err != nil {
		return err
	}
	return eachRow(s, after, func(*incoming.Row) (bool, error) { return true, nil })
}

// Confirm has what was decided put into the records, in the background and all
// at once. What is in doubt or undecided stays as the records have it.
type Confirm struct {
	ID      string `form:"-"`
	Version int    `form:"version"`
	onImport
}

// Permission implements action.Command.
func (c *Confirm) Permission() org.Permission { return org.LedgerImport }

// Target implements action.Command.
func (c *Confirm) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command.
func (c *Confirm) Run(s *action.Step) error {
	if err := c.open(); err != nil {
		return err
	}
	after := c.before
	after.Version, after.State, after.Fault, after.FaultArgs = c.Version, incoming.Applying, "", nil
	var err error
	after.Left, err = s.Tx.Count(`SELECT COUNT(*) FROM ledger_row WHERE import_id = ? AND
		(state = ? OR (state <> ? AND doubts > 0) OR (choice = '' AND state IN (?, ?, ?)))`,
		c.ID, incoming.Unmatched, incoming.Closed, incoming.Changed, incoming.Conflict, incoming.Gone)
	if err != nil {
		return err
	}
	s.Return(c.ID)
	if err := action.Save(s, store.Imports, c.before, &after); err != nil {
		return err
	}
	return s.Queue(ApplyJob, task{Import: c.ID, Account: s.Actor.AccountID})
}
