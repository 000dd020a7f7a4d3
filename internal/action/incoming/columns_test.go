package incoming_test

import (
	"bytes"
	"context"
	"slices"
	"strconv"
	"testing"

	"bihuan/internal/action"
	takein "bihuan/internal/action/incoming"
	"bihuan/internal/action/planning"
	"bihuan/internal/domain/incoming"
	"bihuan/internal/domain/work"
	"bihuan/internal/ledger"
	"bihuan/internal/query"
	"bihuan/internal/sheet"
	"bihuan/internal/store"

	"pgregory.net/rapid"
)

const ledgerFull = head +
	"1,公务接待台账不全,制度不熟,台账齐全,1. 补齐台账 2. 制定公务接待管理办法,李明,人教科,孙垒,2026年6月底前,已补齐2025年台账,整改中\n" +
	"2,差旅费审核不严,审核走过场,逐单审核,逐单复核差旅费,李明,计财科,赵敏,2026.6.30,,未启动\n" +
	"3,谈心谈话走过场,认识不足,谈心谈话全覆盖,补谈,吴清,人教科,王强,2026.6.30,,整改中\n"

// filled is a bench whose records hold what a ledger brought.
func filled(t *testing.T) *bench {
	b := newBench(t, t.TempDir()+"/db", shelf{"full": ledgerFull}).bring("full")
	b.desk.Heads = ledger.Heads
	b.w.Must(t, "clerk", &takein.Decide{ID: b.id, Group: incoming.New, Choice: incoming.Take})
	b.confirm()
	if p := b.problem("p1"); p.Cause != "制度不熟" || len(b.measures("p1")) == 0 {
		t.Fatalf("the ledger did not get in: %+v", p)
	}
	return b
}

// out takes a list out as a workbook.
func (b *bench) out(t *rapid.T, l work.List) []byte {
	var book sheet.Workbook
	reader := &query.Reader{DB: b.w.Runner.DB, Calendar: b.w.Runner.Calendar}
	err := reader.See(context.Background(), b.w.Actor(b.t, "clerk"), func(v *query.View) error {
		in := query.ListIn{Inspection: "i-bureau"}
		if l == work.ProblemsList {
			found, err := query.ExportProblems(v, in)
			book = ledger.Problems(found)
			return err
		}
		found, err := query.ExportMeasures(v, in)
		book = ledger.Measures(found)
		return err
	})
	var file bytes.Buffer
	if err == nil {
		err = sheet.Write(&file, book)
	}
	if err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

// TestWhatGoesOutComesBackWithoutAQuestion draws a template of a list: columns
// left out, in another order, under other headings. A file in it is read back:
// nothing is in doubt, and nothing differs from the records.
func TestWhatGoesOutComesBackWithoutAQuestion(t *testing.T) {
	b := filled(t)
	needed := map[work.List][]string{work.ProblemsList: {"wording", "leader", "due"}, work.TasksList: {"problem", "text", "due"}}
	id, version := map[work.List]string{}, map[work.List]int{}
	rapid.Check(t, func(t *rapid.T) {
		l := rapid.SampledFrom([]work.List{work.ProblemsList, work.TasksList}).Draw(t, "list")
		cmd := &planning.SaveColumns{InspectionID: "i-bureau", ID: id[l], Version: version[l], List: string(l), Name: "本局" + string(l), InUse: true, Heads: ledger.Heads}
		heads := map[string]bool{}
		for _, head := range ledger.Heads(l) {
			heads[head] = true
		}
		for _, key := range rapid.Permutation(work.ColumnKeys(l)).Draw(t, "order") {
			if !slices.Contains(needed[l], key) && !rapid.Bool().Draw(t, key) {
				continue
			}
			row := planning.ColumnRow{Key: key, Shown: true, Place: len(cmd.Rows) + 1}
			if rapid.Bool().Draw(t, "renamed") {
				row.Head = rapid.StringMatching(`[甲乙丙丁整改情况问题责任领导科室时间方面]{3,10}`).Filter(func(h string) bool { return !heads[h] }).Draw(t, "head")
			}
			heads[row.Head] = true
			cmd.Rows = append(cmd.Rows, row)
		}
		b.w.Must(b.t, "clerk", cmd)
		b.w.See(b.t, func(tx *store.Tx) error {
			c, err := store.ColumnsInUse(tx, "bureau", l)
			id[l], version[l] = c.ID, c.Version
			return err
		})
		look, err := b.desk.Preview(context.Background(), action.Call{Actor: b.w.Actor(b.t, "clerk")}, "i-bureau", "导出"+strconv.Itoa(version[l])+".xlsx", b.out(t, l))
		if err != nil {
			t.Fatalf("%+v: %v", cmd.Rows, err)
		}
		if len(look.Rows()) == 0 {
			t.Fatalf("%+v: nothing was read", cmd.Rows)
		}
		for _, r := range look.Rows() {
			if r.Doubts > 0 || r.State != incoming.Untouched && r.State != incoming.Closed {
				t.Fatalf("%+v: %s %s is %s, %d doubts: %+v", cmd.Rows, r.Kind, r.Label, r.State, r.Doubts, r.Cells)
			}
		}
	})
}
