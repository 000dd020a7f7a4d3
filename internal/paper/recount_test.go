package paper_test

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/party"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/example"
	"bihuan/internal/gongwen"
	"bihuan/internal/paper"
	"bihuan/internal/proofread"
	"bihuan/internal/query"
	"bihuan/internal/store"
)

// recount counts again what papers state: from the tables themselves and, for
// verdicts of an earlier day, from the example's own records, by no path that
// the papers' facts take.
type recount struct {
	t      *testing.T
	tx     *store.Tx
	id     string // inspection
	head   string // person
	cutOff workday.Date
	on     map[work.Verdict]int
}

func (r recount) rows(q string, args ...any) int {
	r.t.Helper()
	n, err := r.tx.Count("SELECT COUNT(*) FROM "+q, args...)
	if err != nil {
		r.t.Fatal(err)
	}
	return n
}

func (r recount) nodes(kind inspection.NodeKind) int {
	return r.rows("node WHERE inspection_id = ? AND kind = ?", r.id, kind)
}

// meetings counts those up to the cut-off, and the one that adopted the report
// also where it came later.
func (r recount) meetings(kind party.MeetingKind, byHead bool) int {
	q, args := "meeting WHERE inspection_id = ? AND kind = ? AND held_on <> '' AND (held_on <= ? OR adopted_report = 1)", []any{r.id, kind, r.cutOff}
	if byHead {
		q, args = q+" AND chair_id = ?", append(args, r.head)
	}
	return r.rows(q, args...)
}

func (r recount) regulations(change string) int {
	return r.rows(`regulation WHERE inspection_id = ? AND change = ? AND issued_on <> '' AND issued_on <= ?
		AND issued_on >= (SELECT feedback_on FROM inspection WHERE id = ?) AND (repealed_on = '' OR repealed_on > ?)`, r.id, change, r.cutOff, r.id, r.cutOff)
}

// closed counts the problems whose last application passed by the cut-off and
// that were not reopened by then.
func (r recount) closed() int {
	end := r.cutOff.AddDays(1).Time(workday.Zone).UnixMilli()
	return r.rows(`(SELECT problem_id, MAX(cycle) AS c FROM application WHERE inspection_id = ? AND state = 'passed' AND ended_on <= ? GROUP BY problem_id) a
		WHERE NOT EXISTS (SELECT 1 FROM reopening o WHERE o.problem_id = a.problem_id AND o.at < ? AND o.cycle > a.c)`, r.id, r.cutOff, end)
}

func (r recount) longTerm() int {
	return r.rows("problem WHERE inspection_id = ? AND long_term = 1", r.id)
}

// beyond counts the problems whose first deadline lies behind the end of the
// period of six months.
func (r recount) beyond() int {
	return r.rows("problem WHERE inspection_id = ? AND (CASE first_deadline WHEN '' THEN deadline ELSE first_deadline END) > '2026-07-08'", r.id)
}

func (r recount) resolutions(and string) int {
	return r.rows(`resolution WHERE meeting_id IN (SELECT id FROM meeting WHERE inspection_id = ? AND held_on <> '' AND (held_on <= ? OR adopted_report = 1))`+and, r.id, r.cutOff)
}

func (r recount) immediates(and string) int {
	return r.rows("immediate WHERE inspection_id = ? AND issued_on <= ?"+and, r.id, r.cutOff)
}

// answered counts the problems that a regulation of the period answers.
func (r recount) answered() int {
	r.t.Helper()
	list, err := store.Regulations.List(r.tx, `WHERE inspection_id = ? AND change <> 'repeal' AND issued_on <> '' AND issued_on <= ?
		AND issued_on >= (SELECT feedback_on FROM inspection WHERE id = ?) AND (repealed_on = '' OR repealed_on > ?)`, r.id, r.cutOff, r.id, r.cutOff)
	if err != nil {
		r.t.Fatal(err)
	}
	problems := map[string]bool{}
	for _, x := range list {
		for _, id := range x.Problems {
			problems[id] = true
		}
	}
	return len(problems)
}

