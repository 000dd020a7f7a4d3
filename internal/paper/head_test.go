package paper

import (
	"strings"
	"testing"
	"unicode"

	"bihuan/internal/domain/org"
	"bihuan/internal/gongwen"
	"bihuan/internal/query"

	"pgregory.net/rapid"
)

// words is what a reader sees of the body, headings marked.
func words(d *gongwen.Document) string {
	var b strings.Builder
	for _, block := range d.Blocks {
		switch block := block.(type) {
		case gongwen.Heading:
			b.WriteString("# " + plain(block.Text))
		case gongwen.Paragraph:
			for _, r := range block.Runs {
				b.WriteString(r.String())
			}
		}
		b.WriteString("\n")
	}
	return b.String()
}

// baseless gives the words of the body that stand on no record: punctuation
// beside a missing place is all that may.
func baseless(d *gongwen.Document) []string {
	var out []string
	for _, block := range d.Blocks {
		p, ok := block.(gongwen.Paragraph)
		if !ok {
			continue
		}
		for _, r := range p.Runs {
			if len(r.Refs) == 0 && strings.ContainsFunc(r.Text, func(c rune) bool { return !unicode.IsPunct(c) }) {
				out = append(out, r.Text)
			}
		}
	}
	return out
}

func TestAWholeReportLacksNothing(t *testing.T) {
	d := HeadReport(whole())
	if gaps := Missing(d); len(gaps) > 0 {
		t.Errorf("missing: %v", gaps)
	}
	text := words(d)
	for _, want := range []string{
		"2026年3月2日，市委第三巡察组向市水务局党组反馈了巡察意见，指出1个方面2项3个具体问题。会上，本人代表局党组作表态发言：一是照单全收；二是立行立改。",
		"接到《关于印发〈市委第三巡察组的反馈意见〉的通知》（云巡办〔2026〕3号）后，本人3月3日主持召开动员部署会，3月4日牵头成立整改工作领导小组，3月5日主持召开专题党组会。",
		"由本人任组长，党组成员、副局长李明、吴清为成员。", "设在人教科，人教科科长陈静为成员",
		"收到意见建议2条，采纳1条、未采纳1条。3月16日，本人主持召开局党组会议，审议通过整改方案；3月17日市委巡察办、3月18日市委第三巡察组（云巡三函〔2026〕2号）审核同意；3月19日，以云水党组〔2026〕5号印发执行。",
		"截至6月30日，3个具体问题中，已完成2个（占66.7%）、逾期未完成1个，经审核销号1个，列为长期坚持事项1个。逾期未完成的是“谈心谈话走过场”问题。",
		"审议通过《中共云岭市水务局党组关于巡察反馈意见整改情况的报告》", "# 坚持统筹兼顾，推动巡察整改与水务工作互促并进",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("not told: %s", want)
		}
	}
	if n := strings.Count(text, "\n# ") + strings.Count(text[:2], "# "); n != 6 {
		t.Errorf("%d sections", n)
	}
	if s := d.Signature; s.Names[0].Text != "云岭市水务局" || s.Names[1].Text != "党组书记、局长　周正" || s.Date.Text != "2026年7月3日" {
		t.Errorf("signed %v", s)
	}
	if got := d.Addressee.Text; got != "市委巡察办" {
		t.Errorf("addressed to %q", got)
	}
}

func TestWhatIsNotOnRecordIsMarkedAndNotFilled(t *testing.T) {
	d := HeadReport(query.Facts{On: "2026-07-03", CutOff: "2026-06-30", InspectionRefs: []string{"inspection:i"}, Conflicts: []query.Conflict{{Kind: query.NoHead}}})
	if b := baseless(d); len(b) > 0 {
		t.Errorf("words without a record: %q", b)
	}
	listed := map[string]bool{}
	for _, g := range Missing(d) {
		listed[strings.SplitN(g.What, "：", 2)[0]] = true
	}
	for _, at := range []place{atAddressee, atFeedbackDay, atFeedback, atStatement, atNotice, atHead, atMeetings, atDirected, atStudies, atGroup, atPlan,
		atMobilisation, atPartyGroup, atProgress, atReport, atLife, atBranch, atRegulations, atLinked, atConflict, atOrganisation} {
		if !listed[string(at)] {
			t.Errorf("%s is not listed as missing", at)
		}
	}
}

