package cli

import (
	"fmt"

	"bihuan/internal/checkup"
	"bihuan/internal/config"
	"bihuan/internal/fault"
	"bihuan/internal/server"
)

// checkCommand tells whether the installation is sound and safely set up. It
// takes the server's own settings, so that it speaks of them.
type checkCommand struct{ config.Config }

// Run implements the command.
func (k *checkCommand) Run(c *console) (err error) {
	if err := there(place{Data: k.Data, Database: k.Database}); err != nil {
		return err
	}
	in, err := server.Open(c.ctx, k.Config, c.logger(k.Config), c.now)
	if err != nil {
		return err
	}
	defer func() { err = closing(err, in) }()
	setup, err := checkup.Setup(c.ctx, in)
	c.show(setup)
	if err != nil {
		return err
	}
	records, err := checkup.Records(c.ctx, in)
	c.show(records)
	if err != nil {
		return err
	}
	return verdict(append(setup, records...))
}

// checkRecords reads everything that is kept at the place.
func (c *console) checkRecords(p place) (err error) {
	in, err := c.open(p)
	if err != nil {
		return err
	}
	defer func() { err = closing(err, in) }()
	found, err := checkup.Records(c.ctx, in)
	c.show(found)
	if err != nil {
		return err
	}
	return verdict(found)
}

func verdict(all checkup.Findings) error {
	if all.Worst() == checkup.Bad {
		return fault.New(fault.Conflict, "cli.check.bad")
	}
	return nil
}

var levelKeys = map[checkup.Level]string{
	checkup.Good: "cli.check.level.good", checkup.Warning: "cli.check.level.warning", checkup.Bad: "cli.check.level.bad",
}

// show prints findings, a line each.
func (c *console) show(all checkup.Findings) {
	for _, f := range all {
		line := c.text(levelKeys[f.Level]) + "  " + c.text(f.Code, f.Args...)
		if f.Clause != "" {
			line += c.text("cli.check.clause", f.Clause)
		}
		_, _ = fmt.Fprintln(c.out, line)
	}
}

// closing closes an installation; the first error is the one to tell.
func closing(err error, in *server.Installation) error {
	if cerr := in.Close(); err == nil {
		return cerr
	}
	return err
}
