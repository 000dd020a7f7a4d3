package paper_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"bihuan/internal/domain/workday"
	"bihuan/internal/gongwen"
)

// grid is a table with a word in every place, also in those that a cell spans
// over.
type grid struct {
	heads []string // of the columns, lines of heads joined by /
	rows  [][]string
}

func gridOf(t gongwen.Table) grid {
	g := grid{rows: filled(t.Rows)}
	for _, line := range filled(t.Head) {
		for x, word := range line {
			if x == len(g.heads) {
				g.heads = append(g.heads, word)
			} else if !strings.HasSuffix(g.heads[x], word) {
				g.heads[x] += "/" + word
			}
		}
	}
	return g
}

func filled(rows []gongwen.Row) [][]string {
	type span struct {
		text string
		left int
	}
	open := map[int]span{}
	var out [][]string
	for _, row := range rows {
		var line []string
		for next := 0; ; {
			if s := open[len(line)]; s.left > 0 {
				open[len(line)] = span{s.text, s.left - 1}
				line = append(line, s.text)
				continue
			}
			if next == len(row) {
				break
			}
			c := row[next]
			next++
			for range max(1, c.ColSpan) {
				if c.RowSpan > 1 {
					open[len(line)] = span{cellText(c), c.RowSpan - 1}
				}
				line = append(line, cellText(c))
			}
		}
		out = append(out, line)
	}
	return out
}

func cellText(c gongwen.Cell) string {
	lines := make([]string, len(c.Lines))
	for n, l := range c.Lines {
		lines[n] = strings.Join(words(l), "")
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

// tableOf is the nth table of blocks.
func tableOf(t *testing.T, blocks []gongwen.Block, n int) gongwen.Table {
	t.Helper()
	for _, b := range blocks {
		if table, ok := b.(gongwen.Table); ok {
			if n == 0 {
				return table
			}
			n--
		}
	}
	t.Fatal("the paper has no such table")
	return gongwen.Table{}
}

// columns are the cells that a recount gives, by the head of their column.
type columns map[string][]string

// holdTable compares every cell of a table with the recounts; a column without
// one fails.
func (r recount) holdTable(name string, t gongwen.Table, want columns) {
	r.t.Helper()
	g := gridOf(t)
	for x, head := range g.heads {
		cells, ok := want[head]
		if !ok {
			r.t.Errorf("%s: the column %q is not recounted", name, head)
			continue
		}
		if len(cells) != len(g.rows) || len(cells) == 0 {
			r.t.Errorf("%s: %d rows, a fresh count gives %d in %q", name, len(g.rows), len(cells), head)
			continue
		}
		for y, row := range g.rows {
			if row[x] != cells[y] {
				r.t.Errorf("%s: row %d, %s: %q, the records give %q", name, y+1, head, row[x], cells[y])
			}
		}
	}
	if len(want) != len(g.heads) {
		r.t.Errorf("%s: %d columns, %d recounts", name, len(g.heads), len(want))
	}
}

// holdForm compares every row of a form, which is a label and what stands
// beside it, with the recounts; those of a label that is not in want fail.
func (r recount) holdForm(name string, t gongwen.Table, want map[string]string) {
	r.t.Helper()
	seen := 0
	for _, row := range t.Rows {
		for n := 0; n+1 < len(row); n += 2 {
			label, got := strings.ReplaceAll(cellText(row[n]), "\n", ""), cellText(row[n+1])
			is, ok := want[label]
			if !ok || got != is {
				r.t.Errorf("%s: %s: %q, the records give %q", name, label, got, is)
			}
			seen++
		}
	}
	if seen != len(want) {
		r.t.Errorf("%s: %d fields, %d recounts", name, seen, len(want))
	}
}

// holdLines compares the paragraphs of a paper with the recounts.
func (r recount) holdLines(name string, blocks []gongwen.Block, want ...string) {
	r.t.Helper()
	var got []string
	for _, b := range blocks {
		if p, ok := b.(gongwen.Paragraph); ok {
			got = append(got, strings.Join(words(p.Runs), ""))
		}
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		r.t.Errorf("%s says\n%s\nthe records give\n%s", name, strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// column is the texts that a question to the tables gives.
func (r recount) column(q string, args ...any) []string {
	r.t.Helper()
	var out []string
	err := r.tx.Each(func(scan func(...any) error) error {
		var s string
		err := scan(&s)
		out = append(out, s)
		return err
	}, q, args...)
	if err != nil {
		r.t.Fatal(q, err)
	}
	return out
}

// value is the only text that a question gives; empty for none.
func (r recount) value(q string, args ...any) string {
	r.t.Helper()
	if list := r.column(q, args...); len(list) > 0 {
		return list[0]
	}
	return ""
}

// list is a JSON list of texts in a column.
func (r recount) list(q string, args ...any) []string {
	r.t.Helper()
	var out []string
	if err := json.Unmarshal([]byte(r.value(q, args...)), &out); err != nil {
		r.t.Fatal(q, err)
	}
	return out
}

// end is the first moment after the cut-off, as stored.
func (r recount) end() int64 { return r.cutOff.AddDays(1).Time(workday.Zone).UnixMilli() }

// each gives a column, made row by row.
func each(ids []string, cell func(id string) string) []string {
	out := make([]string, len(ids))
	for n, id := range ids {
		out[n] = cell(id)
	}
	return out
}

func counting123(ids []string) []string {
	n := 0
	return each(ids, func(string) string { n++; return fmt.Sprint(n) })
}

// inWords writes a stored day as papers do.
func inWords(day string) string {
	var y, m, d int
	if n, err := fmt.Sscanf(day, "%d-%d-%d", &y, &m, &d); n != 3 || err != nil {
		return ""
	}
	return fmt.Sprintf("%d年%d月%d日", y, m, d)
}

// dayIn writes the day in China of a stored point in time as papers do.
func (r recount) dayIn(ms string) string {
	var at int64
	if _, err := fmt.Sscan(ms, &at); err != nil {
		r.t.Fatal(ms, err)
	}
	const hour = 3_600_000
	return inWords(r.value("SELECT strftime('%Y-%m-%d', ? / 1000, 'unixepoch')", at+8*hour))
}

// shareOf is a share in per cent with one decimal at most.
func shareOf(n, of int) string {
	tenths := (2000*n + of) / (2 * of)
	return strings.TrimSuffix(fmt.Sprintf("%d.%d", tenths/10, tenths%10), ".0") + "%"
}
