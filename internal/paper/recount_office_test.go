package paper_test

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"bihuan/internal/domain/closing"
	"bihuan/internal/domain/evaluation"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/survey"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/example"
	"bihuan/internal/paper"
	"bihuan/internal/query"
	"bihuan/internal/store"
)

// TestEveryCellOfTheOfficesTablesIsRecounted holds the tables that the
// inspection office writes of the example's round, the totals at two cut-offs.
func TestEveryCellOfTheOfficesTablesIsRecounted(t *testing.T) {
	db := city(t)
	drawn(t, db)
	records, err := example.Load(os.DirFS(folder))
	if err != nil {
		t.Fatal(err)
	}
	asOffice(t, db, func(v *query.View, round inspection.Round) error {
		r := recount{t: t, tx: v.Tx, cutOff: records.Today, id: r0(t, v, "evaluation", "inspection_id")}
		for _, cutOff := range []workday.Date{"2026-04-30", records.Today} {
			if err := r.round(v, round, records, cutOff); err != nil {
				return err
			}
		}
		for _, hold := range []func(*query.View, inspection.Round) error{r.evaluation, r.evaluations, r.survey, r.checkSheet} {
			if err := hold(v, round); err != nil {
				return err
			}
		}
		return nil
	})
}

// r0 is a field of the first record of a table.
func r0(t *testing.T, v *query.View, table, field string) string {
	t.Helper()
	r := recount{t: t, tx: v.Tx}
	return r.of(table, firstOf(t, v, table), field)
}

// drawn draws a sample of problems that were signed off.
func drawn(t *testing.T, db *store.DB) {
	t.Helper()
	err := db.Write(t.Context(), func(tx *store.Tx) error {
		round, err := store.Rounds.One(tx, "ORDER BY id LIMIT 1")
		if err != nil {
			return err
		}
		problems, err := store.Problems.List(tx, "WHERE closed_on <> '' ORDER BY number, id LIMIT 6")
		s := closing.Sample{ID: "sample", OrgID: round.OfficeID, RoundID: round.ID, Number: 1, Seed: "20260706", Method: closing.DrawMethod, Weigh: closing.WeighEqual, Size: 6, At: tx.Now()}
		for _, p := range problems {
			s.Drawn = append(s.Drawn, p.ID)
		}
		if err != nil {
			return err
		}
		return store.Samples.Insert(tx, &s)
	})
	if err != nil {
		t.Fatal(err)
	}
}

// round holds the report on the round: the rows, the sums and the sentences.
func (r recount) round(v *query.View, round inspection.Round, records *example.City, cutOff workday.Date) error {
	r.t.Helper()
	page, err := paper.Round(v, query.RoundSummaryIn{Round: round.ID, CutOff: cutOff})
	if err != nil {
		return err
	}
	r.cutOff = cutOff
	heads := []string{"问题", "已完成", "基本完成", "整改中", "未启动", "逾期", "销号", "长期坚持"}
	want := columns{}
	var sums [8]int
	add := func(number, name string, of [8]int) {
		want["序号"], want["单位"] = append(want["序号"], number), append(want["单位"], name)
		for n, head := range heads {
			want[head] = append(want[head], fmt.Sprint(of[n]))
		}
		want["完成率"] = append(want["完成率"], shareOf(of[1], of[0]))
	}
	late := 0
	for _, id := range r.column("SELECT id FROM inspection WHERE round_id = ? AND feedback_on <> '' AND feedback_on <= ? ORDER BY feedback_on, id", round.ID, cutOff) {
		r.id = id
		org := r.of("inspection", id, "org_id")
		verdicts := map[work.Verdict]int{}
		for _, is := range organisationOf(r.t, records, r.of("organisation", org, "short_name")).Verdicts(cutOff) {
			verdicts[is]++
		}
		of := [8]int{r.nodes(inspection.KindProblem), verdicts[work.Done], verdicts[work.BasicallyDone], verdicts[work.UnderWay], verdicts[work.NotStarted],
			verdicts[work.NotDone], r.closed(), r.longTerm()}
		add(fmt.Sprint(len(want["单位"])+1), r.of("organisation", org, "name"), of)
		for n := range of {
			sums[n] += of[n]
		}
		if of[5] > 0 {
			late++
			if words := fmt.Sprintf("%s%d个", r.of("organisation", org, "name"), of[5]); !strings.Contains(text(page.Document), words) {
				r.t.Errorf("round at %s does not say %s", cutOff, words)
			}
		}
	}
	rows := len(want["单位"])
	add("", "合计", sums)
	name := "round at " + string(cutOff)
	r.holdTable(name, tableOf(r.t, page.Document.Blocks, 0), want)
	first := fmt.Sprintf("共向%d家单位反馈具体问题%d个。截至%s，已完成%d个（占%s）", rows, sums[0], inWords(string(cutOff)), sums[1], shareOf(sums[1], sums[0]))
	for n, word := range []string{"、基本完成", "、整改中", "、未启动", "、逾期未完成"} {
		if sums[n+2] > 0 {
			first += fmt.Sprintf("%s%d个", word, sums[n+2])
		}
	}
	first += fmt.Sprintf("；经审核销号%d个，列为长期坚持%d个。", sums[6], sums[7])
	if said := text(page.Document); !strings.Contains(said, first) || late == 0 && !strings.Contains(said, "没有逾期未完成的问题") {
		r.t.Errorf("%s does not say %q:\n%s", name, first, said)
	}
	return nil
}

