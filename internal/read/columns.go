package read

import (
	"regexp"
	"strings"
)

// column is what a column of a ledger holds.
type column int

const (
	colNone column = iota
	colSequence
	colAspect
	colItem
	colProblem
	colDetail
	colCauses
	colGoal
	colMeasures
	colLeader
	colLeadUnit
	colSupportUnits
	colOwners
	colDue
	colProgress
	colVerdict
	colSignedOff
	colExtra // known, but without a field of its own: kept in the text
)

// columnWords tell a column by its head, the first that matches. The order
// matters: 整改完成时限 is a deadline, not a verdict.
var columnWords = []struct {
	kind  column
	words *regexp.Regexp
}{
	{colSequence, regexp.MustCompile(`^(?:序号|编号|序|号|No\.?|问题(?:序|编)号)$`)},
	{colDue, regexp.MustCompile(`时限|期限|完成(?:时间|日期)|整改时间|限期|截止|办结时间|时间节点|完成时点`)},
	{colExtra, regexp.MustCompile(`延期|佐证|附件|证明材料|建章立制|制度建设|备注|说明$|金额|依据|项目|通知书|来源|文号|联系|电话|类型|类别$|性质|日期`)},
	{colSignedOff, regexp.MustCompile(`销号|是否(?:完成|办结|整改到位)`)},
	{colCauses, regexp.MustCompile(`原因|根源|成因`)},
	{colGoal, regexp.MustCompile(`目标|预期(?:效果|成效)|整改标准`)},
	{colVerdict, regexp.MustCompile(`完成情况|整改状态|状态|完成程度|办结情况|整改结论|结论|完成与否|整改结果`)},
	{colProgress, regexp.MustCompile(`进展|进度|成效|落实情况|整改情况|推进情况|工作情况|目前情况|效果`)},
	{colLeader, regexp.MustCompile(`(?:责任|分管|牵头|包联|包保|主管|挂点|负责|督办)(?:局|院|县|市|党组|班子)?领导|领导责任|责任领导|分管负责人|责任班子成员|^领导$`)},
	{colSupportUnits, regexp.MustCompile(`(?:配合|协助|协同|参与|协办)`)},
	{colOwners, regexp.MustCompile(`责任人|经办人|承办人|具体负责人|直接责任|责任人员|联络(?:员|人)|^负责人$|科室负责人|第一责任`)},
	{colLeadUnit, regexp.MustCompile(`(?:牵头|责任|主责|主办|承办|整改|落实|负责)(?:科室|单位|部门|处室|股室|机构|主体)|牵头(?:责任)?(?:科室|单位|部门)?$|^(?:科室|部门|单位)$|^责任$`)},
	{colMeasures, regexp.MustCompile(`措施|整改(?:任务|事项|内容|建议|要求|举措|办法)|举措|任务(?:内容|分解)|工作任务|具体任务|^任务$`)},
	{colDetail, regexp.MustCompile(`具体(?:表现|描述|情况|内容)|问题(?:表现|描述|详情)|主要表现|表现形式|^表现$`)},
	{colAspect, regexp.MustCompile(`方面|大类|问题分类|问题类别|^分类$|^类别$|^领域$`)},
	{colItem, regexp.MustCompile(`^(?:项|项目问题|问题归类|共性问题|问题大项)$`)},
	{colProblem, regexp.MustCompile(`问题|意见|事项`)},
}

var bracketed = regexp.MustCompile(`[（(【\[][^）)】\]]*[）)】\]]`)

// columnOf tells what the column under a head holds; colNone when the head says
// nothing known. A head that only its bracket explains is told by the bracket.
func columnOf(head string) column {
	s := squeezed(head)
	if n := len([]rune(s)); n == 0 || n > 24 {
		return colNone
	}
	outside := bracketed.ReplaceAllString(s, "")
	for _, text := range []string{outside, s} {
		for _, c := range columnWords {
			if c.words.MatchString(text) {
				return c.kind
			}
		}
	}
	return colNone
}

// asSequence tells whether a cell holds only a number, as the cells of a
// sequence column do, and gives it.
func asSequence(s string) (int, bool) {
	return ParseNumeral(strings.Trim(squeezed(s), "（()）.．、"))
}
