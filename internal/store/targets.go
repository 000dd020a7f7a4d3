package store

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/signal"
)

// InspectionTarget gives the inspection and where it lies. It counts as
// submitted once a version of the plan left the organisation, as issued once
// one is in force.
func InspectionTarget(tx *Tx, id string) (inspection.Inspection, org.Target, error) {
	i, err := Inspections.Get(tx, id)
	if err != nil {
		return i, org.Target{}, err
	}
	return i, TargetOf(i), nil
}

// TargetOf says where an inspection lies.
func TargetOf(i inspection.Inspection) org.Target {
	return org.Target{Kind: Inspections.Name(), ID: i.ID, OrgID: i.OrgID, InspectionID: i.ID,
		TeamID: i.TeamID, Submitted: i.PlanSharedOn != "", Issued: i.PlanIssuedOn != ""}
}

// ProblemTarget gives the problem and where it lies: its own departments and
// those of its measures, shared ones among them. One that was handed in for its
// sign-off counts as issued.
func ProblemTarget(tx *Tx, id string) (work.Problem, org.Target, error) {
	p, err := Problems.Get(tx, id)
	if err != nil {
		return p, org.Target{}, err
	}
	_, t, err := InspectionTarget(tx, p.InspectionID)
	if err != nil {
		return p, t, err
	}
	measures, err := MeasuresOf(tx, id)
	if err != nil {
		return p, t, err
	}
	t.Kind, t.ID, t.LeaderID, t.Issued = Problems.Name(), p.ID, p.LeaderID, t.Issued || handedIn(p, t)
	t.Departments = append(t.Departments, p.Departments()...)
	for _, m := range measures {
		t.Departments = append(t.Departments, m.Departments()...)
	}
	return p, t, nil
}

// MeasureTarget gives the measure and where it lies: its own departments and
// the lead department of its problem.
func MeasureTarget(tx *Tx, id string) (work.Measure, org.Target, error) {
	m, err := Measures.Get(tx, id)
	if err != nil {
		return m, org.Target{}, err
	}
	p, err := Problems.Get(tx, m.ProblemID)
	if err != nil {
		return m, org.Target{}, err
	}
	_, t, err := InspectionTarget(tx, m.InspectionID)
	t.Kind, t.ID, t.LeaderID, t.Issued = Measures.Name(), m.ID, m.LeaderID, t.Issued || handedIn(p, t)
	if t.LeaderID == "" {
		t.LeaderID = p.LeaderID
	}
	t.Departments = m.Departments()
	if p.LeadDeptID != "" {
		t.Departments = append(t.Departments, p.LeadDeptID)
	}
	return m, t, err
}

// ProofTarget is ProblemTarget for progress and evidence: these count as
// submitted only once a sign-off application reached the inspection office.
func ProofTarget(tx *Tx, problemID string) (work.Problem, org.Target, error) {
	p, t, err := ProblemTarget(tx, problemID)
	t.Submitted = handedIn(p, t)
	t.Issued = t.Submitted
	return p, t, err
}

// handedIn reports whether a sign-off application of the problem reached the
// inspection office.
func handedIn(p work.Problem, t org.Target) bool { return t.Submitted && p.SubmittedOn != "" }

// ReportTarget gives a report and where it lies: it counts as submitted only
// once it left the organisation.
func ReportTarget(tx *Tx, id string) (inspection.Report, org.Target, error) {
	r, err := Reports.Get(tx, id)
	if err != nil {
		return r, org.Target{}, err
	}
	_, t, err := InspectionTarget(tx, r.InspectionID)
	t.Kind, t.ID, t.Submitted = Reports.Name(), r.ID, t.Submitted && r.Shared()
	return r, t, err
}

// SignalTarget gives a signal and where it lies. For the inspection office it
// is there once what it rests on was submitted: see signal.Stage.
func SignalTarget(tx *Tx, id string) (signal.Signal, org.Target, error) {
	one, err := Signals.Get(tx, id)
	if err != nil {
		return one, org.Target{}, err
	}
	_, t, err := InspectionTarget(tx, one.InspectionID)
	if err == nil && one.Stage == signal.ProofStage && one.ProblemID != "" {
		_, t, err = ProofTarget(tx, one.ProblemID)
	}
	t.Kind, t.ID = Signals.Name(), id
	return one, t, err
}
