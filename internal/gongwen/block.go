package gongwen

import "strings"

// Block is a [Heading], a [Paragraph] or a [Table].
type Block interface {
	// eachRun yields the runs of the block in reading order and reports
	// whether all were taken.
	eachRun(yield func(Run) bool) bool
}

// Line is the runs of one paragraph.
type Line []Run

// Text is the words of the line without the marks of what is missing.
func (l Line) Text() string {
	var b strings.Builder
	for _, r := range l {
		b.WriteString(r.Text)
	}
	return b.String()
}

// Heading is a heading of level 1 to 4 (other levels count as the nearest).
type Heading struct {
	Level int
	// Numbered has the writer put the mark of the level in front:
	// 一、 （一） 1. （1）. Counting restarts under each higher heading.
	Numbered bool
	// Mark is printed as given where Numbered is false.
	Mark string
	Text Line
	// Follow is body text on the same line as the heading.
	Follow Line
	// Role is that of [Run], for what stands under the heading as a whole.
	Role string `json:",omitempty"`
}

// Align is where the lines of a paragraph or of a cell stand.
type Align uint8

// Alignments. Standard is justified with an indent of two characters in the
// text and flush left in a cell.
const (
	Standard Align = iota
	Left
	Center
	Right
)

// Paragraph is a paragraph of the text.
type Paragraph struct {
	Runs  Line
	Align Align
}

// P returns a standard paragraph of runs.
func P(runs ...Run) Paragraph { return Paragraph{Runs: runs} }

// Table is a table as wide as the type area.
type Table struct {
	// Caption stands centred above the table, Unit flush right under it.
	Caption, Unit Run
	// Widths are the relative widths of the columns. Where they are fewer than
	// the columns that the rows need, the rest take the mean width.
	Widths []float64
	// Head rows are repeated on every page.
	Head, Rows []Row
	// Points is the size of the type; 0 means 12 (小四).
	Points float64
	// Cut draws dashed lines, along which the table is cut apart.
	Cut bool `json:",omitempty"`
}

// Row lists its cells as HTML does: a place covered by a cell that spans from
// above or from the left has no cell of its own.
type Row []Cell

// Cell is one cell of a table; several lines make several paragraphs.
type Cell struct {
	Lines   []Line
	ColSpan int // columns covered; below 1 counts as 1
	RowSpan int // rows covered; below 1 counts as 1, and none leaves head or body
	Align   Align
}

// C returns a cell of one line.
func C(runs ...Run) Cell { return Cell{Lines: []Line{runs}} }

func (h Heading) eachRun(yield func(Run) bool) bool {
	return h.Text.eachRun(yield) && h.Follow.eachRun(yield)
}

func (p Paragraph) eachRun(yield func(Run) bool) bool { return p.Runs.eachRun(yield) }

func (l Line) eachRun(yield func(Run) bool) bool {
	for _, r := range l {
		if !yield(r) {
			return false
		}
	}
	return true
}

func (t Table) eachRun(yield func(Run) bool) bool {
	if !yield(t.Caption) || !yield(t.Unit) {
		return false
	}
	for _, rows := range [][]Row{t.Head, t.Rows} {
		for _, row := range rows {
			for _, cell := range row {
				if !cell.eachRun(yield) {
					return false
				}
			}
		}
	}
	return true
}

func (c Cell) eachRun(yield func(Run) bool) bool {
	for _, line := range c.Lines {
		if !line.eachRun(yield) {
			return false
		}
	}
	return true
}
