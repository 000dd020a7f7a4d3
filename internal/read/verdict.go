package read

import "regexp"

// verdictWords give the verdict that a text states, the first that matches.
var verdictWords = []struct {
	verdict string
	words   *regexp.Regexp
}{
	{"已完成", regexp.MustCompile(`^(?:已经?|全部|已全部)(?:完成|整改|办结|销号|到位)(?:整改|到位|销号)*(?:$|[，、；。（]|并)`)},
	{"未启动", regexp.MustCompile(`未启动|未开展|尚未开始|未开始|未着手`)},
	{"基本完成", regexp.MustCompile(`基本(?:完成|整改到位|到位|办结)`)},
	{"整改中", regexp.MustCompile(`整改中|正在(?:整改|推进|办理|进行)|(?:持续|加快|有序|正)推进|推进中|进行中|办理中|阶段性(?:完成|成果|成效|进展)|部分完成|序时推进`)},
	{"未完成", regexp.MustCompile(`未(?:完成|办结|整改|销号|到位)|尚未|逾期|未按期|^否$|^[×✗✘]$`)},
	{"已完成", regexp.MustCompile(`(?:已|全部|按期|整改)(?:经)?(?:全部|整改|按期)?(?:完成|到位|办结|销号|落实)|完成整改|^完成$|^办结$|^销号$|^是$|^100%$|^[√✓✔]$|^已整改$|整改完毕|^已落实$`)},
}

// verdictOf reads a verdict in one of the five words of the trade. A text that
// is none of them is given back as it is, and known is false.
func verdictOf(s string) (verdict string, known bool) {
	s = squeezed(s)
	for _, v := range verdictWords {
		if v.words.MatchString(s) {
			return v.verdict, true
		}
	}
	return s, false
}

var (
	// bracketVerdict matches a verdict behind a heading or the text under it: （已完成）, 【整改中】.
	bracketVerdict = regexp.MustCompile(`[（(【\[]([^（）()【】\[\]]{2,12})[）)】\]]$`)
	// spokenVerdict matches a verdict in a sentence about the problem itself.
	// firstVerdict matches a verdict with which the text under a heading begins.
	firstVerdict  = regexp.MustCompile(`^(?:(?:已经?|全部|已全部)(?:完成整改|整改完成|整改到位|完成|办结|销号)|基本完成(?:整改)?|正在(?:整改|推进)|尚未(?:完成|启动)(?:整改)?|未完成(?:整改)?)(?:[，。；]|并|$)`)
	spokenVerdict = regexp.MustCompile(`(?:该问题|此问题|本问题|该项|此项|目前|现已)[，]?(?:[^，。；]{0,4})?((?:已|全部|基本)[^，。；]{0,4}(?:完成|到位|办结|销号)|正在(?:整改|推进)|持续推进|尚未(?:完成|启动))`)
)

// verdictInWords reads the verdict that stands in brackets behind a heading or
// its text, or in a sentence under it; "" when there is none.
func verdictInWords(title, text string) string {
	if m := bracketVerdict.FindStringSubmatch(title); m != nil {
		if v, known := verdictOf(m[1]); known {
			return v
		}
	}
	if m := bracketVerdict.FindStringSubmatch(trimStop(text)); m != nil {
		if v, known := verdictOf(m[1]); known {
			return v
		}
	}
	if found := firstVerdict.FindString(text); found != "" {
		v, _ := verdictOf(trimStop(found))
		return v
	}
	if m := spokenVerdict.FindStringSubmatch(text); m != nil {
		if v, known := verdictOf(m[1]); known {
			return v
		}
	}
	return ""
}
