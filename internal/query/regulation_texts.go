package query

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/party"
	"bihuan/internal/domain/plan"
	"bihuan/internal/domain/regulation"
	"bihuan/internal/domain/warning"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// RegulationCompareIn asks for two versions of a regulation's text.
type RegulationCompareIn struct {
	Regulation string
	From, To   int
}

// RegulationComparison is two versions of a regulation's text, word by word.
type RegulationComparison struct {
	Inside
	Regulation regulation.Regulation
	From, To   regulation.Text
	Pieces     []plan.Piece
}

// CompareRegulation compares two versions of a regulation's text.
func CompareRegulation(v *View, in RegulationCompareIn) (RegulationComparison, error) {
	r, err := store.Regulations.Get(v.Tx, in.Regulation)
	if err != nil {
		return RegulationComparison{}, err
	}
	if _, _, err := v.Inspection(r.InspectionID, org.SeeParty); err != nil {
		return RegulationComparison{}, err
	}
	out := RegulationComparison{Inside: Inside{r.InspectionID}, Regulation: r}
	texts, err := store.RegulationTexts.List(v.Tx, "WHERE regulation_id = ? AND number IN (?, ?) ORDER BY number", r.ID, in.From, in.To)
	if err != nil {
		return out, err
	}
	if len(texts) != 2 {
		return out, fault.New(fault.NotFound, "fault.not-found")
	}
	out.From, out.To = texts[0], texts[1]
	out.Pieces = plan.Mark(out.From.Body, out.To.Body)
	return out, nil
}

// ProofLink is a piece of evidence that proves something beside its problem.
type ProofLink struct{ ID, Name string }

// proofLinks names evidence, for those inside the organisation.
func (v *View) proofLinks(ids []string, t org.Target) ([]ProofLink, error) {
	if len(ids) == 0 || !v.Inside(t) {
		return nil, nil
	}
	list, err := store.Evidences.List(v.Tx, "WHERE id IN ("+marks(len(ids))+") AND withdrawn = '' ORDER BY name, id", anyOf(ids)...)
	var out []ProofLink
	for _, e := range list {
		out = append(out, ProofLink{e.ID, e.Name})
	}
	return out, err
}

// proofOptions offers the evidence of an inspection that stands.
func (v *View) proofOptions(inspectionID string) ([]Option, error) {
	list, err := store.Evidences.List(v.Tx, "WHERE inspection_id = ? AND withdrawn = '' ORDER BY name, id", inspectionID)
	var out []Option
	for _, e := range list {
		if e.State != work.EvidenceReturned {
			out = append(out, Option{Value: e.ID, Label: e.Name})
		}
	}
	return out, err
}

// adoptingOptions offers the meetings that can have adopted something.
func (v *View) adoptingOptions(inspectionID string) ([]Option, error) {
	list, err := store.Meetings.List(v.Tx, "WHERE inspection_id = ? AND kind <> ? AND held_on <> '' AND held_on <= ? ORDER BY held_on DESC, id",
		inspectionID, party.FeedbackMeeting, v.Today)
	var out []Option
	for _, m := range list {
		out = append(out, Option{Value: m.ID, Label: string(m.HeldOn) + " " + m.Title})
	}
	return out, err
}

// regulations: regulations of mine that are to be looked at again.
func (b *deskBuilder) regulations(i inspection.Inspection, t org.Target) error {
	if !b.Inside(t) {
		return nil
	}
	ladder, err := b.ladderOf(i.ID)
	if err != nil {
		return err
	}
	until := max(horizon(ladder, b.Today), b.Today)
	list, err := store.Regulations.List(b.Tx, "WHERE inspection_id = ? AND review_on <> '' AND review_on <= ? ORDER BY review_on, id", i.ID, until)
	for _, r := range list {
		t.Departments = []string{r.DepartmentID}
		if r.ReviewDue(until) && b.Can(org.RegulationEdit, t) {
			b.add(DeskRegulate, DeskItem{Title: r.Quoted(), Note: r.DocumentNumber, Href: "/regulations/" + r.ID, Due: b.dueOf(ladder, r.ReviewOn, r.ReviewOn, "", false)})
		}
	}
	return err
}

// reviewed adds the regulations in force that the actor keeps and that are to
// be looked at again soon.
func (g *warner) reviewed(i inspection.Inspection, t org.Target, round inspection.Round) error {
	if !round.Settings.Warnings.Warns(warning.Review) || !g.Inside(t) {
		return nil
	}
	list, err := store.Regulations.List(g.Tx, "WHERE inspection_id = ? AND review_on <> '' ORDER BY review_on, id", i.ID)
	if err != nil {
		return err
	}
	for _, r := range list {
		t.Departments = []string{r.DepartmentID}
		if !r.ReviewDue(r.ReviewOn) || !g.may(org.RegulationEdit, t) {
			continue
		}
		if err := g.term(round.Settings.Warnings, WarningRow{Warning: warning.Warning{Kind: warning.Review, RecordID: r.ID, Due: r.ReviewOn},
			InspectionID: i.ID, OrgID: i.OrgID, Title: r.Quoted(), Note: r.DocumentNumber, Href: "/regulations/" + r.ID}); err != nil {
			return err
		}
	}
	return nil
}
