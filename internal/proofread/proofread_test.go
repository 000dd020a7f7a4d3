package proofread_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"bihuan/internal/domain/workday"
	"bihuan/internal/proofread"
)

// known is what the records of a small bureau say.
func known() proofread.Known {
	return proofread.Known{
		Numbers:  map[proofread.Figure]bool{{Number: "35", Unit: "个"}: true, {Number: "26", Unit: "个"}: true, {Number: "3", Unit: "万元"}: true},
		Titles:   map[string]bool{"公务接待管理办法": true, proofread.Bare("关于印发〈反馈意见〉的通知"): true},
		Meetings: map[workday.Date]bool{"2026-03-16": true},
		People: []proofread.Person{
			{Name: "周正", Posts: []proofread.Held{{Title: "党组成员、副局长", From: "2020-01-01", Until: "2025-12-31"}, {Title: "党组书记、局长", From: "2026-01-01"}}},
			{Name: "李明", Posts: []proofread.Held{{Title: "党组成员、副局长", From: "2021-01-01"}}}},
		Others:  []proofread.Other{{Names: []string{"云岭市交通运输局", "市交通局"}, Field: "交通"}},
		Earlier: []proofread.Issued{{Title: "进展报告", Text: "35个具体问题中，已完成26个（占74.3%）、逾期未完成1个，经审核销号20个。"}},
		Longest: 200,
	}
}

func paperOf(text string) proofread.Paper {
	return proofread.Paper{Day: "2026-07-03", CutOff: "2026-06-30", Report: true, Sentences: []proofread.Sentence{{Section: "一", Text: text, Free: true}}}
}

// TestEveryFaultIsFoundAndItsHonestTwinIsNot plants each kind of fault beside a
// sentence that differs from it only in being right.
func TestEveryFaultIsFoundAndItsHonestTwinIsNot(t *testing.T) {
	for name, c := range map[string]struct {
		kind            proofread.Kind
		planted, honest string
	}{
		"a number nobody counted":     {proofread.Number, "已整改30个。", "已整改26个。"},
		"a sum nobody recorded":       {proofread.Number, "追缴资金5万元。", "追缴资金3万元。"},
		"a number in a date":          {proofread.Number, "已整改9项。", "2026年5月9日已整改35个。"},
		"another count":               {proofread.Count, "35个具体问题中，已完成28个。", "35个具体问题中，已完成26个。"},
		"another number signed off":   {proofread.Count, "经审核销号19个。", "经审核销号20个。"},
		"a day that does not exist":   {proofread.Date, "2026年2月30日召开。", "2026年2月28日召开。"},
		"a day ahead as past":         {proofread.Date, "2026年8月1日完成整改。", "拟于2026年8月1日完成整改。"},
		"a deadline ahead":            {proofread.Date, "2026年9月30日已办结。", "完成时限为2026年9月30日。"},
		"a span turned round":         {proofread.Date, "2026年3月9日至3月2日开展学习。", "2026年3月2日至3月9日开展学习。"},
		"a meeting nobody held":       {proofread.Meeting, "2026年3月17日召开专题党组会。", "2026年3月16日召开专题党组会。"},
		"a regulation nobody issued":  {proofread.Title, "出台《公务用车管理办法》。", "出台《公务接待管理办法》。"},
		"another title of the notice": {proofread.Title, "根据《关于印发〈整改意见〉的通知》。", "根据《关于印发〈反馈意见〉的通知》和《中国共产党巡视工作条例》。"},
		"a post of the past":          {proofread.Post, "2026年3月16日，党组成员、副局长周正主持。", "2025年3月16日，党组成员、副局长周正主持。"},
		"a post of another":           {proofread.Post, "党组书记、局长李明带队检查。", "党组书记、局长周正带队检查。"},
		"a former post, said so":      {proofread.Post, "党组成员、副局长周正作说明。", "时任党组成员、副局长周正作说明。"},
		"somebody unknown":            {proofread.Name, "党组成员、副局长王立新带队检查。", "党组成员、副局长李明带队检查。"},
		"no name behind a post":       {proofread.Name, "党组成员、副局长张伟，负责督办。", "党组成员、副局长负责督办。"},
		"another bureau":              {proofread.Organisation, "市交通局党组高度重视。", "市水务局党组高度重视。"},
		"我 of nobody":                 {proofread.FirstPerson, "本人带队检查。", "主要负责人带队检查。"},
		"a request":                   {proofread.Request, "以上报告妥否，请批示。", "以上报告，请审阅。"},
		"support asked for":           {proofread.Request, "请求市委帮助解决编制问题。", "市委帮助解决了编制问题。"},
	} {
		if !has(proofread.Check(paperOf(c.planted), known()), c.kind) {
			t.Errorf("%s: not found in %s", name, c.planted)
		}
		if found := proofread.Check(paperOf(c.honest), known()); has(found, c.kind) {
			t.Errorf("%s: found in the honest %s: %+v", name, c.honest, found)
		}
	}
}

