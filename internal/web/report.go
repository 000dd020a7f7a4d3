package web

import (
	"io"

	"bihuan/internal/action"
	"bihuan/internal/action/carrying"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
	"bihuan/internal/query"
	"bihuan/internal/web/templates"
)

func periodList(v *visit) error {
	q := v.r.URL.Query()
	in := query.PeriodsIn{Inspection: v.id(), Period: q.Get("period"), Report: work.Report(q.Get("report")),
		Department: q.Get("department"), Person: q.Get("person")}
	p, l, err := inspect(v, v.id(), "periods.title", query.Periods, in)
	if err != nil {
		return err
	}
	return v.show(templates.Periods(p, v.at(), l))
}

func reportForm(v *visit) error {
	p, f, err := inside(v, "quick.title", query.ReportOn, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.ReportOn(p, f))
}

// saveReport takes an entry with its photos in one form.
func saveReport(v *visit) error {
	cmd := &carrying.AddProgress{}
	files, err := v.manyFiles()
	if err != nil {
		return err
	}
	for _, f := range files {
		f, err := v.marked(f)
		if err != nil {
			return err
		}
		cmd.Files = append(cmd.Files, f)
	}
	if err := v.decode(cmd); err != nil {
		return err
	}
	cmd.MeasureID = v.id()
	if _, err := v.do(cmd); err != nil {
		return err
	}
	return v.saved(v.back("/desk"), "work.progress.saved")
}

// mostFiles bounds the files of one form.
const mostFiles = 50

// manyFiles stores every file of an upload form; a field left empty is none.
func (v *visit) manyFiles() ([]carrying.File, error) {
	var out []carrying.File
	err := v.upload(func(name string, r io.Reader) error {
		if len(out) >= mostFiles {
			return tooManyFiles()
		}
		stored, err := v.files.Put(v.r.Context(), r, v.opts.UploadLimit)
		out = append(out, carrying.File{Name: name, Hash: stored.Hash, Size: stored.Size, MIME: stored.MIME})
		return err
	})
	return out, err
}

func instruct(v *visit) error {
	cmd := &carrying.Instruct{ProgressID: v.id()}
	return post(v, cmd, "saved", toProgress)
}

func answerHelp(v *visit) error {
	return post(v, &carrying.AnswerHelp{ProgressID: v.id()}, "saved", toProgress)
}

func explainSum(v *visit) error {
	return post(v, &carrying.ExplainSum{ProblemID: v.id()}, "saved", to("/problems/"+v.id()+"#progress"))
}

// toProgress goes on to the entries of the problem whose id came back.
func toProgress(r action.Result) string { return "/problems/" + r.ID + "#progress" }

func tooManyFiles() error {
	return &fault.Error{Kind: fault.Invalid, Code: "fault.invalid", Fields: []fault.Field{{Name: "file", Code: "evidence.too-many", Args: []any{mostFiles}}}}
}
