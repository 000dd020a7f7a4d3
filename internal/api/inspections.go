package api

import (
	"context"

	"bihuan/internal/query"
)

// Counts is how many problems of an inspection stand how.
type Counts struct {
	Total      int            `json:"total"`
	ByVerdict  map[string]int `json:"byVerdict" doc:"problems by verdict as of today"`
	Closed     int            `json:"closed" doc:"signed off"`
	LongTerm   int            `json:"longTerm"`
	Late       int            `json:"late"`
	DueSoon    int            `json:"dueSoon"`
	Unassigned int            `json:"unassigned"`
}

// Stage is one stage of an inspection.
type Stage struct {
	Code  string `json:"code"`
	State string `json:"state" enum:"done,now,late,waiting"`
	Date  string `json:"date" doc:"done on, or due; YYYY-MM-DD or empty"`
}

// Inspection is one inspection with its counts and stages.
type Inspection struct {
	ID           string  `json:"id"`
	Title        string  `json:"title"`
	Organisation string  `json:"organisation"`
	Round        string  `json:"round"`
	Team         string  `json:"team"`
	FeedbackOn   string  `json:"feedbackOn" doc:"YYYY-MM-DD or empty"`
	Stages       []Stage `json:"stages"`
	Counts       Counts  `json:"counts"`
}

func (a *API) inspections(ctx context.Context, in *struct{ Caller }) (*reply[[]Inspection], error) {
	rows, err := see(ctx, a, in.Caller, query.Inspections, struct{}{})
	if err != nil {
		return nil, err
	}
	out := make([]Inspection, len(rows))
	for i, r := range rows {
		out[i] = Inspection{ID: r.ID, Title: r.Title, Organisation: r.Organisation, Round: r.Round, Team: r.Team,
			FeedbackOn: string(r.FeedbackOn), Stages: stages(r.Stages), Counts: counts(r.Counts)}
	}
	return &reply[[]Inspection]{out}, nil
}

// One is a request for a record by its id.
type One struct {
	Caller
	ID string `path:"id"`
}

func (a *API) inspection(ctx context.Context, in *One) (*reply[Inspection], error) {
	type page struct {
		frame  query.Frame
		counts query.Counts
	}
	p, err := see(ctx, a, in.Caller, func(v *query.View, id string) (page, error) {
		f, err := query.FrameOf(v, id)
		if err != nil {
			return page{}, err
		}
		c, err := v.CountProblems(id)
		return page{f, c}, err
	}, in.ID)
	if err != nil {
		return nil, err
	}
	return &reply[Inspection]{Inspection{ID: p.frame.ID, Title: p.frame.Title, Organisation: p.frame.Organisation, Round: p.frame.Round,
		Team: p.frame.Team, FeedbackOn: string(p.frame.FeedbackOn), Stages: stages(p.frame.Stages), Counts: counts(p.counts)}}, nil
}

func stages(list []query.Stage) []Stage {
	out := make([]Stage, len(list))
	for i, s := range list {
		out[i] = Stage{Code: s.Code, State: s.State, Date: string(s.Date)}
	}
	return out
}

func counts(c query.Counts) Counts {
	out := Counts{Total: c.Total, ByVerdict: map[string]int{}, Closed: c.Closed, LongTerm: c.LongTerm, Late: c.Late,
		DueSoon: c.DueSoon, Unassigned: c.Unassigned}
	for verdict, n := range c.ByVerdict {
		out.ByVerdict[string(verdict)] = n
	}
	return out
}