func has(list []proofread.Finding, kind proofread.Kind) bool {
	for _, f := range list {
		if f.Kind == kind {
			return true
		}
	}
	return false
}

// TestTablesAreLookedOverPlaceByPlace plants each kind of fault in a place of a
// table, beside an honest twin, and holds that the finding names the place.
func TestTablesAreLookedOverPlaceByPlace(t *testing.T) {
	for name, c := range map[string]struct {
		kind            proofread.Kind
		column          string
		planted, honest string
	}{
		"a number that somebody typed":  {proofread.Number, "整改情况", "已整改30个", "已整改26个"},
		"a day that does not exist":     {proofread.Date, "完成时限", "2026年6月31日", "2026年6月30日"},
		"a day ahead in what was done":  {proofread.Date, "销号日期", "2026年8月1日", "2026年7月1日"},
		"a deadline is ahead":           {proofread.Date, "整改情况", "2026年9月30日完成", "2026年6月30日完成"},
		"a regulation nobody issued":    {proofread.Title, "整改措施", "出台《公务用车管理办法》", "出台《公务接待管理办法》"},
		"a meeting nobody held":         {proofread.Meeting, "整改情况", "2026年3月17日召开党组会", "2026年3月16日召开党组会"},
		"a post of another":             {proofread.Post, "责任领导", "党组书记、局长李明", "党组书记、局长周正"},
		"somebody unknown":              {proofread.Name, "责任人", "王立新", "李明"},
		"somebody unknown among others": {proofread.Name, "责任人", "李明、王立新", "李明、周正"},
		"another bureau":                {proofread.Organisation, "整改措施", "市交通局党组专题研究", "市水务局党组专题研究"},
		"a request":                     {proofread.Request, "整改情况", "请求市委支持编制", "市委支持了编制"},
	} {
		at := proofread.Cell{Table: "整改台账", Row: 3, Column: c.column}
		paper := func(text string) proofread.Paper {
			p := paperOf(text)
			p.Sentences[0].Section, p.Sentences[0].Cell = "", at
			return p
		}
		found := proofread.Check(paper(c.planted), known())
		if !has(found, c.kind) {
			t.Errorf("%s: not found in %s", name, c.planted)
		}
		for _, f := range found {
			if f.Cell != at {
				t.Errorf("%s: the finding is at %+v", name, f.Cell)
			}
		}
		if found := proofread.Check(paper(c.honest), known()); len(found) > 0 {
			t.Errorf("%s: found in the honest %s: %+v", name, c.honest, found)
		}
	}
	deadline := paperOf("2026年9月30日")
	deadline.Sentences[0].Cell = proofread.Cell{Table: "整改台账", Row: 1, Column: "完成时限"}
	if found := proofread.Check(deadline, known()); len(found) > 0 {
		t.Errorf("a deadline that is ahead is no fault: %+v", found)
	}
}

// TestWhatRecordsWroteIntoATableIsNotDoubtedForItsWords: figures, requests and
// the first person in a measure's own words are the measure's.
func TestWhatRecordsWroteIntoATableIsNotDoubtedForItsWords(t *testing.T) {
	p := paperOf("由本人退缴5万元，请求上级支持，、基本完成9个。")
	p.Sentences[0].Free, p.Sentences[0].Cell = false, proofread.Cell{Table: "整改台账", Row: 1, Column: "整改措施"}
	if found := proofread.Check(p, known()); len(found) > 0 {
		t.Errorf("found %+v", found)
	}
}

