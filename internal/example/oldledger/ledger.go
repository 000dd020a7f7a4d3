// Package oldledger writes the ledger of an organisation of the example as a
// clerk kept it in a workbook before there was a program: aspects and items in
// merged cells, all measures of a problem in one, dates as words.
package oldledger

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"bihuan/internal/domain/work"
	"bihuan/internal/example"
	"bihuan/internal/sheet"
)

// Write gives the workbook. The same records give the same bytes.
func Write(o *example.Organisation, city *example.City) ([]byte, error) {
	l := ledger{o: o, city: city, verdicts: o.Verdicts(city.Today)}
	book := sheet.Workbook{Title: o.Short + "巡察整改台账", Author: o.Name, Sheets: []sheet.Sheet{{
		Name: "整改台账", Title: o.Name + "巡察反馈问题整改台账", Subtitle: "填报单位：" + o.Name,
		Unit: "截至" + city.Today.Chinese(), Columns: columns(), Rows: l.rows, FreezeColumns: 3,
	}}}
	var b bytes.Buffer
	if err := sheet.Write(&b, book); err != nil {
		return nil, fmt.Errorf("old ledger of %s: %w", o.Key, err)
	}
	return b.Bytes(), nil
}

func columns() []sheet.Column {
	one := func(head string, width float64) sheet.Column { return sheet.Column{Head: []string{head}, Width: width} }
	return []sheet.Column{{Head: []string{"方面"}, Width: 16, Merge: true}, one("序号", 6), one("反馈问题", 20), one("具体表现", 40), one("原因分析", 26), one("整改目标", 22),
		one("整改措施", 44), one("责任领导", 10), one("牵头科室", 14), one("配合科室", 14), one("责任人", 10), one("完成时限", 14),
		one("进展情况", 36), one("完成情况", 10)}
}

type ledger struct {
	o        *example.Organisation
	city     *example.City
	verdicts map[string]work.Verdict
}

// rows yields one row for each problem.
func (l *ledger) rows(yield func([]sheet.Cell, error) bool) {
	planned := map[string]example.PlannedTasks{}
	for _, p := range l.o.Plan.Problems {
		planned[p.Problem] = p
	}
	n := 0
	for _, a := range l.o.Feedback.Aspects {
		for _, i := range a.Items {
			for _, p := range i.Problems {
				n++
				if !yield(l.row(n, a, p, planned[p.Key]), nil) {
					return
				}
			}
		}
	}
}

func (l *ledger) row(n int, a example.Aspect, p example.Problem, t example.PlannedTasks) []sheet.Cell {
	words := []string{a.Title, strconv.Itoa(n), strings.TrimSuffix(p.Title, "。"), p.Text, t.Cause, t.Goal, measures(t), l.person(t.Leader),
		l.department(t.Lead), l.departments(t.Assisting), l.person(t.Person), term(t.Deadline), l.progress(p.Key), said[l.verdicts[p.Key]]}
	out := make([]sheet.Cell, 0, len(words))
	for _, w := range words {
		out = append(out, sheet.Text(w))
	}
	return out
}

// measures are all measures of a problem in one cell, numbered by hand.
func measures(t example.PlannedTasks) string {
	var out []string
	for n, m := range t.Measures {
		out = append(out, fmt.Sprintf("%d. %s", n+1, m.Text))
	}
	return strings.Join(out, "\n")
}

// term is a deadline as words, also where it is a bare day: 2026.6.30.
func term(d example.Deadline) string {
	if d.Term != "" || d.Date == "" {
		return d.Term
	}
	return fmt.Sprintf("%d.%d.%d", d.Date.Year(), d.Date.Month(), d.Date.Day())
}

// progress is the newest entry on the problem or one of its measures.
func (l *ledger) progress(problem string) string {
	var newest example.Entry
	for _, e := range l.o.Progress.Entries {
		if example.ProblemOf(e.For) == problem && e.On >= newest.On {
			newest = e
		}
	}
	return newest.Text
}

func (l *ledger) person(key string) string {
	p, _ := l.o.Person(key)
	return p.Name
}

func (l *ledger) departments(keys []string) string {
	var out []string
	for _, k := range keys {
		out = append(out, l.department(k))
	}
	return strings.Join(out, "、")
}

func (l *ledger) department(key string) string {
	for _, d := range l.o.Departments {
		if d.Key == key {
			return d.Name
		}
	}
	return ""
}

// said is what ledgers say of a verdict.
var said = map[work.Verdict]string{work.NotStarted: "未启动", work.UnderWay: "整改中", work.BasicallyDone: "基本完成",
	work.Done: "已完成", work.NotDone: "未完成"}
