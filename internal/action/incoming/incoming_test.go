package incoming_test

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"io"
	"testing"

	"bihuan/internal/action"
	takein "bihuan/internal/action/incoming"
	"bihuan/internal/domain/incoming"
	"bihuan/internal/domain/plan"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
	"bihuan/internal/query"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

// shelf keeps uploaded files by their hash.
type shelf map[string]string

func (s shelf) Open(_ context.Context, hash string, _ int64) (io.ReadCloser, error) {
	return io.NopCloser(bytes.NewReader([]byte(s[hash]))), nil
}

// bench is an import on its way.
type bench struct {
	t    testing.TB
	w    *testkit.World
	desk *takein.Desk
	id   string
	name string // of the file, by its hash where empty
}

func newBench(t testing.TB, url string, files shelf) *bench {
	w := testkit.NewWorld(t, url)
	return &bench{t: t, w: w, desk: &takein.Desk{Runner: w.Runner, Files: files, Actor: query.ActorOf}}
}

// bring uploads a file as a clerk and has it read.
func (b *bench) bring(hash string) *bench {
	b.t.Helper()
	b.id = b.w.Must(b.t, "clerk", &takein.Take{InspectionID: "i-bureau", FileName: cmp.Or(b.name, hash+".csv"), FileHash: hash, FileSize: 10})
	b.job(b.desk.ReadFile)
	return b
}

func (b *bench) job(do func(context.Context, string) error) {
	b.t.Helper()
	payload, err := json.Marshal(map[string]string{"Import": b.id, "Account": "clerk"})
	if err == nil {
		err = do(context.Background(), string(payload))
	}
	if err != nil {
		b.t.Fatal(err)
	}
}

func (b *bench) confirm() {
	b.t.Helper()
	b.w.Must(b.t, "clerk", &takein.Confirm{ID: b.id, Version: b.state().Version})
	b.job(b.desk.Apply)
}

func (b *bench) state() (i incoming.Import) {
	b.w.See(b.t, func(tx *store.Tx) (err error) { i, err = store.Imports.Get(tx, b.id); return err })
	return i
}

func (b *bench) rows() (rows []incoming.Row) {
	b.w.See(b.t, func(tx *store.Tx) (err error) {
		rows, err = store.ImportRows.List(tx, "WHERE import_id = ? ORDER BY seq", b.id)
		return err
	})
	return rows
}

// row gives the row whose label begins so.
func (b *bench) row(label string) *incoming.Row {
	b.t.Helper()
	for _, r := range b.rows() {
		if len(r.Label) >= len(label) && r.Label[:len(label)] == label {
			return &r
		}
	}
	b.t.Fatalf("no row %s among %v", label, b.rows())
	return nil
}

func (b *bench) problem(id string) (p work.Problem) {
	b.w.See(b.t, func(tx *store.Tx) (err error) { p, err = store.Problems.Get(tx, id); return err })
	return p
}

func (b *bench) measures(problem string) (all []work.Measure) {
	b.w.See(b.t, func(tx *store.Tx) (err error) {
		all, err = store.Measures.List(tx, "WHERE problem_id = ? ORDER BY seq", problem)
		return err
	})
	return all
}

const head = "序号,反馈问题,原因分析,整改目标,整改措施,责任领导,牵头科室,责任人,完成时限,进展情况,完成情况\n"

const ledgerOne = head +
	"1,公务接待台账不全,制度不熟,台账齐全,1. 补齐台账 2. 制定公务接待管理办法,李明,人教科,孙垒,2026年6月底前,已补齐2025年台账,整改中\n" +
	"2,差旅费审核不严,审核走过场,逐单审核,逐单复核差旅费,李明,计财科,赵敏,2026年13月,,未启动\n" +
	"3,谈心谈话走过场,认识不足,谈心谈话全覆盖,补谈,吴清,人教科,王强,2026.6.30,,整改中\n"