func TestSumsAndTheOrderOfDaysInATable(t *testing.T) {
	table := proofread.Table{Name: "统计表", Heads: []string{"单位", "问题", "完成率"}, Rows: [][]string{{"甲", "3", "50%"}, {"乙", "4", "25%"}, {"合计", "7", "36%"}}}
	check := func() []proofread.Finding {
		return proofread.Check(proofread.Paper{Tables: []proofread.Table{table}}, proofread.Known{})
	}
	if found := check(); len(found) > 0 {
		t.Errorf("an honest sum: %+v", found)
	}
	table.Rows[2][1] = "8"
	if found := check(); len(found) != 1 || found[0].Kind != proofread.Sum || found[0].Cell != (proofread.Cell{Table: "统计表", Row: 3, Column: "问题"}) || found[0].Args[0] != "7" {
		t.Errorf("a wrong sum: %+v", found)
	}
	table = proofread.Table{Name: "制度清单", Heads: []string{"名称", "印发日期", "废止日期"}, Rows: [][]string{{"办法", "2026年3月1日", "2026年4月1日"}, {"规定", "2026年5月1日", ""}}}
	if found := check(); len(found) > 0 {
		t.Errorf("honest days: %+v", found)
	}
	table.Rows[0][2] = "2026年2月1日"
	if found := check(); len(found) != 1 || found[0].Kind != proofread.Date || found[0].Cell.Column != "废止日期" || found[0].Cell.Row != 1 {
		t.Errorf("days in the wrong order: %+v", found)
	}
}

// TestWordsThatRestOnRecordsAreNotDoubted holds that numbers and meetings are
// looked for in free text only: what facts wrote, facts support.
func TestWordsThatRestOnRecordsAreNotDoubted(t *testing.T) {
	p := paperOf("2026年3月17日召开专题党组会，已整改30个。")
	p.Sentences[0].Free = false
	if found := proofread.Check(p, known()); len(found) > 0 {
		t.Errorf("found %+v", found)
	}
}

func TestTheFieldOfAnotherInAHeading(t *testing.T) {
	p := paperOf("推动巡察整改与交通工作互促并进")
	if has(proofread.Check(p, known()), proofread.Organisation) {
		t.Error("a field in a sentence is no fault")
	}
	p.Sentences[0].Heading = true
	if !has(proofread.Check(p, known()), proofread.Organisation) {
		t.Error("another bureau's words left in a heading are not found")
	}
}

func TestLengthAndTheHeadsOwnWords(t *testing.T) {
	p := paperOf("情况属实。")
	p.OwnWords = true
	if !has(proofread.Check(p, known()), proofread.FirstPerson) {
		t.Error("the head never speaks of himself in his own report, and it is not found")
	}
	p.Sentences[0].Text = "本人负总责。"
	if has(proofread.Check(p, known()), proofread.FirstPerson) {
		t.Error("the head may speak of himself")
	}
	for range 40 {
		p.Sentences = append(p.Sentences, proofread.Sentence{Text: "本人负总责。"})
	}
	if found := proofread.Check(p, known()); !has(found, proofread.Length) {
		t.Error("a paper that is too long is not found")
	}
	p.Day, p.CutOff = "2026-06-29", "2026-06-30"
	if !has(proofread.Check(p, known()), proofread.Date) {
		t.Error("a cut-off behind the day of the paper is not found")
	}
}

// TestAnyTextIsLookedOver holds that no text breaks a check, and that what is
// quoted stands in the sentence.
func TestAnyTextIsLookedOver(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.StringOf(rapid.SampledFrom([]rune("《》〈2026年月日至13个项，。党组书记、局长周正李明本人召开会议时任拟妥否市交通局")))).Draw(t, "text")
		for _, f := range proofread.Check(paperOf(text), known()) {
			if f.Kind == proofread.Meeting || f.Kind == proofread.Number || f.Kind == proofread.Length {
				continue // quoted without what stands between
			}
			if f.Within != "" && f.Kind != proofread.Post && !strings.Contains(f.Within, f.Quote) {
				t.Fatalf("%s quotes %q, which is not in %q", f.Kind, f.Quote, f.Within)
			}
		}
	})
}
