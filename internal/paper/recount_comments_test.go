package paper_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/party"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/example"
	"bihuan/internal/gongwen"
	"bihuan/internal/ledger"
	"bihuan/internal/paper"
	"bihuan/internal/query"
)

// TestEveryCellOfTheOrganisationsTablesIsRecounted holds the table of comments,
// the record of a hand-over, the lists as papers of their own and the figures
// that the meetings heard.
func TestEveryCellOfTheOrganisationsTablesIsRecounted(t *testing.T) {
	db := city(t)
	records, err := example.Load(os.DirFS(folder))
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range records.Organisations[:2] {
		seeing(t, db, o.Short, func(v *query.View, i inspection.Inspection) error {
			r := recount{t: t, tx: v.Tx, id: i.ID, cutOff: records.Today}
			for _, hold := range []func(*query.View) error{r.comments, r.handOvers, r.duties, r.tasks} {
				if err := hold(v); err != nil {
					return err
				}
			}
			return r.heard(v, o)
		})
	}
}

func (r recount) comments(v *query.View) error {
	l, err := query.ExportComments(v, query.ListIn{Inspection: r.id})
	if err != nil {
		return err
	}
	d, err := paper.Comments(l, "", nil)
	if err != nil {
		return err
	}
	ids := r.column(`SELECT c.id FROM plan_comment c JOIN plan_version p ON p.id = c.version_id WHERE p.inspection_id = ? ORDER BY p.number, c.at, c.id`, r.id)
	of := func(column string) func(string) string {
		return func(id string) string { return r.of("plan_comment", id, column) }
	}
	tables := r.tablesOf(d)
	if len(ids) > 0 {
		g := gridOf(tables[0])
		for n, id := range ids {
			for head, want := range map[string]string{"序号": fmt.Sprint(n + 1), "建议表述": of("proposed")(id), "修改情况或理由": of("reason")(id),
				"采纳情况":   map[string]string{"adopted": "采纳", "partly": "部分采纳", "refused": "不采纳", "": "待答复"}[of("answer")(id)],
				"征求意见轮次": r.value("SELECT name FROM plan_round WHERE id = ?", of("round_id")(id))} {
				got := g.at(head, n)
				if head == "修改情况或理由" && want == "" || head == "征求意见轮次" && want == "" {
					continue // an applied rewording says so; a comment without round names the version
				}
				if got != want {
					r.t.Errorf("comments: row %d, %s: %q, the records give %q", n+1, head, got, want)
				}
			}
			if !strings.HasSuffix(g.at("意见建议", n), of("body")(id)) || !strings.Contains(g.at("针对内容", n), r.number(of("problem_id")(id))) ||
				!strings.HasSuffix(g.at("提出单位（人员）", n), of("author_name")(id)) {
				r.t.Errorf("comments: row %d is %q", n+1, g.rows[n])
			}
		}
		if len(g.rows) != len(ids) {
			r.t.Errorf("comments: %d rows, the records give %d", len(g.rows), len(ids))
		}
		words := fmt.Sprintf("共 %d 条意见", len(ids))
		for _, a := range [][2]string{{"adopted", "采纳"}, {"partly", "部分采纳"}, {"refused", "不采纳"}, {"", "待答复"}} {
			if n := r.rows("plan_comment WHERE answer = ? AND version_id IN (SELECT id FROM plan_version WHERE inspection_id = ?)", a[0], r.id); n > 0 {
				words += fmt.Sprintf("，%s %d 条", a[1], n)
			}
		}
		if !strings.HasSuffix(tables[0].Unit.Text, words) {
			r.t.Errorf("comments: %q, the records give %q", tables[0].Unit.Text, words)
		}
	}
	asked := r.column("SELECT i.id FROM plan_invitee i JOIN plan_round p ON p.id = i.round_id WHERE p.inspection_id = ? ORDER BY p.number, i.seq", r.id)
	field := func(column string) []string {
		return each(asked, func(id string) string { return r.of("plan_invitee", id, column) })
	}
	round := func(of func(id string) string) []string {
		return each(asked, func(id string) string { return of(r.of("plan_invitee", id, "round_id")) })
	}
	r.holdTable("invitees", tables[len(tables)-1], columns{
		"征求意见轮次": round(func(id string) string { return r.of("plan_round", id, "name") }),
		"起止日期": round(func(id string) string {
			return inWords(r.of("plan_round", id, "opened_on")) + "至" + inWords(r.of("plan_round", id, "until_on"))
		}),
		"征求对象": field("name"),
		"类别": each(field("kind"), func(k string) string {
			return map[string]string{"department": "科室", "person": "个人", "office": "巡察办", "team": "巡察组", "body": "会审单位"}[k]
		}),
		"反馈情况": each(asked, func(id string) string { return r.replied(id) }),
		"意见条数": each(asked, func(id string) string { return fmt.Sprint(r.rows("plan_comment WHERE invitee_id = ?", id)) }),
		"反馈日期": each(asked, func(id string) string {
			if reply := r.of("plan_invitee", id, "reply"); reply != "comments" && reply != "none" {
				return ""
			}
			return inWords(r.of("plan_invitee", id, "replied_on"))
		}),
		"反馈人": field("replied_name")})
	return nil
}

