package gongwen

import (
	"fmt"
	"strings"
)

// downwardNotice is a paper downward of four pages with an imprint.
func downwardNotice() *Document {
	d := &Document{Head: []Run{Text("中共云岭市市场监督管理局党组文件")}, Number: Text("云市监党〔2026〕12号"),
		Title: WrapTitle("中共云岭市市场监督管理局党组关于成立巡察整改工作领导小组的通知"), Addressee: Text("各科室、局属各单位"),
		Signature: &Signature{Names: []Run{Text("中共云岭市市场监督管理局党组")}, Date: Text("2026年3月9日"), Seal: true},
		Imprint:   &Imprint{CopyTo: Text("市委巡察工作领导小组办公室"), Printer: Text("云岭市市场监督管理局办公室"), PrintDate: Text("2026年3月9日")}}
	line := strings.Repeat("领导小组负责统筹整改工作，研究重大事项，督促按期完成。", 3)
	for n := range 4 {
		d.Blocks = append(d.Blocks, Heading{Level: 1, Numbered: true, Text: Line{Text("工作职责")}})
		for range 4 + n%2 {
			d.Blocks = append(d.Blocks, P(Text(line)))
		}
	}
	return d
}

// letter is a paper in the form of a letter with copies at its foot.
func letter() *Document {
	d := &Document{Head: []Run{Text("中共云岭市委巡察工作领导小组办公室")}, Letter: true, Number: Text("云巡督〔2026〕3号"),
		Title: WrapTitle("督办通知书"), Addressee: Text("中共云岭市市场监督管理局党组"),
		Signature: &Signature{Names: []Run{Text("中共云岭市委巡察工作领导小组办公室")}, Date: Text("2026年6月9日"), Seal: true},
		Imprint:   &Imprint{CopyTo: Text("市纪委监委，市委组织部")}}
	d.Blocks = append(d.Blocks, P(Text(strings.Repeat("请于2026年6月30日前书面回复办理情况。", 4))))
	return d
}

// minutes are the minutes of a meeting with who was there.
func minutes() *Document {
	d := &Document{Head: []Run{Text("中共云岭市市场监督管理局党组会议纪要")}, Number: Text("〔2026〕3号"), Title: WrapTitle("局党组专题会议纪要"),
		Attendance: []Roll{{"出席", Line{Text("张守正、李明、欧阳镕、周堃、陈玥、王珺、赵喆、孙旻、吴清、何静、林建国、黄志强、郭爱华")}},
			{"请假", Line{Text("马力")}}, {"列席", Line{Text("人事科、财务科主要负责人")}}},
		Imprint: &Imprint{CopyTo: Text("局党组成员，各科室"), Printer: Text("云岭市市场监督管理局办公室"), PrintDate: Text("2026年3月9日")}}
	for n := range 3 {
		d.Blocks = append(d.Blocks, P(Text(fmt.Sprintf("会议议定事项%d：由办公室牵头，3月底前完成。", n+1))))
	}
	return d
}

// exactLines is body text in which every line holds 28 full-width characters,
// and enough of it for two pages.
func exactLines() *Document {
	d := &Document{}
	for range 45 {
		d.Blocks = append(d.Blocks, Paragraph{Runs: Line{Text(strings.Repeat("闭环整改落实到位", 3) + "取得实效")}, Align: Left})
	}
	return d
}

// onEdge has a heading that would be the last line of a page, and a signature
// that the text leaves no room for.
func onEdge(lines int) *Document {
	d := &Document{Signature: &Signature{Names: []Run{Text("中共云岭市市场监督管理局党组")}, Date: Text("2026年3月9日"), Seal: true}}
	for range lines {
		d.Blocks = append(d.Blocks, P(Text("一行之内的短段落。")))
	}
	d.Blocks = append(d.Blocks, Heading{Level: 1, Numbered: true, Text: Line{Text("不能落单的标题")}})
	for range 16 {
		d.Blocks = append(d.Blocks, P(Text("一行之内的短段落。")))
	}
	d.Blocks = append(d.Blocks, P(Text(strings.Repeat("最后一段较长的文字，不应使署名单独成页。", 7))))
	return d
}
