package read

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// frame is what surrounds the outline of a paper: which lines are its head,
// its body and its end, and what the head and the end say.
type frame struct {
	title, number, issuer, recipient, date string
	titleAt                                Source
	first, end                             int // the body: lines[first:end]
	// closing holds the places of the lines in the body that belong to the whole
	// and not to the last node: closing words and the list of attachments.
	closing map[int]bool
}

// frameOf finds head and end of a paper around its outline.
func frameOf(lines []line) frame {
	f := frame{closing: map[int]bool{}}
	f.first = firstNode(lines)
	sign := signatureOf(lines, f.first)
	f.end = sign.from
	f.date, f.issuer = sign.date, sign.issuer
	f.readHead(lines[:f.first])
	f.markClosing(lines)
	return f
}

// firstNode is the place of the first line that heads a node, or the number of
// lines when none does.
func firstNode(lines []line) int {
	for i := 0; i < len(lines); i++ {
		l := lines[i]
		if attachmentStart.MatchString(l.text) {
			i = lastAttachment(lines, i)
			continue
		}
		if m, ok := l.mark(); ok && opensOutline(m) || l.table != nil {
			return i
		}
	}
	return len(lines)
}

// lastAttachment is the place of the last entry of the numbered list of
// attachments that begins at place at, which a notice of issue has before its
// own signature.
func lastAttachment(lines []line, at int) int {
	for at+1 < len(lines) && isListed(lines[at+1]) && !endsSentence(lines[at+1].text) {
		at++
	}
	return at
}

func isListed(l line) bool {
	m, ok := l.mark()
	return ok && m.form == formDecimal
}

// opensOutline tells whether a mark can be the first of a paper's outline.
func opensOutline(m mark) bool {
	return m.form <= formDecimalBracket || m.form == formOrdinal || m.form == formClause || m.form == formCircled
}

// attachmentStart matches the line that begins a list of attachments.
var attachmentStart = regexp.MustCompile(`^附\s*[件表](?:\s*[0-9一二三四五六七八九十]{0,2}\s*)?[：:]|^附[：:]`)

// closingStart matches the words with which a paper turns to all of its
// readers again after the last numbered passage.
var closingStart = regexp.MustCompile(`^(?:以上|上述|特此|请(?:你|贵|各)|(?:针对|对照|对)(?:以上|上述)|欢迎(?:广大|社会|各界|干部)|希望(?:你|贵|各)|你(?:单位|局|委|部|院|公司)|(?:你|贵)[^，。]{0,12}(?:党组|党委|党工委)|整改期限[^：:]|收到(?:本|此|反馈)|市委巡察办将|专此|妥否|当否)`)

// markClosing finds the lines near the end that belong to no single node: from
// the first line of closing words or the list of attachments to the end.
func (f *frame) markClosing(lines []line) {
	const reach = 12
	attachments := false
	for i := max(f.first+1, f.end-reach); i < f.end; i++ {
		text := lines[i].text
		if attachmentStart.MatchString(text) {
			attachments = true
		}
		_, marked := lines[i].mark()
		if attachments || !marked && closingStart.MatchString(text) {
			f.closing[i] = true
		}
	}
}

// orgEnd matches a text that ends as the name of an office or organisation does.
var orgEnd = regexp.MustCompile(`(?:组|办|办公室|室|局|委|委员会|党组|党委|党工委|党总支|党支部|支部|政府|院|公司|中心|部|厅|所|站|队|处|科|校|学校|大学|学院|医院|协会|联合会|部务会|理事会|董事会|委会|工商联|[妇残文侨社]联|科协|街道|社区|总工会|集团|银行|法院|检察院)$`)

// isOrg tells whether a line could be the name of an organisation: short,
// without punctuation, with the right ending.
func isOrg(text string) bool {
	s := squeezed(text)
	n := utf8.RuneCountInString(s)
	return n >= 3 && n <= 40 && !strings.ContainsAny(s, "，。；：、！？,;:《》“”") && orgEnd.MatchString(s)
}
