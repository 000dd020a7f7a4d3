package paper_test

import (
	"fmt"
	"os"
	"regexp"
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
		`(\d+)个具体问题中`:              {total}, `把(\d+)个具体问题`: {total},
		`已完成(\d+)个（占`: {r.on[work.Done]}, `、基本完成(\d+)个`: {r.on[work.BasicallyDone]}, `、整改中(\d+)个`: {r.on[work.UnderWay]},
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

// TestEveryStatedFigureEqualsAFreshCount recounts the figures of every report
// of the example bureau at two cut-offs, and that no list of records is counted
// in a paper without a recount here.
func TestEveryStatedFigureEqualsAFreshCount(t *testing.T) {
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
			for _, kind := range inspection.ReportKinds() {
				composed, err := paper.Desk{Calendar: workday.China()}.Write(v.Tx, i, kind, cutOff)
				if err != nil {
					return err
				}
				d, err := gongwen.Decode(composed.Body)
				if err != nil {
					return err
				}
				r.hold(string(kind)+" at "+string(cutOff), d)
			}
			return nil
		})
	}
}

// counting are the sources of figures that are counts of whole lists.
var counting = []string{query.ListMeasures + ":", query.ListTalks + ":", query.ListCriticisms + ":", query.ListComments + ":"}

// hold compares what a paper states with the recounts.
func (r recount) hold(name string, d *gongwen.Document) {
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
	if checked < 20 {
		r.t.Errorf("%s: only %d figures were recounted", name, checked)
	}
	for run := range d.Runs() {
		for _, f := range proofread.Figures(run.Text) {
			if counts(run.Refs) && !covered[fmt.Sprint(f)] && f.Unit != "%" && f.Unit != "名" && f.Unit != "份" {
				r.t.Errorf("%s: %s%s in %q counts a list and is not recounted", name, f.Number, f.Unit, run.Text)
			}
		}
	}
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
