package web

import (
	"bihuan/internal/action"
	"bihuan/internal/action/oversight"
	"bihuan/internal/action/planning"
	"bihuan/internal/ledger"
	"bihuan/internal/paper"
	"bihuan/internal/query"
	"bihuan/internal/web/templates"
)

func planRound(v *visit) error {
	p, x, err := inside(v, "side.plan", query.PlanRound, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.PlanRound(p, x))
}

// onRound runs a command on the comment round of the address and comes back
// to it.
func onRound(flash string, cmd func(id string) action.Command) handler {
	return func(v *visit) error { return post(v, cmd(v.id()), flash, to("/plan-rounds/"+v.id())) }
}

var (
	moveRound   = onRound("saved", func(id string) action.Command { return &planning.MoveRound{ID: id} })
	endRound    = onRound("round.done.end", func(id string) action.Command { return &planning.EndRound{ID: id} })
	answerRound = onRound("round.done.none", func(id string) action.Command { return &planning.AnswerRound{ID: id} })
)

func openComments(v *visit) error {
	return post(v, &planning.OpenComments{ID: v.id()}, "plan.done.comments", func(r action.Result) string { return "/plan-rounds/" + r.ID })
}

func applyComment(v *visit) error {
	return post(v, &planning.ApplyComment{ID: v.id()}, "comment.done.apply", func(r action.Result) string { return "/plans/" + r.ID + "#c-" + v.id() })
}

var exportComments = export("plan/comments.xlsx", "plan.comment-table", query.ExportComments, ledger.Comments)

// commentPaper answers with the table of comments as .docx. The taking-out is
// recorded before the first byte leaves.
func commentPaper(v *visit) error {
	if _, err := v.do(&oversight.RecordExport{InspectionID: v.id(), List: "plan/comments.docx"}); err != nil {
		return err
	}
	l, err := see(v, paper.CommentTable, v.id())
	if err != nil {
		return err
	}
	return v.document(l.Document, v.t("plan.comment-table"))
}
