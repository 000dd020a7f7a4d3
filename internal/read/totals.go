package read

import (
	"regexp"
	"strings"
)

const quantityNumber = `([0-9０-９]{1,4}|[一二三四五六七八九十百两零〇]{1,6})`

var (
	// quantity matches a number with the unit that it counts: 4个方面, 12项, 35个具体问题.
	quantity = regexp.MustCompile(quantityNumber + `\s*(?:个|条|项|点|件)?(?:[（(][个条项点件][）)])?\s*(?:主要|具体|突出|重点|整改)?(大类|大方面|类别|方面的?(?:整改|工作)?(?:意见建议|意见|建议)|方面|立行立改(?:事项|问题)?|问题|工作建议|意见建议|意见|建议|措施|表现|类|项|条)`)
	// quantityAfter matches the number behind its unit: 发现问题35个, 整改措施90条.
	quantityAfter = regexp.MustCompile(`(立行立改(?:事项|问题)|问题|意见建议|建议|意见|措施|表现)\s*(?:共计|共|总计|合计)?\s*` + quantityNumber + `\s*(?:个|条|项|件)`)
	// countsNext matches what a number counts behind it: 8个问题16个具体表现.
	countsNext = regexp.MustCompile(`^(?:具体|主要|突出|重点|整改)?(?:问题|表现|方面|大类|措施|建议|意见)`)
	// countsBefore matches a thing right before its number: 措施90条, 制度11项.
	countsBefore = regexp.MustCompile(`(?:问题|建议|意见|事项|措施|制度|线索|任务|清单|办法|文件)\s*(?:共计|共|总计|合计)?\s*$`)
	// givesTotal matches the words that announce a total.
	givesTotal = regexp.MustCompile(`(?:反馈|指出|发现|提出|梳理|查找|查摆|归纳|移交|交办|列出|存在|通报|制定|细化|共|合计|总计)[^。；：]{0,24}$`)
	// givesBare matches the words right before the total of a bare unit (共23项).
	givesBare = regexp.MustCompile(`(?:反馈|指出|发现|提出|梳理|查找|查摆|归纳|列出|存在|通报|共计|共|合计|总计)(?:了|出|为)?\s*$`)
	// refersBack matches the words with which the end of a paper names its total again.
	refersBack = regexp.MustCompile(`(?:针对|对照|对|就|围绕)(?:上述|以上)的?\s*$`)
	// givesPart matches the words after which a number counts only a part, or
	// does not count at all.
	givesPart = regexp.MustCompile(`(?:完成|到位|销号|解决|其中|已经|剩余|尚有|仍有|尚未|未|办结|整改了)[^。；，]{0,8}$|[第每前数几近约超]$`)
	// ofOthers matches the words that tell of another paper's findings.
	ofOthers = regexp.MustCompile(`(?:上一?[轮次届]|前[一几两]轮|此前|以往|历[次轮年届]|往[年届]|审计|信访|主题教育|民主生活会)[^，。；：]*$`)
)

// ofMembers matches the words after which opinions are those of colleagues and of
// those asked, and no recommendations of the paper.
var ofMembers = regexp.MustCompile(`(?:批评|谈心|谈话|民主生活会)|(?:征求|征集|收集|听取|采纳|吸纳)[^，。；：]*$`)

// outerUnits are the units that stand for groups of findings.
var outerUnits = map[string]bool{"大类": true, "大方面": true, "类别": true, "类": true, "方面": true}

// statedTotals finds the totals that the sentences of texts give for the whole
// paper. A total given twice in the same words' sense is kept once.
func statedTotals(texts []string) []Stated {
	out := []Stated{}
	seen := map[Count]bool{}
	for _, text := range texts {
		for _, sentence := range sentences(text) {
			for _, s := range totalsIn(sentence) {
				if key := (Count{s.Unit, s.Count}); !seen[key] && len(out) < mostStated {
					seen[key] = true
					out = append(out, s)
				}
			}
		}
	}
	return out
}

func sentences(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return r == '。' || r == '\n' || r == '；' })
}

// longestSentence is how many bytes a sentence can have that gives totals.
const longestSentence = 6_000

// mostStated is how many totals a paper can give.
const mostStated = 100

