package cli

import (
	"bihuan/internal/backup"
	"bihuan/internal/fault"
)

// backupCommand copies the data directory while the server runs.
type backupCommand struct {
	place
	To string `arg:"" help:"${backup_to}"`
}

// Run implements the command.
func (b *backupCommand) Run(c *console) (err error) {
	if err := there(b.place); err != nil {
		return err
	}
	in, err := c.open(b.place)
	if err != nil {
		return err
	}
	defer func() { err = closing(err, in) }()
	m, err := backup.Make(c.ctx, backup.Source{Data: b.Data, Snapshot: in.DB.Snapshot, Program: version(), Now: c.now()}, b.To)
	if err != nil {
		return err
	}
	c.say("cli.backup.done", b.To, len(m.Files), m.Size())
	if bad := m.Damaged(); len(bad) > 0 {
		return fault.New(fault.Unavailable, "backup.source-damaged", len(bad), bad[0])
	}
	return nil
}

// restoreCommand puts a backup into an empty data directory and reads all of it.
type restoreCommand struct {
	place
	From string `arg:"" help:"${restore_from}"`
}

// Run implements the command.
func (r *restoreCommand) Run(c *console) error {
	if r.config().Postgres() {
		return fault.New(fault.Unavailable, "backup.postgres")
	}
	m, err := backup.Restore(c.ctx, r.From, r.Data)
	if err != nil {
		return err
	}
	c.say("cli.restore.done", r.Data, len(m.Files), m.Size(), m.MadeAt.Local().Format("2006-01-02 15:04:05"))
	return c.checkRecords(r.place)
}
