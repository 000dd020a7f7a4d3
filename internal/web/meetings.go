package web

import (
	"bihuan/internal/action"
	"bihuan/internal/action/party"
	"bihuan/internal/query"
	"bihuan/internal/web/templates"
)

func meetingList(v *visit) error {
	q := v.r.URL.Query()
	in := query.MeetingsIn{Inspection: v.id(), Kind: q.Get("kind"), Month: q.Get("month"), Search: q.Get("q"), Page: v.pageNumber()}
	p, l, err := inspect(v, v.id(), "side.meetings", query.Meetings, in)
	if err != nil {
		return err
	}
	return v.show(templates.Meetings(p, v.at(), l))
}

func meetingPage(v *visit) error {
	p, m, err := inside(v, "side.meetings", query.Meeting, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.Meeting(p, m))
}

func meetingNew(v *visit) error {
	p, f, err := inspect(v, v.id(), "meeting.new", query.NewMeeting, query.MeetingFormIn{Inspection: v.id(), Like: v.r.URL.Query().Get("like"), Held: v.r.URL.Query().Get("held") != ""})
	if err != nil {
		return err
	}
	return v.show(templates.MeetingForm(p, f))
}

func meetingEdit(v *visit) error {
	p, f, err := inside(v, "meeting.edit", query.EditMeeting, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.MeetingForm(p, f))
}

func addMeeting(v *visit) error {
	return post(v, &party.AddMeeting{InspectionID: v.id()}, "saved", toRecord("/meetings/"))
}

func editMeeting(v *visit) error {
	return post(v, &party.EditMeeting{ID: v.id()}, "saved", toRecord("/meetings/"))
}

func submitMinutes(v *visit) error {
	return post(v, &party.SubmitMinutes{ID: v.id()}, "minutes.sent", toRecord("/meetings/"))
}

func approveMinutes(v *visit) error {
	return post(v, &party.ApproveMinutes{ID: v.id(), Standings: query.StandingsOn(v.read.Calendar)}, "minutes.done", toRecord("/meetings/"))
}

func numberMinutes(v *visit) error {
	return post(v, &party.NumberMinutes{ID: v.id()}, "saved", toRecord("/meetings/"))
}

func correctMinutes(v *visit) error {
	return post(v, &party.CorrectMinutes{ID: v.id()}, "saved", toRecord("/meetings/"))
}

// meetingFigures shows what a figure of a meeting counts.
func meetingFigures(v *visit) error {
	p, f, err := inside(v, "figures.title", query.FiguresOf, query.FiguresIn{Meeting: v.id(), Figure: v.r.URL.Query().Get("figure")})
	if err != nil {
		return err
	}
	return v.show(templates.MeetingFigures(p, f))
}

func freezeFigures(v *visit) error {
	return post(v, &party.FreezeFigures{ID: v.id(), Standings: query.StandingsOn(v.read.Calendar)}, "figures.done", toRecord("/meetings/"))
}

func answerResolution(v *visit) error {
	return post(v, &party.AnswerResolution{ID: v.id()}, "saved", toRecord("/meetings/"))
}

// toRecord is the page of the record that the command gives back.
func toRecord(path string) func(action.Result) string {
	return func(r action.Result) string { return path + r.ID }
}
