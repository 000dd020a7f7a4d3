package cli

import (
	"fmt"
	"io"
	"os"

	"bihuan/internal/audit"
	"bihuan/internal/fault"
	"bihuan/internal/server"
	"bihuan/internal/store"
)

// verifyCommand checks the audit log against the checkpoints that it keeps and
// against one that was kept elsewhere.
type verifyCommand struct {
	place
	Checkpoint string `help:"${verify_checkpoint}" placeholder:"FILE"`
}

// Run implements the command.
func (v *verifyCommand) Run(c *console) error {
	checkpoint := ""
	if v.Checkpoint != "" {
		text, err := os.ReadFile(v.Checkpoint)
		if err != nil {
			return fmt.Errorf("checkpoint: %w", err)
		}
		checkpoint = string(text)
	}
	return c.withLog(v.place, func(in *server.Installation, tx *store.Tx) error {
		r, err := audit.Verify(tx, checkpoint, in.Key.Public())
		if err != nil {
			return fault.Because(err, fault.Invalid, "cli.verify.unable")
		}
		if !r.OK() {
			words := "audit.fault." + string(r.Fault.Kind)
			return fault.New(fault.Conflict, words, r.Fault.Seq, max(r.Fault.Seq, r.Fault.Until))
		}
		c.say("cli.verify.whole", r.Size, r.Checkpoints, r.Root)
		if checkpoint == "" {
			c.say("cli.verify.no-outside")
		} else {
			c.say("cli.verify.covered", r.Covered)
		}
		return nil
	})
}

// auditCommands give the log to others, who check it with bihuan-verify.
type auditCommands struct {
	Export     auditExport     `cmd:"" help:"${audit_export}"`
	Checkpoint auditCheckpoint `cmd:"" help:"${audit_checkpoint}"`
}

// auditExport writes the whole log, one record a line.
type auditExport struct {
	place
	To string `arg:"" help:"${audit_export_to}"`
}

// Run implements the command.
func (e *auditExport) Run(c *console) error {
	return c.withLog(e.place, func(_ *server.Installation, tx *store.Tx) error {
		f, err := os.OpenFile(e.To, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
		if err != nil {
			return fmt.Errorf("export: %w", err)
		}
		n, err := audit.Export(tx, f)
		if err == nil {
			err = f.Sync()
		}
		if cerr := f.Close(); err == nil {
			err = cerr
		}
		if err == nil {
			c.say("cli.audit.exported", n, e.To)
		}
		return err
	})
}

// auditCheckpoint signs the log as it stands and prints the signed text.
type auditCheckpoint struct{ place }

// Run implements the command.
func (a *auditCheckpoint) Run(c *console) (err error) {
	if err := there(a.place); err != nil {
		return err
	}
	in, err := c.open(a.place)
	if err != nil {
		return err
	}
	defer func() { err = closing(err, in) }()
	signed, err := in.Checkpoint(c.ctx)
	if err == nil {
		_, err = io.WriteString(c.out, signed)
	}
	return err
}

// withLog runs f over one state of an existing installation.
func (c *console) withLog(p place, f func(*server.Installation, *store.Tx) error) (err error) {
	if err := there(p); err != nil {
		return err
	}
	in, err := c.open(p)
	if err != nil {
		return err
	}
	defer func() { err = closing(err, in) }()
	return in.DB.Read(c.ctx, func(tx *store.Tx) error { return f(in, tx) })
}
