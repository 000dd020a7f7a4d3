package web

import (
	"strings"

	"bihuan/internal/action"
	"bihuan/internal/action/handover"
	"bihuan/internal/domain/work"
	"bihuan/internal/paper"
	"bihuan/internal/query"
	"bihuan/internal/web/templates"
)

func handOverList(v *visit) error {
	p, x, err := inspect(v, v.id(), "side.handovers", query.HandOvers, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.HandOvers(p, x))
}

func handOverForm(v *visit) error {
	q := v.r.URL.Query()
	in := query.HandOverIn{Inspection: v.id(), Kind: work.HandOverKind(q.Get("kind")), From: q.Get("from")}
	p, x, err := inspect(v, v.id(), "handover.new", query.HandOverDraft, in)
	if err != nil {
		return err
	}
	return v.show(templates.HandOverForm(p, x))
}

func openHandOver(v *visit) error {
	return post(v, &handover.Open{InspectionID: v.id()}, "handover.opened", func(r action.Result) string { return "/handovers/" + r.ID })
}

// handOverPage shows a hand-over; with .docx behind its id it hands the form out.
func handOverPage(v *visit) error {
	if id, ok := strings.CutSuffix(v.id(), ".docx"); ok {
		return handOverFile(v, id)
	}
	p, x, err := inside(v, "handover.title", query.HandOver, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.HandOver(p, x))
}

func handOverFile(v *visit, id string) error {
	if _, err := v.do(&handover.Take{ID: id}); err != nil {
		return err
	}
	x, err := see(v, paper.HandOver, id)
	if err != nil {
		return err
	}
	return v.file(x.Document, "交接记录_"+x.Of.HandOver.FromName+"_"+x.Of.HandOver.On.String())
}

func confirmHandOver(v *visit) error {
	return post(v, &handover.Confirm{ID: v.id()}, "handover.confirmed", to("/handovers/"+v.id()))
}

func withdrawHandOver(v *visit) error {
	return post(v, &handover.Withdraw{ID: v.id()}, "saved", func(r action.Result) string { return "/inspections/" + r.ID + "/handovers" })
}
