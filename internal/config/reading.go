package config

import (
	"time"

	"bihuan/internal/fault"
)

// Reading is the limits within which papers and ledgers are read.
type Reading struct {
	File     Bytes         `help:"${read_file}" env:"BIHUAN_READ_FILE" default:"32MiB"`
	Unpacked Bytes         `help:"${read_unpacked}" env:"BIHUAN_READ_UNPACKED" default:"256MiB"`
	Cells    int           `help:"${read_cells}" env:"BIHUAN_READ_CELLS" default:"500000"`
	Time     time.Duration `help:"${read_time}" env:"BIHUAN_READ_TIME" default:"5s"`
	Memory   Bytes         `help:"${read_memory}" env:"BIHUAN_READ_MEMORY" default:"256MiB"`
	Convert  time.Duration `help:"${read_convert}" env:"BIHUAN_READ_CONVERT" default:"60s"`
	// Program is the program itself, which is started anew to read a file; ""
	// reads in the process at hand. It is no setting.
	Program string `kong:"-"`
}

// DefaultReading gives the limits that hold where nothing is said.
func DefaultReading() Reading {
	return Reading{File: 32 << 20, Unpacked: 256 << 20, Cells: 500_000, Time: 5 * time.Second, Memory: 256 << 20, Convert: time.Minute}
}

// check names every wrong limit by its flag.
func (r Reading) check(checks *fault.Checks) {
	bytes := func(flag string, v, least, most Bytes) {
		if v < least || v > most {
			checks.Add(flag, "config.read-bytes", v, least, most)
		}
	}
	bytes("read-file", r.File, 1<<20, 1<<30)
	bytes("read-unpacked", r.Unpacked, 1<<20, 8<<30)
	bytes("read-memory", r.Memory, 64<<20, 8<<30)
	if r.Cells < 1000 || r.Cells > 20_000_000 {
		checks.Add("read-cells", "config.read-cells", r.Cells)
	}
	times := func(flag string, v time.Duration) {
		if v < time.Second || v > 10*time.Minute {
			checks.Add(flag, "config.read-time", v)
		}
	}
	times("read-time", r.Time)
	times("read-convert", r.Convert)
}
