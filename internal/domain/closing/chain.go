package closing

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
)

// Case is all that the rules need to know of one sign-off: the problem with
// its work, the chain of the round, and what was decided so far.
type Case struct {
	Problem   work.Problem
	Measures  []work.Measure
	Progress  []work.Progress
	Evidence  []work.Evidence // withdrawn files are left out
	Cycle     int             // the measures, entries and files are this cycle's
	Chain     []inspection.ChainStep
	Decisions []Decision
	Parts     []work.AssistPart // of the assisting departments
	Sums      []work.Sum        // figures reported, against what was wanted
	Ticks     []work.Tick       // of the application: the criteria with their proof
	// Before are those who reported or proved something in other cycles.
	Before []string // accounts
	// Renewed is when the last return demanded renewed rectification.
	Renewed time.Time
}

// Hash binds an application to what it was made on: the wording and verdict of
// the measures, the progress entries and the evidence files.
func (c Case) Hash() (string, error) {
	type measure struct{ ID, Text, Verdict string }
	var basis struct {
		Criteria string
		Measures []measure
		Progress []string
		Evidence []string
	}
	basis.Criteria = c.Problem.Criteria.String()
	for _, m := range c.Measures {
		basis.Measures = append(basis.Measures, measure{m.ID, m.Text, string(m.Verdict)})
	}
	for _, p := range c.Progress {
		basis.Progress = append(basis.Progress, p.ID)
	}
	for _, e := range c.Evidence {
		basis.Evidence = append(basis.Evidence, e.ID+" "+e.Hash)
	}
	text, err := json.Marshal(basis)
	if err != nil {
		return "", fmt.Errorf("hash application: %w", err)
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:]), nil
}

// CheckApplication says why the problem cannot be applied for yet: it is
// closed already, a measure is not finished, or nothing proves it. A long-term
// measure may go on, but must have begun.
func (c Case) CheckApplication() error {
	if c.Problem.Closed() {
		return fault.New(fault.Conflict, "signoff.closed")
	}
	if len(c.Measures) == 0 {
		return fault.New(fault.Invalid, "signoff.no-measures")
	}
	for _, m := range c.Measures {
		if m.Verdict != work.Done && (!m.LongTerm || m.Verdict == work.NotStarted) {
			return fault.New(fault.Invalid, "signoff.unfinished", m.Seq, m.Text)
		}
	}
	for _, p := range c.Parts {
		if p.Verdict != work.Done {
			return fault.New(fault.Invalid, "signoff.part-unfinished", p.Text)
		}
	}
	if len(c.Evidence) == 0 {
		return fault.New(fault.Invalid, "signoff.no-evidence")
	}
	if !c.Renewed.IsZero() && !slices.ContainsFunc(c.Progress, func(p work.Progress) bool { return p.At.After(c.Renewed) }) {
		return fault.New(fault.Invalid, "signoff.nothing-new")
	}
	for _, s := range c.Sums {
		if s.Binding() && !s.Settled() {
			return fault.New(fault.Invalid, "signoff.sums", s.String(s.Reported), s.String(s.Wanted()))
		}
	}
	return nil
}

// Stands reports whether a file stands as evidence of the problem.
func (c Case) Stands(evidence string) bool {
	return slices.ContainsFunc(c.Evidence, func(e work.Evidence) bool { return e.ID == evidence })
}

// Doer reports whether the work is the actor's own: he applied, reported
// progress or uploaded proof, in this cycle or in one before, or is the
// responsible person of the problem or of one of its measures.
func (c Case) Doer(a Application, by org.Actor) bool {
	if by.Is(a.AppliedBy) {
		return true
	}
	if by.IsPerson(c.Problem.OwnerID) {
		return true
	}
	return slices.ContainsFunc(c.Before, by.Is) ||
		slices.ContainsFunc(c.Measures, func(m work.Measure) bool { return by.IsPerson(m.OwnerID) }) ||
		slices.ContainsFunc(c.Progress, func(p work.Progress) bool { return by.Is(p.AuthorID) }) ||
		slices.ContainsFunc(c.Evidence, func(e work.Evidence) bool { return by.Is(e.UploaderID) })
}