// marksOf are the marks and the items of an evaluation as they are kept.
func (r recount) marksOf(id string) (marks []evaluation.Mark, items []evaluation.Item) {
	r.t.Helper()
	for raw, into := range map[string]any{r.of("evaluation", id, "marks"): &marks, r.of("scheme", r.of("evaluation", id, "scheme_id"), "items"): &items} {
		if err := json.Unmarshal([]byte(raw), into); err != nil {
			r.t.Fatal(err)
		}
	}
	return marks, items
}

// tenths writes points, which are kept as tenths.
func tenths(n int) string { return strings.TrimSuffix(fmt.Sprintf("%d.%d", n/10, n%10), ".0") }

// sums adds up the marks of both sides; what is deducted is taken off.
func sums(marks []evaluation.Mark, items []evaluation.Item) (self, review int) {
	for n, m := range marks {
		sign := 1
		if items[n].Mode == "deduct" {
			sign = -1
		}
		self, review = self+sign*int(*m.Self), review+sign*int(*m.Review)
	}
	return self, review
}

func (r recount) evaluation(v *query.View, _ inspection.Round) error {
	id := firstOf(r.t, v, "evaluation")
	e, err := query.EvaluationOf(v, id)
	if err != nil {
		return err
	}
	d, err := paper.EvaluationForm(e, "巡察办", nil)
	if err != nil {
		return err
	}
	marks, items := r.marksOf(id)
	want := columns{}
	add := func(head, text string) { want[head] = append(want[head], text) }
	for n, i := range items {
		add("序号", fmt.Sprint(n+1))
		add("评估内容/类别", i.Group)
		add("评估内容", i.Text)
		add("分值", fmt.Sprintf(map[evaluation.Mode]string{"score": "%s 分", "bonus": "加分，最多 %s", "deduct": "扣分，最多 %s"}[i.Mode], tenths(int(i.Max))))
		add("对照数据", r.fact(id, i.Fact))
		add("自评/得分", tenths(int(*marks[n].Self)))
		add("自评/依据", marks[n].Basis)
		add("复评/得分", tenths(int(*marks[n].Review)))
		add("复评/说明", marks[n].Reason)
	}
	r.holdTable("evaluation", tableOf(r.t, d.Blocks, 0), want)
	self, review := sums(marks, items)
	for _, words := range []string{"自评得分：" + tenths(self) + "分", "复评得分：" + tenths(review) + "分"} {
		if !strings.Contains(text(d), words) {
			r.t.Errorf("the evaluation does not say %s", words)
		}
	}
	return nil
}

