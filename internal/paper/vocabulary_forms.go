package paper

import (
	"strconv"

	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/locale"
	"bihuan/internal/query"
)

// says makes a fact of papers whose subject is an X: text that rests on its record.
func says[X any](of func(X) string) func(*prose) {
	return about(func(p *prose, x X) { p.say(p.base, of(x)) })
}

// signInWords are the sheet on which people sign that they came.
func signInWords() vocabulary {
	return vocabulary{parts: map[string]func(*prose){"签到表": about(signInTable)}}
}

// ledgerWords are the ledger as a paper of its own.
func ledgerWords() vocabulary {
	return vocabulary{parts: map[string]func(*prose){"整改台账": about(func(p *prose, f query.Facts) { p.blocks = append(p.blocks, ledgerOf(f).Blocks...) })}}
}

// regulationListWords are the list of regulations.
func regulationListWords() vocabulary {
	return vocabulary{parts: map[string]func(*prose){"制度清单": about(regulationTable)}}
}

// signoffWords are what the form of an application speaks of.
func signoffWords() vocabulary {
	return vocabulary{
		facts: map[string]func(*prose){
			"单位名称": says(func(x applied) string { return x.Org }),
			"问题编号": says(func(x applied) string { return x.Problem.Number }),
			"反馈问题": says(func(x applied) string { return ended(x.Problem.Title) }),
			"牵头科室": says(func(x applied) string { return x.Lead }),
			"责任领导": says(func(x applied) string { return x.Leader }),
			"责任人":  says(func(x applied) string { return x.Owner }),
			"完成时限": says(func(x applied) string { return dueWords(x.Problem) }),
			"申请人":  says(func(x applied) string { return x.Application.Applicant }),
			"申请日期": says(func(x applied) string { return workday.DateOf(x.Application.AppliedAt, workday.Zone).Chinese() }),
			"申请次数": says(func(x applied) string { return strconv.Itoa(x.Application.Round) }),
		},
		parts: map[string]func(*prose){"表头": about(signoffHead), "审批表": about(signoffTable)},
		conditions: map[string]func(*prose) bool{
			"是再次申请":  asked(func(x applied) bool { return x.Application.Round > 1 }),
			"是重启后申请": asked(func(x applied) bool { return x.Application.Cycle > 0 }),
		},
	}
}

// extensionWords are what a request for another deadline speaks of.
func extensionWords() vocabulary {
	return vocabulary{
		facts: map[string]func(*prose){
			"单位名称": says(func(e query.ExtensionRow) string { return e.Org }),
			"问题编号": says(func(e query.ExtensionRow) string { return e.Number }),
			"反馈问题": says(func(e query.ExtensionRow) string { return ended(e.Title) }),
			"牵头科室": says(func(e query.ExtensionRow) string { return e.Dept }),
			"责任人":  says(func(e query.ExtensionRow) string { return e.Owner }),
			"现行时限": says(func(e query.ExtensionRow) string { return day(e.OldDate) }),
			"申请延至": says(func(e query.ExtensionRow) string { return day(e.NewDate) }),
			"延期次数": says(func(e query.ExtensionRow) string { return strconv.Itoa(e.Nth) }),
			"申请人":  says(func(e query.ExtensionRow) string { return e.AskedName }),
		},
		parts: map[string]func(*prose){"表头": about(extensionHead), "审批表": about(extensionTable)},
		conditions: map[string]func(*prose) bool{
			"已批准":   asked(func(e query.ExtensionRow) bool { return e.State == work.ExtensionAgreed }),
			"是再次延期": asked(func(e query.ExtensionRow) bool { return e.Nth > 1 }),
		},
	}
}

// handOverWords are what the record of a hand-over speaks of.
func handOverWords() vocabulary {
	return vocabulary{
		facts: map[string]func(*prose){
			"单位名称": says(func(x query.HandOverPage) string { return x.Organisation }),
			"移交人":  says(func(x query.HandOverPage) string { return x.HandOver.FromName }),
			"监交人":  says(func(x query.HandOverPage) string { return x.Supervisor }),
			"交接日期": says(func(x query.HandOverPage) string { return x.HandOver.On.Chinese() }),
			"交接原因": says(func(x query.HandOverPage) string { return ended(x.HandOver.Reason) }),
			"事项数":  says(func(x query.HandOverPage) string { return strconv.Itoa(len(x.Items)) }),
		},
		parts:      map[string]func(*prose){"交接双方": about(handOverFacts), "移交事项": about(handOverItems), "交接确认": about(handOverSides)},
		conditions: map[string]func(*prose) bool{"有监交人": asked(func(x query.HandOverPage) bool { return x.Supervisor != "" })},
	}
}

// sheetWords are what a signing sheet speaks of.
func sheetWords() vocabulary {
	return vocabulary{
		facts: map[string]func(*prose){
			"单位名称": says(func(x signed) string { return x.Organisation }),
			"签批事项": says(func(x signed) string { return locale.Text(locale.Chinese, "sheet.act."+string(x.Sheet.Act)) }),
			"事项名称": says(func(x signed) string { return x.Sheet.Title }),
			"签批人":  says(func(x signed) string { return x.Sheet.Signer }),
		},
		parts: map[string]func(*prose){"签批单": about(signingTable)},
	}
}

// commentWords are what the table of comments on the plan speaks of.
func commentWords() vocabulary {
	return vocabulary{
		facts: map[string]func(*prose){
			"方案标题": says(func(x commented) string { return x.of.Plan }),
			"单位名称": says(func(x commented) string { return x.of.Organisation }),
			"意见数":  says(func(x commented) string { return strconv.Itoa(len(x.of.Rows)) }),
		},
		parts: map[string]func(*prose){
			"意见表":   about(func(p *prose, x commented) { p.blocks = append(p.blocks, x.comments...) }),
			"征求对象表": about(func(p *prose, x commented) { p.blocks = append(p.blocks, x.invitees...) }),
		},
		conditions: map[string]func(*prose) bool{"有意见": asked(func(x commented) bool { return len(x.of.Rows) > 0 })},
	}
}