// replied is how somebody answered who was asked; whoever did not by the end
// was silent, or cut off where the round ended before its day.
func (r recount) replied(invitee string) string {
	round := r.of("plan_invitee", invitee, "round_id")
	until, ended := r.of("plan_round", round, "until_on"), r.of("plan_round", round, "ended_on")
	switch reply := r.of("plan_invitee", invitee, "reply"); {
	case reply != "":
		return map[string]string{"comments": "有意见", "none": "无意见", "silent": "逾期未反馈", "cut": "提前结束"}[reply]
	case ended != "" && ended < until:
		return "提前结束"
	case ended != "" || until < string(r.cutOff):
		return "逾期未反馈"
	}
	return "待反馈"
}

// at is a cell by the head of its column.
func (g grid) at(head string, row int) string {
	for x, h := range g.heads {
		if h == head && row < len(g.rows) {
			return g.rows[row][x]
		}
	}
	return "no such cell"
}

func (r recount) tablesOf(d *gongwen.Document) []gongwen.Table {
	var out []gongwen.Table
	for _, b := range d.Blocks {
		if t, ok := b.(gongwen.Table); ok {
			out = append(out, t)
		}
	}
	if len(out) == 0 {
		r.t.Fatal("the paper has no table")
	}
	return out
}

func (r recount) handOvers(v *query.View) error {
	for _, id := range r.column("SELECT id FROM hand_over WHERE inspection_id = ?", r.id) {
		x, err := query.HandOver(v, id)
		if err != nil {
			return err
		}
		tables := r.tablesOf(paper.HandOverRecord(x, nil))
		of := func(column string) string { return r.of("hand_over", id, column) }
		r.holdForm("hand-over", tables[0], map[string]string{"单位": r.value("SELECT name FROM organisation WHERE id = ?", of("org_id")), "移交人": of("from_name"),
			"交接日期": inWords(of("on_day")), "监交人": r.value("SELECT name FROM person WHERE id = ?", of("supervisor_id")), "交接原因": of("reason")})
		items := r.column("SELECT id FROM hand_over_item WHERE hand_over_id = ? ORDER BY seq", id)
		item := func(column string) []string {
			return each(items, func(id string) string { return r.of("hand_over_item", id, column) })
		}
		r.holdTable("hand-over", tables[1], columns{"序号": counting123(items), "接收人": item("to_name"),
			"类别": each(item("kind"), func(k string) string {
				return map[string]string{"problem": "问题", "measure": "措施", "criticism": "批评意见整改", "resolution": "议定事项"}[k]
			}),
			"事项": each(items, func(id string) string {
				if r.of("hand_over_item", id, "kind") == "problem" {
					p := r.of("hand_over_item", id, "record_id")
					return r.number(p) + " " + r.of("problem", p, "title")
				}
				return r.of("hand_over_item", id, "label")
			})})
		takers := r.column("SELECT to_id FROM hand_over_item WHERE hand_over_id = ? GROUP BY to_id ORDER BY MIN(seq)", id)
		sides := append([]string{of("from_id")}, takers...)
		confirmed := func(column string) []string {
			return each(sides, func(side string) string {
				return r.value("SELECT "+column+" FROM hand_over_confirmation WHERE hand_over_id = ? AND holder_id = ?", id, side)
			})
		}
		r.holdTable("sides", tables[2], columns{"身份": append([]string{"移交人"}, each(takers, func(string) string { return "接收人" })...),
			"姓名（科室）": append([]string{of("from_name")}, each(takers, func(to string) string {
				return r.value("SELECT to_name FROM hand_over_item WHERE hand_over_id = ? AND to_id = ?", id, to)
			})...),
			"日期": each(confirmed("on_day"), inWords), "确认（签字）": confirmed("name")})
	}
	return nil
}

