package web

import (
	"io"
	"net/http"
	"net/url"

	"bihuan/internal/action"
	"bihuan/internal/action/intake"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/fault"
	"bihuan/internal/query"
	"bihuan/internal/web/templates"
)

func feedbackPage(v *visit) error {
	p, f, err := inspect(v, v.id(), "feedback.title", query.Feedback, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.Feedback(p, f))
}

func feedbackDraft(v *visit) error {
	in := query.MendingOf{Inspection: v.id(), Node: v.r.URL.Query().Get("node")}
	p, f, err := inspect(v, v.id(), "feedback.mend", query.Mending, in)
	if err != nil {
		return err
	}
	if f.Paper == nil || f.Paper.State != inspection.FeedbackDraft {
		http.Redirect(v.w, v.r, "/inspections/"+v.id()+"/feedback", http.StatusSeeOther)
		return nil
	}
	return v.show(templates.FeedbackDraft(p, f))
}

// importFeedback takes the uploaded paper, reads it and keeps the proposal.
func importFeedback(v *visit) error {
	name, stored, err := v.oneFile()
	if err != nil {
		return err
	}
	paper, err := intake.Propose(v.r.Context(), v.files, name, stored.Hash, stored.Size, v.opts.Reading)
	if err != nil {
		return err
	}
	if _, err := v.do(&intake.ImportFeedback{InspectionID: v.id(), Paper: paper}); err != nil {
		return err
	}
	return v.saved("/inspections/"+v.id()+"/feedback/draft", "feedback.imported")
}

func feedbackStatement(v *visit) error {
	return post(v, &intake.RecordStatement{ID: v.id()}, "saved", to("/inspections/"+v.id()+"/feedback"))
}

func describeFeedback(v *visit) error {
	return post(v, &intake.DescribeFeedback{}, "saved", to("/inspections/"+v.id()+"/feedback/draft"))
}

func mendFeedback(v *visit) error {
	return post(v, &intake.MendFeedback{}, "", func(r action.Result) string {
		return "/inspections/" + v.id() + "/feedback/draft?node=" + url.QueryEscape(r.ID)
	})
}

func sealFeedback(v *visit) error {
	return post(v, &intake.SealFeedback{}, "feedback.sealed", to("/inspections/"+v.id()+"/feedback"))
}

// oneFile stores the single file of an upload form.
func (v *visit) oneFile() (string, Stored, error) {
	var name string
	var stored Stored
	err := v.upload(func(n string, r io.Reader) error {
		var err error
		name = n
		stored, err = v.files.Put(v.r.Context(), r, v.opts.UploadLimit)
		return err
	})
	if err == nil && name == "" {
		err = &fault.Error{Kind: fault.Invalid, Code: "fault.invalid", Fields: []fault.Field{{Name: "file", Code: "field.required"}}}
	}
	return name, stored, err
}
