package read

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"io"
	"strings"
)

// readCSV reads a file of separated values, in any of the encodings of text
// files; the separator is the one that its first line has most of.
func readCSV(ctx context.Context, r io.Reader, opts Options) ([]*grid, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	text, err := decodeText(bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n")))
	if err != nil {
		return nil, err
	}
	in := csv.NewReader(strings.NewReader(text))
	in.Comma, in.LazyQuotes, in.FieldsPerRecord = separator(text), true, -1
	g := &grid{}
	left, runes := opts.MaxCells, opts.MaxRunes
	for {
		record, err := in.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		if left -= len(record); left < 0 {
			return nil, tooLarge("read.too-large.cells", opts.MaxCells)
		}
		line, _ := in.FieldPos(0)
		for i, text := range record {
			if runes -= len(text) / 2; runes < 0 {
				return nil, tooLarge("read.too-large.text", opts.MaxRunes)
			}
			if err := checkCell(text, Source{Row: line, Column: i + 1}); err != nil {
				return nil, err
			}
		}
		g.addRecord(record, line)
		if err := ctx.Err(); err != nil {
			return nil, err
		}
	}
	return []*grid{g}, nil
}

func separator(text string) rune {
	first, _, _ := strings.Cut(text, "\n")
	best := ','
	for _, r := range "\t;" {
		if strings.Count(first, string(r)) > strings.Count(first, string(best)) {
			best = r
		}
	}
	return best
}

// addRecord adds a row unless it is empty.
func (g *grid) addRecord(record []string, line int) {
	empty := true
	cells := make([]string, min(len(record), maxColumns))
	for i := range cells {
		cells[i] = strings.TrimSpace(record[i])
		empty = empty && cells[i] == ""
	}
	if !empty {
		g.rows = append(g.rows, gridRow{number: line, source: Source{Row: line}, cells: cells})
	}
}
