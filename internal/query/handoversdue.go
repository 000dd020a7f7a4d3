package query

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/store"
)

// HandOverDue is somebody who still answers for open work and should not.
type HandOverDue struct {
	Kind work.HandOverKind
	ID   string
	Name string
	Why  org.Leaving
	Open int
}

// handOversDue finds people who have left, and departments that are closed, who
// still answer for open work and do not hand it over yet.
func (v *View) handOversDue(inspectionID, orgID string) ([]HandOverDue, error) {
	var out []HandOverDue
	people, err := v.leaving(orgID)
	if err != nil {
		return nil, err
	}
	for _, kind := range []work.HandOverKind{work.OfLeader, work.OfOfficer} {
		if out, err = v.withOpen(out, inspectionID, kind, people); err != nil {
			return out, err
		}
	}
	departments, err := store.Departments.List(v.Tx, "WHERE org_id = ? AND closed <> '' AND closed <= ? ORDER BY sort, id", orgID, v.Today)
	if err != nil {
		return out, err
	}
	var closed []HandOverDue
	for _, d := range departments {
		closed = append(closed, HandOverDue{ID: d.ID, Name: d.Name, Why: org.Closed})
	}
	return v.withOpen(out, inspectionID, work.OfDepartment, closed)
}

// leaving lists who has no post any more, or no account that is in use.
func (v *View) leaving(orgID string) ([]HandOverDue, error) {
	posts, err := store.Posts.List(v.Tx, "WHERE org_id = ? ORDER BY id", orgID)
	if err != nil {
		return nil, err
	}
	accounts, err := store.Accounts.List(v.Tx, "WHERE org_id = ? AND person_id <> '' ORDER BY id", orgID)
	if err != nil {
		return nil, err
	}
	people, err := store.People.List(v.Tx, "WHERE org_id = ? ORDER BY name, id", orgID)
	gone := org.Gone(people, posts, accounts, v.Today)
	var out []HandOverDue
	for _, p := range people {
		if why := gone[p.ID]; why != "" {
			out = append(out, HandOverDue{ID: p.ID, Name: p.Name, Why: why})
		}
	}
	return out, err
}

// withOpen adds those of the holders who have something open of a kind and no
// hand-over of it that waits for its sides.
func (v *View) withOpen(out []HandOverDue, inspectionID string, kind work.HandOverKind, holders []HandOverDue) ([]HandOverDue, error) {
	if len(holders) == 0 {
		return out, nil
	}
	begun, err := store.HandOvers.List(v.Tx, "WHERE inspection_id = ? AND kind = ? AND state = ?", inspectionID, kind, work.HandOverOpen)
	if err != nil {
		return out, err
	}
	waits := idsOf(begun, func(h work.HandOver) string { return h.FromID })
	open, err := store.OpenHolders(v.Tx, inspectionID, kind)
	for _, h := range holders {
		if h.Kind, h.Open = kind, open[h.ID]; h.Open > 0 && !contains(waits, h.ID) {
			out = append(out, h)
		}
	}
	return out, err
}

// handOvers: hand-overs that wait for my confirmation, and, for those who see
// to them, people who should hand over.
func (b *deskBuilder) handOvers(i inspection.Inspection, t org.Target) error {
	if !b.Inside(t) {
		return nil
	}
	list, err := store.HandOvers.List(b.Tx, "WHERE inspection_id = ? AND state = ? ORDER BY on_day, id", i.ID, work.HandOverOpen)
	if err != nil {
		return err
	}
	for _, h := range list {
		page, err := b.handOver(h)
		if err != nil {
			return err
		}
		if page.Mine {
			b.add(DeskHandOver, DeskItem{Title: h.FromName, Note: h.Reason, Href: "/handovers/" + h.ID,
				Due: Due{Date: h.On, Days: b.Today.DaysUntil(h.On)}})
		}
	}
	if !b.Can(org.HandOverEdit, t) {
		return nil
	}
	due, err := b.handOversDue(i.ID, i.OrgID)
	for _, d := range due {
		b.add(DeskLeaving, DeskItem{Title: d.Name, Href: "/inspections/" + i.ID + "/handovers/new?kind=" + string(d.Kind) + "&from=" + d.ID})
	}
	return err
}
