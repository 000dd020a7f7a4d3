package signal_test

import (
	"fmt"
	"strings"
	"time"

	"bihuan/internal/domain/closing"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/regulation"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/signal"
)

// town is two bureaus in one round and the first of them in an earlier one,
// all of whose records are honest.
type town struct{ now, other, earlier *signal.Dossier }

func (t *town) all() []*signal.Dossier { return []*signal.Dossier{t.now, t.other, t.earlier} }

// p is a problem of the bureau: 0 and 1 in one aspect, 2 in another.
func (t *town) p(n int) *signal.Case { return &t.now.Cases[n] }

func (t *town) o(n int) *signal.Case { return &t.other.Cases[n] }

var orgs = []signal.Organisation{
	{ID: "bureau", Names: []string{"青禾市市场监督管理局", "市市场监管局", "中共青禾市市场监督管理局党组"}},
	{ID: "other", Names: []string{"青禾市水务局", "市水务局", "中共青禾市水务局党组"}},
}

// The honest texts: of each problem its wording, measure, entry.
var honest = map[string][][3]string{
	"bureau": {
		{"公务接待台账登记不全，2024年有17次接待未附派出单位公函", "由办公室对照财务凭证逐笔补录2024年以来的接待台账，缺公函的联系派出单位补齐", "办公室逐笔核对凭证，17次接待中15次补齐公函，2次经核实不属于公务接待，责令个人承担费用"},
		{"公车加油卡管理松散，一车多卡、一卡多用", "收回全部副卡，按车辆重新核发，每月由财务科和车队双人对账一次并公示结果", "收回副卡9张，重新核发主卡12张，四月份起双人对账，未再出现一卡多用"},
		{"执法案卷归档不及时，抽查的40卷中有11卷超期", "法制科牵头对超期案卷集中清理，建立结案后三十日内归档的提醒并纳入案卷评查", "超期的11卷全部归档，同步清查全部案卷386卷，另补归档4卷"},
	},
	"other": {
		{"河道巡查记录流于形式，照抄上月内容", "河道管理所改用定位巡查，巡查员当日上传轨迹，站长逐日抽看并在周例会上讲评", "三月以来上传巡查轨迹412条，站长抽看106条，发现并纠正照抄记录3条"},
		{"小型水库安全责任人名单更新滞后", "每季度首月由水库科核对责任人变动，变动五日内在公示牌和平台同步更换", "核对23座水库责任人，更换公示牌6块，平台信息同步更正"},
		{"水费收缴不到位，历年欠费清理缓慢", "供水公司按户建欠费台账，分类采取上门催缴和司法途径，按月向局党组报告进度", "建立台账318户，上门催缴204户，进入诉讼7户"},
	},
	"earlier": {
		{"党费收缴不规范，存在按季度代收现象", "机关党委组织各支部按月收缴并公示，委员逐支部检查缴纳凭据", "6个支部全部改为按月缴纳，检查凭据72份"},
		{"办公用房超面积使用", "办公室逐间测量后调整超面积房间，腾出的房间用作会议室", "调整办公室5间，腾出面积86平方米"},
		{"会议记录要素不全", "办公室制作统一的会议记录本，列明必记事项，每月抽查", "统一记录本启用后抽查36次会议，要素齐全"},
	},
}

const feedback workday.Date = "2026-03-02"

func clean() *town {
	return &town{now: dossier("now", "bureau", "bureau", feedback), other: dossier("oth", "other", "other", feedback),
		earlier: dossier("was", "bureau", "earlier", "2023-03-01")}
}

