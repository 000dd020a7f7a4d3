package web

import (
	"errors"
	"io"

	"bihuan/internal/action"
	"bihuan/internal/action/admin"
	"bihuan/internal/fault"
	"bihuan/internal/query"
	"bihuan/internal/read"
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
	return v.calendarDraft(cmd)
}

// mostCalendar bounds an uploaded year, in bytes.
const mostCalendar = 256 << 10

// previewCalendarFile is previewCalendar for a file: the notice as text, a table
// of days (CSV), or JSON.
func previewCalendarFile(v *visit) error {
	cmd := &admin.ImportCalendar{}
	err := v.upload(func(_ string, r io.Reader) error {
		data, err := io.ReadAll(io.LimitReader(r, mostCalendar+1))
		if err == nil && len(data) > mostCalendar {
			return fault.New(fault.TooLarge, "fault.too-large", "256 KiB")
		}
		if err == nil {
			cmd.Text, err = read.Text(data)
		}
		return err
	})
	if err != nil {
		return err
	}
	return v.calendarDraft(cmd)
}

// calendarDraft shows what a command would bring in.
func (v *visit) calendarDraft(cmd *admin.ImportCalendar) error {
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
	draft.Notices, draft.Moved = cmd.Notices, cmd.Moved
	x, err := see(v, query.Calendar, struct{}{})
	if err != nil {
		return err
	}
	return v.show(templates.Calendar(v.page("calendar.title"), x, draft))
}

func importCalendar(v *visit) error {
	return post(v, &admin.ImportCalendar{}, "calendar.imported", to("/admin/calendar"))
}
