package read

import (
	"context"
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTableShowsHowColumnsWereUnderstood(t *testing.T) {
	p := mustParse(t, "台账.xlsx", sheetOf(t, []string{
		"某局整改台账",
		"序号|反馈问题|怎么整改||谁来办|哪天前办好|现在怎样|备注",
		"1|学习少|整改措施：订计划|无关|张三、李四|2026.6.30|已完成|甲",
		"2|督办弱|建台账|无关|王五|长期坚持|整改中|",
		"3|接待超标|清退|无关|赵六|2026年9月底前|差不多|",
	}, "A1:H1"))
	if len(p.Tables) != 1 {
		t.Fatalf("%d tables", len(p.Tables))
	}
	got := p.Tables[0]
	var columns []string
	for _, c := range got.Columns {
		columns = append(columns, c.Letter()+" "+string(c.Field)+" "+string(c.Why))
	}
	want := []string{"A sequence name", "B problem name", "C  ", "D  ", "E owners content", "F due content", "G  ", "H extra name"}
	if d := cmp.Diff(want, columns); d != "" {
		t.Error(d)
	}
	if got.Sheet != "Sheet1" || got.HeadFirst != 2 || got.HeadLast != 2 || got.Rows[0].Role != RowAbove || got.Rows[1].Role != RowHead || got.Rows[2].Role != RowData {
		t.Errorf("%+v", got)
	}
}

func TestRulesOverrideTheGuessAndTablesAreReadAgain(t *testing.T) {
	rows := []string{
		"序号|反馈问题|怎么整改|谁来办|完成时限|现在怎样",
		"1|学习少|订计划|办公室|2026.6.30|差不多",
		"2|督办弱|建台账|财务科|6月底前|已完成",
	}
	data := sheetOf(t, rows)
	opts := Options{Columns: []ColumnRule{
		{Head: "怎么 整改", Field: FieldMeasures}, {Sheet: "Sheet1", Column: 6, Field: FieldVerdict}, {Head: "谁来办", Field: FieldLeadUnit},
	}}
	p, err := Parse(context.Background(), "a.xlsx", readerAt(data), int64(len(data)), opts)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := measuresSketch(p), "problem 1 学习少 [订计划]\nproblem 2 督办弱 [建台账]\n"; got != want {
		t.Fatalf("got\n%swant\n%s", got, want)
	}
	if n := p.Nodes[0]; n.LeadUnit != "办公室" || n.Verdict != "差不多" || n.Measures[0].Source.Cell() != "C2" {
		t.Errorf("%+v", n)
	}
	var doubts []string
	for _, w := range p.Warnings {
		doubts = append(doubts, w.Source.Sheet+"!"+w.Source.Cell()+" "+w.Code)
	}
	if d := cmp.Diff([]string{"Sheet1!F2 verdict.unknown", "Sheet1!E3 due.no-year"}, doubts); d != "" {
		t.Error(d)
	}
	var tables []Table
	kept, err := json.Marshal(p.Tables)
	if err == nil {
		err = json.Unmarshal(kept, &tables)
	}
	if err != nil {
		t.Fatal(err)
	}
	tables[0].Rows[1].Cells[5], tables[0].Rows[2].Cells[4] = "整改中", "2026年6月底前"
	mended, err := Again(context.Background(), tables, opts)
	if err != nil || len(mended.Warnings) != 0 || mended.Nodes[0].Verdict != "整改中" || mended.Nodes[1].Due.Date != "2026-06-30" {
		t.Errorf("%v %+v", err, mended.Warnings)
	}
	left, err := Parse(context.Background(), "a.xlsx", readerAt(data), int64(len(data)), Options{Sheets: []SheetRule{{Sheet: "Sheet1", LeftOut: true}}})
	if err != nil || len(left.Nodes) != 0 || !left.Tables[0].LeftOut {
		t.Errorf("%v %+v", err, left)
	}
}
