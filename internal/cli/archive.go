package cli

import (
	"os"

	"bihuan/internal/fault"
	"bihuan/internal/packing"
)

// archiveCommands is what can be done with a filing package.
type archiveCommands struct {
	Verify archiveVerify `cmd:"" help:"${archive_verify}"`
}

// archiveVerify tells whether a filing package is as it was filed. It needs no
// data of the program.
type archiveVerify struct {
	File string `arg:"" help:"${archive_file}"`
}

// Run implements the command.
func (a *archiveVerify) Run(c *console) error {
	f, err := os.Open(a.File)
	if err != nil {
		return fault.Because(err, fault.NotFound, "cli.parse.unreadable", a.File)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	found, err := packing.Check(f, info.Size())
	if err != nil {
		return fault.Because(err, fault.Invalid, "cli.archive.no-archive", a.File)
	}
	for _, x := range []struct {
		code  string
		names []string
	}{{"cli.archive.changed", found.Changed}, {"cli.archive.missing", found.Missing}, {"cli.archive.added", found.Added}} {
		for _, name := range x.names {
			c.say(x.code, name)
		}
	}
	if !found.OK() {
		return fault.New(fault.Conflict, "cli.archive.differs", len(found.Changed), len(found.Missing), len(found.Added))
	}
	c.say("cli.archive.same", found.Files)
	return nil
}
