package query

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/plan"
	"bihuan/internal/domain/work"
)

// SentPlan is what the newest version that was sent to the caller says about
// one problem. Before the plan is issued those outside see that, and not the
// records as they stand.
type SentPlan struct {
	Version plan.Version // none where nothing was sent to the caller
	Problem plan.Problem
	Kinds   []SentMeasures
}

// SentMeasures is the measures of one kind in a version; none is a gap that
// shows.
type SentMeasures struct {
	Kind     work.MeasureKind
	Measures []plan.Measure
	Shared   []plan.Shared
}

// sentVersion gives the newest version that was sent to the caller, with what
// it says; none where nothing was.
func (v *View) sentVersion(inspectionID string, t org.Target) (plan.Version, plan.Content, error) {
	if v.Inside(t) || !v.Can(org.SeePlan, t) {
		return plan.Version{}, plan.Content{}, nil
	}
	seen, err := v.seenVersions(inspectionID, t)
	if err != nil || len(seen) == 0 {
		return plan.Version{}, plan.Content{}, err
	}
	content, err := plan.Open(seen[0].Snapshot)
	return seen[0], content, err
}

// sentPlan gives what was sent about one problem.
func (v *View) sentPlan(p work.Problem, t org.Target) (SentPlan, error) {
	version, content, err := v.sentVersion(p.InspectionID, t)
	if err != nil {
		return SentPlan{}, err
	}
	for _, one := range content.Problems {
		if one.ID == p.ID {
			return SentPlan{Version: version, Problem: one, Kinds: sentKinds(one)}, nil
		}
	}
	return SentPlan{}, nil
}

func sentKinds(p plan.Problem) []SentMeasures {
	var out []SentMeasures
	for _, k := range work.MeasureKinds() {
		g := SentMeasures{Kind: k}
		for _, m := range p.Measures {
			if m.Kind == k {
				g.Measures = append(g.Measures, m)
			}
		}
		for _, s := range p.Shared {
			if s.Kind == k {
				g.Shared = append(g.Shared, s)
			}
		}
		out = append(out, g)
	}
	return out
}

// asSent fills in who answers, and with how many measures, as the version says
// that was sent to the caller.
func (v *View) asSent(l *ProblemList, i inspection.Inspection, t org.Target) error {
	version, content, err := v.sentVersion(i.ID, t)
	if err != nil || version.ID == "" {
		return err
	}
	l.Sent = version
	said := map[string]plan.Problem{}
	for _, p := range content.Problems {
		said[p.ID] = p
	}
	for n := range l.Rows {
		r, p := &l.Rows[n], said[l.Rows[n].ID]
		r.Leader, r.LeadDept, r.Owner = p.Duty.Leader.Name, p.Duty.Lead.Name, p.Duty.Owner.Name
		for _, a := range p.Duty.Assist {
			r.Assist = append(r.Assist, a.Name)
		}
		r.Measures = len(p.Measures) + len(p.Shared)
		r.Missing = work.Missing(p.Kinds())
	}
	return nil
}
