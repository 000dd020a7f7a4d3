package api

import (
	"context"

	"bihuan/internal/domain/work"
	"bihuan/internal/query"
)

// Measure is one measure of a problem.
type Measure struct {
	ID             string `json:"id"`
	Kind           string `json:"kind" enum:"direct,similar-cases,long-term"`
	Text           string `json:"text"`
	Leader         string `json:"leader"`
	LeadDepartment string `json:"leadDepartment"`
	Owner          string `json:"responsiblePerson"`
	Deadline       string `json:"deadline"`
	Term           string `json:"term"`
	Verdict        string `json:"verdict" doc:"as of today"`
}

// ProblemFile is one problem with its original wording. Before the plan is
// issued, cause, goal and measures are for a caller outside those of the version
// that was sent to him, and empty where none was.
type ProblemFile struct {
	Problem
	Inspection string    `json:"inspection"`
	Wording    string    `json:"wording" doc:"original wording of the feedback paper"`
	Version    string    `json:"planVersion" doc:"version of the plan whose words cause, goal and plan are; empty: the records as they stand"`
	Cause      string    `json:"cause"`
	Goal       string    `json:"goal"`
	Plan       []Measure `json:"plan"`
}

func (a *API) problem(ctx context.Context, in *One) (*reply[ProblemFile], error) {
	p, err := see(ctx, a, in.Caller, query.Problem, in.ID)
	if err != nil {
		return nil, err
	}
	out := ProblemFile{Inspection: p.InspectionID, Wording: p.Original.Title + p.Original.Text, Cause: p.Problem.Cause, Goal: p.Problem.Goal,
		Problem: Problem{ID: p.Problem.ID, Number: p.Problem.Number, Title: p.Problem.Title, Leader: p.Leader, LeadDepartment: p.LeadDept,
			Assisting: append([]string{}, p.Assist...), Owner: p.Owner, Deadline: string(p.Due.Date), Term: p.Due.Term,
			Verdict: string(p.Verdict), LongTerm: p.Problem.LongTerm, ClosedOn: string(p.Problem.ClosedOn)}, Plan: []Measure{}}
	if p.Sent.Version.ID != "" {
		out.asSent(p.Sent)
	}
	for _, group := range p.Kinds {
		for _, m := range group.Measures {
			out.Plan = append(out.Plan, Measure{ID: m.ID, Kind: string(m.Kind), Text: m.Text, Leader: m.Leader, LeadDepartment: m.LeadDept,
				Owner: m.Owner, Deadline: string(m.Due.Date), Term: m.Due.Term, Verdict: string(m.Shown)})
			out.Measures++
			if m.Shown == work.Done {
				out.Finished++
			}
		}
	}
	return &reply[ProblemFile]{out}, nil
}

// asSent fills in what the version says that was sent to the caller.
func (f *ProblemFile) asSent(sent query.SentPlan) {
	p := sent.Problem
	f.Version, f.Cause, f.Goal = sent.Version.Name, p.Cause, p.Goal
	f.Leader, f.LeadDepartment, f.Owner = p.Duty.Leader.Name, p.Duty.Lead.Name, p.Duty.Owner.Name
	for _, a := range p.Duty.Assist {
		f.Assisting = append(f.Assisting, a.Name)
	}
	for _, m := range p.Measures {
		f.Plan = append(f.Plan, Measure{ID: m.ID, Kind: string(m.Kind), Text: m.Text, Leader: m.Duty.Leader.Name,
			LeadDepartment: m.Duty.Lead.Name, Owner: m.Duty.Owner.Name, Deadline: string(m.Duty.Deadline), Term: m.Duty.Term})
		f.Measures++
	}
}
