package gongwen

import (
	"fmt"
	"strings"
	"time"
)

// upwardReport is a paper with everything that a paper can have.
func upwardReport() *Document {
	return &Document{
		CopyNumber: "000001", Secrecy: "内部", Urgency: "平急",
		Head:        []Run{Text("中共云岭市市场监督管理局党组文件")},
		Number:      Text("云市监党〔2026〕5号"),
		Signatories: []Run{Text("张守正"), Text("欧阳镕")},
		Title:       WrapTitle("中共云岭市市场监督管理局党组关于市委第三巡察组反馈意见整改进展情况的报告"),
		Addressee:   Text("市委巡察工作领导小组办公室"),
		Blocks:      reportBlocks(),
		Attachments: []Attachment{
			{Title: Text("巡察反馈问题整改台账"), Landscape: true, Blocks: []Block{ledgerTable(8)}},
			{Title: Text("整改期间建立健全的制度清单以及一个很长很长需要回行的附件名称的样子"), Blocks: []Block{P(Text("一、制度两项。"))}},
			{Title: Text("佐证材料光盘"), ListedOnly: true},
		},
		Signature: &Signature{Names: []Run{Text("中共云岭市市场监督管理局党组", "org-1")}, Date: Text("2026年7月9日"), Seal: true},
		Note:      Text("联系人：王喆，联系电话：0000-1234567"),
		Imprint:   &Imprint{CopyTo: Text("市纪委监委，市委组织部，市委宣传部，市委第三巡察组，驻局纪检监察组，各区县市场监督管理局"), Printer: Text("云岭市市场监督管理局办公室"), PrintDate: Text("2026年7月9日")},
		Author:    "云岭市市场监督管理局", Created: time.Date(2026, 7, 9, 8, 0, 0, 0, time.UTC),
	}
}

func reportBlocks() []Block {
	body := strings.Repeat("聚焦“关键少数”——坚持举一反三、标本兼治，切实做到真改、实改……", 3)
	return []Block{
		P(Text("2026年3月12日，市委第三巡察组反馈了4个方面12项35个具体问题。", "feedback-1", "p-1"), Text("现将整改情况报告如下：")),
		Heading{Level: 1, Numbered: true, Text: Line{Text("组织领导情况")}},
		P(Text(body), Lack("动员会日期")),
		Heading{Level: 2, Numbered: true, Text: Line{Text("落实主体责任。")}, Follow: Line{Text(body)}},
		Heading{Level: 3, Numbered: true, Text: Line{Text("关于学习不深入的问题。")}, Follow: Line{Text("已完成。"), Run{Text: "销号", Style: Bold}, Run{Text: "2项", Style: Kai | Underline}}},
		Heading{Level: 4, Numbered: true, Text: Line{Text("举一反三")}},
		Heading{Level: 2, Numbered: true, Text: Line{Text("完成情况")}},
		Table{Caption: Text("表1　整改完成情况统计"), Unit: Text("单位：个（截至2026年7月1日）"), Widths: []float64{2, 1, 1, 1},
			Head: []Row{{cell("方面", 1, 2), cell("问题数", 3, 1)}, {C(Text("合计")), C(Text("已完成")), C(Text("整改中"))}},
			Rows: []Row{{C(Text("落实党的理论和路线方针政策")), C(Text("12", "q")), C(Text("11")), C(Text("1"))}, {C(Text("全面从严治党")), C(Text("23")), C(Text("22")), C(Lack("整改中问题数"))}}},
		Heading{Level: 1, Numbered: true, Text: Line{Text("下一步工作")}},
		P(Text(body)),
	}
}

func cell(text string, cols, rows int) Cell {
	return Cell{Lines: []Line{{Text(text)}}, ColSpan: cols, RowSpan: rows}
}

func ledgerTable(n int) Table {
	t := Table{Unit: Text("单位：云岭市市场监督管理局"), Points: 10.5, Widths: []float64{1, 2, 4, 6, 2, 2, 2},
		Head: []Row{{C(Text("序号")), C(Text("方面")), C(Text("反馈问题")), C(Text("整改措施")), C(Text("责任领导")), C(Text("完成时限")), C(Text("进展"))}}}
	for i := range n {
		row := Row{{Lines: []Line{{Text(fmt.Sprint(i + 1))}}, Align: Center}}
		if i%4 == 0 {
			row = append(row, cell("落实党的理论和路线方针政策方面", 1, 4))
		}
		row = append(row, C(Text("理论学习中心组学习研讨不够深入，2025年有3次以传达文件代替研讨")),
			Cell{Lines: []Line{{Text("1.修订学习制度，明确每季度专题研讨不少于1次；")}, {Text("2.开展“回头看”，举一反三。")}}},
			C(Text("张守正")), C(Text("2026年6月30日")), C(Text("已完成")))
		t.Rows = append(t.Rows, row)
	}
	return t
}

// plainReport is a paper without a head of some 3,700 characters: six sections
// of long paragraphs, as the reports of heads are.
func plainReport() *Document {
	d := &Document{Title: WrapTitle("局党组主要负责人组织落实巡察反馈意见整改情况的报告"), Addressee: Text("市委巡察办")}
	sentence := "本人主持召开第%d次党组会，逐项听取“三个清单”推进情况，明确责任领导、牵头科室和完成时限；"
	for i := range 6 {
		d.Blocks = append(d.Blocks, Heading{Level: 1, Numbered: true, Text: Line{Text("扛牢主体责任，推动整改任务落到实处")}})
		var b strings.Builder
		for j := range 13 {
			fmt.Fprintf(&b, sentence, i*13+j+1)
		}
		d.Blocks = append(d.Blocks, P(Text(b.String()+"整改取得阶段性成效。")))
	}
	d.Signature = &Signature{Names: []Run{Text("张守正")}, Date: Text("2026年7月9日")}
	return d
}
