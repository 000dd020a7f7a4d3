package work

import "regexp"

var (
	similarWords  = regexp.MustCompile(`举一反三|全面排查|全面自查|排查同类|类似问题|全系统`)
	longTermWords = regexp.MustCompile(`(?:建立|健全|完善|制定|修订|出台|印发).{0,24}(?:制度|机制|办法|规定|细则|规范|规程|清单)|长效机制|常态化`)
)

// KindOf proposes the kind of a measure from its wording: similar cases and
// long-term ones say so, the others deal with the case itself.
func KindOf(text string) MeasureKind {
	switch {
	case similarWords.MatchString(text):
		return Similar
	case longTermWords.MatchString(text):
		return LongTerm
	}
	return Direct
}
