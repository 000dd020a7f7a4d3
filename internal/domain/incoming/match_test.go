package incoming

import (
	"fmt"
	"testing"

	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
)

func directory() *Directory {
	return NewDirectory(
		[]org.Person{{ID: "zs1", Name: "张三", Pinyin: "zs"}, {ID: "zs2", Name: "张三", Pinyin: "zs"}, {ID: "ljg", Name: "李建国", Pinyin: "ljg"},
			{ID: "old", Name: "王老五", Pinyin: "wlw"}},
		[]org.Department{{ID: "office", Name: "办公室"}, {ID: "law", Name: "执法监督科"}, {ID: "shut", Name: "综合科", Closed: "2025-01-01"}},
		[]org.Post{{PersonID: "zs1", DepartmentID: "office"}, {PersonID: "zs2", DepartmentID: "law"}, {PersonID: "ljg", DepartmentID: "law"},
			{PersonID: "old", Until: "2024-12-31"}}, "2026-03-10")
}

func TestPeopleAndDepartmentsAreFoundOrAskedAbout(t *testing.T) {
	d := directory()
	for name, want := range map[string]found{
		"李建国":     {value: "ljg"},
		"李 建 国":   {value: "ljg"},
		"张三":      {doubt: PersonTwice, options: []string{"zs1", "zs2"}},
		"张三（办公室）": {value: "zs1"},
		"李建囯":     {doubt: PersonPinyin, options: []string{"ljg"}},
		"李健国":     {doubt: PersonPinyin, options: []string{"ljg"}},
		"ljg":     {doubt: PersonPinyin, options: []string{"ljg"}},
		"李建":      {doubt: PersonSimilar, options: []string{"ljg"}},
		"王老五":     {doubt: PersonLeft, options: []string{"old"}},
		"赵六":      {doubt: PersonUnknown},
	} {
		if got := d.Person(name); fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
	for name, want := range map[string]found{
		"办公室":   {value: "office"},
		"局办公室":  {doubt: DepartmentSimilar, options: []string{"office"}},
		"执法监察科": {doubt: DepartmentSimilar, options: []string{"law"}},
		"综合科":   {doubt: DepartmentClosed, options: []string{"shut"}},
		"后勤处":   {doubt: DepartmentUnknown},
	} {
		if got := d.Department(name); fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
}

func records() *Records {
	r := &Records{Today: "2026-03-10", Measures: map[string][]work.Measure{"p1": {{ID: "m1", ProblemID: "p1", Text: "补齐公务接待台账。"}}}, Bases: map[string]string{}}
	for n, title := range []string{"公务接待台账不全", "差旅费审核不严", "谈心谈话走过场", "会议费审核不严"} {
		id := fmt.Sprint("p", n+1)
		r.Problems = append(r.Problems, Known{Words: title + "。2025年有3笔没有审批单。", Problem: work.Problem{ID: id, Seq: n + 1, Number: "1.1." + fmt.Sprint(n+1), Title: title}})
	}
	r.Prepare()
	return r
}

func TestRowsFindTheirProblem(t *testing.T) {
	r := records()
	for _, c := range []struct {
		e     Entry
		value string
		doubt Doubt
	}{
		{Entry{Label: "公务接待台账不全。"}, "p1", ""},
		{Entry{Label: "公务接待台账不完整", Number: 1}, "p1", ""},
		{Entry{Label: "关于差旅费审核不严的问题"}, "p2", ""},
		{Entry{Label: "谈话走过场的情况"}, "", RecordUnsure},
		{Entry{Label: "营商环境有待优化"}, "", RecordUnknown},
	} {
		got := r.match(c.e)
		if got.value != c.value || got.doubt != c.doubt {
			t.Errorf("%s: %v, want %q %q", c.e.Label, got, c.value, c.doubt)
		}
	}
}

func TestMeasuresFindTheirRecord(t *testing.T) {
	r := records()
	for text, want := range map[string]found{
		"补齐公务接待台账":       {value: "m1"},
		"补齐公务接待的台账，逐笔核对": {doubt: MeasureSimilar, options: []string{"m1", AsNew}},
		"制定差旅费管理办法":      {value: AsNew},
	} {
		if got := r.matchMeasure("p1", text, map[string]bool{}); fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%s: %v, want %v", text, got, want)
		}
	}
}

func TestTheKindOfAMeasureIsProposedByItsWording(t *testing.T) {
	for text, want := range map[string]work.MeasureKind{"举一反三，全面排查": work.Similar, "修订完善财务管理制度": work.LongTerm, "补齐台账": work.Direct} {
		if got := work.KindOf(text); got != want {
			t.Errorf("%s: %s", text, got)
		}
	}
}
