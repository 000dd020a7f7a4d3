package paper

import (
	"fmt"
	"slices"

	"bihuan/internal/gongwen"
)

// mergedAttachments brings the tables of the attachments to what is composed
// now: cells that people wrote stay. It also gives the cells in which both changed.
func mergedAttachments(base, mine, now *gongwen.Document) ([]gongwen.Attachment, []Change) {
	out := slices.Clone(now.Attachments)
	var both []Change
	for n, a := range out {
		was, is := attachmentOf(base, a.Title.Text), attachmentOf(mine, a.Title.Text)
		out[n].Blocks = slices.Clone(a.Blocks)
		nth := 0
		for i, b := range a.Blocks {
			t, ok := b.(gongwen.Table)
			if !ok {
				continue
			}
			if nth < len(was) && nth < len(is) {
				var changes []Change
				out[n].Blocks[i], changes = mergedTable(a.Title.Text, was[nth], is[nth], t)
				both = append(both, changes...)
			}
			nth++
		}
	}
	return out, both
}

// attachmentOf gives the tables of the attachment with a title.
func attachmentOf(d *gongwen.Document, title string) (out []gongwen.Table) {
	for _, a := range d.Attachments {
		if a.Title.Text != title {
			continue
		}
		for _, b := range a.Blocks {
			if t, ok := b.(gongwen.Table); ok {
				out = append(out, t)
			}
		}
	}
	return out
}

// mergedTable puts the cells that people wrote where their records stand now.
func mergedTable(name string, base, mine, now gongwen.Table) (gongwen.Table, []Change) {
	typed := map[string]gongwen.Cell{}
	eachCell(mine, func(key string, p gongwen.Place, c gongwen.Cell) {
		if slices.ContainsFunc(c.Lines, isTyped) {
			typed[key] = c
		}
	})
	if len(typed) == 0 {
		return now, nil
	}
	was := map[string]string{}
	eachCell(base, func(key string, p gongwen.Place, _ gongwen.Cell) { was[key] = p.Words })
	var both []Change
	out := now
	out.Rows = make([]gongwen.Row, len(now.Rows))
	for y, row := range now.Rows {
		out.Rows[y] = slices.Clone(row)
	}
	eachPlace(now, func(key string, y int, p gongwen.Place) {
		c, ok := typed[key]
		if !ok {
			return
		}
		out.Rows[y][p.Cell].Lines = c.Lines
		if words := cellWords(c); was[key] != p.Words && words != p.Words {
			both = append(both, Change{Section: name + "　" + p.Column, Before: words, After: p.Words})
		}
	})
	return out, both
}

// eachPlace goes through the cells of a table, each with a key that stays when
// rows move: the record of its row and its column.
func eachPlace(t gongwen.Table, step func(key string, row int, p gongwen.Place)) {
	for y, row := range t.Places() {
		record := rowRecord(t.Rows[y], y)
		for x, p := range row {
			if p.Cell >= 0 {
				step(fmt.Sprintf("%s/%d", record, x), y, p)
			}
		}
	}
}

func eachCell(t gongwen.Table, step func(key string, p gongwen.Place, c gongwen.Cell)) {
	eachPlace(t, func(key string, row int, p gongwen.Place) { step(key, p, t.Rows[row][p.Cell]) })
}

// rowRecord is the record that a row is about: the first one that words of it
// rest on which nobody typed; its number where it rests on none.
func rowRecord(row gongwen.Row, n int) string {
	for _, c := range row {
		for _, l := range c.Lines {
			for _, r := range l {
				if r.Role != roleTyped && len(r.Refs) > 0 {
					return r.Refs[0]
				}
			}
		}
	}
	return fmt.Sprint(n)
}

func cellWords(c gongwen.Cell) string {
	out := ""
	for n, l := range c.Lines {
		if n > 0 {
			out += "\n"
		}
		out += plain(l)
	}
	return out
}
