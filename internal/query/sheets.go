package query

import (
	"bihuan/internal/domain/closing"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/plan"
	"bihuan/internal/domain/signing"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// SheetList is the approvals of an inspection that were or can be signed on
// paper.
type SheetList struct {
	InspectionID string
	Open         []SheetMatter // what waits for somebody's yes
	Sheets       []signing.Sheet
	CanEnter     bool
}

// SheetMatter is a matter that waits, and who can sign it.
type SheetMatter struct {
	Act      signing.Act
	RecordID string
	Title    string
	Signers  []Option
}

// Sheets lists them, to those inside.
func Sheets(v *View, inspectionID string) (SheetList, error) {
	i, t, err := v.Inspection(inspectionID, org.SheetSee)
	if err != nil {
		return SheetList{}, err
	}
	out := SheetList{InspectionID: i.ID, CanEnter: v.Can(org.SheetEnter, t)}
	if out.Sheets, err = store.Sheets.List(v.Tx, "WHERE inspection_id = ? ORDER BY printed_at DESC, id", i.ID); err != nil || !out.CanEnter {
		return out, err
	}
	actors, err := v.actorsOf(i.OrgID)
	if err != nil {
		return out, err
	}
	for _, part := range []struct {
		act   signing.Act
		query string
		args  []any
	}{
		{signing.AdoptPlan, "SELECT id FROM plan_version WHERE inspection_id = ? AND state = ? ORDER BY number DESC LIMIT 1", []any{plan.Comments}},
		{signing.Signoff, "SELECT id FROM application WHERE inspection_id = ? AND state = ? ORDER BY applied_at", []any{closing.Open}},
		{signing.Extension, "SELECT id FROM extension WHERE inspection_id = ? AND state = ? ORDER BY asked_at", []any{work.ExtensionAsked}},
		{signing.Amendment, "SELECT id FROM amendment WHERE inspection_id = ? AND state = ? ORDER BY asked_at", []any{plan.AmendmentAsked}},
		{signing.Report, "SELECT id FROM report WHERE inspection_id = ? AND state = ? ORDER BY created_at", []any{inspection.ReportDraft}},
		{signing.HandOver, "SELECT id FROM hand_over WHERE inspection_id = ? AND state = ? ORDER BY at", []any{work.HandOverOpen}},
	} {
		ids, err := v.ids(part.query, append([]any{i.ID}, part.args...)...)
		if err != nil {
			return out, err
		}
		for _, id := range ids {
			m, err := v.sheetMatter(part.act, id, actors)
			if err != nil {
				return out, err
			}
			if len(m.Signers) > 0 {
				out.Open = append(out.Open, m)
			}
		}
	}
	return out, nil
}

func (v *View) ids(query string, args ...any) (out []string, err error) {
	err = v.Tx.Each(func(scan func(...any) error) error {
		var id string
		err := scan(&id)
		out = append(out, id)
		return err
	}, query, args...)
	return out, err
}

// actorsOf gives everybody with an account in use in an organisation.
func (v *View) actorsOf(orgID string) ([]org.Actor, error) {
	ids, err := v.ids("SELECT id FROM account WHERE org_id = ? AND disabled = 0 ORDER BY name, id", orgID)
	var out []org.Actor
	for _, id := range ids {
		a, _, err := store.ActorOf(v.Tx, id)
		if err != nil {
			return out, err
		}
		out = append(out, a)
	}
	return out, err
}

// sheetMatter offers those who could approve the matter themselves.
func (v *View) sheetMatter(act signing.Act, id string, actors []org.Actor) (SheetMatter, error) {
	m, err := store.MatterOf(v.Tx, act, id)
	if err != nil {
		return SheetMatter{}, err
	}
	out := SheetMatter{Act: act, RecordID: id, Title: m.Title}
	for _, a := range actors {
		if v.Actor.Is(a.AccountID) || !org.Can(a, org.Permission(act), m.Target) {
			continue
		}
		could, err := v.couldSign(act, id, a)
		if err != nil {
			return out, err
		}
		if could {
			out.Signers = append(out.Signers, Option{Value: a.AccountID, Label: a.Name})
		}
	}
	return out, nil
}

// couldSign asks the rule of the act beside the permission table.
func (v *View) couldSign(act signing.Act, id string, a org.Actor) (bool, error) {
	switch act {
	case signing.Signoff:
		app, err := store.Applications.Get(v.Tx, id)
		if err != nil {
			return false, err
		}
		p, err := store.Problems.Get(v.Tx, app.ProblemID)
		if err != nil {
			return false, err
		}
		kase, err := store.SignoffCase(v.Tx, p, app)
		return err == nil && kase.CheckDecider(app, a) == nil, err
	case signing.Extension:
		e, err := store.Extensions.Get(v.Tx, id)
		if err != nil {
			return false, err
		}
		m, err := store.MatterOf(v.Tx, act, id)
		return err == nil && e.State == work.ExtensionAsked && !a.Is(e.AskedBy) && org.Can(a, org.ExtensionDecide, m.Target), err
	case signing.Amendment:
		am, err := store.Amendments.Get(v.Tx, id)
		return err == nil && am.CheckDecider(a) == nil, err
	case signing.HandOver:
		h, err := store.HandOvers.Get(v.Tx, id)
		if err != nil {
			return false, err
		}
		p, err := v.handOver(h)
		if err != nil {
			return false, err
		}
		done, err := store.Confirmations.List(v.Tx, "WHERE hand_over_id = ?", id)
		return len(work.Sides(a, h, p.Items, done)) > 0, err
	}
	return true, nil
}

// SheetPage is one sheet, for printing and for entering.
type SheetPage struct {
	Inside
	Sheet        signing.Sheet
	Organisation string
	Meetings     []Option
	Current      bool // what it was printed for is unchanged
	CanEnter     bool
	CanRefuse    bool
	NeedsMeeting bool
}

// Sheet gives one sheet, to those inside.
func Sheet(v *View, id string) (SheetPage, error) {
	s, err := store.Sheets.Get(v.Tx, id)
	if err != nil {
		return SheetPage{}, err
	}
	i, t, err := v.Inspection(s.InspectionID, org.SheetSee)
	if err != nil {
		return SheetPage{}, err
	}
	out := SheetPage{Inside: Inside{i.ID}, Sheet: s, CanRefuse: s.Act == signing.Signoff || s.Act == signing.Extension || s.Act == signing.Amendment,
		NeedsMeeting: s.Act == signing.AdoptPlan || s.Act == signing.Signoff || s.Act == signing.Report}
	o, err := store.Organisations.Get(v.Tx, i.OrgID)
	if err != nil {
		return out, err
	}
	out.Organisation = o.Name
	m, err := store.MatterOf(v.Tx, s.Act, s.RecordID)
	if err != nil && !fault.Is(err, fault.NotFound) {
		return out, err
	}
	out.Current = err == nil && m.Hash == s.ContentHash
	out.CanEnter = v.Can(org.SheetEnter, t) && s.State == signing.Printed && out.Current
	meetings, err := store.Meetings.List(v.Tx, "WHERE inspection_id = ? AND held_on <> '' AND held_on <= ? ORDER BY held_on DESC, id", i.ID, v.Today)
	for _, x := range meetings {
		out.Meetings = append(out.Meetings, Option{Value: x.ID, Label: x.HeldOn.Chinese() + " " + x.Title})
	}
	return out, err
}