func TestALedgerIsMendedDecidedAppliedAndImportedAgain(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		b := newBench(t, url, shelf{"one": ledgerOne}).bring("one")
		if i := b.state(); i.State != incoming.Open || i.Kind != "ledger" || len(i.Columns) != 11 {
			t.Fatalf("after reading: %+v", i)
		}
		if got := b.problem("p1"); got.Cause != "" || got.Version != 1 {
			t.Fatal("reading wrote into the records")
		}
		first := b.row("公务接待")
		if c := first.Cell(incoming.Owner); c != nil && c.Doubt != incoming.PersonPinyin {
			t.Errorf("孙垒 gave %+v", c)
		}
		if c := b.row("差旅费").Cell(incoming.Due); c.Doubt == "" || c.At != "I3" {
			t.Errorf("2026年13月 gave %+v", c)
		}
		// All 孙垒 are 孙磊, all 计财科 the finance department; one deadline is typed.
		b.w.Must(t, "clerk", &takein.FixAll{ID: b.id, Version: b.state().Version, Sort: incoming.SortPerson, Text: "孙垒", Value: "officer"})
		b.w.Must(t, "clerk", &takein.FixAll{ID: b.id, Version: b.state().Version, Sort: incoming.SortDepartment, Text: "计财科", Value: "d2"})
		for _, label := range []string{"差旅费", "逐单复核"} {
			r := b.row(label)
			b.w.Must(t, "clerk", &takein.MendCell{ID: r.ID, Seen: r.Version, Field: incoming.Due, Value: "2026年6月30日"})
		}
		for _, r := range b.rows() {
			if r.Doubts > 0 {
				t.Errorf("still in doubt: %s %+v", r.Label, r.Cells)
			}
		}
		// The product has other people: these are conflicts, and one is decided.
		second := b.row("差旅费")
		if second.State != incoming.Conflict || second.Cell(incoming.Cause).State != incoming.New {
			t.Errorf("the second row is %s, %+v", second.State, second.Cells)
		}
		b.w.Must(t, "clerk", &takein.Decide{ID: b.id, Rows: []string{second.ID}, Choice: incoming.Take})
		b.confirm()
		if i := b.state(); i.State != incoming.Applied || i.AppliedBy != "clerk" {
			t.Fatalf("after applying: %+v", i)
		}
		p1, p2, p3 := b.problem("p1"), b.problem("p2"), b.problem("p3")
		if p1.Cause != "制度不熟" || p1.Verdict != work.UnderWay {
			t.Errorf("the first problem is %+v", p1)
		}
		if p2.LeadDeptID != "d2" || p2.OwnerID != "depthead2" || p2.Cause != "审核走过场" {
			t.Errorf("what was decided is not there: %+v", p2)
		}
		if p3.LeaderID != "leader" || p3.Goal != "谈心谈话全覆盖" {
			t.Errorf("an undecided conflict was written: %+v", p3)
		}
		if m := b.measures("p1"); len(m) != 2 || m[1].Kind != work.LongTerm || m[0].Verdict != work.UnderWay {
			t.Errorf("measures %+v", m)
		}
		b.nothingNew("one", map[string]incoming.Comparison{"谈心谈话": incoming.Conflict, "补谈": incoming.Untouched})
		for _, r := range b.rows() {
			if r.Doubts > 0 {
				t.Errorf("again in doubt: %s %+v", r.Label, r.Cells)
			}
		}
	})
}

// nothingNew brings a file again: every row but those named is untouched.
func (b *bench) nothingNew(hash string, but map[string]incoming.Comparison) {
	b.t.Helper()
	b.bring(hash)
	for _, r := range b.rows() {
		want := incoming.Untouched
		for label, c := range but {
			if len(r.Label) >= len(label) && r.Label[:len(label)] == label {
				want = c
			}
		}
		if r.State != want {
			b.t.Errorf("again: %s is %s: %+v", r.Label, r.State, r.Cells)
		}
	}
}

func TestWhatThePersonChangedIsAConflictAndWhatTheFileChangedAChange(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		one := "序号,反馈问题,原因分析,整改目标,整改措施\n1,公务接待台账不全,甲因,甲标,补齐台账\n2,差旅费审核不严,乙因,乙标,1. 复核 2. 追回\n"
		two := "序号,反馈问题,原因分析,整改目标,整改措施\n1,公务接待台账不全,新因,新标,补齐台账\n2,差旅费审核不严,乙因,乙标,1. 复核\n"
		b := newBench(t, url, shelf{"one": one, "two": two}).bring("one")
		b.confirm()
		b.w.Write(t, func(tx *store.Tx) error {
			p, err := store.Problems.Get(tx, "p1")
			p.Goal = "办公室自己写的目标"
			if err == nil {
				err = store.Problems.Update(tx, &p)
			}
			return err
		})
		b.bring("two")
		first := b.row("公务")
		if first.Cell(incoming.Cause).State != incoming.Changed || first.Cell(incoming.Goal).State != incoming.Conflict {
			t.Errorf("the first row is %+v", first.Cells)
		}
		if gone := b.row("追回"); gone.State != incoming.Gone || len(gone.Cells) != 0 {
			t.Errorf("a measure that the file has no more is %+v", gone)
		}
		b.w.Must(t, "clerk", &takein.MendCell{ID: first.ID, Seen: first.Version, Field: incoming.Goal, Retain: true})
		b.w.Must(t, "clerk", &takein.Decide{ID: b.id, Group: incoming.Changed, Choice: incoming.Take})
		b.w.Must(t, "clerk", &takein.Decide{ID: b.id, Group: incoming.Gone, Choice: incoming.Take})
		b.confirm()
		if p := b.problem("p1"); p.Cause != "新因" || p.Goal != "办公室自己写的目标" {
			t.Errorf("the problem is %+v", p)
		}
		if m := b.measures("p2"); len(m) != 2 || m[1].Text != "复核" {
			t.Errorf("the measures are %+v", m)
		}
		b.nothingNew("two", nil)
	})
}

