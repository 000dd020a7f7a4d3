package ledger

import (
	"fmt"
	"strings"

	"bihuan/internal/domain/plan"
	"bihuan/internal/query"
	"bihuan/internal/sheet"
)

// Comments is the comments on the plan with what became of them
// (意见征集及采纳情况表), and how those who were asked answered, as a workbook.
func Comments(l query.CommentLedger) sheet.Workbook {
	s := CommentSheet(l)
	return sheet.Workbook{Title: s.Title, Sheets: []sheet.Sheet{s, InviteeSheet(l)}}
}

// CommentSheet is the comments as a table.
func CommentSheet(l query.CommentLedger) sheet.Sheet {
	columns := []sheet.Column{
		{Head: []string{"序号"}, Width: 6},
		{Head: []string{"征求意见轮次"}, Width: 14, Merge: true},
		{Head: []string{"提出单位（人员）"}, Width: 18},
		{Head: []string{"针对内容"}, Width: 20, Align: sheet.Left},
		{Head: []string{"意见建议"}, Width: 40, Align: sheet.Left},
		{Head: []string{"建议表述"}, Width: 32, Align: sheet.Left},
		{Head: []string{"采纳情况"}, Width: 11},
		{Head: []string{"修改情况或理由"}, Width: 36, Align: sheet.Left},
	}
	rows := make([][]sheet.Cell, len(l.Rows))
	for n, r := range l.Rows {
		group := r.Round
		if group == "" {
			group = r.Version
		}
		rows[n] = []sheet.Cell{sheet.Int(n + 1), sheet.Text(group).In(r.RoundID + r.VersionID), sheet.Text(commenter(r)), sheet.Text(about(r)),
			sheet.Text(commentWords(r)), sheet.Text(r.Proposed), sheet.Text(answerWord(r.Answer)), sheet.Text(outcome(r))}
	}
	s := sheetOf(word("plan.comment-table"), l.Ledger, CommentTotals(l), columns, rows)
	s.Title = l.Plan + word("plan.comment-table")
	return s
}

// CommentTotals says how many comments were answered how.
func CommentTotals(l query.CommentLedger) string {
	parts := []string{count(len(l.Rows), "条意见")}
	for _, a := range append(plan.Answers(), "") {
		if n := l.ByAnswer[a]; n > 0 {
			parts = append(parts, fmt.Sprintf("%s %d 条", answerWord(a), n))
		}
	}
	return strings.Join(parts, "，")
}

func commenter(r query.CommentEntry) string {
	if r.From == "" {
		return r.AuthorName
	}
	return r.From + "\n" + r.AuthorName
}

func about(r query.CommentEntry) string {
	if r.Number == "" {
		return word("plan.whole")
	}
	out := r.Number + " " + r.Title
	if r.Field != "" {
		out += "\n" + word("comment-field."+r.Field)
	}
	if r.Measure > 0 {
		out += fmt.Sprintf("第 %d 条", r.Measure)
	}
	return out
}

func commentWords(r query.CommentEntry) string {
	if r.Quote == "" {
		return r.Text
	}
	return "针对“" + r.Quote + "”：\n" + r.Text
}

func answerWord(a plan.Answer) string {
	if a == "" {
		return word("plan.answer.open")
	}
	return word("plan.answer." + string(a))
}

func outcome(r query.CommentEntry) string {
	if !r.AppliedAt.IsZero() && r.Reason == "" {
		return word("comment.applied.paper")
	}
	return r.Reason
}

// InviteeSheet is who was asked, and how each answered, as a table.
func InviteeSheet(l query.CommentLedger) sheet.Sheet {
	columns := []sheet.Column{
		{Head: []string{"征求意见轮次"}, Width: 18, Merge: true},
		{Head: []string{"起止日期"}, Width: 26, Merge: true},
		{Head: []string{"征求对象"}, Width: 26},
		{Head: []string{"类别"}, Width: 14},
		{Head: []string{"反馈情况"}, Width: 16},
		{Head: []string{"意见条数"}, Width: 10},
		{Head: []string{"反馈日期"}, Width: 16},
		{Head: []string{"反馈人"}, Width: 12},
	}
	var rows [][]sheet.Cell
	for _, r := range l.Rounds {
		for _, i := range r.Asked {
			day := i.RepliedOn.Chinese()
			if !i.Replied() {
				day = ""
			}
			rows = append(rows, []sheet.Cell{sheet.Text(r.Name).In(r.ID), sheet.Text(r.OpenedOn.Chinese() + "至" + r.Until.Chinese()).In(r.ID),
				sheet.Text(i.Name), sheet.Text(word("party-kind." + string(i.Kind))), sheet.Text(replyWord(i.Standing)),
				sheet.Int(i.Comments), sheet.Text(day), sheet.Text(i.RepliedName)})
		}
	}
	s := sheetOf(word("plan.invitee-table"), l.Ledger, count(len(rows), "个征求对象"), columns, rows)
	s.Title = l.Plan + word("plan.invitee-table")
	return s
}

func replyWord(r plan.Reply) string {
	if r == plan.Awaited {
		return word("reply.awaited")
	}
	return word("reply." + string(r))
}
