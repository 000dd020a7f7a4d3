package read

import "strings"

// splitEntries parts what shares one place into its entries: at its marks, at
// the start of lines or inside them, or else at its line ends. Marks are not
// part of the entries; a lead-in that ends with a colon stays with the entry
// after it.
func splitEntries(text string) []string {
	var lines []line
	for s := range strings.SplitSeq(text, "\n") {
		if s = strings.TrimSpace(s); s != "" {
			lines = append(lines, line{text: s})
		}
	}
	var out []string
	marked, leadIn := false, ""
	for _, p := range pieces(lines) {
		switch {
		case p.mark != nil:
			marked = true
			out, leadIn = append(out, leadIn+p.text), ""
		case endsWithAny(p.text, "：:"):
			leadIn += p.text
		case marked && len(out) > 0:
			out[len(out)-1] = joined(out[len(out)-1], p.text)
		case len(out) > 0 && !endsSentence(out[len(out)-1]) && endsSentence(p.text):
			out[len(out)-1] = joined(out[len(out)-1], p.text)
		default:
			out, leadIn = append(out, leadIn+p.text), ""
		}
	}
	if leadIn != "" {
		out = append(out, leadIn)
	}
	return withoutEmpty(out)
}

func withoutEmpty(entries []string) []string {
	var out []string
	for _, e := range entries {
		if e = strings.TrimRight(strings.TrimSpace(e), "；;"); e != "" {
			out = append(out, e)
		}
	}
	return out
}
