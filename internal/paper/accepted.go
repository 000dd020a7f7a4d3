package paper

import (
	"slices"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/gongwen"
)

// TakeOver puts the accepted edits into a report's body and gives it with what
// it lacks. A sentence whose facts the new words keep still rests on its
// records; one that breaks a fact rests on none and is marked as typed,
// as new ones are.
func TakeOver(body []byte, edits []inspection.Edit) ([]byte, []string, error) {
	d, err := gongwen.Decode(body)
	if err != nil {
		return nil, nil, err
	}
	at := map[int][]inspection.Edit{}
	for _, e := range edits {
		if e.Accepted && e.Takes() {
			at[e.Block] = append(at[e.Block], e)
		}
	}
	var blocks []gongwen.Block
	for n, b := range d.Blocks {
		blocks = append(blocks, editedBlock(b, at[n])...)
	}
	d.Blocks = blocks
	out, err := gongwen.Encode(d)
	return out, d.Missing(), err
}

// editedBlock is a block with the edits of its sentences; one that has no
// words left is gone, new paragraphs follow it.
func editedBlock(b gongwen.Block, edits []inspection.Edit) []gongwen.Block {
	if len(edits) == 0 {
		return []gongwen.Block{b}
	}
	lines := cutBlock(b)
	var behind []gongwen.Block
	for _, e := range slices.Backward(edits) {
		if e.Sentence >= len(lines) {
			continue
		}
		switch {
		case e.Before == "" && e.Paragraph:
			behind = slices.Insert(behind, 0, gongwen.Block(gongwen.P(gongwen.Run{Text: e.After, Role: roleTyped})))
		case e.Before == "":
			lines = slices.Insert(lines, e.Sentence+1, gongwen.Line{{Text: e.After, Role: roleTyped}})
		case e.After == "":
			lines = slices.Delete(lines, e.Sentence, e.Sentence+1)
		default:
			lines[e.Sentence] = reworded(lines[e.Sentence], e)
		}
	}
	out := joinBlock(b, lines)
	if out == nil {
		return behind
	}
	return append([]gongwen.Block{out}, behind...)
}

// reworded is a sentence in its new words.
func reworded(line gongwen.Line, e inspection.Edit) gongwen.Line {
	r := gongwen.Run{Text: headingMark.FindString(plain(line)) + e.After} // a mark in the words themselves was set aside
	for _, was := range line {
		if r.Role == "" {
			r.Role = was.Role
		}
		if len(e.Broken) > 0 {
			r.Role = roleTyped
		}
		for _, ref := range was.Refs {
			if len(e.Broken) == 0 && !slices.Contains(r.Refs, ref) {
				r.Refs = append(r.Refs, ref)
			}
		}
	}
	return gongwen.Line{r}
}

// cutBlock parts the words of a heading or paragraph into sentences; a table
// has none that could be edited.
func cutBlock(b gongwen.Block) []gongwen.Line {
	line, _ := lineOf(b)
	return cutLine(line)
}

// joinBlock puts sentences back into a block; nil where none is left. Of a
// heading the first sentence is its text, the others follow it.
func joinBlock(b gongwen.Block, lines []gongwen.Line) gongwen.Block {
	if len(lines) == 0 {
		return nil
	}
	return withLine(b, oneLine(lines))
}
