package web

import (
	"net/url"
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
	return v.show(templates.ReportText(p, page, v.r.URL.Query().Get("block")))
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
	if at, ok := paper.ParseAt(cmd.Block); ok && at.Row > 0 {
		return v.saved("/reports/"+v.id()+"/table?block="+at.Table().String()+"&row="+strconv.Itoa(at.Row)+"#r-"+strconv.Itoa(at.Row), "report.cell.saved")
	}
	return v.saved("/reports/"+v.id()+"/text#b-"+cmd.Block, "report.text.saved")
}

// reportTable is a table of a draft for writing; "block" names it, or a cell of
// it that is open.
func reportTable(v *visit) error {
	q := v.r.URL.Query()
	in := paper.TextTableIn{Report: v.id(), Block: q.Get("block"), Row: max(v.place("row"), 0), Page: max(v.place("page"), 0)}
	p, page, err := inside(v, "report.table", paper.Table, in)
	if err != nil {
		return err
	}
	return v.show(templates.ReportTable(p, v.at(), page))
}

func reportBasis(v *visit) error {
	in := paper.BasisIn{Report: v.id(), Block: v.r.URL.Query().Get("block"), Sentence: v.place("sentence"), Query: v.r.URL.Query().Get("q")}
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
	return v.saved("/reports/"+v.id()+"/basis?block="+url.QueryEscape(cmd.Block)+"&sentence="+strconv.Itoa(cmd.Sentence), "report.basis.saved")
}

func refreshReport(v *visit) error {
	return post(v, &report.Refresh{ID: v.id(), Write: v.desk().Write, Texts: v.desk()}, "report.refreshed", to("/reports/"+v.id()))
}

// reportCounted is the records that one figure of a report counted.
func reportCounted(v *visit) error {
	in := paper.CountedIn{Paper: v.id(), Ref: v.r.URL.Query().Get("ref")}
	p, page, err := inside(v, "report.counted", paper.CountedRecords, in)
	if err != nil {
		return err
	}
	return v.show(templates.ReportCounted(p, page))
}
