package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"syscall"
	"time"

	"bihuan/examples"
	"bihuan/internal/audit"
	"bihuan/internal/config"
	"bihuan/internal/domain/workday"
	"bihuan/internal/example"
	"bihuan/internal/example/seed"
	"bihuan/internal/fault"
	"bihuan/internal/server"
	"bihuan/internal/store"
)

// demoPassword opens every account of the fictional city.
const demoPassword = "qinghe-2026"

// demoCommand loads the fictional city and serves it on this machine.
type demoCommand struct {
	Data   string `help:"${demo_data}" default:"bihuan-data/demo" placeholder:"DIR"`
	Listen string `help:"${listen}" default:"127.0.0.1:8280" placeholder:"ADDRESS"`
	Fresh  bool   `help:"${demo_fresh}"`
	On     string `help:"${demo_on}" placeholder:"YYYY-MM-DD"`
}

// Run implements the command.
func (d *demoCommand) Run(c *console) (err error) {
	folder, city, err := exampleCity()
	if err != nil {
		return err
	}
	start, err := d.start(city)
	if err != nil {
		return err
	}
	filled, err := demoFolder(d.Data, d.Fresh, c.now())
	if err != nil {
		return err
	}
	clock := newStoryClock(c.now, storyStart(city.Today))
	cfg := config.Default()
	cfg.Data, cfg.Listen, cfg.LogLevel = d.Data, d.Listen, "warn"
	cfg.Reading = c.reading(cfg.Reading)
	in, release, err := server.Alone(c.ctx, cfg, c.logger(cfg), clock.Now)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, release()) }()
	if filled {
		err = resume(c.ctx, in, clock)
	} else {
		err = fill(c.ctx, in, city, folder)
	}
	if err != nil {
		return err
	}
	clock.NotBefore(storyStart(start))
	return d.serve(c, in, city, clock)
}

// start is the day on which the demonstration begins: the example's own, or a
// later one that was asked for, on which more is due and late.
func (d *demoCommand) start(city *example.City) (workday.Date, error) {
	on := workday.Date(d.On)
	switch {
	case d.On == "":
		return city.Today, nil
	case !on.Valid() || on < city.Today:
		return "", fault.New(fault.Invalid, "cli.demo-on", d.On, city.Today)
	}
	return on, nil
}

// exampleCity reads the fictional city that the program carries.
func exampleCity() (fs.FS, *example.City, error) {
	folder, err := examples.City()
	if err != nil {
		return nil, nil, err
	}
	city, err := example.Load(folder)
	return folder, city, err
}

// storyStart is when the demonstration begins on a day: in the morning.
func storyStart(day workday.Date) time.Time { return day.Time(workday.Zone).Add(9 * time.Hour) }

// fill loads the city and marks the folder as ready.
func fill(ctx context.Context, in *server.Installation, city *example.City, folder fs.FS) error {
	_, err := seed.Load(ctx, in.Runner, seed.Source{City: city, Folder: folder, Files: in.Files, Password: demoPassword})
	if err != nil {
		return err
	}
	return markDemo(in.Config.Data, demoReady)
}

// resume lets the clock go on after the last thing that was done.
func resume(ctx context.Context, in *server.Installation, clock *storyClock) error {
	return in.DB.Read(ctx, func(tx *store.Tx) error {
		size, err := audit.Size(tx)
		if err != nil || size == 0 {
			return err
		}
		var at int64
		if err := tx.QueryRow("SELECT at FROM audit_entry WHERE seq = ?", size).Scan(&at); err != nil {
			return fmt.Errorf("last entry of the demonstration: %w", err)
		}
		clock.NotBefore(time.UnixMilli(at))
		return nil
	})
}

// serve serves at the usual address, or at another port where it is taken.
func (d *demoCommand) serve(c *console, in *server.Installation, city *example.City, clock *storyClock) error {
	ready := func(address string) { c.welcome(address, d.Data, city, workday.DateOf(clock.Now(), workday.Zone)) }
	err := in.Serve(c.ctx, ready)
	if errors.Is(err, syscall.EADDRINUSE) {
		in.Config.Listen = "127.0.0.1:0"
		err = in.Serve(c.ctx, ready)
	}
	return err
}
