package query

import (
	"cmp"
	"slices"

	"bihuan/internal/domain/org"
	"bihuan/internal/domain/plan"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// PlanRecords stands for the records of today where a version is asked for.
const PlanRecords = "now"

// PlanPair asks for two states of a plan: versions, or [PlanRecords], and which
// of the changes to show.
type PlanPair struct {
	From, To string
	plan.Narrow
}

// PlanSide is one of two states that are compared; without a version it is the
// records of today.
type PlanSide struct {
	InspectionID string
	Version      plan.Version
	content      plan.Content
}

// Records reports whether the side is the records of today.
func (s PlanSide) Records() bool { return s.Version.ID == "" }

// PlanDifference is what differs between two states of a plan.
type PlanDifference struct {
	Inside
	From, To    PlanSide
	Changes     []plan.Change // as narrowed
	All         plan.Tally    // of every change
	Same        []plan.Problem
	Departments []Option // of the changes
	Others      []plan.Version
	SeesRecords bool
}

// ComparePlans gives the difference between two states of one plan, the
// earlier first. The records of today are the organisation's own business.
func ComparePlans(v *View, in PlanPair) (PlanDifference, error) {
	if in.From == PlanRecords {
		in.From, in.To = in.To, in.From
	}
	first, t, err := v.planFile(in.From)
	if err != nil {
		return PlanDifference{}, err
	}
	out := PlanDifference{Inside: Inside{first.Version.InspectionID}, SeesRecords: v.Inside(t)}
	if out.From, err = sideOf(first); err != nil {
		return out, err
	}
	if out.To, err = v.planSide(in.To, first.Version.InspectionID, t); err != nil {
		return out, err
	}
	if !out.To.Records() && out.To.Version.Number < out.From.Version.Number {
		out.From, out.To = out.To, out.From
	}
	all := plan.Diff(out.From.content, out.To.content)
	if out.To.Records() {
		if all, err = v.attributed(out.From.Version, all); err != nil {
			return out, err
		}
	}
	out.All, out.Changes, out.Same = plan.Count(all), in.Of(all), unchanged(out.To.content, all)
	out.Departments = departmentsOf(all)
	out.Others, err = v.seenVersions(out.InspectionID, t)
	return out, err
}

func sideOf(f plan.File) (PlanSide, error) {
	content, err := plan.Open(f.Version.Snapshot)
	return PlanSide{f.Version.InspectionID, f.Version, content}, err
}

// planSide is the other side: a version of the same plan, or the records.
func (v *View) planSide(id, inspectionID string, t org.Target) (PlanSide, error) {
	if id == PlanRecords {
		if !v.Inside(t) {
			return PlanSide{}, fault.New(fault.NotFound, "fault.not-found")
		}
		now, err := store.PlanNow(v.Tx, inspectionID)
		return PlanSide{InspectionID: inspectionID, content: now}, err
	}
	f, _, err := v.planFile(id)
	if err == nil && f.Version.InspectionID != inspectionID {
		err = fault.New(fault.NotFound, "fault.not-found")
	}
	if err != nil {
		return PlanSide{}, err
	}
	return sideOf(f)
}

// unchanged lists the problems of a content in which nothing differs.
func unchanged(c plan.Content, changes []plan.Change) []plan.Problem {
	return slices.DeleteFunc(slices.Clone(c.Problems), func(p plan.Problem) bool {
		return slices.ContainsFunc(changes, func(ch plan.Change) bool { return ch.ID == p.ID })
	})
}

func departmentsOf(changes []plan.Change) []Option {
	var out []Option
	for _, c := range changes {
		for _, d := range c.Departments {
			if o := (Option{Value: d.ID, Label: d.Name}); !slices.Contains(out, o) {
				out = append(out, o)
			}
		}
	}
	slices.SortFunc(out, func(a, b Option) int { return cmp.Compare(a.Label, b.Label) })
	return out
}

// PlanRestoration is what putting a version back into the records would do.
type PlanRestoration struct {
	Inside
	Version   plan.Version
	Live      string        // hash of the records as they stand
	Changes   []plan.Change // from the records to the version
	Count     plan.Tally
	Obstacles []error
}

// RestorePlan shows what the records would become.
func RestorePlan(v *View, id string) (PlanRestoration, error) {
	f, t, err := v.planFile(id)
	if err != nil {
		return PlanRestoration{}, err
	}
	out := PlanRestoration{Inside: Inside{f.Version.InspectionID}, Version: f.Version, Live: f.Live}
	if err := v.Need(org.PlanDraft, t); err != nil {
		return out, err
	}
	then, err := plan.Open(f.Version.Snapshot)
	if err != nil {
		return out, err
	}
	now, err := store.PlanNow(v.Tx, out.InspectionID)
	if err != nil {
		return out, err
	}
	ground, err := store.PlanGround(v.Tx, out.InspectionID)
	if err != nil {
		return out, err
	}
	out.Changes = slices.DeleteFunc(plan.Planned(plan.Diff(now, then)), func(c plan.Change) bool { return c.Kind == plan.Removed })
	out.Count, out.Obstacles = plan.Count(out.Changes), plan.Obstacles(now, then, ground)
	return out, nil
}
