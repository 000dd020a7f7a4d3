package query

import (
	"bihuan/internal/domain/closing"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/party"
	"bihuan/internal/domain/signing"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/store"
)

// SignoffRow is one application in a list.
type SignoffRow struct {
	closing.Application
	Number  string // of the problem
	Title   string
	Lead    string
	Waiting inspection.ChainStep // Code is empty where it waits for nothing
}

// Signoffs lists the applications of an inspection, open ones first. The
// inspection office sees those that reached it.
func Signoffs(v *View, inspectionID string) ([]SignoffRow, error) {
	i, t, err := v.Inspection(inspectionID, org.SeeDetail)
	if err != nil {
		return nil, err
	}
	round, err := v.round(i.RoundID)
	if err != nil {
		return nil, err
	}
	names, err := v.NamesOf(i.OrgID)
	if err != nil {
		return nil, err
	}
	problems, err := v.problemsByID(inspectionID)
	if err != nil {
		return nil, err
	}
	list, err := store.Applications.List(v.Tx,
		"WHERE inspection_id = ? ORDER BY CASE WHEN state = 'open' THEN 0 ELSE 1 END, applied_at DESC, id", inspectionID)
	var out []SignoffRow
	for _, a := range list {
		p := problems[a.ProblemID]
		if !v.Inside(t) && p.SubmittedOn == "" {
			continue
		}
		row := SignoffRow{Application: a, Number: p.Number, Title: p.Title, Lead: names.Department(p.LeadDeptID)}
		row.Waiting, _ = chainIn(round, a).Waiting(a)
		out = append(out, row)
	}
	return out, err
}

// chainIn is the chain that an application keeps to.
func chainIn(round inspection.Round, a closing.Application) closing.Case {
	if len(a.Chain) > 0 {
		return closing.Case{Chain: a.Chain}
	}
	return closing.Case{Chain: round.Settings.Chain}
}

func (v *View) problemsByID(inspectionID string) (map[string]work.Problem, error) {
	list, err := store.Problems.List(v.Tx, "WHERE inspection_id = ?", inspectionID)
	out := make(map[string]work.Problem, len(list))
	for _, p := range list {
		out[p.ID] = p
	}
	return out, err
}

// SignoffPage is one application, step by step.
type SignoffPage struct {
	Application closing.Application
	Problem     work.Problem
	Case        closing.Case
	Steps       []SignoffStep
	Meetings    []Option
	Signals     []SignalRow
	CanDecide   bool
	WhyNot      error                  // why the caller cannot decide the step that waits
	Mine        inspection.ChainStep   // the step that the caller would decide
	Skipped     []inspection.ChainStep // optional steps before it that he would pass over
	NeedReason  bool
	Today       workday.Date
	// Sheets are those printed for a signature by hand.
	Sheets      []signing.Sheet
	CanWithdraw bool
	// Changed: the work changed since the application.
	Changed bool
}

// Within implements the frame of single records.
func (s SignoffPage) Within() string { return s.Application.InspectionID }

// SignoffStep is one step of the chain: decided, waiting or to come.
type SignoffStep struct {
	inspection.ChainStep
	Decision *closing.Decision
	Made     []closing.Verification
	Waits    bool
	Sheet    *signing.Sheet // signed by hand
}

// Signoff gives one application.
func Signoff(v *View, id string) (SignoffPage, error) {
	a, err := store.Applications.Get(v.Tx, id)
	if err != nil {
		return SignoffPage{}, err
	}
	p, t, err := store.ProofTarget(v.Tx, a.ProblemID)
	if err != nil {
		return SignoffPage{}, err
	}
	if err := v.Need(org.SeeDetail, t); err != nil {
		return SignoffPage{}, err
	}
	page := SignoffPage{Application: a, Problem: p, Today: v.Today}
	if page.Case, err = store.SignoffCase(v.Tx, p, a); err != nil {
		return page, err
	}
	hash, err := page.Case.Hash()
	if err != nil {
		return page, err
	}
	page.Changed = a.State == closing.Open && hash != a.Hash
	page.Steps = chainSteps(page.Case, a)
	page.CanWithdraw = a.State == closing.Open && a.AppliedBy == v.Actor.AccountID
	page.mayDecide(v, t)
	if err := page.loadChecks(v); err != nil {
		return page, err
	}
	if page.Signals, err = v.signalsOf(p, t); err != nil {
		return page, err
	}
	page.Meetings, err = v.heldMeetings(a.InspectionID)
	return page, err
}

