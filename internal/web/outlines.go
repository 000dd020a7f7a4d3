package web

import (
	"errors"
	"slices"
	"strconv"

	"bihuan/internal/action"
	"bihuan/internal/action/outlining"
	"bihuan/internal/domain/outline"
	"bihuan/internal/fault"
	"bihuan/internal/paper"
	"bihuan/internal/query"
	"bihuan/internal/web/templates"
)

func outlineList(v *visit) error {
	l, err := see(v, query.Outlines, struct{}{})
	if err != nil {
		return err
	}
	return v.show(templates.Outlines(v.page("outline.title"), l, paper.OutlineKinds()))
}

// outlineOf gives the version of an outline that the address asks for; the
// shipped one where it asks for version 0 or none is kept.
func (v *visit) outlineOf() (query.OutlinePage, error) {
	q := v.r.URL.Query().Get("version")
	n, err := strconv.Atoi(q)
	if !slices.Contains(paper.OutlineKinds(), v.id()) || q != "" && (err != nil || n < 0) {
		return query.OutlinePage{}, fault.New(fault.NotFound, "fault.not-found")
	}
	x, err := see(v, query.OutlineOf, query.OutlineIn{Kind: v.id(), Number: n})
	if q == "0" || x.Shown.Number == 0 {
		x.Shown = outline.Version{Kind: v.id(), Text: paper.Shipped(v.id())}
	}
	return x, err
}

func outlinePage(v *visit) error {
	x, err := v.outlineOf()
	if err != nil {
		return err
	}
	return v.show(templates.Outline(v.page("outline.title"), x, paper.Shipped(v.id())))
}

func editOutline(v *visit) error {
	x, err := v.outlineOf()
	if err != nil {
		return err
	}
	draft := templates.OutlineDraft{Text: x.Shown.Text, Seen: x.Newest(), Inspection: v.r.URL.Query().Get("inspection")}
	return v.show(templates.OutlineForm(v.page("outline.edit"), x, draft))
}

// outlineSave is the command of the form.
func (v *visit) outlineSave() *outlining.Save {
	return &outlining.Save{Kind: v.id(), Kinds: paper.OutlineKinds(), Names: paper.OutlineNames(v.id())}
}

// tryOutline shows what an outline would write, or what is wrong with it.
// Nothing is saved.
func tryOutline(v *visit) error {
	cmd := v.outlineSave()
	if err := v.decode(cmd); err != nil {
		return err
	}
	draft := templates.OutlineDraft{Text: cmd.Text, Note: cmd.Note, Seen: cmd.Seen, Inspection: v.r.PostFormValue("inspection"), Of: v.r.PostFormValue("of")}
	err := v.run.Preview(v.r.Context(), action.Call{Actor: v.actor, Remote: v.remote()}, cmd)
	var f *fault.Error
	switch {
	case errors.As(err, &f) && f.Kind == fault.Invalid:
		refused := v.problem(f)
		draft.Refused = &refused
	case err != nil:
		return err
	default:
		if err := v.tried(&draft); err != nil {
			return err
		}
	}
	x, err := v.outlineOf()
	if err != nil {
		return err
	}
	return v.show(templates.OutlineForm(v.page("outline.edit"), x, draft))
}

// tried writes the paper of a draft where an inspection was chosen for it.
func (v *visit) tried(d *templates.OutlineDraft) (err error) {
	d.Read = true
	if d.Inspection == "" {
		return nil
	}
	d.Tried, err = see(v, paper.Try, paper.TryIn{Kind: v.id(), Text: d.Text, Inspection: d.Inspection, Of: d.Of})
	return err
}

func saveOutline(v *visit) error {
	return post(v, v.outlineSave(), "saved", to("/outlines/"+v.id()))
}
