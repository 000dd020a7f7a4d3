package paper_test

import (
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/outline"
	"bihuan/internal/domain/party"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/example"
	"bihuan/internal/paper"
	"bihuan/internal/query"
)

// TestFiguresOfOutlinesEqualAFreshCount states every figure that an outline of
// the reports can state, and goes through every list, at two cut-offs: each
// equals a count of the tables.
func TestFiguresOfOutlinesEqualAFreshCount(t *testing.T) {
	db := city(t)
	records, err := example.Load(os.DirFS(folder))
	if err != nil {
		t.Fatal(err)
	}
	for _, cutOff := range []workday.Date{"2026-04-30", records.Today} {
		seeing(t, db, "市市场监管局", func(v *query.View, i inspection.Inspection) error {
			r := recount{t: t, tx: v.Tx, id: i.ID, cutOff: cutOff, on: map[work.Verdict]int{}}
			for _, o := range records.Organisations {
				if o.Short == "市市场监管局" {
					for _, verdict := range o.Verdicts(cutOff) {
						r.on[verdict]++
					}
				}
			}
			f, err := v.FactsOf(i, cutOff, v.Today)
			if err != nil {
				return err
			}
			r.head = f.Head.ID
			if err := v.AddProblems(&f); err != nil {
				return err
			}
			r.figures(string(inspection.HeadReport), f, r.ofHead())
			r.figures(string(inspection.ProgressReport), f, r.ofProgress())
			return nil
		})
	}
}

// figures writes an outline that states each figure on a line of its own, a
// list as many lines as it has items, and holds the paper against the counts.
func (r recount) figures(kind string, f query.Facts, want map[string]int) {
	r.t.Helper()
	var lines []string
	for name := range want {
		if list, ok := strings.CutPrefix(name, "逐项 "); ok {
			outer, inner, nested := strings.Cut(list, "/")
			lines = append(lines, "{逐项 "+outer+"}")
			if nested {
				lines = append(lines, "{逐项 "+inner+"}", name+"。", "{完}", "{完}")
			} else {
				lines = append(lines, name+"。", "{完}")
			}
			continue
		}
		lines = append(lines, name+"有{"+name+"}。")
	}
	f.Outlines = map[string]outline.Version{kind: {Text: strings.Join(lines, "\n")}}
	d := paper.HeadReport(f)
	if kind == string(inspection.ProgressReport) {
		d = paper.ProgressReport(f)
	}
	said := text(d)
	for name, n := range want {
		got := strings.Count(said, "\n"+name+"。")
		if m := regexp.MustCompile(`\n` + regexp.QuoteMeta(name) + `有(\d+)。`).FindStringSubmatch(said); m != nil {
			got, _ = strconv.Atoi(m[1])
		}
		if got != n {
			r.t.Errorf("%s at %s: %s is %d, a fresh count gives %d", kind, r.cutOff, name, got, n)
		}
	}
	if missing := paper.Missing(d); len(missing) > 0 {
		r.t.Errorf("%s at %s lacks %v", kind, r.cutOff, missing)
	}
}

// ofBoth are the figures of both reports.
func (r recount) ofBoth() map[string]int {
	life := "(SELECT id FROM life_meeting WHERE inspection_id = '" + r.id + "' AND kind = 'democratic')"
	self := r.rows("criticism WHERE from_id = to_id AND life_meeting_id IN " + life)
	total, measures := r.nodes(inspection.KindProblem), r.rows("measure WHERE inspection_id = ? AND cycle = 0", r.id)
	kind := func(k work.MeasureKind) int {
		return r.rows("measure WHERE inspection_id = ? AND cycle = 0 AND kind = ?", r.id, k)
	}
	meetings := r.rows("meeting WHERE inspection_id = ? AND kind <> ? AND held_on <> '' AND (held_on <= ? OR adopted_report = 1)", r.id, party.FeedbackMeeting, r.cutOff)
	talks := r.rows("talk WHERE inspection_id = ? AND held_on <= (SELECT held_on FROM life_meeting WHERE id IN "+life+")", r.id)
	lasting := r.regulations("enact") + r.regulations("revise")
	return map[string]int{
		"具体问题数": total, "已完成数": r.on[work.Done], "基本完成数": r.on[work.BasicallyDone], "整改中数": r.on[work.UnderWay], "未启动数": r.on[work.NotStarted],
		"逾期未完成数": r.on[work.NotDone], "销号数": r.closed(), "长期坚持数": r.longTerm(),
		"措施数": measures, "认领措施数": measures, "直接整改措施数": kind(work.Direct), "举一反三措施数": kind(work.Similar), "长效机制措施数": kind(work.LongTerm),
		"征求意见数":  r.rows("plan_comment WHERE answer <> '' AND version_id IN (SELECT id FROM plan_version WHERE inspection_id = ?)", r.id),
		"新制定制度数": r.regulations("enact"), "修订制度数": r.regulations("revise"), "长效制度数": lasting, "制度对应问题数": r.answered(),
		"逐项 新制定制度": r.regulations("enact"), "逐项 修订制度": r.regulations("revise"),
		"会议次数": meetings, "逐项 会议": meetings, "谈话次数": talks,
		"自我批评数": self, "相互批评数": r.rows("criticism WHERE life_meeting_id IN "+life) - self,
		"批评意见整改数": r.rows("criticism WHERE done_on <> '' AND done_on <= ? AND life_meeting_id IN "+life, r.cutOff),
		"对照检查份数":  r.rows("self_paper WHERE life_meeting_id IN " + life),
		"逐项 责任领导": r.rows("(SELECT DISTINCT leader_id FROM problem WHERE inspection_id = ? AND leader_id <> '') l", r.id),
	}
}

func (r recount) ofHead() map[string]int {
	want := r.ofBoth()
	directed := r.rows("directed_matter WHERE inspection_id = ? AND by_id = ? AND on_day <= ?", r.id, r.head, r.cutOff)
	want["督办事项数"], want["逐项 督办"] = directed, directed
	want["逐项 未完成问题"] = r.on[work.UnderWay] + r.on[work.NotStarted] + r.on[work.NotDone] + r.on[work.BasicallyDone]
	return want
}

func (r recount) ofProgress() map[string]int {
	want := r.ofBoth()
	want["立行立改数"], want["立行立改回复数"] = r.immediates(""), r.immediates(" AND replied_on <> '' AND replied_on <= '"+string(r.cutOff)+"'")
	want["立行立改认可数"] = r.immediates(" AND accepted = 1")
	heard := "public_opinion WHERE inspection_id = ? AND received_on <= ?"
	want["群众意见数"], want["群众意见答复数"] = r.rows(heard, r.id, r.cutOff), r.rows(heard+" AND answered_on <> '' AND answered_on <= ?", r.id, r.cutOff, r.cutOff)
	want["逐项 方面"], want["逐项 方面/问题"] = r.nodes(inspection.KindAspect), r.nodes(inspection.KindProblem)
	want["逐项 未完成问题"] = r.nodes(inspection.KindProblem) - r.on[work.Done]
	return want
}
