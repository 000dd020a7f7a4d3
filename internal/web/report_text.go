package web

import (
	"strconv"

	"bihuan/internal/action/report"
	"bihuan/internal/paper"
	"bihuan/internal/web/templates"
)

// reportText is a draft for writing; "block" opens one of its paragraphs.
func reportText(v *visit) error {
	p, page, err := inside(v, "report.text", paper.Text, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.ReportText(p, page, v.place("block")))
}

// place is a place in a paper as the address names it; -1 for none.
func (v *visit) place(name string) int {
	n, err := strconv.Atoi(v.r.URL.Query().Get(name))
	if err != nil {
		return -1
	}
	return n
}

func saveReportText(v *visit) error {
	cmd := &report.Edit{ID: v.id(), Texts: v.desk()}
	if err := v.decode(cmd); err != nil {
		return err
	}
	if _, err := v.do(cmd); err != nil {
		return err
	}
	return v.saved("/reports/"+v.id()+"/text#b-"+strconv.Itoa(cmd.Block), "report.text.saved")
}

func reportBasis(v *visit) error {
	in := paper.BasisIn{Report: v.id(), Block: v.place("block"), Sentence: v.place("sentence"), Query: v.r.URL.Query().Get("q")}
	p, page, err := inside(v, "report.basis", paper.Basis, in)
	if err != nil {
		return err
	}
	return v.show(templates.ReportBasis(p, page))
}

func saveReportBasis(v *visit) error {
	cmd := &report.Rest{ID: v.id(), Texts: v.desk()}
	if err := v.decode(cmd); err != nil {
		return err
	}
	if _, err := v.do(cmd); err != nil {
		return err
	}
	return v.saved("/reports/"+v.id()+"/basis?block="+strconv.Itoa(cmd.Block)+"&sentence="+strconv.Itoa(cmd.Sentence), "report.basis.saved")
}

func refreshReport(v *visit) error {
	return post(v, &report.Refresh{ID: v.id(), Write: v.desk().Write, Texts: v.desk()}, "report.refreshed", to("/reports/"+v.id()))
}

// reportCounted is the records that one figure of a report counted.
func reportCounted(v *visit) error {
	in := paper.CountedIn{Report: v.id(), Ref: v.r.URL.Query().Get("ref")}
	p, page, err := inside(v, "report.counted", paper.CountedRecords, in)
	if err != nil {
		return err
	}
	return v.show(templates.ReportCounted(p, page))
}