// totalsIn reads one sentence: chains such as 4个方面12项35个具体问题, and single
// totals that a verb announces.
func totalsIn(sentence string) []Stated {
	sentence = strings.TrimSpace(sentence)
	if len(sentence) > longestSentence {
		return nil
	}
	found := quantity.FindAllStringSubmatchIndex(sentence, -1)
	var out []Stated
	for i := 0; i < len(found); {
		end := i + 1
		for end < len(found) && linked(sentence[found[end-1][1]:found[end][0]]) {
			end++
		}
		if isTotal(sentence, found[i:end]) {
			out = append(out, chainTotals(sentence, found[i:end])...)
		}
		i = end
	}
	for _, at := range quantityAfter.FindAllStringSubmatchIndex(sentence, -1) {
		if before := sentence[:at[0]]; !countsNext.MatchString(sentence[at[1]:]) && mayBeTotal(before) && givesTotal.MatchString(before) {
			out = appendTotal(out, sentence, sentence[at[4]:at[5]], sentence[at[2]:at[3]])
		}
	}
	return out
}

// chainTotals are the totals of one chain. Where it counts problems twice, as in
// 12个问题35个具体问题, the outer ones are items.
func chainTotals(sentence string, chain [][]int) []Stated {
	var out []Stated
	for _, at := range chain {
		out = appendTotal(out, sentence, sentence[at[2]:at[3]], sentence[at[4]:at[5]])
	}
	problems := false
	for i := len(out) - 1; i >= 0; i-- {
		if out[i].Unit == "问题" && problems {
			out[i].Unit = "项"
		}
		problems = problems || out[i].Unit == "问题"
	}
	return out
}

func appendTotal(out []Stated, sentence, number, unit string) []Stated {
	n, ok := ParseNumeral(number)
	name, before := unitName(unit), sentence
	if at := strings.Index(sentence, number); at >= 0 {
		before = sentence[:at]
	}
	if !ok || name == unitRecommendation && ofMembers.MatchString(before) {
		return out
	}
	return append(out, Stated{Unit: name, Count: n, Text: sentence})
}

func unitName(unit string) string {
	switch {
	case strings.HasPrefix(unit, "立行立改"):
		return unitImmediate
	case strings.HasSuffix(unit, "建议") || strings.HasSuffix(unit, "意见"):
		return unitRecommendation
	case unit == "大方面":
		return "方面"
	case unit == "条":
		return "项"
	}
	return unit
}

// linked tells whether two quantities belong to one chain by what is between them.
func linked(between string) bool {
	return strings.Trim(between, "、，,和及与共计涉的 （(") == ""
}

// isTotal tells whether the quantities of a chain are totals of the paper. A
// chain from an outer unit down always is; a single quantity only where a verb
// announces it and nothing says that it is a part.
func isTotal(sentence string, chain [][]int) bool {
	first, last := chain[0], chain[len(chain)-1]
	before, after := sentence[:first[0]], sentence[last[1]:]
	if !mayBeTotal(before) || countsBefore.MatchString(before) || strings.HasPrefix(after, "中") {
		return false
	}
	unit := sentence[last[4]:last[5]]
	if bare := unit == "项" || unit == "条" || unit == "类"; bare && (!bareUnitEnds(after) || len(chain) == 1 && !givesBare.MatchString(before)) {
		return false
	}
	if len(chain) > 1 {
		return outerUnits[sentence[first[4]:first[5]]] || givesTotal.MatchString(before)
	}
	return givesTotal.MatchString(before) || unit == "问题" && refersBack.MatchString(before)
}

// mayBeTotal tells whether nothing before a number says that it counts a part,
// or what another paper found.
func mayBeTotal(before string) bool {
	return !givesPart.MatchString(before) && !ofOthers.MatchString(before)
}

// bareUnitEnds tells whether nothing follows a bare unit that would make it
// part of a name, as in 八项规定.
func bareUnitEnds(after string) bool {
	return after == "" || strings.HasPrefix(after, "（") || startsWithAny(after, "，、,)） ：:")
}

func startsWithAny(s, set string) bool {
	for _, r := range s {
		return strings.ContainsRune(set, r)
	}
	return false
}
