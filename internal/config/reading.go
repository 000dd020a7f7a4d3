package config

import (
	"time"

	"bihuan/internal/fault"
)

// Reading is the limits within which papers and ledgers are read.
type Reading struct {
	File     Bytes `help:"${read_file}" env:"BIHUAN_READ_FILE" default:"32MiB"`
	Unpacked Bytes `help:"${read_unpacked}" env:"BIHUAN_READ_UNPACKED" default:"256MiB"`
	Cells    int   `help:"${read_cells}" env:"BIHUAN_READ_CELLS" default:"500000"`
	// Of papers, and of text outside of ledgers.
	Paper      int `help:"${read_paper}" env:"BIHUAN_READ_PAPER" default:"2000000"`
	Paragraphs int `help:"${read_paragraphs}" env:"BIHUAN_READ_PARAGRAPHS" default:"200000"`
	Paragraph  int `help:"${read_paragraph}" env:"BIHUAN_READ_PARAGRAPH" default:"100000"`
	Marks      int `help:"${read_marks}" env:"BIHUAN_READ_MARKS" default:"50000"`

	Time    time.Duration `help:"${read_time}" env:"BIHUAN_READ_TIME" default:"5s"`
	Memory  Bytes         `help:"${read_memory}" env:"BIHUAN_READ_MEMORY" default:"256MiB"`
	Convert time.Duration `help:"${read_convert}" env:"BIHUAN_READ_CONVERT" default:"60s"`
	// Program is the program itself, which is started anew to read a file; ""
	// reads in the process at hand. It is no setting.
	Program string `kong:"-"`
}

// DefaultReading gives the limits that hold where nothing is said.
func DefaultReading() Reading {
	return Reading{File: 32 << 20, Unpacked: 256 << 20, Cells: 500_000, Paper: 2_000_000, Paragraphs: 200_000, Paragraph: 100_000, Marks: 50_000,
		Time: 5 * time.Second, Memory: 256 << 20, Convert: time.Minute}
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
	number := func(flag string, v, most int) {
		if v < 1000 || v > most {
			checks.Add(flag, "config.read-number", v, most)
		}
	}
	number("read-cells", r.Cells, 20_000_000)
	number("read-paper", r.Paper, 100_000_000)
	number("read-paragraphs", r.Paragraphs, 10_000_000)
	number("read-paragraph", r.Paragraph, 10_000_000)
	number("read-marks", r.Marks, 5_000_000)
	times := func(flag string, v time.Duration) {
		if v < time.Second || v > 10*time.Minute {
			checks.Add(flag, "config.read-time", v)
		}
	}
	times("read-time", r.Time)
	times("read-convert", r.Convert)
}