// duties holds the responsibility list as it stands: each count from the rows
// of those who answer.
func (r recount) duties(v *query.View) error {
	l, err := query.ExportDuties(v, query.ListIn{Inspection: r.id})
	if err != nil {
		return err
	}
	d, err := paper.ListPaper(ledger.DutySheet(l))
	if err != nil {
		return err
	}
	const late = " AND verdict NOT IN ('done', 'basically-done') AND deadline <> '' AND deadline < ?"
	g := gridOf(r.tablesOf(d)[0])
	for n, row := range g.rows {
		who, args := " WHERE inspection_id = ?", []any{r.id}
		if row[0] != "合计" {
			who += ` AND COALESCE((SELECT name FROM person p WHERE p.id = leader_id), '未定') = ? AND COALESCE((SELECT name FROM department d WHERE d.id = lead_dept_id), '未定') = ?
				AND COALESCE((SELECT name FROM person p WHERE p.id = owner_id), '未定') = ?`
			args = append(args, row[0], row[1], row[2])
		}
		for group, table := range map[string]string{"具体问题/": "problem", "整改措施/": "measure"} {
			for head, cond := range map[string]string{"总数": "", "已完成": " AND verdict = 'done'", "基本完成": " AND verdict = 'basically-done'"} {
				if want := fmt.Sprint(r.rows(table+who+cond, args...)); g.at(group+head, n) != want {
					r.t.Errorf("duties of %s: %s%s is %s, the records give %s", row[:3], group, head, g.at(group+head, n), want)
				}
			}
			if want := fmt.Sprint(r.rows(table+who+late, append(append([]any{}, args...), r.cutOff)...)); g.at(group+"未完成（逾期）", n) != want {
				r.t.Errorf("duties of %s: %s late is %s, the records give %s", row[:3], group, g.at(group+"未完成（逾期）", n), want)
			}
		}
	}
	if len(g.rows) < 3 {
		r.t.Errorf("%d duties", len(g.rows))
	}
	return nil
}

// tasks holds the task list as it stands: how far each measure is by its newest
// entry.
func (r recount) tasks(v *query.View) error {
	l, err := query.ExportMeasures(v, query.ListIn{Inspection: r.id})
	if err != nil {
		return err
	}
	d, err := paper.ListPaper(ledger.MeasureSheet(l))
	if err != nil {
		return err
	}
	g := gridOf(r.tablesOf(d)[0])
	ids := r.column("SELECT m.id FROM measure m JOIN node n ON n.id = m.problem_id WHERE m.inspection_id = ? ORDER BY n.seq, m.seq", r.id)
	if len(g.rows) != len(ids) {
		r.t.Fatalf("tasks: %d rows, the records give %d", len(g.rows), len(ids))
	}
	for n, id := range ids {
		verdict := work.Verdict(r.value("SELECT verdict FROM progress WHERE measure_id = ? ORDER BY on_day DESC, at DESC, id DESC", id))
		if verdict == "" {
			verdict = work.NotStarted
		}
		due := workday.Date(r.of("measure", id, "deadline"))
		if due != "" && due < r.cutOff && verdict != work.Done && verdict != work.BasicallyDone {
			verdict = work.NotDone
		}
		want := map[work.Verdict]string{work.NotDone: "未完成（逾期）"}[verdict]
		if want == "" {
			want = verdictsInWords[verdict]
		}
		if got := g.at("整改情况", n); got != want {
			r.t.Errorf("tasks: row %d is %s, the records give %s", n+1, got, want)
		}
	}
	return nil
}

// heard holds the figures of the meetings that heard progress.
func (r recount) heard(v *query.View, o *example.Organisation) error {
	for _, id := range r.column("SELECT id FROM meeting WHERE inspection_id = ? AND hears_progress = 1 AND held_on <> '' AND held_on <= ?", r.id, r.cutOff) {
		f, err := query.FiguresOf(v, query.FiguresIn{Meeting: id})
		if err != nil {
			return err
		}
		on := r
		on.cutOff = workday.Date(r.of("meeting", id, "held_on"))
		want := map[string]int{party.FigureAll: on.nodes(inspection.KindProblem), party.FigureClosed: on.closed(), party.FigureLongTerm: on.longTerm()}
		for _, is := range o.Verdicts(on.cutOff) {
			want[string(is)]++
		}
		want[party.FigureLate] = want[string(work.NotDone)]
		for _, x := range f.Figures {
			if x.N != want[x.Code] {
				r.t.Errorf("the meeting of %s heard %d %s, the records give %d", on.cutOff, x.N, x.Code, want[x.Code])
			}
		}
	}
	return nil
}
