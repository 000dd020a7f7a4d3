package paper_test

import (
	"fmt"
	"strings"

	"bihuan/internal/example"
)

// planned is one row of the plan as the example wrote it, with its problem's
// record.
type planned struct {
	id      string // of the problem
	problem example.PlannedTasks
	measure example.Measure
	who     example.Responsibility
	until   example.Deadline
}

// planned lists the problems of the plan in the order of the feedback paper.
func (r recount) planned(o *example.Organisation) []planned {
	var out []planned
	for _, id := range r.column("SELECT id FROM node WHERE inspection_id = ? AND kind = 'problem' ORDER BY seq", r.id) {
		for _, p := range o.Plan.Problems {
			if p.Problem == r.number(id) {
				out = append(out, planned{id: id, problem: p, who: p.Responsibility, until: p.Deadline})
			}
		}
	}
	return out
}

// measures lists what the plan wants done, measure by measure.
func measuresOf(list []planned) []planned {
	var out []planned
	for _, p := range list {
		for _, m := range p.problem.Measures {
			p.measure, p.who, p.until = m, p.problem.ResponsibilityOf(m), p.problem.DeadlineOf(m)
			out = append(out, p)
		}
	}
	return out
}

func cellsOf(list []planned, cell func(planned) string) []string {
	out := make([]string, len(list))
	for n, p := range list {
		out[n] = cell(p)
	}
	return out
}

// duties are the columns of who answers, by when and for how long.
func duties(o *example.Organisation, list []planned, want columns) columns {
	department := map[string]string{}
	for _, d := range o.Departments {
		department[d.Key] = d.Name
	}
	person := func(key string) string {
		p, _ := o.Person(key)
		return p.Name
	}
	want["整改责任/责任领导"] = cellsOf(list, func(p planned) string { return person(p.who.Leader) })
	want["整改责任/牵头科室"] = cellsOf(list, func(p planned) string { return department[p.who.Lead] })
	want["整改责任/配合科室"] = cellsOf(list, func(p planned) string {
		return strings.Join(each(p.who.Assisting, func(key string) string { return department[key] }), "、")
	})
	want["整改责任/责任人"] = cellsOf(list, func(p planned) string { return person(p.who.Person) })
	want["完成时限"] = cellsOf(list, func(p planned) string {
		if p.until.Date != "" {
			return inWords(string(p.until.Date))
		}
		return p.until.Term
	})
	want["持续性"] = cellsOf(list, func(p planned) string {
		return map[bool]string{true: "长期坚持", false: "一次性"}[p.until.LongTerm]
	})
	return want
}

// problemList is the problem list (问题清单) as planned, cell by cell.
func (r recount) problemList(o *example.Organisation) columns {
	list := r.planned(o)
	node := func(levels int, column string) []string {
		return cellsOf(list, func(p planned) string {
			id := p.id
			for range levels {
				id = r.value("SELECT parent_id FROM node WHERE id = ?", id)
			}
			return r.value("SELECT "+column+" FROM node WHERE id = ?", id)
		})
	}
	return duties(o, list, columns{
		"序号":        cellsOf(list, func(p planned) string { return p.problem.Problem }),
		"反馈意见/方面":   node(2, "mark || title"),
		"反馈意见/项":    node(1, "mark || title"),
		"反馈意见/具体问题": node(0, "title || body"),
		"原因分析":      cellsOf(list, func(p planned) string { return p.problem.Cause }),
		"整改目标":      cellsOf(list, func(p planned) string { return p.problem.Goal }),
		"完成标准": cellsOf(list, func(p planned) string {
			var lines []string
			for n, c := range p.problem.Criteria {
				lines = append(lines, c.Text)
				if len(p.problem.Criteria) > 1 {
					lines[n] = fmt.Sprintf("（%d）%s", n+1, c.Text)
				}
			}
			return strings.Join(lines, "\n")
		}),
	})
}

// taskList is the task list (任务清单) as planned, cell by cell.
func (r recount) taskList(o *example.Organisation) columns {
	list := measuresOf(r.planned(o))
	return duties(o, list, columns{
		"序号":   cellsOf(list, func(p planned) string { return p.problem.Problem }),
		"反馈问题": cellsOf(list, func(p planned) string { return stopped(r.value("SELECT title FROM node WHERE id = ?", p.id)) }),
		"整改任务/类型": cellsOf(list, func(p planned) string {
			return map[string]string{"direct": "直接整改", "similar-cases": "举一反三", "long-term": "长效机制"}[p.measure.Kind]
		}),
		"整改任务/整改措施": cellsOf(list, func(p planned) string {
			if len(p.measure.Shared) > 0 {
				return p.measure.Text + "（与问题" + strings.Join(p.measure.Shared, "、") + "共用）"
			}
			return p.measure.Text
		}),
		"整改任务/预期成果": cellsOf(list, func(p planned) string { return p.measure.Expected }),
	})
}

// dutyList is the responsibility list (责任清单) as planned, cell by cell: each
// leader, department and person, in the order in which the plan names them.
func (r recount) dutyList(o *example.Organisation) columns {
	type who struct{ leader, lead, person string }
	var order []who
	problems, measures := map[who]int{}, map[who]int{}
	note := func(p planned, count map[who]int) {
		w := who{p.who.Leader, p.who.Lead, p.who.Person}
		if problems[w]+measures[w] == 0 {
			order = append(order, w)
		}
		count[w]++
	}
	list := r.planned(o)
	for n, p := range list {
		note(p, problems)
		for _, m := range measuresOf(list[n : n+1]) {
			note(m, measures)
		}
	}
	var rows []planned
	var p, m []string
	sums := [2]int{}
	for _, w := range order {
		rows = append(rows, planned{who: example.Responsibility{Leader: w.leader, Lead: w.lead, Person: w.person}})
		p, m = append(p, fmt.Sprint(problems[w])), append(m, fmt.Sprint(measures[w]))
		sums[0], sums[1] = sums[0]+problems[w], sums[1]+measures[w]
	}
	names := duties(o, rows, columns{})
	return columns{"责任领导": append(names["整改责任/责任领导"], "合计"), "牵头科室": append(names["整改责任/牵头科室"], ""), "责任人": append(names["整改责任/责任人"], ""),
		"具体问题/总数": append(p, fmt.Sprint(sums[0])), "整改措施/总数": append(m, fmt.Sprint(sums[1]))}
}
