package query

import (
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/plan"
	"bihuan/internal/domain/work"
	"bihuan/internal/store"
)

// PlanCheck is what the plan lacks as its records stand, and whom the
// portfolios propose as responsible leaders.
type PlanCheck struct {
	InspectionID string
	Groups       []LackGroup
	Span         work.Span
	Proposals    []LeaderProposal
	CanAssign    bool
	Blocking     int // of all that is missing, how much stops adoption and issue
}

// LackGroup is everything missing of one sort.
type LackGroup struct {
	Lack   plan.Lack
	Blocks bool // no plan is adopted or issued with it
	Found  []plan.Missing
}

// LeaderProposal is a problem whose lead department is in somebody's portfolio
// while nobody, or somebody else, is named as its responsible leader.
type LeaderProposal struct {
	work.Problem
	LeadDept string
	Named    string // empty: nobody yet
	Proposed string
}

// CheckPlan gives the check of the plan, to those inside.
func CheckPlan(v *View, inspectionID string) (PlanCheck, error) {
	i, t, err := v.Inspection(inspectionID, org.SeeDetail)
	if err != nil {
		return PlanCheck{}, err
	}
	out := PlanCheck{InspectionID: i.ID, CanAssign: v.Can(org.Assign, t)}
	content, err := store.PlanContent(v.Tx, i.ID, "")
	if err != nil {
		return out, err
	}
	if out.Span, err = store.DeadlineSpan(v.Tx, i, v.Calendar); err != nil {
		return out, err
	}
	round, err := v.round(i.RoundID)
	if err != nil {
		return out, err
	}
	out.group(content.Check(out.Span), plan.Blocks(round.Settings.PlanBlocks))
	out.Proposals, err = v.proposals(i.ID, i.OrgID)
	return out, err
}

func (c *PlanCheck) group(missing []plan.Missing, blocks []plan.Lack) {
	c.Blocking = len(plan.Blocking(missing, blocks))
	for _, l := range plan.Lacks() {
		g := LackGroup{Lack: l}
		for _, m := range missing {
			if m.Lack == l {
				g.Found = append(g.Found, m)
			}
		}
		g.Blocks = len(plan.Blocking(g.Found, blocks)) > 0
		if len(g.Found) > 0 {
			c.Groups = append(c.Groups, g)
		}
	}
}

// proposals finds the leader of each open problem by the portfolios of the day.
func (v *View) proposals(inspectionID, orgID string) ([]LeaderProposal, error) {
	posts, err := store.Posts.List(v.Tx, "WHERE org_id = ?", orgID)
	if err != nil {
		return nil, err
	}
	names, err := v.NamesOf(orgID)
	if err != nil {
		return nil, err
	}
	problems, err := store.Problems.List(v.Tx, "WHERE inspection_id = ? AND closed_on = '' AND lead_dept_id <> '' ORDER BY seq", inspectionID)
	var out []LeaderProposal
	for _, p := range problems {
		if by := org.LeaderOf(posts, p.LeadDeptID, v.Today); by != "" && by != p.LeaderID {
			out = append(out, LeaderProposal{Problem: p, LeadDept: names.Department(p.LeadDeptID), Named: names.Person(p.LeaderID), Proposed: names.Person(by)})
		}
	}
	return out, err
}
