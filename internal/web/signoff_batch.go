package web

import (
	"errors"

	"bihuan/internal/action"
	"bihuan/internal/action/closing"
	domain "bihuan/internal/domain/closing"
	"bihuan/internal/fault"
	"bihuan/internal/query"
	"bihuan/internal/web/templates"
)

// batchForm is the applications that are agreed to together.
type batchForm struct {
	Items     []batchRow `form:"items"`
	Reason    string     `form:"reason"`
	MeetingID string     `form:"meeting"`
	All       bool       `form:"all"` // all of them or none
}

// batchRow is one application of the form. One that was taken out stays where
// it is.
type batchRow struct {
	ID       string   `form:"id"`
	Version  int      `form:"version"`
	Take     bool     `form:"take"`
	Looked   bool     `form:"looked"`
	Check    int      `form:"check"` // which of the step's checks the looking is
	Evidence []string `form:"evidence"`
	Reason   string   `form:"reason"` // in place of the one for all
}

func signoffBatch(v *visit) error {
	q := v.r.URL.Query()
	in := query.BatchIn{Inspection: v.id(), Department: q.Get("department"), Search: q.Get("q")}
	p, b, err := inspect(v, v.id(), "batch.title", query.SignoffsToDecide, in)
	if err != nil {
		return err
	}
	return v.show(templates.SignoffBatch(p, v.at(), b))
}

// decideBatch agrees to the chosen applications and says of each what became
// of it. All or none is one transaction; otherwise each stands by itself.
func decideBatch(v *visit) error {
	var form batchForm
	if err := v.decode(&form); err != nil {
		return err
	}
	taken := form.taken()
	if len(taken) == 0 {
		return fault.New(fault.Invalid, "batch.nothing")
	}
	told := make([]templates.BatchTold, len(taken))
	for n, row := range taken {
		told[n].ID = row.ID
	}
	if form.All {
		v.decideAll(form, taken, told)
	} else {
		for n, row := range taken {
			_, told[n].Fault = v.run.Do(v.r.Context(), v.nthCall(n), form.command(row))
		}
	}
	for _, t := range told {
		if t.Fault != nil && !tellable(t.Fault) {
			return t.Fault
		}
	}
	p, rows, err := inspect(v, v.id(), "batch.result", query.BatchResults, ids(taken))
	if err != nil {
		return err
	}
	return v.show(templates.BatchResults(p, v.id(), told, rows))
}

// decideAll does all or none; the first that fails says why, and the others
// were not decided for its sake.
func (v *visit) decideAll(form batchForm, taken []batchRow, told []templates.BatchTold) {
	failed := -1
	err := v.run.Together(v.r.Context(), func(do func(action.Call, action.Command) (action.Result, error)) error {
		for n, row := range taken {
			if _, err := do(v.nthCall(n), form.command(row)); err != nil {
				failed = n
				return err
			}
		}
		return nil
	})
	if err == nil {
		return
	}
	for n := range told {
		told[n].Fault = fault.New(fault.Conflict, "batch.none")
	}
	told[max(failed, 0)].Fault = err
}

// tellable reports whether a fault is one of an application that its line can
// say; anything else is no result of a batch.
func tellable(err error) bool {
	var f *fault.Error
	return errors.As(err, &f) && (f.Kind == fault.Invalid || f.Kind == fault.Conflict || f.Kind == fault.Denied)
}

func (f batchForm) taken() []batchRow {
	var out []batchRow
	for _, row := range f.Items {
		if row.Take {
			out = append(out, row)
		}
	}
	return out
}

func ids(rows []batchRow) []string {
	var out []string
	for _, r := range rows {
		out = append(out, r.ID)
	}
	return out
}

// command is the decision of one application.
func (f batchForm) command(row batchRow) *closing.Decide {
	cmd := &closing.Decide{ID: row.ID, Version: row.Version, Outcome: domain.Agree, Reason: f.Reason, MeetingID: f.MeetingID}
	if row.Reason != "" {
		cmd.Reason = row.Reason
	}
	if row.Looked && row.Check >= 0 && row.Check < mostChecks {
		cmd.Checks = make([]closing.CheckRow, row.Check+1)
		cmd.Checks[row.Check] = closing.CheckRow{Result: domain.Confirmed, Evidence: row.Evidence}
	}
	return cmd
}

// mostChecks bounds the index of a check that a form names.
const mostChecks = 100

// nthCall is the call for the nth command of a form.
func (v *visit) nthCall(n int) action.Call {
	return action.Call{Actor: v.actor, Key: nth(v.r.PostFormValue("form_key"), n), Remote: v.remote()}
}