// stated are the phrases in which papers state figures, each with its recount.
// The order of the groups is the order of the recounts.
func (r recount) stated() map[string][]int {
	total := r.nodes(inspection.KindProblem)
	life := "(SELECT id FROM life_meeting WHERE inspection_id = '" + r.id + "' AND kind = 'democratic')"
	self := r.rows("criticism WHERE from_id = to_id AND life_meeting_id IN " + life)
	all := r.rows("criticism WHERE life_meeting_id IN " + life)
	done := r.rows("criticism WHERE done_on <> '' AND done_on <= ? AND life_meeting_id IN "+life, r.cutOff)
	measures := func(kind work.MeasureKind) int {
		return r.rows("measure WHERE inspection_id = ? AND cycle = 0 AND kind = ?", r.id, kind)
	}
	talks := func(scope string) int {
		return r.rows("talk WHERE inspection_id = ? AND scope = ? AND held_on <= (SELECT held_on FROM life_meeting WHERE id IN "+life+")", r.id, scope)
	}
	comments := func(outcome string) int {
		return r.rows("plan_comment WHERE answer = ? AND version_id IN (SELECT id FROM plan_version WHERE inspection_id = ?)", outcome, r.id)
	}
	return map[string][]int{
		`(\d+)个方面(\d+)项(\d+)个具体问题`: {r.nodes(inspection.KindAspect), r.nodes(inspection.KindItem), total},
		`(\d+)个具体问题中`:              {total}, `把(\d+)个具体问题`: {total}, `本方案对(\d+)个具体问题`: {total},
		`经审核销号(\d+)个`: {r.closed()}, `列为长期坚持事项(\d+)个`: {r.longTerm()}, `列为长期坚持的(\d+)个问题`: {r.longTerm()}, `其中需要长期坚持(\d+)个`: {r.longTerm()},
		`前）完成(\d+)个，超出集中整改期的(\d+)个`:     {total - r.beyond(), r.beyond()},
		`议定整改事项(\d+)项，截至[^，]*已落实(\d+)项`: {r.resolutions(""), r.resolutions(" AND done_on <> '' AND done_on <= '" + string(r.cutOff) + "'")},
		`移交立行立改事项(\d+)项，已回复办理结果(\d+)项`:  {r.immediates(""), r.immediates(" AND replied_on <> '' AND replied_on <= '" + string(r.cutOff) + "'")},
		`，经认可(\d+)项`: {r.immediates(" AND accepted = 1")},
		`班子和(\d+)名班子成员撰写对照检查材料(\d+)份`: {r.rows("self_paper WHERE person_id <> '' AND life_meeting_id IN " + life), r.rows("self_paper WHERE life_meeting_id IN " + life)},
		`其中本人审核把关(\d+)份`:              {r.rows("self_paper WHERE reviewed_by = ? AND life_meeting_id IN "+life, r.head)},
		`对(\d+)项重大整改事项`:               {r.rows("directed_matter WHERE inspection_id = ? AND by_id = ? AND on_day <= ?", r.id, r.head, r.cutOff)},
		`以(\d+)项制度固化`:                 {r.regulations("enact") + r.regulations("revise")},
		`对应巡察反馈的(\d+)个具体问题`:           {r.answered()},
		`已完成(\d+)个（占`:                 {r.on[work.Done]}, `、基本完成(\d+)个`: {r.on[work.BasicallyDone]}, `、整改中(\d+)个`: {r.on[work.UnderWay]},
		`、未启动(\d+)个`: {r.on[work.NotStarted]}, `、逾期未完成(\d+)个`: {r.on[work.NotDone]},
		`制定整改措施(\d+)条（直接整改(\d+)条、举一反三(\d+)条、长效机制(\d+)条）`: {r.rows("measure WHERE inspection_id = ? AND cycle = 0", r.id), measures(work.Direct), measures(work.Similar), measures(work.LongTerm)},
		`全部认领(\d+)条`: {r.rows("measure WHERE inspection_id = ? AND cycle = 0", r.id)},
		`主持召开动员会(\d+)次、党组会(\d+)次、整改工作领导小组会(\d+)次、推进会(\d+)次`: {r.meetings(party.Mobilisation, true), r.meetings(party.PartyGroup, true),
			r.meetings(party.LeadingGroup, true), r.meetings(party.ProgressMeeting, true)},
		`谈心谈话(\d+)次，其中班子成员之间(\d+)次、班子成员与科室（单位）负责人(\d+)次`: {talks(string(party.LeaderWithLeader)) + talks(string(party.LeaderWithDeptHead)), talks(string(party.LeaderWithLeader)), talks(string(party.LeaderWithDeptHead))},
		`开展自我批评(\d+)条、相互批评(\d+)条`:                        {self, all - self}, `对(\d+)条意见逐条`: {all},
		`已整改到位(\d+)条，其余(\d+)条`:                       {done, all - done},
		`收到意见建议(\d+)条，采纳(\d+)条、部分采纳(\d+)条、未采纳(\d+)条`: {comments("adopted") + comments("partly") + comments("refused"), comments("adopted"), comments("partly"), comments("refused")},
		`整改期间，新制定[^；。]*?(\d+)项制度；`:                   {r.regulations("enact")}, `；修订[^；。]*?(\d+)项制度[；。]`: {r.regulations("revise")},
		`对其他班子成员提出批评意见(\d+)条，接受批评意见(\d+)条`: {r.rows("criticism WHERE from_id = ? AND to_id <> from_id AND life_meeting_id IN "+life, r.head),
			r.rows("criticism WHERE to_id = ? AND to_id <> from_id AND life_meeting_id IN "+life, r.head)},
		`(\d+)个牵头科室（单位）全部认领`: {r.rows("(SELECT DISTINCT lead_dept_id FROM measure WHERE inspection_id = ? AND cycle = 0) d", r.id)},
	}
}

