package read

import "strings"

// sample is how many cells of a column are looked at to tell what it holds.
const sample = 200

// readContents tells columns by what stands in them: those whose heads say
// nothing known, and those whose heads mislead.
func (h *header) readContents(g *grid) {
	for col, k := range h.kinds {
		if h.fixed(col) || g.hidden[col] {
			continue
		}
		cells := h.cellsOf(g, col)
		kind := k
		switch k {
		case colNone:
			kind = h.guess(col, cells)
		case colProgress:
			if !h.has(colVerdict) && mostly(cells, isVerdict) {
				kind = colVerdict
			}
		case colVerdict:
			if !h.has(colProgress) && mostlyEach(cells, 3, 10, tellsMore) {
				kind = colProgress
			}
		case colLeadUnit:
			if !h.has(colOwners) && !strings.ContainsAny(h.names[col], "科单部处股局") && mostly(cells, isPersons) {
				kind = colOwners
			}
		}
		if kind != k {
			h.kinds[col], h.why[col] = kind, WhyContent
		}
	}
}

// guess tells what a column with an unknown head holds; a field that another
// column has already is not guessed again.
func (h *header) guess(col int, cells []string) column {
	if len(cells) < 2 && h.names[col] == "" {
		return colNone
	}
	for _, g := range []struct {
		kind column
		is   func(string) bool
	}{
		{colDue, isDue}, {colVerdict, isVerdict}, {colOwners, isPersons}, {colLeader, isPersons}, {colLeadUnit, isUnits},
	} {
		if !h.has(g.kind) && mostly(cells, g.is) {
			return g.kind
		}
	}
	if !h.has(colSequence) && col == 0 && len(cells) > 1 && countsUp(cells) {
		return colSequence
	}
	return colNone
}

// cellsOf are the first texts under the head of a column.
func (h *header) cellsOf(g *grid, col int) []string {
	var cells []string
	for row := h.last + 1; row < h.end && len(cells) < sample; row++ {
		if text := strings.TrimSpace(g.at(row, col)); text != "" && g.spanOf(row, col) < 3 {
			cells = append(cells, text)
		}
	}
	return cells
}

// mostly tells whether four of five cells are of a kind, and there are any.
func mostly(cells []string, is func(string) bool) bool { return mostlyEach(cells, 8, 10, is) }

func mostlyEach(cells []string, most, of int, is func(string) bool) bool {
	n := 0
	for _, c := range cells {
		if is(c) {
			n++
		}
	}
	return len(cells) > 0 && n*of >= len(cells)*most
}

func isDue(s string) bool {
	if len([]rune(s)) > 20 {
		return false
	}
	if _, number := asSequence(s); number {
		return fromSerialOrCompact(s)
	}
	d := parseDue(s)
	return d.Date != "" || termOnly.MatchString(squeezed(d.Term))
}

func isSequence(s string) bool {
	_, number := asSequence(s)
	return number
}

func fromSerialOrCompact(s string) bool {
	_, serial := fromSerial(squeezed(s))
	return serial || compactDate.MatchString(squeezed(s))
}

func isVerdict(s string) bool {
	_, known := verdictOf(s)
	return known && len([]rune(squeezed(s))) <= 8
}

func isPersons(s string) bool { return allNames(s, isPerson) }

func isUnits(s string) bool { return allNames(s, isUnit) }

func allNames(s string, is func(string) bool) bool {
	names := splitNames(s)
	for _, n := range names {
		if !is(n) {
			return false
		}
	}
	return len(names) > 0
}

// countsUp tells whether cells are the numbers from 1 on.
func countsUp(cells []string) bool {
	last := 0
	for _, c := range cells {
		n, ok := asSequence(c)
		if !ok || n != last+1 && n != 1 {
			return false
		}
		last = n
	}
	return true
}
