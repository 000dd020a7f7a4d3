package web

import (
	"strings"

	"bihuan/internal/action"
	"bihuan/internal/action/issuing"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/paper"
	"bihuan/internal/query"
	"bihuan/internal/web/templates"
)

// issuedPapers lists what was issued of an inspection.
func issuedPapers(v *visit) error {
	p, l, err := inspect(v, v.id(), "issued-papers.title", query.IssuedPapers, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.IssuedPapers(p, l))
}

// issuedPaper shows an issued paper; with .docx behind its id it hands it out.
func issuedPaper(v *visit) error {
	if id, ok := strings.CutSuffix(v.id(), ".docx"); ok {
		return issuedPaperFile(v, id)
	}
	p, x, err := inside(v, "issued-papers.title", paper.Issued, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.IssuedPaper(p, x))
}

// issuedCounted is the records that one figure of an issued paper counted.
func issuedCounted(v *visit) error {
	in := paper.CountedIn{Paper: v.id(), Ref: v.r.URL.Query().Get("ref")}
	p, x, err := inside(v, "report.counted", paper.CountedByIssued, in)
	if err != nil {
		return err
	}
	return v.show(templates.IssuedCounted(p, x))
}

// issuedPaperFile hands the kept bytes out. The taking is recorded before the
// first one leaves.
func issuedPaperFile(v *visit, id string) error {
	cmd := &issuing.Take{ID: id}
	if _, err := v.do(cmd); err != nil {
		return err
	}
	return v.stream(cmd.Paper.FileName, docxType, cmd.Paper.FileHash, cmd.Paper.FileSize)
}

// issuePaper issues a paper of an inspection as the records write it now, or
// puts it before the head.
func issuePaper(v *visit) error {
	in := v.paperIn()
	return v.issue(inspection.PaperAsk{InspectionID: v.id(), Kind: in.Kind, Of: in.Of})
}

func issueRoundReport(v *visit) error {
	return v.issue(inspection.PaperAsk{RoundID: v.id(), Kind: inspection.RoundReport})
}

func (v *visit) issue(ask inspection.PaperAsk) error {
	done := "issued-papers.done"
	if ask.Kind.Signed() {
		done = "issued-papers.proposed"
	}
	cmd := &issuing.Issue{PaperAsk: ask, Print: v.desk().Print, Keep: v.keep}
	return post(v, cmd, done, func(r action.Result) string { return "/issued-papers/" + r.ID })
}

func signPaper(v *visit) error {
	return post(v, &issuing.Sign{ID: v.id()}, "saved", to("/issued-papers/"+v.id()))
}

// compareIssued sets two versions of an issued paper side by side.
func compareIssued(v *visit) error {
	in := paper.IssuedWith{ID: v.id(), With: v.r.URL.Query().Get("with")}
	p, x, err := inside(v, "report.versions", paper.CompareIssued, in)
	if err != nil {
		return err
	}
	return v.show(templates.IssuedVersions(p, x))
}
