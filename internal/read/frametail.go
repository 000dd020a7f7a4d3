package read

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// signature is the end of a paper: from is the first line that belongs to it.
type signature struct {
	from         int
	issuer, date string
}

var (
	// signedOn matches one line with both signatory and date, without blanks.
	signedOn = regexp.MustCompile(`^(.{3,40}?)((?:` + arabicYear + `|` + chineseYear + `)年(?:` + anyNumber + `)月(?:(?:` + anyNumber + `)日)?)$`)
	// imprint matches the lines under a signature: copies, printing, contact.
	imprint = regexp.MustCompile(`^(?:抄送|抄报|主送|分送|印发|联系人|联系电话|联系方式|[（(](?:此件|联系人|信息公开)|.{0,40}印发$|共印|校对|打字|签发)`)
	signs   = regexp.MustCompile(`^(?:报告人|汇报人|述职人|承诺人|签发人|负责人|签名|签字|落款)[：:]`)
	sealed  = regexp.MustCompile(`[（(](?:盖章|公章|印章|签章|签字|签名|代章)[）)]`)
)

// signatureOf finds the signature after the place first. A paper without one
// ends with its last line that is no imprint.
func signatureOf(lines []line, first int) signature {
	for i := len(lines) - 1; i > first; i-- {
		sig, ok := signedAt(lines, first, i)
		if !ok {
			continue
		}
		if carriesPaper(lines, first, i) {
			sig.from = signedWithoutDate(lines, i).from
		}
		return sig
	}
	return signedWithoutDate(lines, first)
}

// signedAt reads the signature whose date is in the line at place at.
func signedAt(lines []line, first, at int) (signature, bool) {
	s := squeezed(lines[at].text)
	if m := signedOn.FindStringSubmatch(s); m != nil && isOrg(m[1]) {
		return signature{from: at, issuer: m[1], date: dayOrMonth(m[2])}, true
	}
	if isDateLine(s) && !lines[at].row {
		return signedAbove(lines, first, at), true
	}
	return signature{}, false
}

// carriesPaper tells whether a signature is that of a notice with demands of its
// own, and the paper that it carries stands behind it: only there is a heading
// of findings.
func carriesPaper(lines []line, first, signed int) bool {
	return !headsFindings(lines[first:signed]) && headsFindings(lines[signed:])
}

func headsFindings(lines []line) bool {
	return slices.ContainsFunc(lines, func(l line) bool {
		m, ok := l.mark()
		return ok && m.form == formChinese && l.table == nil && roleOf(KindFeedback, l.text[m.size:]) == roleFindings
	})
}

// signedAbove takes the signatories in the lines above the date at place at.
func signedAbove(lines []line, first, at int) signature {
	sig := signature{from: at, date: dayOrMonth(squeezed(lines[at].text))}
	for i := at - 1; i > first && i >= at-3 && isSignatory(lines[i]); i-- {
		name := signer(lines[i].text)
		if sig.from = i; sig.issuer != "" {
			name += " " + sig.issuer
		}
		sig.issuer = name
	}
	return sig
}

// signer is the name in a line of a signature, without what only says that it
// is one.
func signer(text string) string {
	return signs.ReplaceAllString(sealed.ReplaceAllString(squeezed(text), ""), "")
}

// isSignatory tells whether a line above a date can be who signs: an
// organisation, or the name of a person, short and without punctuation.
func isSignatory(l line) bool {
	s := signer(l.text)
	if _, marked := l.mark(); marked || l.row || labelStart(withColons(l.text)) || attachmentStart.MatchString(l.text) {
		return false
	}
	n := utf8.RuneCountInString(s)
	return isOrg(s) || signedAsHead(l.text) || n >= 2 && n <= 8 && !strings.ContainsAny(s, "，。；：、！？,;:《》“”（）()")
}

// post matches the end of a post, behind which its holder signs.
var post = regexp.MustCompile(`(?:书记|主任|[局处科院校厅部组所站队会]长|县长|区长|市长|镇长|乡长|主席|董事长|经理|检察长|负责人)$`)

// signedAsHead tells whether a line is a post and, after a blank, its holder:
// 街道党工委书记　丁香.
func signedAsHead(text string) bool {
	parts := strings.Fields(text)
	return len(parts) >= 2 && utf8.RuneCountInString(parts[0]) <= 30 && !strings.ContainsAny(text, "，。；：、") &&
		post.MatchString(parts[0]) && isPerson(strings.Join(parts[1:], ""))
}

// signedWithoutDate finds a signature without date: an organisation's name
// right at the end, after a finished sentence.
func signedWithoutDate(lines []line, first int) signature {
	end := len(lines)
	for end > first+1 && imprint.MatchString(squeezed(lines[end-1].text)) {
		end--
	}
	sig := signature{from: end}
	if i := end - 1; i > first && isSignatory(lines[i]) && isOrg(lines[i].text) && endsWithAny(lines[i-1].text, "。！）)") {
		sig.from, sig.issuer = i, signer(lines[i].text)
	}
	return sig
}
