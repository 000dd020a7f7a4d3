package web

import (
	"bytes"
	"fmt"
	"strings"

	"bihuan/internal/action"
	"bihuan/internal/action/report"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/workday"
	"bihuan/internal/gongwen"
	"bihuan/internal/paper"
	"bihuan/internal/web/templates"
)

// docxType is the media type of .docx.
const docxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

// desk writes papers from the records.
func (v *visit) desk() paper.Desk { return paper.Desk{Calendar: v.read.Calendar} }

func reportList(v *visit) error {
	p, list, err := inspect(v, v.id(), "side.reports", paper.Reports, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.Reports(p, list))
}

func composeReport(v *visit) error {
	cmd := &report.Compose{InspectionID: v.id(), Write: v.desk().Write}
	return post(v, cmd, "report.composed", func(r action.Result) string { return "/reports/" + r.ID })
}

// reportPage shows a report; with .docx behind its id it hands the paper out.
func reportPage(v *visit) error {
	if id, ok := strings.CutSuffix(v.id(), ".docx"); ok {
		return reportFile(v, id)
	}
	if id, ok := strings.CutSuffix(v.id(), ".sha256"); ok {
		return reportChecksums(v, id)
	}
	p, page, err := inside(v, "report.title", paper.Report, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.Report(p, page))
}

func submitReport(v *visit) error {
	return post(v, &report.Submit{ID: v.id(), Files: v.reportFiles()}, "report.submitted", to("/reports/"+v.id()))
}

func numberReport(v *visit) error {
	return post(v, &report.Number{ID: v.id(), Files: v.reportFiles()}, "report.number.given", to("/reports/"+v.id()))
}

// reportFiles makes and keeps the file of a report that goes up.
func (v *visit) reportFiles() report.Files {
	return report.Files{Print: paper.ReportFile, Keep: v.keep}
}

// reportFile hands a frozen report out as .docx: of one that went up the bytes
// that were kept. The taking is recorded before the first byte leaves.
func reportFile(v *visit, id string) error {
	cmd := &report.Take{ID: id}
	if _, err := v.do(cmd); err != nil {
		return err
	}
	if r := cmd.Report; r.SentHash != "" {
		return v.stream(r.SentName, docxType, r.SentHash, r.SentSize)
	}
	return v.docx(cmd.Report.Title, cmd.Report.CutOff, cmd.Report.Body, cmd.Number)
}

// reportChecksums hands out the list of files that a report rests on, as
// sha256sum checks it.
func reportChecksums(v *visit, id string) error {
	cmd := &report.Take{ID: id}
	if _, err := v.do(cmd); err != nil {
		return err
	}
	page, err := see(v, paper.Report, id)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	for _, f := range page.Files {
		fmt.Fprintf(&b, "%s  %s\n", f.Hash, f.Label)
	}
	v.attach(cmd.Report.Title+".sha256", "text/plain; charset=utf-8", b.Bytes())
	return nil
}

// headReportFile hands the head's report out as the records give it now.
func headReportFile(v *visit) error {
	cmd := &report.TakeCurrent{InspectionID: v.id(), Kind: inspection.HeadReport, Write: v.desk().Write,
		CutOff: workday.Date(v.r.URL.Query().Get("cut_off"))}
	if _, err := v.do(cmd); err != nil {
		return err
	}
	return v.docx(cmd.Paper.Title, cmd.CutOff, cmd.Paper.Body, "")
}

// docx answers with a paper to keep, under its document number where it has one.
func (v *visit) docx(title string, cutOff workday.Date, body []byte, number string) error {
	doc, err := gongwen.Decode(body)
	if err != nil {
		return err
	}
	paper.Bear(doc, number)
	return v.file(doc, title+"_"+cutOff.String())
}