// Waiting gives the step that an open application waits for.
func (c Case) Waiting(a Application) (inspection.ChainStep, bool) {
	if a.State != Open || a.Step < 0 || a.Step >= len(c.Chain) {
		return inspection.ChainStep{}, false
	}
	return c.Chain[a.Step], true
}

// OwnDepartment reports whether the actor, or the one beside him, does his
// daily work in a department that leads or assists. The head of the lead
// department decides his own step all the same: that is what it is for.
func (c Case) OwnDepartment(step inspection.ChainStep, by org.Actor) bool {
	if step.Role == string(org.RoleDeptHead) {
		return false
	}
	depts := c.Problem.Departments()
	for _, m := range c.Measures {
		depts = append(depts, m.Departments()...)
	}
	return slices.ContainsFunc(by.DailyDepartments(), func(d string) bool { return slices.Contains(depts, d) })
}

// Step gives a step of the chain by its code; one that the chain does not have
// (any more) is known by its code alone.
func (c Case) Step(code string) inspection.ChainStep {
	for _, s := range c.Chain {
		if s.Code == code {
			return s
		}
	}
	return inspection.ChainStep{Code: code}
}

// Turn gives the index of the step that the actor would decide: the one that
// the application waits for, or one behind it where those between are optional.
func (c Case) Turn(a Application, by org.Actor) (int, error) {
	if _, ok := c.Waiting(a); !ok {
		return a.Step, fault.New(fault.Conflict, "signoff.ended")
	}
	for n := a.Step; n < len(c.Chain); n++ {
		if c.holds(c.Chain[n], by) {
			return n, nil
		}
		if !c.Chain[n].Optional {
			break
		}
	}
	return a.Step, fault.New(fault.Denied, "signoff.not-your-step")
}

// CheckDecider says why the actor cannot decide the step that the application
// waits for, or one behind optional ones: it waits for nobody, for another role
// or department, it is his own work or that of his department, or he decided an
// earlier step of the same application.
func (c Case) CheckDecider(a Application, by org.Actor) error {
	n, err := c.Turn(a, by)
	if err != nil {
		return err
	}
	if c.Doer(a, by) {
		return fault.New(fault.Denied, "signoff.own-work")
	}
	if c.OwnDepartment(c.Chain[n], by) {
		return fault.New(fault.Denied, "signoff.own-department")
	}
	for _, d := range c.Decisions {
		if d.Outcome != PassOver && by.Decides(d.By, d.PersonID) {
			return fault.New(fault.Denied, "signoff.twice")
		}
	}
	return nil
}

// Objected reports whether a step before gave an opinion against it.
func (c Case) Objected() bool {
	return slices.ContainsFunc(c.Decisions, func(d Decision) bool { return d.Outcome == Object })
}

// holds reports whether the actor has the role of the step for this problem.
func (c Case) holds(step inspection.ChainStep, by org.Actor) bool {
	for _, g := range by.Grants {
		if string(g.Role) != step.Role {
			continue
		}
		switch g.Role {
		case org.RoleDeptHead:
			if g.DepartmentID == c.Problem.LeadDeptID && g.DepartmentID != "" {
				return true
			}
		case org.RoleLeader:
			if by.PersonID != "" && by.PersonID == c.Problem.LeaderID {
				return true
			}
		case org.RoleOffice, org.RoleTeam:
			return true
		default:
			if g.OrgID == c.Problem.OrgID {
				return true
			}
		}
	}
	return false
}

// Decide applies a decision: a return ends the application, anything else goes
// on to the next step or passes it.
func (c Case) Decide(a Application, outcome Outcome, today workday.Date) Application {
	if outcome == Return {
		a.State, a.EndedOn = Returned, today
		return a
	}
	a.Step++
	if a.Step >= len(c.Chain) {
		a.State, a.EndedOn = Passed, today
	}
	return a
}
