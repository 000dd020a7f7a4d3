package read

import (
	"context"
	"io"
	"strings"
	"unicode"
)

// readText reads a plain text file into lines, those that were wrapped at a
// fixed width joined again.
func readText(ctx context.Context, r io.Reader, opts Options) ([]line, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	text, err := decodeText(data)
	if err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if strings.Count(text, "\n")+strings.Count(text, "\r") > 2*opts.MaxParagraphs {
		return nil, tooLarge("read.too-large.paragraphs", opts.MaxParagraphs)
	}
	if n := textLength(text); n > min(opts.MaxPaper, opts.MaxRunes) {
		return nil, tooLarge("read.too-large.text", min(opts.MaxPaper, opts.MaxRunes))
	}
	return unwrap(physicalLines(text)), nil
}

// physicalLines splits a text at its line ends, whatever their kind; a form
// feed ends a line too. Leading blanks stay, because they show where a
// paragraph begins.
func physicalLines(text string) []line {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\f", "\n", "\v", "\n", "\u2028", "\n", "\u2029", "\n", "\uFEFF", "").Replace(text)
	var lines []line
	for i, s := range strings.Split(text, "\n") {
		lines = append(lines, line{text: strings.TrimRight(s, " \t\u3000\u00A0"), source: Source{Paragraph: i + 1}})
	}
	return lines
}

// textLength counts the characters that are no blanks.
func textLength(text string) int {
	n := 0
	for _, r := range text {
		if !unicode.IsSpace(r) {
			n++
		}
	}
	return n
}
