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
	{colSequence, regexp.MustCompile(`^(?i:序号|编号|序|号|顺序号?|排序|序列|项号|总序号?|分序号?|No\.?|ID|(?:问题|清单|台账|整改|项目|事项|措施|任务|分项)(?:序|编)号)$`)},
	{colProgress, regexp.MustCompile(`(?:完成|整改|进展|落实)情况(?:说明|描述|简述)`)},
	{colExtra, regexp.MustCompile(`实际(?:完成|办结|整改)?(?:时间|日期)|(?:反馈|发现|交办|下发|填报|填表|更新|认定|移交|销号|印发|检查|会议|上报)(?:时间|日期)|延期|延长`)},
	{colDue, regexp.MustCompile(`时限|期限|时效|完成(?:时间|日期|节点)|(?:整改|办理|落实|计划|预计|拟定?)(?:完成)?(?:时间|日期)|限期|截止|截至|到期|办结时间|时间(?:节点|要求|安排|表)|完成时点|^(?:时间|何时完成)$`)},
	{colDetail, regexp.MustCompile(`问题(?:的)?(?:具体)?(?:表现|描述|详情|明细|说明|事实)|具体(?:表现|描述|情况|内容|事例|事实)|主要表现|表现形式|^表现$|典型(?:事例|案例)|情况描述|^描述$`)},
	{colAspect, regexp.MustCompile(`方面|大类|问题(?:分类|类别|类型)|^(?:分类|类别|类型|领域|板块|专题|维度|巡察重点|监督重点)$`)},
	{colExtra, regexp.MustCompile(`佐证|附件|证明材料|印证|建章立制|制度(?:建设|名称|成果|清单|文件)|备注|说明$|金额|数量|个数|依据|^(?:审计)?项目(?:名称)?$|通知书|来源|文号|联系(?:人|方式|号码)|电话|类型|类别|性质|日期|^被|单位名称|填报|填表|审核|出处|页码|条款|移交(?:情况|线索)|问责(?:情况|处理)`)},
	{colSignedOff, regexp.MustCompile(`销号`)},
	{colCauses, regexp.MustCompile(`原因|根源|成因|症结`)},
	{colGoal, regexp.MustCompile(`目标|预期(?:效果|成效|成果)|整改标准|达到(?:的)?(?:效果|标准)`)},
	{colVerdict, regexp.MustCompile(`是否(?:已)?(?:全部|按期|按时)?(?:完成|办结|整改|到位|落实)|完成(?:情况|程度|与否|状态|率)|整改状态|状态|办结情况|整改结论|结论|整改结果|办理结果|评定|^结果$`)},
	{colProgress, regexp.MustCompile(`进展|进度|成效|成果|落实情况|整改(?:落实)?情况|推进情况|工作情况|目前情况|办理情况|执行情况|实施情况|效果|^落实$|已(?:开展|采取|完成)(?:的)?工作`)},
	{colLeader, regexp.MustCompile(`(?:责任|分管|牵头|包联|包保|主管|挂点|挂帅|挂牌|负责|督办|督导|联系|领衔|带队|整改|协管)(?:的)?(?:局|院|校|县|市|区|厅|委|班子|党组|党委|公司|集团)?领导|领导责任|^(?:局|院|校|县|市|区|厅|委|镇|乡|处|所|站|班子|党组|党委|公司|集团|机关)?领导(?:班子)?(?:成员|同志|姓名)?$|分管(?:负责人|同志)|(?:责任|牵头)班子成员|第一责任人|包案领导`)},
	{colSupportUnits, regexp.MustCompile(`配合|协助|协同|参与|参加|协办|协作`)},
	{colOwners, regexp.MustCompile(`责任人|经办|承办人|具体负责|直接责任|责任(?:人员|同志)|联络(?:员|人)|^负责人|科室负责人|整改人|落实人|具体人员|^(?:人员|姓名)$|办理人|专人`)},
	{colLeadUnit, regexp.MustCompile(`(?:牵头|责任|主责|主办|承办|整改|落实|负责|实施|执行|归口|主体)(?:责任|落实|负责)?(?:科|单位|部门|处|股|机构|主体|学院|院系|党组织|党支部|支部|镇街|公司|站所)|牵头$|^(?:科室|部门|单位|处室|股室|责任)$|^(?:整改)?责任(?:落实|分工|主体|归属)$|^(?:主办|承办|主责)$`)},
	{colMeasures, regexp.MustCompile(`措施|整改(?:任务|事项|内容|建议|要求|举措|办法|方式|做法|计划|方案|意见)|举措|对策|任务(?:内容|分解|名称|清单)|(?:工作|具体|重点)任务|^任务$|怎么改|做什么`)},
	{colItem, regexp.MustCompile(`^(?:项|项目问题|问题归类|共性问题|问题大项|整改项目|问题项|反馈事项|一级问题)$`)},
	{colProblem, regexp.MustCompile(`问题|意见|事项|不足|短板|薄弱环节`)},
}

// asksOnly matches heads of what somebody asks for, which is a measure only where
// no other column has any.
var asksOnly = regexp.MustCompile(`建议|要求|意见|任务|事项|内容|计划|方案`)

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
