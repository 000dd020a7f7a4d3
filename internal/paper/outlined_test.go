package paper

import (
	"slices"
	"strings"
	"testing"

	"bihuan/internal/domain/outline"
	"bihuan/internal/gongwen"
	"bihuan/internal/query"
)

// TestAPaperFollowsTheOutlineThatTheOfficeKeeps: parts in another order, facts
// with their records, conditions and lists; it remembers the version.
func TestAPaperFollowsTheOutlineThatTheOfficeKeeps(t *testing.T) {
	f := whole()
	f.Outlines = map[string]outline.Version{headOutline: {ID: "v1", Text: "{结合日常工作}\n# 总的情况\n{单位名称}有{具体问题数}个具体问题。\n" +
		"{如果 有逾期问题}\n有逾期。\n{否则}\n没有逾期。\n{完}\n{逐项 会议}\n{会议.日期}，{会议.名称}。\n{完}"}}
	d := HeadReport(f)
	text := words(d)
	for _, want := range []string{"总的情况", f.Organisation.Name + "有", "个具体问题。"} {
		if !strings.Contains(text, want) {
			t.Errorf("the paper does not say %q:\n%s", want, text)
		}
	}
	if strings.Contains(text, "有逾期。") == strings.Contains(text, "没有逾期。") {
		t.Error("both or neither side of the condition is written")
	}
	for _, m := range f.Meetings {
		if !strings.Contains(text, ended(m.Title)+"。") {
			t.Errorf("%s is not listed", m.Title)
		}
	}
	if d.Outline != "v1" || HeadReport(whole()).Outline != "" {
		t.Errorf("the paper remembers %q", d.Outline)
	}
	if bare := baseless(d); len(bare) > 0 {
		t.Errorf("words without records: %q", bare)
	}
}

// TestAnOutlineBearsTheTitle: with its facts, in the register's words; without
// one the shipped title stands, and the meeting that adopts the report names
// the title that it will have.
func TestAnOutlineBearsTheTitle(t *testing.T) {
	f := whole()
	f.Outlines = map[string]outline.Version{headOutline: {ID: "v1", Text: "= {单位名称}主要负责人的报告\n{开头}"}, progressOutline: {ID: "v2", Text: "= {党组名称}的报告\n{开头}"}}
	d := HeadReport(f)
	if d.Subject != f.Organisation.Name+"主要负责人的报告" || !slices.Contains(d.Title[0].Refs, f.OrgRefs[0]) {
		t.Errorf("the title is %q, resting on %v", d.Subject, d.Title[0].Refs)
	}
	delete(f.Outlines, headOutline)
	f.Meetings[len(f.Meetings)-1].Report = ""
	if text := words(HeadReport(f)); !strings.Contains(text, "审议通过《"+f.Organisation.PartyName+"的报告》") {
		t.Errorf("the adopted report bears another title: %s", text)
	}
	f.Outlines[headOutline] = outline.Version{Text: "{开头}"}
	if got := HeadReport(f).Subject; got != "局党组主要负责人组织落实巡察反馈意见整改情况的报告" {
		t.Errorf("without a title of its own it bears %q", got)
	}
}

// TestShippedOutlinesAreSound: each can be read, and each part that it may
// speak of writes something or marks what is missing.
func TestShippedOutlinesAreSound(t *testing.T) {
	for _, kind := range OutlineKinds() {
		if _, faults := outline.Parse(Shipped(kind), OutlineNames(kind)); len(faults) > 0 {
			t.Errorf("%s: %v", kind, faults)
		}
		for name := range vocabularyOf(kind).parts {
			if kindOf(kind).sections[name] == "" && !strings.Contains(Shipped(kind), "{"+name+"}") {
				t.Errorf("the shipped outline of %s leaves %s out", kind, name)
			}
		}
		for name, file := range kindOf(kind).sections {
			if lines := shippedText(kind + "/" + file); lines == "" || !strings.Contains(Shipped(kind), lines) {
				t.Errorf("the section %s is not in the shipped outline of %s", name, kind)
			}
		}
	}
}

