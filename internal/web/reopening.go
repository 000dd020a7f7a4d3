package web

import (
	"bihuan/internal/action"
	"bihuan/internal/action/closing"
	"bihuan/internal/action/oversight"
	"bihuan/internal/paper"
)

// reopenProblem opens a signed-off problem again; what shows the fact may come
// along as a file.
func reopenProblem(v *visit) error {
	files, err := v.manyFiles()
	if err != nil {
		return err
	}
	if len(files) > 1 {
		return tooManyFiles()
	}
	cmd := &closing.Reopen{ProblemID: v.id()}
	for _, f := range files {
		if cmd.File, err = v.marked(f); err != nil {
			return err
		}
	}
	return post(v, cmd, "signoff.reopened.done", to("/problems/"+v.id()+"#signoff"))
}

// reopeningProof hands out the file that shows the fact; the taking is recorded.
func reopeningProof(v *visit) error {
	cmd := &closing.TakeFact{ID: v.id()}
	if _, err := v.do(cmd); err != nil {
		return err
	}
	r := cmd.Reopening
	return v.stream(r.FileName, r.FileMIME, r.FileHash, r.FileSize)
}

func recordFollowUp(v *visit) error {
	return post(v, &closing.RecordFollowUp{ProblemID: v.id()}, "saved", to("/problems/"+v.id()+"#follow"))
}

func askFollowEnd(v *visit) error {
	return post(v, &closing.AskFollowEnd{ProblemID: v.id()}, "follow.end.sent", to("/problems/"+v.id()+"#follow"))
}

func decideFollowEnd(v *visit) error {
	return post(v, &closing.DecideFollowEnd{ID: v.id()}, "saved", func(r action.Result) string { return "/problems/" + r.ID + "#follow" })
}

// signoffForm hands the form of an application out (销号审批表). The taking is
// recorded before the first byte leaves.
func signoffForm(v *visit) error {
	x, err := see(v, paper.Signoff, v.id())
	if err != nil {
		return err
	}
	if _, err := v.do(&oversight.RecordExport{InspectionID: x.Of.Application.InspectionID, List: "signoff.docx", Filter: x.Of.Application.ID}); err != nil {
		return err
	}
	return v.file(x.Document, x.Document.Subject+"_"+x.Of.Problem.Number)
}
