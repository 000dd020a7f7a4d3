package read

import (
	"strconv"
	"strings"
)

// counter is how far the levels of one list definition have come; 0 used means
// that the level waits for its start.
type counter struct {
	at   [listLevels]int
	used [listLevels]bool
}

// next gives the mark of the next paragraph of an instance at a level; its text
// is "" for bullets and for levels that print nothing. False tells that the
// document does not define the list.
func (n *numbering) next(numID string, level int, st styles) (listMark, bool) {
	use := n.uses[numID]
	if use == nil || level < 0 || level >= listLevels {
		return listMark{}, false
	}
	id, def := n.definition(use, st)
	if def == nil {
		return listMark{}, false
	}
	c := n.counters[id]
	if c == nil {
		c = &counter{}
		n.counters[id] = c
	}
	levels := def.levels
	for i, l := range use.levels {
		if i < listLevels {
			levels[i] = l
		}
	}
	n.count(c, numID, use, level, levels)
	return c.mark(level, levels), true
}

// mark is the mark of the level at hand.
func (c *counter) mark(level int, levels [listLevels]listLevel) listMark {
	m := listMark{text: c.printed(level, levels), number: c.at[level], level: level, format: levels[level].format}
	if _, known := m.printed(); !known && level > 0 && m.text != "" {
		outer := c.mark(level-1, levels)
		m.outer = outer.mark(outer.text).level
	}
	return m
}

// count moves the counter on to the next paragraph at a level. The first
// paragraph of an instance that restarts takes its own start.
func (n *numbering) count(c *counter, numID string, use *listUse, level int, levels [listLevels]listLevel) {
	key := numID + "/" + strconv.Itoa(level)
	start, restarts := use.starts[level]
	switch {
	case restarts && !n.begun[key]:
		c.at[level] = start
	case !c.used[level]:
		c.at[level] = levels[level].start
		if restarts {
			c.at[level] = start
		}
	default:
		c.at[level]++
	}
	n.begun[key] = true
	c.used[level] = true
	for i := level + 1; i < listLevels; i++ {
		if r := levels[i].restart; r < 0 || r > level {
			c.used[i] = false
		}
	}
}

// printed fills the numbers of the levels into the text of one.
func (c *counter) printed(level int, levels [listLevels]listLevel) string {
	l := levels[level]
	if l.format == "bullet" || l.format == "none" && !strings.Contains(l.text, "%") {
		return ""
	}
	var b strings.Builder
	text := l.text
	for text != "" {
		before, after, found := strings.Cut(text, "%")
		b.WriteString(before)
		if !found {
			break
		}
		if after == "" || after[0] < '1' || after[0] > '9' {
			b.WriteByte('%')
			text = after
			continue
		}
		i := int(after[0] - '1')
		text = after[1:]
		number := c.at[i]
		if !c.used[i] {
			number = levels[i].start
		}
		format := levels[i].format
		if l.legal {
			format = "decimal"
		}
		b.WriteString(formatNumber(number, format))
	}
	return strings.TrimSpace(b.String())
}