// fact counts the figure beside an item from the tables, as of the evaluation's
// cut-off.
func (r recount) fact(evaluationID string, code evaluation.Fact) string {
	r.cutOff = workday.Date(r.of("evaluation", evaluationID, "cut_off"))
	of := r.nodes(inspection.KindProblem)
	held := func(table string) int {
		return r.rows(table+" WHERE inspection_id = ? AND held_on <> '' AND held_on <= ?", r.id, r.cutOff)
	}
	var answered, satisfied int
	for _, s := range r.column("SELECT id FROM survey WHERE inspection_id = ? AND state = 'closed' AND closed_on <= ?", r.id, r.cutOff) {
		for _, q := range r.ballots(s) {
			for _, c := range q.choices {
				answered += c.n
				if c.Satisfied {
					satisfied += c.n
				}
			}
		}
	}
	records, err := example.Load(os.DirFS(folder))
	if err != nil {
		r.t.Fatal(err)
	}
	verdicts := map[work.Verdict]int{}
	for _, is := range organisationOf(r.t, records, "市市场监管局").Verdicts(r.cutOff) {
		verdicts[is]++
	}
	return map[evaluation.Fact]string{"": "", "meetings": fmt.Sprintf("会议 %d 次", held("meeting")), "studies": fmt.Sprintf("学习 %d 次", held("study")),
		"plan": r.value("SELECT issued_on FROM plan_version WHERE inspection_id = ? AND issued_on <> ''", r.id) + " 印发（期限 2026-01-29）",
		"done": fmt.Sprintf("完成问题 %d / %d", verdicts[work.Done], of), "closed": fmt.Sprintf("销号 %d / %d", r.closed(), of),
		"late": fmt.Sprintf("逾期 %d / %d", verdicts[work.NotDone], of), "long-term": fmt.Sprintf("长期坚持 %d / %d", r.longTerm(), of),
		"look-back": "未核查", "regulations": fmt.Sprintf("出台制度 %d 项", r.regulations("enact")+r.regulations("revise")),
		"report": "未通过（期限 2026-07-15）", "published": "未公开（期限 —）", "satisfaction": fmt.Sprintf("满意 %d / %d", satisfied, answered),
		"signals":  fmt.Sprintf("经核实疑点 %d 项", r.rows("signal WHERE inspection_id = ? AND outcome = 'confirmed' AND reviewed_at < ?", r.id, r.end())),
		"reopened": fmt.Sprintf("重启问题 %d 个", r.rows("reopening WHERE inspection_id = ? AND kind <> 'mistake' AND at < ?", r.id, r.end())),
		"extended": fmt.Sprintf("延期问题 %d 个", r.rows("extension WHERE inspection_id = ? AND state = 'agreed' AND asked_at < ?", r.id, r.end())),
	}[code]
}

func (r recount) evaluations(v *query.View, round inspection.Round) error {
	l, err := query.EvaluationsOfRound(v, round.ID)
	if err != nil {
		return err
	}
	d, err := paper.Evaluations(l, "巡察办", nil)
	if err != nil {
		return err
	}
	ids := r.column("SELECT e.id FROM evaluation e JOIN inspection i ON i.id = e.inspection_id WHERE e.round_id = ? ORDER BY i.feedback_on, i.id, e.opened_at", round.ID)
	side := func(of func(self, review int) int) []string {
		return each(ids, func(id string) string { return tenths(of(sums(r.marksOf(id)))) })
	}
	none := each(ids, func(string) string { return "" }) // no result is fixed yet
	r.holdTable("evaluations", tableOf(r.t, d.Blocks, 0), columns{"序号": counting123(ids),
		"被巡察党组织": each(ids, func(id string) string { return r.of("organisation", r.of("evaluation", id, "org_id"), "short_name") }),
		"评估方案": each(ids, func(id string) string {
			s := r.of("evaluation", id, "scheme_id")
			return r.of("scheme", s, "title") + "第 " + r.of("scheme", s, "number") + " 版"
		}),
		"截止日期": each(ids, func(id string) string { return inWords(r.of("evaluation", id, "cut_off")) }),
		"状态": each(ids, func(id string) string {
			return map[string]string{"discussion": "待组织答复"}[r.of("evaluation", id, "state")]
		}),
		"得分/自评": side(func(self, _ int) int { return self }), "得分/复评": side(func(_, review int) int { return review }),
		"结果/评估结果": none, "结果/等次": none, "备注": none})
	return nil
}

// ballot is a question with how often each choice was ticked.
type ballot struct {
	survey.Question
	choices []ticked
}

type ticked struct {
	survey.Choice
	n int
}

// counts are the agreed counts of the boxes of a survey.
func (r recount) counts(id string) (out []survey.Count) {
	for _, raw := range r.column("SELECT first_count FROM survey_box WHERE survey_id = ? AND state = 'agreed'", id) {
		var c survey.Count
		if err := json.Unmarshal([]byte(raw), &c); err != nil {
			r.t.Fatal(err)
		}
		out = append(out, c)
	}
	return out
}

// ballots counts the ticks of a survey, on screen and on paper.
func (r recount) ballots(id string) (out []ballot) {
	var questions []survey.Question
	if err := json.Unmarshal([]byte(r.of("survey", id, "questions")), &questions); err != nil {
		r.t.Fatal(err)
	}
	for _, q := range questions {
		b := ballot{Question: q}
		for _, c := range q.Choices {
			var n int
			if _, err := fmt.Sscan("0"+r.value("SELECT n FROM survey_tally WHERE survey_id = ? AND question = ? AND choice = ?", id, q.Key, c.Key), &n); err != nil {
				r.t.Fatal(err)
			}
			for _, count := range r.counts(id) {
				n += count.Tally[q.Key][c.Key]
			}
			b.choices = append(b.choices, ticked{c, n})
		}
		out = append(out, b)
	}
	return out
}

