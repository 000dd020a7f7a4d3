package read

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

var (
	// numberLine matches a line (without blanks) that is a paper's own number,
	// possibly with the signatory after it.
	numberLine = regexp.MustCompile(`^([\p{Han}A-Za-z*×＊]{1,16}(?:字)?[〔［\[【（(](?:[0-9*×＊]{2,4})[〕］\]】）)]第?[0-9*×＊]{1,5}号)(?:签发人[：:].*)?$`)
	// redHead matches the line of the issuer at the head of official paper.
	redHead = regexp.MustCompile(`^(.{3,40})文件$`)
	// headNoise matches lines of the head that name neither issuer nor title.
	headNoise = regexp.MustCompile(`^(?:机密|秘密|绝密|内部|特急|加急|平急|急件|签发人|★|份号|[0-9]{6}$|目录$|附(?:件|表)[0-9０-９一二三四五六七八九十]{0,3}[：:]?$|表[0-9一二三四五六七八九十]{1,2}(?:[^0-9]|$))|^.{0,6}[★☆]`)
	// titleEnd matches the end of a title.
	titleEnd = regexp.MustCompile(`(?:意见|反馈|通知|方案|报告|通报|台账|清单|情况|函|决定|请示|批复|办法|规定|纪要|公告|公示|总结|汇报|说明|计划|要点|表|书|讲话|发言)(?:[（(][^）)]{1,20}[）)])?$`)
)

// readHead takes number, issuer, title and addressee from the lines before the
// first node. What the end of the paper has already told stands.
func (f *frame) readHead(head []line) {
	f.readNumber(head)
	rest := f.readTitle(head)
	for _, l := range rest {
		if s, ok := addressee(l.text); ok {
			f.recipient = s
			break
		}
		if endsWithAny(l.text, "。；") {
			break
		}
	}
	for _, l := range head {
		if f.date == "" && isDateLine(l.text) {
			f.date = dayOrMonth(squeezed(l.text))
		}
		f.readFilledBy(l.text)
		if m := redHead.FindStringSubmatch(squeezed(l.text)); m != nil && f.issuer == "" {
			f.issuer = m[1]
		}
	}
	if f.issuer == "" {
		f.issuer = f.issuerInHead(rest)
	}
}

// readFilledBy takes issuer and date from the line over a table that says who
// filled it in: 填报单位：某局　　2026年3月.
func (f *frame) readFilledBy(text string) {
	parts := strings.Fields(text)
	if len(parts) == 0 {
		return
	}
	m := filledBy.FindStringSubmatch(parts[0])
	if m == nil || !isOrg(m[1]) {
		return
	}
	orText(&f.issuer, m[1])
	if day := parts[len(parts)-1]; isDateLine(day) {
		orText(&f.date, dayOrMonth(day))
	}
}

// readNumber finds the paper's own number: a line of its own before the title.
func (f *frame) readNumber(head []line) {
	for _, l := range head {
		if m := numberLine.FindStringSubmatch(squeezed(l.text)); m != nil {
			f.number = m[1]
			return
		}
		if _, ok := addressee(l.text); ok {
			return
		}
	}
}

// readTitle takes the title, which may stand on several lines, and gives the
// lines after it.
func (f *frame) readTitle(head []line) []line {
	start := titleStart(head)
	if start < 0 {
		return head
	}
	f.titleAt = head[start].source
	end := titleLines(head, start)
	var b strings.Builder
	for _, l := range head[start:end] {
		b.WriteString(strings.TrimSpace(l.text))
	}
	f.title = b.String()
	return head[end:]
}

// titleStart is the place of the first line of the title: the first of those that
// can be one and end as titles do, else the first that can be one; -1 for none.
func titleStart(head []line) int {
	first := -1
	for i := 0; i < len(head); i++ {
		if !isTitleLine(head[i]) {
			if _, ok := addressee(head[i].text); ok && first >= 0 {
				break
			}
			continue
		}
		if first < 0 {
			first = i
		}
		end := titleLines(head, i)
		if head[i].title || titleEnd.MatchString(strings.TrimRight(squeezed(head[end-1].text), "”’》")) {
			return i
		}
	}
	return first
}

// mostTitleLines is how many lines a title can stand on.
const mostTitleLines = 5

// titleLines is the place after the title that begins at start: up to the last
// of the lines, one right under the other, that ends as titles end, or the
// first line alone when none does.
func titleLines(head []line, start int) int {
	end := start + 1
	for i := start; i < len(head) && i < start+mostTitleLines && isTitleLine(head[i]); i++ {
		ended := end > start+1 || titleEnd.MatchString(squeezed(head[start].text))
		if i > start && ended && !isUnder(head[i-1], head[i]) {
			break
		}
		if titleEnd.MatchString(strings.TrimRight(squeezed(head[i].text), "”’》")) || head[i].title && i > start && head[i-1].title {
			end = i + 1
		}
	}
	return end
}

// isUnder tells whether a line follows another without a blank line between.
func isUnder(above, below line) bool { return below.source.Paragraph-above.source.Paragraph <= 1 }

// isTitleLine tells whether a line of the head can belong to the title.
func isTitleLine(l line) bool {
	s := squeezed(l.text)
	if l.title {
		return true
	}
	return !l.row && utf8.RuneCountInString(s) <= 60 && !attachmentStart.MatchString(s) && !isListed(l) && !endsWithAny(s, "。；：:，,、") &&
		!numberLine.MatchString(s) && !redHead.MatchString(s) && !headNoise.MatchString(s) && !isDateLine(s)
}

// notAddressee matches the end of a line that leads over to what follows and
// names nobody.
var notAddressee = regexp.MustCompile(`(?:如下|是|有|为|情况|问题|意见|以下|包括|强调|指出|认为|要求|附件)$`)

// addressee gives the name in the line that addresses the paper's readers.
func addressee(text string) (string, bool) {
	s := strings.TrimSpace(text)
	name := strings.TrimRight(s, "：:")
	if name == s || name == "" || utf8.RuneCountInString(name) > 80 || strings.ContainsAny(name, "。；：:") || notAddressee.MatchString(name) {
		return "", false
	}
	return strings.TrimSpace(name), true
}

// issuerInHead finds the issuer in a line under the title, or in the title
// itself before 关于.
func (f *frame) issuerInHead(rest []line) string {
	for _, l := range rest {
		if _, ok := addressee(l.text); ok || endsWithAny(l.text, "。") {
			break
		}
		if isOrg(l.text) {
			return squeezed(l.text)
		}
	}
	before, _, ok := strings.Cut(f.title, "关于")
	if ok && isOrg(before) {
		return before
	}
	return ""
}