// mayDecide says which step the caller would decide, or why he cannot.
func (s *SignoffPage) mayDecide(v *View, t org.Target) {
	a := s.Application
	if a.State != closing.Open {
		return
	}
	s.WhyNot = s.Case.CheckDecider(a, v.Actor)
	s.CanDecide = s.WhyNot == nil && v.Can(org.SignoffDecide, t)
	if n, err := s.Case.Turn(a, v.Actor); err == nil {
		s.Mine, s.Skipped = s.Case.Chain[n], s.Case.Chain[a.Step:n]
		s.NeedReason = s.Mine.Opinion || s.Case.Objected()
	}
}

// loadChecks puts the checks and the hand-signed sheets beside their steps.
func (s *SignoffPage) loadChecks(v *View) error {
	made, err := store.Verifications.List(v.Tx, "WHERE application_id = ? ORDER BY seq, id", s.Application.ID)
	if err != nil {
		return err
	}
	if s.Sheets, err = store.Sheets.List(v.Tx, "WHERE act = ? AND record_id = ? ORDER BY printed_at", signing.Signoff, s.Application.ID); err != nil {
		return err
	}
	for i := range s.Steps {
		step := &s.Steps[i]
		for _, m := range made {
			if m.Step == step.Code {
				step.Made = append(step.Made, m)
			}
		}
		for n, sheet := range s.Sheets {
			if d := step.Decision; d != nil && sheet.State == signing.Entered && sheet.EnteredAt.Equal(d.At) {
				step.Sheet = &s.Sheets[n]
			}
		}
	}
	return nil
}

func chainSteps(c closing.Case, a closing.Application) []SignoffStep {
	var out []SignoffStep
	for i, s := range c.Chain {
		step := SignoffStep{ChainStep: s, Waits: a.State == closing.Open && a.Step == i}
		for d := range c.Decisions {
			if c.Decisions[d].Step == s.Code {
				step.Decision = &c.Decisions[d]
			}
		}
		out = append(out, step)
	}
	return out
}

// heldMeetings are the meetings that may have decided a sign-off.
func (v *View) heldMeetings(inspectionID string) ([]Option, error) {
	list, err := store.Meetings.List(v.Tx,
		"WHERE inspection_id = ? AND kind IN (?, ?) AND held_on <> '' AND held_on <= ? ORDER BY held_on DESC",
		inspectionID, party.PartyGroup, party.LeadingGroup, v.Today)
	var out []Option
	for _, m := range list {
		out = append(out, Option{Value: m.ID, Label: string(m.HeldOn) + " " + m.Title})
	}
	return out, err
}

// SignoffPaper is what the form of an application shows (销号审批表).
type SignoffPaper struct {
	SignoffPage
	Org      string
	Lead     string
	Leader   string
	Owner    string
	Posts    map[string]string // of the people who decided, by decision
	Meetings map[string]string // that decided, by id
}

// SignoffForm gives an application for its form.
func SignoffForm(v *View, id string) (SignoffPaper, error) {
	page, err := Signoff(v, id)
	if err != nil {
		return SignoffPaper{}, err
	}
	out := SignoffPaper{SignoffPage: page, Posts: map[string]string{}, Meetings: map[string]string{}}
	o, err := store.Organisations.Get(v.Tx, page.Problem.OrgID)
	if err != nil {
		return out, err
	}
	names, err := v.NamesOf(o.ID)
	if err != nil {
		return out, err
	}
	out.Org, out.Lead = o.Name, names.Department(page.Problem.LeadDeptID)
	out.Leader, out.Owner = names.Person(page.Problem.LeaderID), names.Person(page.Problem.OwnerID)
	for _, d := range page.Case.Decisions {
		posts, err := store.Posts.List(v.Tx, "WHERE person_id = ? ORDER BY from_on DESC", d.PersonID)
		if err != nil {
			return out, err
		}
		day := workday.DateOf(d.At, workday.Zone)
		for _, p := range posts {
			if p.On(day) {
				out.Posts[d.ID] = p.Title
				break
			}
		}
		if d.MeetingID != "" {
			m, err := store.Meetings.Get(v.Tx, d.MeetingID)
			if err != nil {
				return out, err
			}
			out.Meetings[d.MeetingID] = m.HeldOn.Chinese() + m.Title
		}
	}
	return out, nil
}