func (r recount) survey(v *query.View, _ inspection.Round) error {
	id := firstOf(r.t, v, "survey")
	s, err := query.SurveyOf(v, id)
	if err != nil {
		return err
	}
	d, err := paper.Survey(s, "巡察办", nil)
	if err != nil {
		return err
	}
	want := columns{}
	add := func(head, text string) { want[head] = append(want[head], text) }
	decimal := func(n, of int) string { return fmt.Sprintf("%.1f%%", 100*float64(n)/float64(of)) }
	for n, q := range r.ballots(id) {
		answered, satisfied := 0, 0
		for _, c := range q.choices {
			answered += c.n
			if c.Satisfied {
				satisfied += c.n
			}
		}
		for _, c := range q.choices {
			add("序号", fmt.Sprint(n+1))
			add("题目", q.Text)
			add("选项", c.Text)
			add("票数", fmt.Sprint(c.n))
			add("占比", decimal(c.n, answered))
			add("满意率", decimal(satisfied, answered))
		}
	}
	r.holdTable("survey", tableOf(r.t, d.Blocks, 0), want)
	var all survey.Count
	for _, c := range r.counts(id) {
		all.Issued, all.Returned, all.Invalid, all.Blank = all.Issued+c.Issued, all.Returned+c.Returned, all.Invalid+c.Invalid, all.Blank+c.Blank
	}
	all.Issued += r.rows("survey_code WHERE survey_id = ?", id) + r.rows("survey_tally WHERE survey_id = ? AND choice = 'returned' AND n > 0", id)
	words := fmt.Sprintf("发出%d张，收回%d张，回收率%s；有效票%d张，无效票%d张，空白票%d张。", all.Issued, all.Returned, decimal(all.Returned, all.Issued),
		all.Returned-all.Invalid-all.Blank, all.Invalid, all.Blank)
	if !strings.Contains(text(d), words) {
		r.t.Errorf("the survey does not say %q", words)
	}
	return nil
}

func (r recount) checkSheet(v *query.View, _ inspection.Round) error {
	c, err := query.CheckSheetOf(v, "sample")
	if err != nil {
		return err
	}
	d, err := paper.CheckSheet(c, "巡察办", nil)
	if err != nil {
		return err
	}
	ids := r.list("SELECT drawn FROM sample WHERE id = 'sample'")
	most := func(column string) func(string) string {
		return func(id string) string {
			return r.value("SELECT COALESCE(MAX("+column+"), 0) FROM progress WHERE problem_id = ?", id)
		}
	}
	none := each(ids, func(string) string { return "" })
	r.holdTable("check sheet", tableOf(r.t, d.Blocks, 0), columns{"序号": counting123(ids),
		"被巡察党组织": each(ids, func(id string) string { return r.of("organisation", r.of("problem", id, "org_id"), "short_name") }),
		"问题":     each(ids, func(id string) string { return r.number(id) + " " + r.of("problem", id, "title") }),
		"销号日期":   each(ids, func(id string) string { return inWords(r.of("problem", id, "closed_on")) }),
		"报告的整改情况": each(ids, func(id string) string {
			return strings.Join(r.column("SELECT body FROM progress WHERE problem_id = ? ORDER BY at DESC, id DESC LIMIT 3", id), "\n")
		}),
		"核查内容/人数": each(ids, func(id string) string { return strings.TrimPrefix(most("people")(id), "0") }),
		"核查内容/金额（元）": each(ids, func(id string) string {
			var cents int
			if _, err := fmt.Sscan(most("amount")(id), &cents); err != nil {
				r.t.Fatal(err)
			}
			if cents == 0 {
				return ""
			}
			return work.Yuan(int64(cents))
		}),
		"核查内容/疑点": each(ids, func(id string) string {
			return strings.Join(r.column("SELECT rule FROM signal WHERE problem_id = ?", id), "、")
		}),
		"现场核查/询问人员、核对凭证": none, "现场核查/结果": none, "现场核查/核查人": none})
	if !strings.Contains(text(d), "核查人（签名）") || len(ids) != 6 {
		r.t.Error("the check sheet is not signed, or nothing was drawn")
	}
	return nil
}
