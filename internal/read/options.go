package read

import (
	"context"
	"io"
	"time"
)

// Options are the limits of one reading, and how problems are counted. The
// zero value of a field means its default.
type Options struct {
	MaxFile         int64         // bytes of the file, 32 MiB
	MaxUncompressed int64         // bytes of all parts of an archive together, 256 MiB
	MaxXML          int64         // bytes of those parts that are read, 48 MiB
	MaxEntries      int           // parts of an archive, 5,000
	MaxCells        int           // cells of all sheets or tables together, 500,000
	MaxRunes        int           // characters of text in all, 8 million
	MaxPaper        int           // characters of a paper outside of ledgers, 2 million
	MaxParagraphs   int           // paragraphs of a paper, or lines of a text file, 200,000
	MaxParagraph    int           // characters of one of them, 100,000
	MaxMarks        int           // marks of a paper, 50,000
	MaxTime         time.Duration // for the whole reading, 5 s; of the processor where it is read apart
	// MaxOfficeTime is what the office suite gets to turn .doc, .wps or .xls into
	// a new format, on top of MaxTime: 60 s, for its first start is slow.
	MaxOfficeTime time.Duration
	// CountingLevel is the level that is "the problem": 1 the outermost
	// numbered level inside the findings, 2 the one below it … 0 finds the
	// deepest level that agrees with the stated totals.
	CountingLevel int
	// Columns and Sheets override what the reader would guess of a ledger.
	Columns []ColumnRule
	Sheets  []SheetRule
	// Progress is told from time to time how much of the file is read, in
	// thousandths that never decrease. It must not block.
	Progress func(permille int)
	// Apart reads the bytes of a file that is no old format elsewhere, in a process
	// of its own say; nil reads them here.
	Apart func(ctx context.Context, name string, src io.Reader, size int64, opts Options) (*Paper, error)
}

func (o Options) withDefaults() Options {
	orDefault(&o.MaxFile, 32<<20)
	orDefault(&o.MaxUncompressed, 256<<20)
	orDefault(&o.MaxXML, 48<<20)
	orDefault(&o.MaxEntries, 5_000)
	orDefault(&o.MaxCells, 500_000)
	orDefault(&o.MaxRunes, 8_000_000)
	orDefault(&o.MaxPaper, 2_000_000)
	orDefault(&o.MaxParagraphs, 200_000)
	orDefault(&o.MaxParagraph, 100_000)
	orDefault(&o.MaxMarks, 50_000)
	orDefault(&o.MaxTime, 5*time.Second)
	orDefault(&o.MaxOfficeTime, 60*time.Second)
	return o
}

func orDefault[T int | int64 | time.Duration](v *T, def T) {
	if *v <= 0 {
		*v = def
	}
}
