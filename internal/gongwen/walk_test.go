package gongwen

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestMissingAndRefsFollowTheReading(t *testing.T) {
	d := &Document{
		Title:     []Run{Text("关于整改情况的报告", "paper-1")},
		Addressee: Lack("主送机关"),
		Blocks: []Block{
			Heading{Level: 1, Numbered: true, Text: Line{Text("组织领导")}, Follow: Line{Lack("组长")}},
			P(Text("共3项。", "p-1", "p-2"), Lack("组长")),
			Table{Caption: Lack("表名"), Rows: []Row{{C(Text("一", "p-3")), C(Lack("完成时限"))}}},
		},
		Attachments: []Attachment{
			{Title: Text("清单"), Blocks: []Block{P(Lack("清单内容"))}},
			{Title: Text("另送"), ListedOnly: true, Blocks: []Block{P(Lack("不印"))}},
		},
		Signature: &Signature{Names: []Run{Text("某局", "org-1")}, Date: Lack("成文日期")},
		Imprint:   &Imprint{Printer: Lack("印发机关")},
	}
	want := []string{"主送机关", "组长", "表名", "完成时限", "成文日期", "清单内容", "印发机关"}
	if diff := cmp.Diff(want, d.Missing()); diff != "" {
		t.Errorf("Missing (-want +got):\n%s", diff)
	}
	refs := []string{"paper-1", "p-1", "p-2", "p-3", "org-1"}
	if diff := cmp.Diff(refs, d.Refs()); diff != "" {
		t.Errorf("Refs (-want +got):\n%s", diff)
	}
}

func TestRunsStopWhenTheReaderStops(t *testing.T) {
	d := &Document{Title: []Run{Text("一"), Text("二")}, Blocks: []Block{P(Text("三"))}}
	n := 0
	for range d.Runs() {
		if n++; n == 2 {
			break
		}
	}
	if n != 2 {
		t.Errorf("took %d runs, want 2", n)
	}
}
