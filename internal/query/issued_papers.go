package query

import (
	"slices"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// PaperVersions are the versions of one paper that were issued or wait to be
// signed for issue, newest first, without what they say.
type PaperVersions struct {
	Ask      inspection.PaperAsk
	List     []inspection.IssuedPaper
	MayIssue bool // nothing waits, and the caller has the permission
}

// Issued is the newest version that was issued; empty for none.
func (p PaperVersions) Issued() inspection.IssuedPaper { return p.first(inspection.IssueDone) }

// Waits is the version that waits to be signed for issue; empty for none.
func (p PaperVersions) Waits() inspection.IssuedPaper { return p.first(inspection.IssueProposed) }

func (p PaperVersions) first(state inspection.IssueState) inspection.IssuedPaper {
	for _, one := range p.List {
		if one.State == state {
			return one
		}
	}
	return inspection.IssuedPaper{}
}

// PaperVersionsOf gives the versions of a paper that the caller may see.
func (v *View) PaperVersionsOf(ask inspection.PaperAsk) (PaperVersions, error) {
	out := PaperVersions{Ask: ask}
	t, err := store.PaperTarget(v.Tx, ask.InspectionID, ask.RoundID)
	if err != nil {
		return out, err
	}
	if ask.RoundID != "" && !v.Can(ask.Kind.Seen(), t) {
		return out, nil // a team sees of the round what concerns it, not what was issued about all
	}
	if err := v.Need(ask.Kind.Seen(), t); err != nil {
		return out, err
	}
	out.List, err = store.IssuedHeads(v.Tx, "WHERE inspection_id = ? AND round_id = ? AND kind = ? AND of_id = ? ORDER BY number DESC",
		ask.InspectionID, ask.RoundID, ask.Kind, ask.Of)
	out.MayIssue = ask.Kind.Issuable() && v.Can(ask.Kind.IssuedWith(), t) && out.Waits().ID == ""
	return out, err
}

// IssuedList is the papers of an inspection that were issued or wait, newest
// first.
type IssuedList struct {
	Inspection inspection.Inspection
	Rows       []inspection.IssuedPaper
}

// IssuedPapers lists the issued papers of an inspection that the caller may see.
func IssuedPapers(v *View, inspectionID string) (IssuedList, error) {
	i, t, err := v.Inspection(inspectionID, org.SeeInspection)
	out := IssuedList{Inspection: i}
	if err != nil {
		return out, err
	}
	out.Rows, err = v.issuedHeads(t, "WHERE inspection_id = ? ORDER BY at DESC, id DESC", inspectionID)
	return out, err
}

// issuedHeads leaves out what the caller may not see.
func (v *View) issuedHeads(t org.Target, where string, args ...any) ([]inspection.IssuedPaper, error) {
	rows, err := store.IssuedHeads(v.Tx, where, args...)
	return slices.DeleteFunc(rows, func(p inspection.IssuedPaper) bool { return !v.Can(p.Kind.Seen(), t) }), err
}

// IssuedPaperPage is one issued paper with what the caller may do about it.
type IssuedPaperPage struct {
	Inside
	Paper    inspection.IssuedPaper
	Versions PaperVersions
	Where    string // name of the inspection or the round
	CanSign  bool
	Own      bool // he put it forward himself, and so cannot sign it
}

// IssuedPaper gives one issued paper, and where it lies.
func (v *View) IssuedPaper(id string) (IssuedPaperPage, org.Target, error) {
	p, t, err := store.IssuedPaperTarget(v.Tx, id)
	if err != nil {
		return IssuedPaperPage{}, t, err
	}
	out := IssuedPaperPage{Inside: Inside{p.InspectionID}, Paper: p}
	if err := v.Need(p.Kind.Seen(), t); err != nil {
		return out, t, err
	}
	if out.Versions, err = v.PaperVersionsOf(p.Ask()); err != nil {
		return out, t, err
	}
	may := v.Can(p.Kind.SignedWith(), t) && p.State == inspection.IssueProposed
	out.Own = may && v.Actor.Is(p.By)
	out.CanSign = may && p.MaySign(v.Actor) == nil
	if p.RoundID != "" {
		r, err := v.round(p.RoundID)
		out.Where = r.Name
		return out, t, err
	}
	i, err := v.inspection(p.InspectionID)
	out.Where = i.Title
	return out, t, err
}

// OtherVersion gives another version of the same paper.
func (v *View) OtherVersion(p inspection.IssuedPaper, id string) (inspection.IssuedPaper, error) {
	other, err := store.IssuedPapers.Get(v.Tx, id)
	if err == nil && other.Ask() != p.Ask() {
		err = fault.New(fault.NotFound, "fault.not-found")
	}
	return other, err
}