// TestEveryStatedFigureEqualsAFreshCount recounts the figures of every paper of
// the example bureau, the reports at two cut-offs, and that no list of records is counted
// in a paper without a recount here.
func TestEveryStatedFigureEqualsAFreshCount(t *testing.T) {
	db := city(t)
	accept(t, db, "市市场监管局")
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
			for _, kind := range inspection.ReportKinds() {
				composed, err := paper.Desk{Calendar: workday.China()}.Write(v.Tx, i, kind, cutOff)
				if err != nil {
					return err
				}
				d, err := gongwen.Decode(composed.Body)
				if err != nil {
					return err
				}
				r.hold(string(kind)+" at "+string(cutOff), d, 20)
			}
			if cutOff == records.Today {
				r.hold("plan", planOf(t, db, "市市场监管局").Document, 8)
				r.made(v, i)
			}
			return nil
		})
	}
}

// made recounts the papers that are written when they are asked for.
func (r recount) made(v *query.View, i inspection.Inspection) {
	r.t.Helper()
	for kind, least := range map[inspection.PaperKind]int{inspection.GroupNotice: 0, inspection.LifeRequest: 3, inspection.LifePlan: 0,
		inspection.LifeReport: 8, inspection.Circular: 20, inspection.PublicVersion: 8} {
		m, err := paper.Made(v, query.PaperIn{Inspection: i.ID, Kind: kind})
		if err != nil {
			r.t.Fatal(err)
		}
		r.hold(string(kind), m.Document, least)
	}
}

// counting are the sources of figures that are counts of whole lists.
var counting = []string{query.ListProblems + ":", query.ListSelfPapers + ":", query.ListMeasures + ":", query.ListTalks + ":", query.ListCriticisms + ":", query.ListComments + ":"}

// hold compares what a paper states with the recounts.
func (r recount) hold(name string, d *gongwen.Document, least int) {
	r.t.Helper()
	covered, checked := map[string]bool{}, 0
	for pattern, want := range r.stated() {
		at := regexp.MustCompile(pattern)
		for _, m := range at.FindAllStringSubmatch(text(d), -1) {
			for n, group := range m[1:] {
				if got, err := strconv.Atoi(group); err != nil || got != want[n] {
					r.t.Errorf("%s: %q states %s, a fresh count gives %d", name, m[0], group, want[n])
				}
				checked++
			}
			for _, f := range proofread.Figures(m[0]) {
				covered[fmt.Sprint(f)] = true
			}
		}
	}
	if checked < least {
		r.t.Errorf("%s: only %d figures were recounted", name, checked)
	}
	runs := slices.Collect(d.Runs())
	for n, run := range runs {
		for _, f := range proofread.Figures(withUnit(runs, n)) {
			if counts(run.Refs) && !covered[fmt.Sprint(f)] && f.Unit != "%" && f.Unit != "名" && f.Unit != "份" {
				r.t.Errorf("%s: %s%s in %q counts a list and is not recounted", name, f.Number, f.Unit, run.Text)
			}
		}
	}
}

// withUnit is a run as a reader counts in it: a figure at its end takes its unit
// from the run behind it.
func withUnit(runs []gongwen.Run, n int) string {
	text := runs[n].Text
	if n+1 == len(runs) || strings.TrimRight(text, "0123456789") == text {
		return text
	}
	unit := []rune(strings.TrimLeft(runs[n+1].Text, "0123456789"))
	return text + string(unit[:min(2, len(unit))])
}

func counts(refs []string) bool {
	for _, ref := range refs {
		for _, list := range counting {
			if strings.HasPrefix(ref, list) {
				return true
			}
		}
	}
	return false
}
