package web

import (
	"bihuan/internal/action"
	"bihuan/internal/action/carrying"
	"bihuan/internal/action/intake"
	"bihuan/internal/action/planning"
	"bihuan/internal/action/reviewing"
	"bihuan/internal/domain/plan"
	"bihuan/internal/query"
	"bihuan/internal/web/templates"
)

func planReview(v *visit) error {
	p, x, err := inside(v, "side.plan", query.PlanReview, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.PlanReview(p, x))
}

// giveOpinion records a body's consent or its wish to return the version.
func giveOpinion(v *visit) error {
	file, err := v.maybeFile()
	if err != nil {
		return err
	}
	consent, back := &planning.ConsentPlan{ID: v.id()}, &planning.ReturnPlan{ID: v.id()}
	consent.File, back.File = file, file
	var cmd action.Command = consent
	if v.r.PostFormValue("verdict") == string(plan.Returns) {
		cmd = back
	}
	return post(v, cmd, "review.done.opinion", to("/plans/"+v.id()+"/review"))
}

// addOpinionPaper adds the paper of an opinion that was given before.
func addOpinionPaper(v *visit) error {
	file, err := v.maybeFile()
	if err != nil {
		return err
	}
	cmd := &reviewing.AddPaper{ID: v.id(), File: file}
	return post(v, cmd, "saved", func(action.Result) string { return reviewPage(cmd.Review) })
}

// withdrawOpinion takes a body's opinion back.
func withdrawOpinion(v *visit) error {
	cmd := &reviewing.Withdraw{ID: v.id()}
	return post(v, cmd, "review.done.withdraw", func(action.Result) string { return reviewPage(cmd.Review) })
}

// reviewPage is where a joint review is read.
func reviewPage(r plan.Review) string {
	if r.Kind == plan.OfReport {
		return "/reports/" + r.VersionID + "/review"
	}
	return "/plans/" + r.VersionID + "/review"
}

func opinionPaper(v *visit) error {
	cmd := &reviewing.TakePaper{ID: v.id()}
	if _, err := v.do(cmd); err != nil {
		return err
	}
	o := cmd.Opinion
	return v.stream(o.FileName, o.FileMIME, o.FileHash, o.FileSize)
}

// maybeFile stores the file of a form in which it may be left out.
func (v *visit) maybeFile() (carrying.File, error) {
	files, err := v.manyFiles()
	if err != nil || len(files) == 0 {
		return carrying.File{}, err
	}
	return files[0], nil
}

func mergeReview(v *visit) error {
	return post(v, &planning.MergeReview{ID: v.id()}, "plan.done.return", to("/plans/"+v.id()+"/review"))
}

func chooseReviewers(v *visit) error {
	return post(v, &intake.ChooseReviewers{RoundID: v.id()}, "saved", to("/rounds/"+v.id()))
}
