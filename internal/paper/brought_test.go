package paper_test

import (
	"bytes"
	"os"
	"slices"
	"strings"
	"testing"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/gongwen"
	"bihuan/internal/paper"
	reader "bihuan/internal/read"
)

// sentOut is the report of which testdata/edited.docx was made: taken out,
// edited with tracked changes, opened and saved again by LibreOffice.
func sentOut() *gongwen.Document {
	return &gongwen.Document{
		Title: gongwen.WrapTitle("中共青禾市水务局党组关于巡察反馈意见整改情况的报告"), Subject: "报告", Addressee: gongwen.Text("市委巡察办"),
		Blocks: []gongwen.Block{
			gongwen.P(gongwen.Text("2026年1月8日，市委第一巡察组反馈了意见，", "inspection:i"), gongwen.Text("指出35个具体问题。", "feedback:f"),
				gongwen.Text("已追缴资金12.5万元。", "problem:p")),
			gongwen.Heading{Level: 1, Numbered: true, Text: gongwen.Line{gongwen.Text("反馈问题整改落实情况")}},
			gongwen.Heading{Level: 3, Numbered: true, Text: gongwen.Line{gongwen.Text("关于“留样不全”的问题。", "problem:p1")},
				Follow: gongwen.Line{gongwen.Text("由张建国负责督办。", "problem:p1"), gongwen.Text("该问题已完成。", "problem:p1")}},
			gongwen.P(gongwen.Text("1.组织学习。"), gongwen.Text("印发制度。")),
		},
		Attachments: []gongwen.Attachment{{Title: gongwen.Text("整改台账"), Blocks: []gongwen.Block{gongwen.Table{Rows: []gongwen.Row{{gongwen.C(gongwen.Text("留样不全"))}}}}}},
		Signature:   &gongwen.Signature{Names: []gongwen.Run{gongwen.Text("中共青禾市水务局党组")}, Date: gongwen.Text("2026年7月6日")},
	}
}

func brought(t *testing.T, file []byte) []inspection.Edit {
	t.Helper()
	edits, err := paper.BringBack(t.Context(), sentOut(), "改.docx", file, []string{"张建国"}, reader.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return edits
}

func TestAReportThatComesBackUntouchedDiffersInNothing(t *testing.T) {
	var file bytes.Buffer
	if err := gongwen.WriteDocx(&file, sentOut()); err != nil {
		t.Fatal(err)
	}
	for _, e := range brought(t, file.Bytes()) {
		t.Errorf("%+v", e)
	}
}

// TestAnEditedReportComesBackSentenceBySentence holds what changed in LibreOffice,
// which facts that breaks, and what is left after taking some of it over.
func TestAnEditedReportComesBackSentenceBySentence(t *testing.T) {
	file, err := os.ReadFile("testdata/edited.docx")
	if err != nil {
		t.Fatal(err)
	}
	edits := brought(t, file)
	by := map[string]*inspection.Edit{}
	for n := range edits {
		by[edits[n].Before+"→"+edits[n].After] = &edits[n]
	}
	for _, want := range []struct {
		edit   string
		broken []string
		takes  bool
	}{
		{"已追缴资金12.5万元。→已追缴资金125万元。", []string{"12.5万元"}, true},
		{"由张建国负责督办。→由李四负责督办。", []string{"张建国"}, true},
		{"该问题已完成。→该问题已全部完成。", nil, true},
		{"→新增一段说明。", nil, true},
		{"印发制度。→", nil, true},
		{"2026年7月6日→2026年7月8日", nil, false},
	} {
		e := by[want.edit]
		if e == nil {
			t.Errorf("not found: %s in %+v", want.edit, edits)
			continue
		}
		if !slices.Equal(e.Broken, want.broken) || e.Takes() != want.takes {
			t.Errorf("%s: %+v", want.edit, *e)
		}
		e.Accepted = e.Takes()
	}
	if len(edits) != 6 {
		t.Errorf("%d edits, want 6: %+v", len(edits), edits)
	}
	body, err := gongwen.Encode(sentOut())
	if err != nil {
		t.Fatal(err)
	}
	body, _, err = paper.TakeOver(body, edits)
	if err != nil {
		t.Fatal(err)
	}
	d, err := gongwen.Decode(body)
	if err != nil {
		t.Fatal(err)
	}
	got := text(d)
	for _, want := range []string{"指出35个具体问题。已追缴资金125万元。", "关于“留样不全”的问题。由李四负责督办。该问题已全部完成。", "1.组织学习。\n新增一段说明。", "2026年7月6日"} {
		if !strings.Contains(got, want) {
			t.Errorf("%s is not in\n%s", want, got)
		}
	}
	for r := range d.Runs() {
		switch r.Text {
		case "已追缴资金125万元。", "由李四负责督办。", "新增一段说明。":
			if len(r.Refs) > 0 {
				t.Errorf("%s still rests on %v", r.Text, r.Refs)
			}
		case "该问题已全部完成。", "指出35个具体问题。":
			if len(r.Refs) == 0 {
				t.Errorf("%s rests on nothing", r.Text)
			}
		}
	}
}

// TestAFigureInsideALongerOneIsGone: digits put before or behind a figure of the
// records break it.
func TestAFigureInsideALongerOneIsGone(t *testing.T) {
	for to, want := range map[string]string{"指出135个具体问题。": "35个", "指出350个具体问题。": "35个", "共指出35个具体问题。": ""} {
		d := sentOut()
		d.Blocks[0].(gongwen.Paragraph).Runs[1].Text = to
		var file bytes.Buffer
		if err := gongwen.WriteDocx(&file, d); err != nil {
			t.Fatal(err)
		}
		edits := brought(t, file.Bytes())
		if len(edits) != 1 || strings.Join(edits[0].Broken, "") != want {
			t.Errorf("%s: %+v", to, edits)
		}
	}
}
