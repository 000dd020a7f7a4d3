package query

import (
	"bihuan/internal/domain/evaluation"
	"bihuan/internal/domain/org"
	"bihuan/internal/store"
)

// SchemeList is the schemes of the inspection offices in which the caller is.
type SchemeList struct {
	Rows    []SchemeRow
	Presets []evaluation.Preset
	Office  string // of a new scheme
}

// SchemeRow is the latest version of one scheme.
type SchemeRow struct {
	evaluation.Scheme
	Used int // evaluations by any of its versions
}

// Schemes gives the schemes of evaluation, to those who keep them.
func Schemes(v *View, _ struct{}) (SchemeList, error) {
	office, err := v.officeOf(org.SchemeEdit, store.Schemes.Name())
	if err != nil {
		return SchemeList{}, err
	}
	out := SchemeList{Office: office}
	if out.Presets, err = evaluation.Presets(); err != nil {
		return out, err
	}
	list, err := store.LatestSchemes(v.Tx, office)
	if err != nil {
		return out, err
	}
	used := map[string]int{}
	err = v.Tx.Each(func(scan func(...any) error) error {
		var family string
		var n int
		err := scan(&family, &n)
		used[family] = n
		return err
	}, "SELECT s.family, COUNT(*) FROM evaluation e JOIN scheme s ON s.id = e.scheme_id GROUP BY s.family")
	for _, s := range list {
		out.Rows = append(out.Rows, SchemeRow{s, used[s.Family]})
	}
	return out, err
}

// officeOf is the inspection office of the caller, who may do something with
// what it keeps.
func (v *View) officeOf(p org.Permission, kind string) (string, error) {
	for _, g := range v.Actor.Grants {
		if g.Role == org.RoleOffice {
			return g.OrgID, v.Need(p, org.Target{Kind: kind, OrgID: g.OrgID})
		}
	}
	return "", v.Need(p, org.Target{Kind: kind})
}

// SchemePage is one version of a scheme.
type SchemePage struct {
	evaluation.Scheme
	Versions []evaluation.Scheme // all, newest first
	Latest   bool
}

// SchemeOf gives one version of a scheme, to those who keep them.
func SchemeOf(v *View, id string) (SchemePage, error) {
	s, t, err := store.SchemeTarget(v.Tx, id)
	if err != nil {
		return SchemePage{}, err
	}
	if err := v.Need(org.SchemeEdit, t); err != nil {
		return SchemePage{}, err
	}
	out := SchemePage{Scheme: s}
	out.Versions, err = store.Schemes.List(v.Tx, "WHERE family = ? ORDER BY number DESC", s.Family)
	out.Latest = err == nil && out.Versions[0].ID == id
	return out, err
}

// NewSchemeIn says what a new scheme begins from.
type NewSchemeIn struct{ Preset string }

// NewScheme gives a scheme to begin from: a shipped one, or an empty one.
func NewScheme(v *View, in NewSchemeIn) (SchemePage, error) {
	office, err := v.officeOf(org.SchemeEdit, store.Schemes.Name())
	if err != nil {
		return SchemePage{}, err
	}
	list, err := evaluation.Presets()
	out := SchemePage{Latest: true, Scheme: evaluation.Scheme{OrgID: office}}
	for _, p := range list {
		if p.Code == in.Preset {
			out.Scheme = p.Scheme
			out.OrgID = office
		}
	}
	return out, err
}