func TestARecordThatMovedMeanwhileStopsAllOfIt(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		b := newBench(t, url, shelf{"one": "序号,反馈问题,原因分析,整改措施\n1,公务接待台账不全,甲因,补齐台账\n2,差旅费审核不严,乙因,复核\n"}).bring("one")
		b.w.Must(t, "clerk", &takein.Confirm{ID: b.id, Version: b.state().Version})
		b.w.Write(t, func(tx *store.Tx) error {
			p, err := store.Problems.Get(tx, "p2")
			p.Cause = "别人写的原因"
			if err == nil {
				err = store.Problems.Update(tx, &p)
			}
			return err
		})
		b.job(b.desk.Apply)
		if i := b.state(); i.State != incoming.Open || i.Fault != "incoming.moved" {
			t.Fatalf("the import is %+v", i)
		}
		if p := b.problem("p1"); p.Cause != "" {
			t.Error("half of it was written")
		}
		if r := b.row("差旅"); r.State != incoming.Conflict {
			t.Errorf("compared anew it is %s", r.State)
		}
	})
}

func TestSignedOffProblemsAndFixedDeadlinesStay(t *testing.T) {
	w := newBench(t, t.TempDir()+"/db", shelf{"one": "序号,反馈问题,原因分析,完成时限,整改措施\n1,公务接待台账不全,甲因,2026.6.30,补齐台账\n2,差旅费审核不严,乙因,2027.12.31,复核\n"})
	w.w.Write(t, func(tx *store.Tx) error {
		p, err := store.Problems.Get(tx, "p1")
		p.ClosedOn = "2026-03-09"
		if err == nil {
			err = store.Problems.Update(tx, &p)
		}
		return err
	})
	w.bring("one")
	if r := w.row("公务"); r.State != incoming.Closed {
		t.Errorf("a signed-off problem is %s", r.State)
	}
	if c := w.row("差旅").Cell(incoming.Due); c.Doubt != incoming.DueLate {
		t.Errorf("a deadline after the period gave %+v", c)
	}
	w.w.Must(t, "clerk", &takein.Explain{ID: w.id, Version: w.state().Version, Reason: "跨年项目"})
	r := w.row("差旅")
	if c := r.Cell(incoming.Due); c.Doubt != "" {
		t.Errorf("with a reason it is %+v", c)
	}
	w.w.Must(t, "clerk", &takein.Decide{ID: w.id, Rows: []string{r.ID}, Choice: incoming.Take})
	w.confirm()
	if p := w.problem("p1"); p.Cause != "" {
		t.Error("a signed-off problem was changed")
	}
	if p := w.problem("p2"); p.Deadline != "2027-12-31" {
		t.Errorf("the deadline is %s (%+v)", p.Deadline, w.state())
	}
}

