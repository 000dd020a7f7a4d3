package paper

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/fault"
	"bihuan/internal/gongwen"
	"bihuan/internal/query"
)

// VersionsIn asks for two papers of one kind and inspection side by side.
type VersionsIn struct{ Report, With string }

// Versions is two papers side by side, the earlier one at the left.
type Versions struct {
	query.ReportPage
	Earlier inspection.Report
	Later   inspection.Report
	Changes []Change
}

// CompareVersions sets two papers side by side, for those who may see both.
func CompareVersions(v *query.View, in VersionsIn) (Versions, error) {
	r, _, err := v.Report(in.Report)
	p := Versions{ReportPage: r}
	if err != nil {
		return p, err
	}
	other, _, err := v.Report(in.With)
	if err != nil {
		return p, err
	}
	if other.InspectionID != r.InspectionID || other.Report.Kind != r.Report.Kind {
		return p, fault.New(fault.NotFound, "fault.not-found")
	}
	p.Earlier, p.Later = other.Report, r.Report
	if p.Later.CreatedAt.Before(p.Earlier.CreatedAt) {
		p.Earlier, p.Later = p.Later, p.Earlier
	}
	before, err := gongwen.Decode(p.Earlier.Body)
	if err != nil {
		return p, err
	}
	after, err := gongwen.Decode(p.Later.Body)
	if err != nil {
		return p, err
	}
	p.Changes = Compare(before, after)
	return p, nil
}
