package web

import (
	"bihuan/internal/action"
	"bihuan/internal/action/planning"
	"bihuan/internal/query"
	"bihuan/internal/web/templates"
)

// issueOverview is the issue of the plan: copy, receipts, claims, changes.
func issueOverview(v *visit) error {
	p, x, err := inspect(v, v.id(), "side.issue", query.Issue, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.Issue(p, x))
}

// issuePlan issues a version; its paper is frozen in the same transaction.
func issuePlan(v *visit) error {
	cmd := &planning.IssuePlan{ID: v.id(), Freeze: v.desk().Freeze(v.keep)}
	return post(v, cmd, "plan.done.issue", func(r action.Result) string { return "/inspections/" + r.ID + "/issue" })
}

// issuedCopy hands the frozen copy out, checked against its recorded hash.
func issuedCopy(v *visit) error {
	cmd := &planning.TakeIssued{ID: v.id()}
	if _, err := v.do(cmd); err != nil {
		return err
	}
	return v.stream(cmd.Copy.FileName, docxType, cmd.Copy.FileHash, cmd.Copy.FileSize)
}

func receiveCopy(v *visit) error {
	return post(v, &planning.Receive{ID: v.id()}, "receipt.saved", to(v.back("/desk")))
}

func answerQuestion(v *visit) error {
	return post(v, &planning.AnswerQuestion{ID: v.id()}, "saved", func(r action.Result) string { return "/inspections/" + r.ID + "/issue#questions" })
}

func amendForm(v *visit) error {
	p, x, err := inside(v, "amendment.new", query.Amend, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.Amend(p, x))
}

func amend(v *visit) error {
	return post(v, &planning.Amend{ProblemID: v.id()}, "amendment.sent", func(r action.Result) string { return "/inspections/" + r.ID + "/issue#changes" })
}

func decideAmendment(v *visit) error {
	return post(v, &planning.DecideAmendment{ID: v.id()}, "saved", func(r action.Result) string { return "/inspections/" + r.ID + "/issue#changes" })
}
