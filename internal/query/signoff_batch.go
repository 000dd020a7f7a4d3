package query

import (
	"bihuan/internal/domain/closing"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/store"
)

// BatchIn asks for the applications that wait for the caller, narrowed by
// department and by words.
type BatchIn struct {
	Inspection string
	Department string
	Search     string
}

// SignoffBatch is the applications whose step is the caller's, to be decided
// together: each with what it rests on.
type SignoffBatch struct {
	Inside
	In          BatchIn
	Items       []BatchItem
	More        int // that are not shown
	Departments []Option
	Meetings    []Option
	NeedMeeting bool
	NeedReason  bool
}

// BatchItem is one application of a batch.
type BatchItem struct {
	SignoffPage
	Lead   string
	WhyOut error // why it cannot be decided in a batch; nil where it can
	Looked bool  // the step has materials to look at
}

// mostInBatch bounds a batch, so that each can be looked at.
const mostInBatch = 50

// SignoffsToDecide gives the batch of the caller in an inspection.
func SignoffsToDecide(v *View, in BatchIn) (SignoffBatch, error) {
	i, _, err := v.Inspection(in.Inspection, org.SeeDetail)
	if err != nil {
		return SignoffBatch{}, err
	}
	out := SignoffBatch{Inside: Inside{i.ID}, In: in}
	names, err := v.NamesOf(i.OrgID)
	if err != nil {
		return out, err
	}
	if out.Meetings, err = v.heldMeetings(i.ID); err != nil {
		return out, err
	}
	choices, err := v.ChoicesOf(i.OrgID)
	if err != nil {
		return out, err
	}
	out.Departments = choices.Departments
	list, err := v.openApplications(i, in)
	if err != nil {
		return out, err
	}
	for _, a := range list {
		if err := out.add(v, a, names); err != nil {
			return out, err
		}
	}
	return out, nil
}

// openApplications are those of the inspection that are open, within the
// filter.
func (v *View) openApplications(i inspection.Inspection, in BatchIn) ([]closing.Application, error) {
	var w where
	w.add("inspection_id = ?", i.ID)
	w.department(in.Department, PartLead)
	if err := v.searchProblems(&w, i.OrgID, in.Search, true); err != nil {
		return nil, err
	}
	return store.Applications.List(v.Tx, "WHERE inspection_id = ? AND state = ? AND problem_id IN (SELECT id FROM problem WHERE "+w.text()+
		") ORDER BY applied_at, id", append([]any{i.ID, closing.Open}, w.args...)...)
}

// add puts an application into the batch when its step is the caller's. One
// that he must not decide, or not so, is shown with the reason.
func (b *SignoffBatch) add(v *View, a closing.Application, names Names) error {
	p, t, err := store.ProofTarget(v.Tx, a.ProblemID)
	if err != nil {
		return err
	}
	if !v.Can(org.SignoffDecide, t) || !v.Can(org.SeeDetail, t) {
		return nil
	}
	kase, err := store.SignoffCase(v.Tx, p, a)
	if err != nil {
		return err
	}
	turn, err := kase.Turn(a, v.Actor)
	if err != nil {
		return nil // it waits for somebody else
	}
	if len(b.Items) == mostInBatch {
		b.More++
		return nil
	}
	item := BatchItem{SignoffPage: SignoffPage{Application: a, Problem: p, Case: kase, Today: v.Today}, Lead: names.Department(p.LeadDeptID)}
	if item.Changed, err = changed(kase, a); err != nil {
		return err
	}
	item.mayDecide(v, t)
	if item.Signals, err = v.signalsOf(p, t); err != nil {
		return err
	}
	item.WhyOut = kase.Together(a, v.Actor, turn, item.Changed)
	item.Looked = kase.Looks(turn)
	b.NeedMeeting = b.NeedMeeting || item.Mine.Meeting
	b.NeedReason = b.NeedReason || item.NeedReason
	b.Items = append(b.Items, item)
	return nil
}

// changed reports whether the work changed since an open application.
func changed(kase closing.Case, a closing.Application) (bool, error) {
	hash, err := kase.Hash()
	return a.State == closing.Open && hash != a.Hash, err
}

// BatchResult is what became of one application of a batch.
type BatchResult struct {
	Application closing.Application
	Problem     work.Problem
	Step        inspection.ChainStep // that it waits for now
}

// BatchResults gives the applications of a batch as they stand now, by id.
func BatchResults(v *View, ids []string) (map[string]BatchResult, error) {
	out := map[string]BatchResult{}
	for _, id := range ids {
		a, err := store.Applications.Get(v.Tx, id)
		if err != nil {
			return nil, err
		}
		p, t, err := store.ProofTarget(v.Tx, a.ProblemID)
		if err != nil {
			return nil, err
		}
		if err := v.Need(org.SeeDetail, t); err != nil {
			return nil, err
		}
		kase, err := store.SignoffCase(v.Tx, p, a)
		if err != nil {
			return nil, err
		}
		r := BatchResult{Application: a, Problem: p}
		r.Step, _ = kase.Waiting(a)
		out[id] = r
	}
	return out, nil
}
