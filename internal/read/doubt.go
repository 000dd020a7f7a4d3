package read

import (
	"regexp"
	"strings"
)

var (
	// termOnly matches the terms that stand for a deadline without a day.
	termOnly = regexp.MustCompile(`^(?:并|和|且|、|，|；|/)*(?:(?:立行立改|即知即改|立知立改|边查边改|立即整改|立改|长期坚持|长期整改|长期|持续坚持|持续整改|持续推进|持续|常态化?(?:坚持|推进|长效)?|已(?:全部)?(?:整改)?完成|已整改|已办结|完成|每[年月季周日][^，。]{0,8}|(?:全年)?定期[^，。]{0,6}|集中整改期(?:内|结束前|间)?|整改期(?:内|结束前|间)?|贯穿[^，。]{0,8})(?:并|和|且|、|，|；|,|/|\+)*)+$`)
	// sameAsAbove matches what stands for the cell above; noYear the beginning of a
	// deadline that leaves the year to the reader.
	sameAsAbove = regexp.MustCompile(`^(?:同上|〃|″|”|"|同前)$`)
	// joinedLines matches the end of a line after which a list of names goes on.
	joinedLines = regexp.MustCompile(`([、，,])\s*\n`)
	noYear      = regexp.MustCompile(`^(?:前|于|在)?(?:(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,2})月|(?:上|下)半年|第?[一二三四1-4]季度|年[底内末]|(?:本|今|当)年|(?:本|这|当|下)月|[月季](?:底|末))`)
)

// knownTerm tells whether a deadline without a day is a term of the trade.
func knownTerm(term string) bool { return termOnly.MatchString(squeezed(term)) }

// checkCells warns of cells that a person has to look at.
func (l *ledger) checkCells(row int) {
	for col, kind := range l.h.kinds {
		text := strings.TrimSpace(l.g.at(row, col))
		switch {
		case text == "":
		case sameAsAbove.MatchString(squeezed(text)):
			l.warnCell(row, col, "ledger.same-as-above", l.dutyText(row, col))
		case kind == colDue:
			l.checkDue(row, col, text)
		case kind == colVerdict:
			if _, known := verdictOf(text); !known && !tellsMore(text) && !knownTerm(text) {
				l.warnCell(row, col, "verdict.unknown", text)
			}
		}
	}
}

// checkDue warns of a deadline that gives no day that can be relied on.
func (l *ledger) checkDue(row, col int, text string) {
	entries := []string{text}
	if d := parseDue(text); d.Date == "" {
		entries = splitEntries(text)
	}
	for _, entry := range entries {
		d := parseDue(entry)
		bare := squeezed(d.Term)
		switch {
		case impossibleDay(squeezed(entry)):
			l.warnCell(row, col, "due.impossible", entry)
		case d.Date != "" || d.Term == "" || knownTerm(d.Term):
		case noYear.MatchString(bare):
			l.warnCell(row, col, "due.no-year", entry)
		default:
			l.warnCell(row, col, "due.unclear", entry)
		}
	}
}

// tellsMore tells whether the text of a verdict column says more than a verdict.
func tellsMore(s string) bool {
	n := len([]rune(s))
	if n <= 8 {
		return false
	}
	_, known := verdictOf(s)
	return n > 30 || !known && strings.ContainsAny(s, "，。；") || known && n > 16
}

var startVerdict = regexp.MustCompile(`^(?:[【\[（(])?(已(?:全部)?(?:整改)?(?:完成|到位|办结|销号)(?:整改)?|完成整改|整改完成|基本完成(?:整改)?|整改中|正在(?:整改|推进)|(?:持续)?推进中|未(?:完成|启动)|尚未(?:完成|启动))(?:[】\]）)：:，,。；;\s]|$)`)

// verdictAtStart reads the verdict with which a text about progress begins.
func verdictAtStart(s string) (string, bool) {
	m := startVerdict.FindStringSubmatch(strings.TrimSpace(s))
	if m == nil {
		return "", false
	}
	return verdictOf(m[1])
}
