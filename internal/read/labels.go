package read

import (
	"regexp"
	"slices"
	"strings"
)

// labelWords are the labels inside plans and reports, by what follows them.
var labelWords = map[column][]string{
	colCauses: {"原因分析", "问题原因", "存在原因", "产生原因", "原因剖析", "成因分析", "根源分析", "主要原因"},
	colGoal:   {"整改目标", "工作目标", "预期目标", "目标要求", "整改要求", "目标"},
	colMeasures: {
		"整改措施", "具体整改措施", "具体措施", "整改举措", "工作措施", "主要措施", "整改任务", "整改内容", "整改事项", "措施",
	},
	colProgress: {
		"整改进展", "整改进展情况", "进展情况", "整改情况", "整改落实情况", "落实情况", "整改成效", "整改结果", "整改效果",
		"目前进展", "工作进展", "推进情况", "取得成效", "整改进度",
	},
	colLeader:       {"责任领导", "牵头领导", "分管领导", "包联领导", "包保领导", "责任局领导", "整改责任领导", "牵头责任领导", "责任班子成员"},
	colLeadUnit:     units("牵头", "牵头责任", "责任", "整改责任", "主办", "承办", "主责", "负责"),
	colSupportUnits: units("配合", "协办", "协助", "协同", "参与", "配合责任"),
	colOwners:       {"责任人", "经办人", "承办人", "具体责任人", "直接责任人", "责任人员", "整改责任人", "具体负责人", "科室责任人", "科室负责人"},
	colDue: {
		"完成时限", "整改时限", "整改完成时限", "办结时限", "时限", "完成时间", "整改时间", "完成期限", "整改期限", "完成日期", "时间节点", "时限要求",
	},
	colVerdict: {"整改状态", "完成状态", "完成情况", "整改完成情况", "整改结论", "办理状态", "是否完成", "销号情况", "是否销号"},
	colExtra:   {"佐证材料", "备注", "建章立制情况", "建章立制", "制度成果"},
}

// units makes labels such as 牵头科室 and 牵头单位 from their first words.
func units(first ...string) []string {
	var out []string
	for _, f := range first {
		for _, last := range []string{"科室", "单位", "部门", "处室", "股室", "机构"} {
			out = append(out, f+last)
		}
	}
	return append(out, first[0]+"方")
}

var labelKinds = kindsOfLabels()

func kindsOfLabels() map[string]column {
	kinds := map[string]column{}
	for kind, words := range labelWords {
		for _, w := range words {
			kinds[w] = kind
		}
	}
	return kinds
}

var labelPattern = patternOfLabels()

// patternOfLabels matches a label with what may stand before it (group 1): the
// start, a stop, a blank or an opening bracket. Group 2 or 3 is the word.
func patternOfLabels() *regexp.Regexp {
	var words []string
	for w := range labelKinds {
		words = append(words, w)
	}
	slices.SortFunc(words, func(a, b string) int {
		if len(a) != len(b) {
			return len(b) - len(a)
		}
		return strings.Compare(a, b)
	})
	any := strings.Join(words, "|")
	return regexp.MustCompile(`(^|[。；;，,、\s\x{3000}（(\[])(?:(` + any + `)(?:[（(][^（）()：:]{1,14}[）)])?\s*[：:]|[【\[](` + any + `)[】\]]\s*[：:]?)`)
}

// labelled is a label with the text that belongs to it.
type labelled struct {
	kind      column
	name      string
	value     string
	bracketed bool // the label stands in brackets, behind what it belongs to
}

// splitLabels parts a text into what stands before its first label and the
// labels. Brackets around a group of labels are taken off.
func splitLabels(text string) (before string, fields []labelled) {
	found := labelPattern.FindAllStringSubmatchIndex(text, -1)
	if len(found) == 0 {
		return text, nil
	}
	before = strings.TrimSpace(text[:found[0][0]])
	if lead := text[found[0][2]:found[0][3]]; lead == "。" || lead == "；" {
		before += lead
	}
	bracketed := false
	for i, at := range found {
		end := len(text)
		if i+1 < len(found) {
			end = found[i+1][0]
		}
		name := wordOf(text, at)
		value := strings.TrimSpace(text[at[1]:end])
		lead := text[at[2]:at[3]]
		bracketed = bracketed || lead == "（" || lead == "("
		bare := unbracketed(value)
		fields = append(fields, labelled{kind: labelKinds[name], name: name, value: bare, bracketed: bracketed})
		bracketed = bracketed && bare == value
	}
	return before, fields
}

func wordOf(text string, at []int) string {
	if at[4] >= 0 {
		return text[at[4]:at[5]]
	}
	return text[at[6]:at[7]]
}

// unbracketed takes off a closing bracket whose opening one stands outside.
func unbracketed(s string) string {
	bare := strings.TrimRight(s, "。；; ")
	for _, pair := range []string{"（）", "()"} {
		opening, closing := []rune(pair)[0], []rune(pair)[1]
		if strings.HasSuffix(bare, string(closing)) && strings.Count(bare, string(closing)) > strings.Count(bare, string(opening)) {
			return strings.TrimSuffix(bare, string(closing))
		}
	}
	return s
}

// labelStart tells whether a text begins with a label such as 整改目标：, or is
// a label alone.
func labelStart(text string) bool {
	if _, alone := labelKinds[squeezed(text)]; alone {
		return true
	}
	at := labelPattern.FindStringIndex(text)
	return at != nil && at[0] == 0 && !startsWithAny(text, "。；;，,、")
}

// fieldsOf is splitLabels, and takes a text that is a label alone as one too.
func fieldsOf(text string) (before string, fields []labelled) {
	if kind, alone := labelKinds[squeezed(text)]; alone && kind != colExtra {
		return "", []labelled{{kind: kind, name: squeezed(text)}}
	}
	return splitLabels(text)
}