func TestAMappingIsKeptAsATemplateAndUsedTheNextTime(t *testing.T) {
	file := "号数,存在的不足,根子在哪,咋办\n1,公务接待台账不全,甲因,补齐台账\n2,差旅费审核不严,乙因,复核\n"
	b := newBench(t, t.TempDir()+"/db", shelf{"odd": "序号,反馈问题,根子,整改措施\n1,公务接待台账不全,甲因,补齐台账\n2,差旅费审核不严,乙因,复核\n", "even": file})
	b.bring("odd")
	if b.row("公务").Cell(incoming.Cause) != nil {
		t.Fatal("the odd column was understood by itself")
	}
	cols := b.state().Columns
	var mapped []takein.MappedField
	for _, c := range cols {
		f := c.Field
		if c.Head == "根子" {
			f = "causes"
		}
		mapped = append(mapped, takein.MappedField{Sheet: c.Sheet, Number: c.Number, Field: f})
	}
	b.w.Must(t, "clerk", &takein.SaveMapping{ID: b.id, Version: b.state().Version, Columns: mapped, Name: "本局台账"})
	b.job(b.desk.ReadFile)
	if c := b.row("公务").Cell(incoming.Cause); c == nil || c.Value != "甲因" {
		t.Fatalf("mapped by hand it is %+v", c)
	}
	b.bring("odd")
	if i := b.state(); i.Template != "本局台账" || b.row("公务").Cell(incoming.Cause) == nil {
		t.Errorf("the template was not used: %+v", i)
	}
}

func TestWhoMayImport(t *testing.T) {
	b := newBench(t, t.TempDir()+"/db", shelf{"one": ledgerOne}).bring("one")
	r := b.rows()[0]
	commands := func() []action.Command {
		return []action.Command{
			&takein.Take{InspectionID: "i-bureau", FileName: "x.csv"}, &takein.Abandon{ID: b.id}, &takein.Confirm{ID: b.id},
			&takein.MendCell{ID: r.ID, Field: incoming.Cause, Value: "x"}, &takein.FixAll{ID: b.id}, &takein.MendRows{ID: b.id},
			&takein.Decide{ID: b.id, Group: incoming.New}, &takein.Explain{ID: b.id}, &takein.SaveMapping{ID: b.id},
		}
	}
	for account, kind := range map[string]fault.Kind{"officer": fault.Denied, "head": fault.Denied, "other-clerk": fault.NotFound,
		"office": fault.Denied, "team2": fault.NotFound, "sysadmin": fault.NotFound} {
		for _, cmd := range commands() {
			if _, err := b.w.Do(t, account, cmd); !fault.Is(err, kind) {
				t.Errorf("%s %T: %v", account, cmd, err)
			}
		}
	}
	// Values of another organisation are refused.
	if _, err := b.w.Do(t, "clerk", &takein.MendCell{ID: r.ID, Seen: r.Version, Field: incoming.Owner, Value: "other-officer"}); !fault.Is(err, fault.Invalid) {
		t.Errorf("a stranger as responsible person: %v", err)
	}
	if _, err := b.w.Do(t, "clerk", &takein.MendCell{ID: r.ID, Seen: r.Version, Field: incoming.Record, Value: "other-p1"}); !fault.Is(err, fault.Invalid) {
		t.Errorf("a stranger's problem: %v", err)
	}
}

func TestABadFileIsSaidInWords(t *testing.T) {
	b := newBench(t, t.TempDir()+"/db", shelf{"bad": "今天天气很好,\n,\n"}).bring("bad")
	if i := b.state(); i.State != incoming.Failed || i.Fault == "" {
		t.Errorf("the import is %+v", i)
	}
}

func TestAnIssuedPlanIsNotChangedByALedger(t *testing.T) {
	b := newBench(t, t.TempDir()+"/db", shelf{"one": "序号,反馈问题,原因分析,责任人,整改措施\n1,公务接待台账不全,甲因,赵敏,1. 补齐台账 2. 新的措施\n"})
	b.w.Write(t, func(tx *store.Tx) error {
		return store.PlanVersions.Insert(tx, &plan.Version{ID: "issued", OrgID: "bureau", InspectionID: "i-bureau", Number: 1, State: plan.Issued, IssuedOn: "2026-03-09"})
	})
	b.bring("one")
	first := b.row("公务")
	if c := first.Cell(incoming.Cause); c.Doubt != incoming.PlanIssued {
		t.Errorf("a cause after the issue is %+v", c)
	}
	if c := b.row("新的").Cell(incoming.Record); c.Doubt != incoming.PlanIssued {
		t.Errorf("a measure that the plan does not have is %+v", c)
	}
	b.w.Must(t, "clerk", &takein.Decide{ID: b.id, Rows: []string{first.ID}, Choice: incoming.Take})
	b.confirm()
	if i := b.state(); i.State != incoming.Applied || i.Left == 0 {
		t.Errorf("the import is %+v", i)
	}
	if p := b.problem("p1"); p.Cause != "" || p.OwnerID != "depthead2" {
		t.Errorf("the problem is %+v", p)
	}
}