func dossier(id, org, texts string, on workday.Date) *signal.Dossier {
	d := &signal.Dossier{Inspection: inspection.Inspection{ID: id, OrgID: org, FeedbackOn: on}, PeriodEnd: on.AddMonths(6),
		Today: on.AddMonths(7), Settings: signal.DefaultSettings()}
	for n, t := range honest[texts] {
		p := work.Problem{ID: fmt.Sprint(id, "-p", n), OrgID: org, InspectionID: id, AspectID: []string{"a", "a", "b"}[n], Number: fmt.Sprint("1.", n+1),
			Title: t[0], Cause: "日常管理不严，责任没有落到人", Verdict: work.Done, ClosedOn: on.AddDays(70 + 9*n), FirstDeadline: on.AddMonths(3), Deadline: on.AddMonths(3)}
		c := signal.Case{Problem: p, Wording: t[0] + "。",
			Measures: []work.Measure{{ID: p.ID + "-m", ProblemID: p.ID, Kind: work.Direct, Text: t[1], Deadline: p.Deadline, FirstDeadline: p.Deadline, Verdict: work.Done}},
			Progress: []work.Progress{{ID: p.ID + "-e", ProblemID: p.ID, On: on.AddDays(40), Body: t[2], Verdict: work.Done}},
			Evidence: []signal.Proof{proof(p.ID+"-f", p.ID, "核对结果清单.xlsx", on.AddDays(40))}}
		applied := p.ClosedOn.AddDays(-6).Time(workday.Zone).Add(10 * time.Hour)
		c.SignOffs = []signal.SignOff{{Application: closing.Application{ID: p.ID + "-a", ProblemID: p.ID, State: closing.Passed, AppliedAt: applied, EndedOn: p.ClosedOn,
			Statement: "已经按照标准完成"}, Decisions: []closing.Decision{{At: applied.Add(20 * time.Hour)}, {At: applied.Add(140 * time.Hour)}}}}
		d.Cases = append(d.Cases, c)
	}
	return d
}

func proof(id, problem, name string, on workday.Date) signal.Proof {
	return signal.Proof{Evidence: work.Evidence{ID: id, ProblemID: problem, Name: name, Hash: "hash of " + id, SpeaksFor: on}}
}

// rule is a regulation of the bureau that answers its first problem.
func rule(d *signal.Dossier, title string, issued workday.Date) {
	d.Regulations = append(d.Regulations, regulation.Regulation{ID: "reg", Title: title, DocumentNumber: "青市监〔2026〕8号", Change: regulation.Enact,
		State: regulation.InForce, IssuedOn: issued, Problems: []string{d.Cases[0].Problem.ID}})
	d.Meetings = append(d.Meetings, signal.Mention{On: issued.AddDays(-2), Text: "审议《" + title + "》"})
	d.Others = append(d.Others, signal.Mention{On: issued.AddDays(30), Text: "按照《" + title + "》抽查二季度接待台账"})
}

const taboo = "公务接待管理办法"

// longCopy is a text that is long enough to be compared.
const longCopy = "组织全体干部职工认真学习有关规定，逐条对照检查，建立台账并明确专人负责，确保问题整改到位不反弹"

func setPicture(p *signal.Proof, bits string) { p.Facts.Picture = bits }

func stretched(c *signal.Case, times int) {
	for n := range times {
		from := c.Problem.FirstDeadline.AddDays(20 * n)
		c.Extensions = append(c.Extensions, work.Extension{ID: fmt.Sprint("x", n), ProblemID: c.Problem.ID, OldDate: from, NewDate: from.AddDays(20), State: work.ExtensionAgreed})
	}
	c.Problem.Deadline = c.Problem.FirstDeadline.AddDays(20 * times)
}

// plant is one thing put among honest records, and its honest twin.
type plant struct {
	rule   signal.Rule
	name   string
	put    func(*town)
	twin   string
	honest func(*town)
}

