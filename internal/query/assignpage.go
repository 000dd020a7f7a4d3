package query

import (
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// mostChosen bounds the problems of one bulk assignment, as planning does.
const mostChosen = 500

// Chosen asks for problems of an inspection by their ids.
type Chosen struct {
	Inspection string
	IDs        []string
}

// AssignPage is the problems chosen for a bulk assignment, with the choices.
type AssignPage struct {
	Problems []work.Problem
	Names    Names
	Choices  Choices
	Span     work.Span
}

// AssignChosen gives the chosen problems to those who may assign them; an id
// that is no problem of the inspection is not found.
func AssignChosen(v *View, in Chosen) (AssignPage, error) {
	i, _, err := v.Inspection(in.Inspection, org.Assign)
	if err != nil {
		return AssignPage{}, err
	}
	if len(in.IDs) == 0 || len(in.IDs) > mostChosen {
		return AssignPage{}, fault.New(fault.Invalid, "assign.rows", mostChosen)
	}
	out := AssignPage{}
	out.Problems, err = store.Problems.List(v.Tx, "WHERE inspection_id = ? AND id IN ("+marks(len(in.IDs))+") ORDER BY seq",
		append([]any{i.ID}, anyOf(in.IDs)...)...)
	if err != nil {
		return out, err
	}
	if len(out.Problems) == 0 {
		return out, fault.New(fault.NotFound, "fault.not-found")
	}
	round, err := v.round(i.RoundID)
	if err != nil {
		return out, err
	}
	out.Span = work.Span{From: i.FeedbackOn, Until: v.deadlines(i, round)[workday.PeriodEnd].Date}
	if out.Names, err = v.NamesOf(i.OrgID); err != nil {
		return out, err
	}
	out.Choices, err = v.ChoicesOf(i.OrgID)
	return out, err
}
