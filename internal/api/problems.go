package api

import (
	"context"

	"bihuan/internal/domain/work"
	"bihuan/internal/query"
)

// Problem is one problem as the list shows it. Who carries it is empty for a
// caller who does not see detail.
type Problem struct {
	ID             string   `json:"id"`
	Number         string   `json:"number"`
	Title          string   `json:"title"`
	Leader         string   `json:"leader"`
	LeadDepartment string   `json:"leadDepartment"`
	Assisting      []string `json:"assistingDepartments"`
	Owner          string   `json:"responsiblePerson"`
	Deadline       string   `json:"deadline" doc:"YYYY-MM-DD or empty"`
	Term           string   `json:"term" doc:"wording of the deadline, such as 长期坚持"`
	Verdict        string   `json:"verdict" doc:"as of today"`
	LongTerm       bool     `json:"longTerm"`
	ClosedOn       string   `json:"closedOn" doc:"signed off on; YYYY-MM-DD or empty"`
	Measures       int      `json:"measures"`
	Finished       int      `json:"finishedMeasures"`
}

// ProblemPage is one page of a problem list.
type ProblemPage struct {
	Problems []Problem `json:"problems"`
	Total    int       `json:"total" doc:"in the whole list, as filtered"`
	Page     int       `json:"page"`
	PageSize int       `json:"pageSize"`
}

// problemsIn is the filters of the problem list, as its page has them.
type problemsIn struct {
	One
	Search     string `query:"q"`
	Verdict    string `query:"verdict"`
	Aspect     string `query:"aspect"`
	Item       string `query:"item"`
	Leader     string `query:"leader"`
	Department string `query:"department"`
	Person     string `query:"person"`
	Due        string `query:"due" enum:"late,soon,long-term,open,none"`
	Closed     string `query:"closed" enum:"yes,no"`
	Sort       string `query:"sort"`
	Page       int    `query:"page" minimum:"1" maximum:"1000000" default:"1"`
}

func (a *API) problems(ctx context.Context, in *problemsIn) (*reply[ProblemPage], error) {
	list, err := see(ctx, a, in.Caller, query.Problems, query.ListIn{Inspection: in.ID, Sort: in.Sort, Page: in.Page,
		Filter: query.WorkFilter{Search: in.Search, Verdict: work.Verdict(in.Verdict), Aspect: in.Aspect, Item: in.Item, Leader: in.Leader,
			Department: in.Department, Person: in.Person, Due: in.Due, Closed: in.Closed}})
	if err != nil {
		return nil, err
	}
	out := ProblemPage{Problems: make([]Problem, len(list.Rows)), Total: list.Total, Page: list.Page, PageSize: list.Size}
	for i, r := range list.Rows {
		out.Problems[i] = Problem{ID: r.ID, Number: r.Number, Title: r.Title, Leader: r.Leader, LeadDepartment: r.LeadDept,
			Assisting: append([]string{}, r.Assist...), Owner: r.Owner, Deadline: string(r.Due.Date), Term: r.Due.Term, Verdict: string(r.Verdict),
			LongTerm: r.LongTerm, ClosedOn: string(r.ClosedOn), Measures: r.Measures, Finished: r.Finished}
	}
	return &reply[ProblemPage]{out}, nil
}
