package web

import (
	"bihuan/internal/action/intake"
	"bihuan/internal/action/planning"
	"bihuan/internal/query"
	"bihuan/internal/web/templates"
)

func groupPage(v *visit) error {
	p, g, err := inspect(v, v.id(), "side.group", query.Group, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.Group(p, g))
}

func groupForm(v *visit) error {
	p, g, err := inspect(v, v.id(), "side.group", query.EditableGroup, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.GroupForm(p, g))
}

func saveGroup(v *visit) error {
	return post(v, &planning.SaveGroup{InspectionID: v.id()}, "saved", to("/inspections/"+v.id()+"/group"))
}

func immediateList(v *visit) error {
	p, l, err := inspect(v, v.id(), "side.immediates", query.Immediates, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.Immediates(p, l))
}

func handOver(v *visit) error {
	return post(v, &intake.AddImmediate{InspectionID: v.id()}, "immediate.handed-over", to("/inspections/"+v.id()+"/immediates"))
}

func replyImmediate(v *visit) error {
	return post(v, &intake.ReplyImmediate{ID: v.id()}, "immediate.reply.saved", to(v.back("/inspections")))
}

func acceptImmediate(v *visit) error {
	return post(v, &intake.AcceptImmediate{ID: v.id()}, "saved", to(v.back("/inspections")))
}