var plants = []plant{
	{signal.EvidenceEarly, "dated before the feedback", func(t *town) { t.p(0).Evidence[0].SpeaksFor = "2025-11-20" },
		"shows the state before, and says so", func(t *town) {
			t.p(0).Evidence = append(t.p(0).Evidence, proof("old", t.p(0).Problem.ID, "整改前接待台账.xlsx", "2025-11-20"))
		}},
	{signal.EvidenceEarly, "put right at once, it says", func(t *town) { t.p(1).Evidence[0].SpeaksFor = "2026-02-20" },
		"立行立改 during the inspection", func(t *town) {
			t.p(1).Evidence[0].SpeaksFor, t.p(1).Problem.Term = "2026-02-20", "立行立改"
		}},
	{signal.EvidenceLate, "dated after the sign-off", func(t *town) { t.p(0).Evidence[0].SpeaksFor = t.p(0).Problem.ClosedOn.AddDays(20) },
		"kept up for good", func(t *town) {
			t.p(0).Evidence[0].SpeaksFor, t.p(0).Problem.LongTerm = t.p(0).Problem.ClosedOn.AddDays(20), true
		}},
	{signal.SameFile, "one file, two aspects", func(t *town) { t.p(2).Evidence[0].Hash = t.p(0).Evidence[0].Hash },
		"one file, one aspect", func(t *town) { t.p(1).Evidence[0].Hash = t.p(0).Evidence[0].Hash }},
	{signal.SameFile, "one file, two organisations", func(t *town) { t.o(1).Evidence[0].Hash = t.p(0).Evidence[0].Hash },
		"one regulation answers both", func(t *town) {
			t.p(2).Evidence[0].Hash = t.p(0).Evidence[0].Hash
			rule(t.now, taboo, "2026-04-10")
			t.now.Regulations[0].Problems = append(t.now.Regulations[0].Problems, t.p(2).Problem.ID)
		}},
	{signal.SamePicture, "saved anew for another organisation", func(t *town) {
		setPicture(&t.p(0).Evidence[0], "0f1e2d3c4b5a69788796a5b4c3d2e1f0")
		setPicture(&t.o(0).Evidence[0], "0f1e2d3c4b5a69788796a5b4c3d2e1f3")
	}, "another picture of the same sort", func(t *town) {
		setPicture(&t.p(0).Evidence[0], "0f1e2d3c4b5a69788796a5b4c3d2e1f0")
		setPicture(&t.o(0).Evidence[0], "0f1e7d3c0b5a99788716a5bbc3d2a1f3")
	}},
	{signal.SimilarText, "a measure of another bureau", func(t *town) {
		t.o(0).Measures[0].Text = strings.Replace(t.p(0).Measures[0].Text, "办公室", "综合科", 1)
	}, "the same task, in one's own words", func(t *town) {
		t.o(0).Measures[0].Text = "综合科牵头，凭财务报销单据把近两年的接待记录补登完整，没有公函的请来访单位补发，补不了的由当事人说明"
	}},
	{signal.SimilarText, "progress with other dates and numbers", func(t *town) {
		t.o(2).Progress[0].Body = "超期的9卷全部归档，同步清查全部案卷122卷，另补归档3卷"
		t.p(2).Progress[0].Body = "超期的11卷全部归档，同步清查全部案卷386卷，另补归档4卷"
		t.now.Settings.SimilarChars, t.other.Settings.SimilarChars = 16, 16
	}, "a short common phrase", func(t *town) {
		t.o(2).Progress[0].Body, t.p(2).Progress[0].Body = "已完成整改，台账86份归档。", "已完成整改，台账86份归档。"
	}},
	{signal.SimilarText, "three problems, one measure", func(t *town) {
		for n := range 3 {
			t.p(n).Measures[0].Text = longCopy
		}
	}, "one measure for two like problems", func(t *town) {
		t.p(0).Measures[0].Text, t.p(1).Measures[0].Text = longCopy, longCopy
	}},
	{signal.SimilarText, "last round's measure", func(t *town) { t.p(0).Measures[0].Text = t.earlier.Cases[1].Measures[0].Text },
		"the month's entry of one problem repeats", func(t *town) {
			again := t.p(0).Progress[0]
			again.ID += "2"
			t.p(0).Progress = append(t.p(0).Progress, again)
		}},
	{signal.OtherName, "another bureau's name left in", func(t *town) { t.p(0).Measures[0].Text = "进一步完善市水务局公务接待审批流程" },
		"done together with it", func(t *town) { t.p(0).Measures[0].Text = "会同市水务局开展接待费联合检查" }},
	{signal.OtherName, "its Party group decides", func(t *town) {
		t.p(1).Progress[0].Body = "中共青禾市水务局党组高度重视，收回副卡9张"
	},
		"it handed the clue over", func(t *town) { t.p(1).Progress[0].Body = "对市水务局移交的2条线索全部办结" }},
	{signal.Placeholder, "XX", func(t *town) { t.p(0).Progress[0].Body = "XX月XX日召开会议研究，补齐公函15份" },
		"a code with XX", func(t *town) { t.p(0).Progress[0].Body = "更换门禁型号AXX-20共15台" }},
	{signal.Placeholder, "某某", func(t *town) { t.p(0).Measures[0].Text = "由某某科室牵头落实" },
		"a masked name", func(t *town) {
			t.p(0).Measures[0].Text = "对经办人李某某、王××批评教育，联系电话138****5566"
		}},
	{signal.Placeholder, "【】", func(t *town) { t.p(0).Progress[0].Body = "已印发【】号文件，补齐公函15份" },
		"a number in brackets", func(t *town) { t.p(0).Progress[0].Body = "已印发【2026】8号文件，补齐公函15份" }},
	{signal.RegulationEarly, "issued before the feedback", func(t *town) { rule(t.now, taboo, "2025-12-01") },
		"repealed instead", func(t *town) {
			rule(t.now, taboo, "2025-12-01")
			t.now.Regulations[0].Change, t.now.Regulations[0].State = regulation.Repeal, regulation.Repealed
		}},
	{signal.RegulationBare, "no number", func(t *town) { rule(t.now, taboo, "2026-04-10"); t.now.Regulations[0].DocumentNumber = "" },
		"number and meeting", func(t *town) { rule(t.now, taboo, "2026-04-10") }},
	{signal.RegulationBare, "no meeting", func(t *town) { rule(t.now, taboo, "2026-04-10"); t.now.Meetings = nil },
		"the meeting shortens the title", func(t *town) {
			rule(t.now, "青禾市市场监督管理局公务接待管理办法（试行）", "2026-04-10")
			t.now.Meetings[0].Text, t.now.Others[0].Text = "审议公务接待管理办法", "按照公务接待管理办法抽查"
		}},
	{signal.RegulationIdle, "never mentioned again", func(t *town) { rule(t.now, taboo, "2026-04-10"); t.now.Others = nil },
		"young", func(t *town) { rule(t.now, taboo, "2026-09-01"); t.now.Others = nil }},
	{signal.LastDayWave, "all on the last day", func(t *town) {
		t.now.Settings.WaveCount = 3
		for n := range 3 {
			t.p(n).Problem.ClosedOn = t.now.PeriodEnd
		}
	}, "one of three on the last day", func(t *town) {
		t.now.Settings.WaveCount = 2
		t.p(0).Problem.ClosedOn = t.now.PeriodEnd
	}},
	{signal.QuickSignOff, "five minutes", func(t *town) {
		a := &t.p(0).SignOffs[0]
		a.Decisions[0].At, a.Decisions[1].At = a.AppliedAt.Add(2*time.Minute), a.AppliedAt.Add(5*time.Minute)
	}, "a day's work", func(t *town) {
		a := &t.p(0).SignOffs[0]
		a.Decisions[0].At, a.Decisions[1].At = a.AppliedAt.Add(2*time.Hour), a.AppliedAt.Add(6*time.Hour)
	}},
	{signal.NoResult, "no file", func(t *town) { t.p(0).Evidence = nil },
		"not done yet", func(t *town) {
			t.p(0).Evidence, t.p(0).Problem.ClosedOn, t.p(0).Problem.Verdict = nil, "", work.UnderWay
		}},
	{signal.NoResult, "a notice and fine words", func(t *town) {
		t.p(0).Evidence[0].Name, t.p(0).Progress[0].Body = "学习通知.docx", "2026年4月提高了思想认识，工作作风明显好转"
	}, "a notice, and figures", func(t *town) { t.p(0).Evidence[0].Name = "学习通知.docx" }},
	{signal.EasyLongTerm, "repay, for ever", func(t *town) {
		m := &t.p(0).Measures[0]
		m.Text, m.LongTerm, m.Deadline = "向违规领取人员追缴补贴", true, ""
	}, "check every quarter, for ever", func(t *town) {
		m := &t.p(0).Measures[0]
		m.Text, m.LongTerm, m.Deadline = "每季度抽查接待台账，发现违规的追缴", true, ""
	}},
	{signal.SumsDiffer, "less recovered than named", func(t *town) {
		t.p(0).Wording, t.p(0).Progress[0].Body = "违规发放补贴12.6万元。", "已追缴违规补贴8.2万元"
	}, "the rest is explained", func(t *town) {
		t.p(0).Wording, t.p(0).Progress[0].Body = "违规发放补贴12.6万元。", "已追缴违规补贴8.2万元，其余4.4万元分期归还"
	}},
	{signal.SumsDiffer, "other people than named", func(t *town) {
		t.p(0).Wording, t.p(0).Progress[0].Body = "12名职工违规领取补贴。", "已向7人清退补贴"
	}, "in two steps", func(t *town) {
		t.p(0).Wording, t.p(0).Progress[0].Body = "违规发放补贴12.6万元。", "已追缴8.2万元。累计追缴12.6万元"
		again := t.p(0).Progress[0]
		t.p(0).Progress[0].Body = "已追缴8.2万元"
		again.ID, again.Body = "again", "累计追缴12.6万元"
		t.p(0).Progress = append(t.p(0).Progress, again)
	}},
	{signal.SumsDiffer, "parts above the whole", func(t *town) {
		t.p(0).Progress[0].Body = "约谈30人，其中科级18人、一般干部16人，补公函15份"
	},
		"parts are the whole", func(t *town) {
			t.p(0).Progress[0].Body = "约谈30人，其中科级14人、一般干部16人，补公函15份"
		}},
	{signal.SumsDiffer, "less than the plan expected", func(t *town) {
		t.p(1).Measures[0].Results = []work.Result{{Kind: work.ResultMoney, Amount: 12_600_000, Unit: "元"}}
		t.p(1).Progress[0].Figures = []work.Figure{{Result: work.Result{Kind: work.ResultMoney, Amount: 8_200_000, Unit: "元"}, Total: true}}
	}, "somebody said why", func(t *town) {
		t.p(1).Measures[0].Results = []work.Result{{Kind: work.ResultMoney, Amount: 12_600_000, Unit: "元"}}
		t.p(1).Progress[0].Figures = []work.Figure{{Result: work.Result{Kind: work.ResultMoney, Amount: 8_200_000, Unit: "元"}, Total: true}}
		t.p(1).Reasons = []work.SumReason{{Kind: work.ResultMoney, Reported: 8_200_000, Wanted: 12_600_000, Reason: "3人已调离，由原单位扣缴"}}
	}},
	{signal.NoResult, "no file, its own or a linked one", func(t *town) {
		t.p(1).Evidence = nil
	}, "a file of another problem, openly linked", func(t *town) { t.p(1).Evidence, t.p(1).Linked = nil, 1 }},
	{signal.ExtensionChain, "three times", func(t *town) { stretched(t.p(0), 3) },
		"once", func(t *town) { stretched(t.p(0), 1) }},
	{signal.Recurring, "signed off in 2023", func(t *town) { t.p(0).Problem.Title = "党费收缴不规范，存在按季度代收的现象" },
		"another matter of the same field", func(t *town) { t.p(0).Problem.Title = "党费使用公示不及时，支出审批手续缺失" }},
	{signal.FileDates, "printed two months after its date", func(t *town) {
		t.p(0).Evidence[0].Facts.CreatedOn = t.p(0).Evidence[0].SpeaksFor.AddDays(60)
	}, "scanned two months after its date", func(t *town) {
		x := &t.p(0).Evidence[0].Facts
		x.CreatedOn, x.Scanned = t.p(0).Evidence[0].SpeaksFor.AddDays(60), true
	}},
	{signal.FileDates, "a photograph of years ago", func(t *town) { t.p(0).Evidence[0].Facts.TakenOn = "2019-05-01" },
		"taken the week before", func(t *town) {
			t.p(0).Evidence[0].Facts.TakenOn = t.p(0).Evidence[0].SpeaksFor.AddDays(-5)
		}},
	{signal.FileAuthor, "made by the other bureau", func(t *town) { t.p(0).Evidence[0].Facts.Company = "青禾市水务局" },
		"made by the bureau", func(t *town) { t.p(0).Evidence[0].Facts.Company = "青禾市市场监督管理局" }},
}
