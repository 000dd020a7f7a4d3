package query

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/outline"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// OutlineList is the newest outlines that the caller's inspection office keeps.
type OutlineList struct {
	Office string
	Latest map[string]outline.Version // by kind of paper; none for a shipped one
}

// Outlines gives the outlines, to those who keep them.
func Outlines(v *View, _ struct{}) (out OutlineList, err error) {
	if out.Office, err = v.officeOf(org.OutlineEdit, store.Outlines.Name()); err != nil {
		return out, err
	}
	out.Latest, err = store.LatestOutlines(v.Tx, out.Office)
	return out, err
}

// OutlineIn asks for the outline of a kind of paper.
type OutlineIn struct {
	Kind       string
	Number     int // 0 for the newest
	Inspection string
}

// OutlinePage is one version of an outline, with the others and with the
// inspections whose papers the caller may see written from it.
type OutlinePage struct {
	Office      string
	Kind        string
	Shown       outline.Version   // without a number where none is kept
	Versions    []outline.Version // newest first
	Inspections []inspection.Inspection
	Names       map[string]string // of their organisations
}

// Newest is the number of the newest version; 0 for none.
func (p OutlinePage) Newest() int {
	if len(p.Versions) == 0 {
		return 0
	}
	return p.Versions[0].Number
}

// OutlineOf gives a version of an outline.
func OutlineOf(v *View, in OutlineIn) (OutlinePage, error) {
	office, err := v.officeOf(org.OutlineEdit, store.Outlines.Name())
	out := OutlinePage{Office: office, Kind: in.Kind, Names: map[string]string{}}
	if fault.Is(err, fault.Denied) {
		err = fault.New(fault.NotFound, "fault.not-found") // to others there are no outlines
	}
	if err != nil {
		return out, err
	}
	out.Versions, err = store.Outlines.List(v.Tx, "WHERE org_id = ? AND kind = ? ORDER BY number DESC", office, in.Kind)
	if err != nil {
		return out, err
	}
	for n, x := range out.Versions {
		if x.Number == in.Number || in.Number == 0 && n == 0 {
			out.Shown = x
		}
	}
	if in.Number > 0 && out.Shown.Number == 0 {
		return out, fault.New(fault.NotFound, "fault.not-found")
	}
	return out, v.outlineSamples(&out)
}

// outlineSamples adds the inspections on whose records an outline can be tried.
func (v *View) outlineSamples(out *OutlinePage) error {
	list, err := store.Inspections.List(v.Tx, "WHERE round_id IN (SELECT id FROM round WHERE office_id = ?) AND feedback_on <> '' ORDER BY feedback_on DESC, id LIMIT 200", out.Office)
	if err != nil {
		return err
	}
	for _, i := range list {
		if !v.Can(org.SeePapers, store.TargetOf(i)) {
			continue
		}
		o, err := store.Organisations.Get(v.Tx, i.OrgID)
		if err != nil {
			return err
		}
		out.Inspections, out.Names[i.ID] = append(out.Inspections, i), o.ShortName
	}
	return nil
}

// OutlinesFor is the newest outlines that the inspection office of an inspection
// keeps. The caller has asked whether its papers may be seen.
func (v *View) OutlinesFor(inspectionID string) (map[string]outline.Version, error) {
	i, err := v.inspection(inspectionID)
	if err != nil {
		return nil, err
	}
	return v.OutlinesOf(i.RoundID)
}

// OutlinesOf is OutlinesFor for a round.
func (v *View) OutlinesOf(roundID string) (map[string]outline.Version, error) {
	round, err := v.round(roundID)
	if err != nil {
		return nil, err
	}
	return store.LatestOutlines(v.Tx, round.OfficeID)
}

// OutlineOnly is, for a kind of paper, the version with this id and no other:
// what an earlier paper was written from. An empty id is the shipped outline.
func (v *View) OutlineOnly(kind, id string) (map[string]outline.Version, error) {
	if id == "" {
		return nil, nil
	}
	x, err := store.Outlines.Get(v.Tx, id)
	return map[string]outline.Version{kind: x}, err
}