// TestOutlinesKeptBeforeCanBeFollowed: the words with which outlines were
// shipped before their sections could be edited still stand for the same text.
func TestOutlinesKeptBeforeCanBeFollowed(t *testing.T) {
	f := whole()
	f.Outlines = map[string]outline.Version{headOutline: {ID: "old", Text: "{开头}\n{履行第一责任}\n{组织体系和责任}\n{部署推进}\n{党内生活}\n{长效机制}\n{结合日常工作}"},
		progressOutline: {ID: "old", Text: "{开头}\n{组织推进}\n{逐个问题}\n{立行立改}\n{长效机制}\n{群众监督}\n{尚未完成和下一步}"},
		groupOutline:    {ID: "old", Text: "{成立缘由}\n{如果 已成立领导小组}\n# 领导小组组成人员\n{领导小组名单}\n# 领导小组办公室\n{办公室名单}\n# 工作职责\n{工作职责}\n{完}"}}
	for _, write := range []func(query.Facts) *gongwen.Document{HeadReport, ProgressReport, GroupNotice} {
		if old, now := write(f), write(whole()); words(old) != words(now) || old.Subject != now.Subject {
			t.Errorf("kept before it writes\n%s\nnow\n%s", words(old), words(now))
		}
	}
}

// silent are the words that may write nothing: marks, and sentences about what
// need not be.
var silent = []string{"本句公开", "以上公开", "前句是引语", "原有制度", "在建制度", "人员调整", "未完成问题名单", "责任分工", "主要会议", "学习成果"}

// TestEveryFactWritesOrMarks: without records a fact marks its place.
func TestEveryFactWritesOrMarks(t *testing.T) {
	for _, kind := range []string{headOutline, progressOutline} {
		for name, write := range vocabularyOf(kind).facts {
			for which, f := range map[string]query.Facts{"whole": whole(), "empty": {}} {
				p := organised(f, nil)
				write(p)
				checks := strings.HasPrefix(name, "核对") && which == "whole" || name == "核对矛盾"
				if len(p.line) == 0 && !checks && !slices.Contains(silent, name) {
					t.Errorf("%s of %s records writes nothing", name, which)
				}
			}
		}
	}
}

// TestAnOutlineThatCannotBeReadLeavesAMark: a paper is never silently short.
func TestAnOutlineThatCannotBeReadLeavesAMark(t *testing.T) {
	f := whole()
	f.Outlines = map[string]outline.Version{headOutline: {ID: "old", Text: "{开头}\n{从前有的词}"}}
	if missing := HeadReport(f).Missing(); len(missing) == 0 || !strings.Contains(missing[0], "第2行") {
		t.Errorf("missing %q", missing)
	}
	body, err := gongwen.Encode(&gongwen.Document{Outline: "old"})
	if err != nil {
		t.Fatal(err)
	}
	if back, err := gongwen.Decode(body); err != nil || back.Outline != "old" {
		t.Errorf("frozen as %q, %v", back.Outline, err)
	}
}

// TestTheProgressReportCountsOpinionsOfThePublic: what came in about a
// publication is told before what remains.
func TestTheProgressReportCountsOpinionsOfThePublic(t *testing.T) {
	f := whole()
	f.Heard = query.HeardFacts{Total: 3, Answered: 2}
	text := words(ProgressReport(f))
	if at := strings.Index(text, "收到群众意见3条，已答复2条"); at < 0 || at > strings.Index(text, "尚未完成的事项") {
		t.Errorf("the report does not tell of the opinions: %s", text)
	}
}

func TestVersionsOfAnOutlineAreCompared(t *testing.T) {
	got := CompareOutlines("甲\n乙\n丙\n", "甲\n乙二\n  丙\n丁")
	want := []LineChange{{2, "乙\n", "乙二\n"}, {4, "", "丁\n"}}
	if !slices.Equal(got, want) || len(CompareOutlines("甲\n", "甲")) > 0 {
		t.Errorf("%v, want %v", got, want)
	}
}
