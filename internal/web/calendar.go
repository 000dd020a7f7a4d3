package web

import (
	"errors"

	"bihuan/internal/action"
	"bihuan/internal/action/admin"
	"bihuan/internal/fault"
	"bihuan/internal/query"
	"bihuan/internal/web/templates"
)

func calendarPage(v *visit) error {
	x, err := see(v, query.Calendar, struct{}{})
	if err != nil {
		return err
	}
	return v.show(templates.Calendar(v.page("calendar.title"), x, templates.CalendarDraft{}))
}

// previewCalendar shows what was read of a notice before it is brought in.
func previewCalendar(v *visit) error {
	cmd := &admin.ImportCalendar{}
	if err := v.decode(cmd); err != nil {
		return err
	}
	draft := templates.CalendarDraft{Text: cmd.Text}
	err := v.run.Preview(v.r.Context(), action.Call{Actor: v.actor, Remote: v.remote()}, cmd)
	var f *fault.Error
	switch {
	case errors.As(err, &f) && f.Kind == fault.Invalid:
		refused := v.problem(f)
		draft.Refused = &refused
	case err != nil:
		return err
	}
	draft.Notices = cmd.Notices
	x, err := see(v, query.Calendar, struct{}{})
	if err != nil {
		return err
	}
	return v.show(templates.Calendar(v.page("calendar.title"), x, draft))
}

func importCalendar(v *visit) error {
	return post(v, &admin.ImportCalendar{}, "calendar.imported", to("/admin/calendar"))
}
