package web

import (
	"errors"

	"bihuan/internal/action"
	"bihuan/internal/action/intake"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/query"
	"bihuan/internal/web/templates"
)

func roundDeadlines(v *visit) error {
	x, err := see(v, query.DeadlinesOf, query.DeadlinesInput{ID: v.id(), Preset: workday.Level(v.r.URL.Query().Get("preset"))})
	if err != nil {
		return err
	}
	return v.show(templates.Deadlines(v.page("deadlines.title"), x, templates.DeadlinesDraft{}))
}

// saveDeadlines saves what was previewed and confirmed; anything else it shows
// first.
func saveDeadlines(v *visit) error {
	cmd := &intake.SaveDeadlines{RoundID: v.id()}
	if err := v.decode(cmd); err != nil {
		return err
	}
	draft := templates.DeadlinesDraft{}
	if cmd.Seen != "" {
		_, err := v.do(cmd)
		if err == nil {
			return v.saved("/rounds/"+v.id(), "saved")
		}
		if !unseen(err) {
			return err
		}
		draft.Anew = true
	}
	err := v.run.Preview(v.r.Context(), action.Call{Actor: v.actor, Remote: v.remote()}, cmd)
	var f *fault.Error
	switch {
	case errors.As(err, &f) && f.Kind == fault.Invalid:
		refused := v.problem(f)
		draft.Refused = &refused
	case err != nil:
		return err
	}
	return v.showDeadlines(cmd, draft)
}

func (v *visit) showDeadlines(cmd *intake.SaveDeadlines, draft templates.DeadlinesDraft) error {
	x, err := see(v, query.DeadlinesOf, query.DeadlinesInput{ID: v.id()})
	if err != nil {
		return err
	}
	x.Settings, x.Version, draft.Mark = cmd.After, cmd.Version, cmd.Mark
	if draft.Refused == nil {
		if draft.Shifts, err = see(v, query.Shifted, cmd.Shifts); err != nil {
			return err
		}
	}
	return v.show(templates.Deadlines(v.page("deadlines.title"), x, draft))
}

// feedbackFacts saves the facts of the feedback. Another day for a meeting that
// deadlines count from already shows first what it moves.
func feedbackFacts(v *visit) error {
	cmd := &intake.RecordFeedback{ID: v.id()}
	if err := v.decode(cmd); err != nil {
		return err
	}
	_, err := v.do(cmd)
	switch {
	case err == nil:
		return v.saved("/inspections/"+v.id()+"/feedback", "saved")
	case !unseen(err):
		return err
	}
	if err := v.run.Preview(v.r.Context(), action.Call{Actor: v.actor, Remote: v.remote()}, cmd); err != nil {
		return err
	}
	rows, err := see(v, query.Shifted, []inspection.Shift{cmd.Shift})
	if err != nil {
		return err
	}
	return v.show(templates.FeedbackDay(v.page("deadlines.day.title"), *cmd, rows))
}

// unseen: a change of deadlines was not previewed as it stands.
func unseen(err error) bool {
	var f *fault.Error
	return errors.As(err, &f) && f.Code == inspection.Unseen
}
