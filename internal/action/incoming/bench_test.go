package incoming_test

import (
	"bytes"
	"fmt"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	takein "bihuan/internal/action/incoming"
	"bihuan/internal/domain/incoming"
	"bihuan/internal/domain/work"
	"bihuan/internal/query"
	"bihuan/internal/read"
	"bihuan/internal/store"
)

const (
	manyProblems = 2500
	perProblem   = 4 // measures, a row each
)

// BenchmarkALedgerOf10000Rows brings a ledger of 10,000 rows and fifteen columns
// in: reading it into rows, showing a page of them, and putting all into the
// records.
func BenchmarkALedgerOf10000Rows(b *testing.B) {
	book := manyRows(b)
	for b.Loop() {
		in := manyAtBench(b, book)
		begun := time.Now()
		step := func(name string) {
			b.ReportMetric(time.Since(begun).Seconds(), name)
			begun = time.Now()
		}
		in.bring("many")
		step("read-s")
		for _, of := range []query.ImportOf{{}, {Page: 150}, {Only: "doubt"}, {Search: "问题24"}} {
			of.ID = in.id
			in.page(of)
		}
		step("four-pages-s")
		in.w.Must(b, "clerk", &takein.FixAll{ID: in.id, Version: in.state().Version, Sort: incoming.SortPerson, Text: "孙垒", Value: "officer"})
		step("fix-all-s")
		in.w.Must(b, "clerk", &takein.Decide{ID: in.id, Group: incoming.Conflict, Choice: incoming.Take})
		in.confirm()
		step("apply-s")
		if i := in.state(); i.State != incoming.Applied || i.Left != 0 {
			b.Fatalf("the import is %+v", i)
		}
	}
}

func (b *bench) page(of query.ImportOf) {
	b.t.Helper()
	err := b.w.Reader.See(b.t.Context(), b.w.Actor(b.t, "clerk"), func(v *query.View) error {
		_, err := query.Import(v, of)
		return err
	})
	if err != nil {
		b.t.Fatal(err)
	}
}

func manyAtBench(b *testing.B, book []byte) *bench {
	b.Helper()
	in := newBench(b, b.TempDir()+"/db", shelf{"many": string(book)})
	in.name, in.desk.Reading = "many.xlsx", read.Options{MaxTime: time.Minute}
	in.w.Write(b, func(tx *store.Tx) error {
		for i := range manyProblems {
			p := work.Problem{ID: fmt.Sprintf("many-%d", i), OrgID: "bureau", InspectionID: "i-bureau", Number: fmt.Sprintf("9.%d", i+1), Seq: 10 + i,
				Title: manyTitle(i), Verdict: work.NotStarted, LeadDeptID: "d1"}
			if err := store.Problems.Insert(tx, &p); err != nil {
				return err
			}
		}
		return nil
	})
	return in
}

func manyTitle(i int) string {
	return fmt.Sprintf("问题%d不深入，第%d号台账不全", i+1, i*7919%manyProblems)
}

// manyRows is the ledger: aspects and problems in merged cells.
func manyRows(b *testing.B) []byte {
	b.Helper()
	f := excelize.NewFile()
	rows := [][]any{{"序号", "方面", "反馈问题", "具体表现", "原因分析", "整改目标", "整改措施", "责任领导", "牵头科室", "配合科室", "责任人", "完成时限", "进展情况", "完成情况", "备注"}}
	for i := range manyProblems * perProblem {
		p, owner := i/perProblem, "孙磊"
		if p%50 == 0 {
			owner = "孙垒"
		}
		rows = append(rows, []any{p + 1, fmt.Sprintf("方面%d", p/100), manyTitle(p), "全年仅学习三次", "认识不到位", "建立制度", fmt.Sprintf("制定第%d项制度并按季检查", i),
			"李明", "人教科", "财务科", owner, "2026年6月底前", fmt.Sprintf("第%d项已起草", i), "整改中", ""})
	}
	for i, row := range rows {
		cell, _ := excelize.CoordinatesToCellName(1, i+1) // within the sheet
		if err := f.SetSheetRow("Sheet1", cell, &row); err != nil {
			b.Fatal(err)
		}
	}
	for p := range manyProblems {
		top, end := p*perProblem+2, p*perProblem+perProblem+1
		for _, column := range []string{"A", "C", "D", "E", "F"} {
			if err := f.MergeCell("Sheet1", fmt.Sprint(column, top), fmt.Sprint(column, end)); err != nil {
				b.Fatal(err)
			}
		}
		if p%100 == 0 {
			if err := f.MergeCell("Sheet1", fmt.Sprint("B", top), fmt.Sprint("B", top+100*perProblem-1)); err != nil {
				b.Fatal(err)
			}
		}
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		b.Fatal(err)
	}
	return out.Bytes()
}