// TestTakingFactsAwayLeavesMarks takes any facts away from a whole report: no
// sentence stands without a record, and each fact taken leaves a mark.
func TestTakingFactsAwayLeavesMarks(t *testing.T) {
	cuts := []func(*query.Facts){
		func(f *query.Facts) { f.Feedback.On = "" }, func(f *query.Facts) { f.Feedback.Team = "" },
		func(f *query.Facts) { f.Feedback.Nodes = nil }, func(f *query.Facts) { f.Feedback.Statement = nil },
		func(f *query.Facts) { f.Feedback.NoticeNumber = "" }, func(f *query.Facts) { f.Feedback.Speaker = query.Officer{} },
		func(f *query.Facts) { f.Head.Title = "" }, func(f *query.Facts) { f.Group = nil },
		func(f *query.Facts) { f.Meetings = nil }, func(f *query.Facts) { f.Meetings = f.Meetings[:len(f.Meetings)/2] },
		func(f *query.Facts) { f.Studies = nil }, func(f *query.Facts) { f.Directed = nil }, func(f *query.Facts) { f.Plan = nil },
		func(f *query.Facts) { f.Life = nil }, func(f *query.Facts) { f.Branches = nil }, func(f *query.Facts) { f.Linked = nil },
		func(f *query.Facts) { f.Regulations = query.RegulationFacts{} }, func(f *query.Facts) { f.Measures = query.MeasureFacts{} },
		func(f *query.Facts) { f.Counts.Unassigned = 2 }, func(f *query.Facts) { f.Counts = query.Counts{} },
		func(f *query.Facts) { f.Office.ShortName = "" }, func(f *query.Facts) { f.Measures.Claimed-- },
	}
	rapid.Check(t, func(t *rapid.T) {
		f := whole()
		taken := rapid.SliceOfNDistinct(rapid.IntRange(0, len(cuts)-1), 1, 6, rapid.ID[int]).Draw(t, "taken")
		for _, n := range taken {
			cuts[n](&f)
		}
		d := HeadReport(f)
		if b := baseless(d); len(b) > 0 {
			t.Fatalf("words without a record: %q", b)
		}
		gaps := Missing(d)
		if len(gaps) == 0 {
			t.Fatal("nothing is marked as missing")
		}
		for _, g := range gaps {
			if !strings.Contains(words(d)+d.Addressee.String()+d.Signature.Names[1].String(), "【缺："+g.What+"】") {
				t.Fatalf("%s is listed but not marked", g.What)
			}
		}
	})
}

func TestContradictionsAreFlagged(t *testing.T) {
	f := whole()
	f.Group.HeadLeads, f.Group.Leader = false, officer("li", "党组成员、副局长", "李明", org.RankMember)
	f.Conflicts = []query.Conflict{{Kind: query.LeaderNotHead, Args: []string{"李明", "周正"}, Based: based("group_seat:1", "post:head")},
		{Kind: query.TwoPlanTitles, Args: []string{"甲方案", "乙方案"}}}
	text := words(HeadReport(f))
	for _, want := range []string{"【缺：互相一致的记录：领导小组组长是李明，主要负责人是周正】", "整改方案前后两个标题：甲方案／乙方案", "由党组成员、副局长李明任组长"} {
		if !strings.Contains(text, want) {
			t.Errorf("not flagged: %s", want)
		}
	}
	if strings.Contains(text, "本人任组长") || strings.Contains(text, "和整改工作领导小组组长") {
		t.Error("the head claims a post that he does not hold")
	}
}

func TestTheHeadClaimsNoMeetingOfOthers(t *testing.T) {
	f := whole()
	for n := range f.Meetings {
		f.Meetings[n].ByHead, f.Meetings[n].Chair = false, officer("li", "党组成员、副局长", "李明", org.RankMember)
	}
	f.Meetings[1].HeadThere = false
	text := words(HeadReport(f))
	if strings.Contains(text, "，本人主持") || strings.Contains(text, "研究整改分工") {
		t.Error("a meeting chaired by somebody else is told as the head's, or one that he missed is told")
	}
	if !strings.Contains(text, "参加李明主持召开的动员会") {
		t.Error("a meeting that the head attended is not told")
	}
}

func TestHeadingsSpeakOfTheOrganisationItself(t *testing.T) {
	for _, c := range []struct {
		o                   org.Organisation
		business, body, who string
	}{
		{org.Organisation{ShortName: "市市场监管局", PartyName: "中共云岭市市场监督管理局党组", Kind: org.Bureau}, "市场监管", "局党组", "市市场监管局党组"},
		{org.Organisation{ShortName: "市卫生健康委", PartyName: "中共云岭市卫生健康委员会党组", Kind: org.Bureau}, "卫生健康", "委党组", "市卫生健康委党组"},
		{org.Organisation{ShortName: "市城投集团", PartyName: "中共云岭市城投集团有限公司党委", Kind: org.Enterprise}, "业务", "公司党委", "市城投集团党委"},
		{org.Organisation{ShortName: "云岭学院", PartyName: "中共云岭学院党委", Kind: org.University}, "业务", "学校党委", "云岭学院党委"},
		{org.Organisation{ShortName: "稻溪县", PartyName: "中共稻溪县委", Kind: org.County}, "业务", "县委", "稻溪县委"},
	} {
		if business(c.o) != c.business || partyBody(c.o) != c.body || partyName(c.o) != c.who {
			t.Errorf("%s: %s, %s, %s", c.o.ShortName, business(c.o), partyBody(c.o), partyName(c.o))
		}
	}
}
