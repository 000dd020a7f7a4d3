package read

import "strings"

// quoteReach is how many paragraphs a quotation can run over.
const quoteReach = 60

// markEmbedded finds texts that the paper quotes over several paragraphs, from
// one that begins with a quotation mark to one that ends with the closing mark.
// Marks inside belong to the quoted text: its numbering begins anew and is
// none of the paper's.
func markEmbedded(lines []line) {
	for i := 0; i < len(lines); i++ {
		if !strings.HasPrefix(lines[i].text, "“") || quoteBalance(lines[i].text) <= 0 {
			continue
		}
		end := closingLine(lines, i)
		for j := i; j <= end; j++ {
			lines[j].embedded = true
		}
		i = max(i, end)
	}
}

// closingLine is the place of the line that ends the quotation begun at start,
// or -1 when none does within reach.
func closingLine(lines []line, start int) int {
	for j := start + 1; j < len(lines) && j <= start+quoteReach; j++ {
		bare := strings.TrimRight(lines[j].text, "。；，;,. ")
		if strings.HasSuffix(bare, "”") && quoteBalance(lines[j].text) <= 0 {
			return j
		}
	}
	return -1
}

// quoteBalance is how many more quotations a text opens than it closes.
func quoteBalance(s string) int { return strings.Count(s, "“") - strings.Count(s, "”") }
