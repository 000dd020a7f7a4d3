package store

import "bihuan/internal/domain/work"

// HandOvers keeps work.HandOver.
var HandOvers = newTable("hand_over",
	"id org_id inspection_id kind from_id from_name on_day reason supervisor_id state by_id name at done_on version",
	func(h *work.HandOver) []any {
		return []any{&h.ID, &h.OrgID, &h.InspectionID, &h.Kind, &h.FromID, &h.FromName, &h.On, &h.Reason, &h.SupervisorID,
			&h.State, &h.By, &h.Name, ms(&h.At), &h.DoneOn, &h.Version}
	})

// HandOverItems keeps work.HandOverItem.
var HandOverItems = newTable("hand_over_item", "id org_id hand_over_id seq kind record_id duty label to_id to_name",
	func(i *work.HandOverItem) []any {
		return []any{&i.ID, &i.OrgID, &i.HandOverID, &i.Seq, &i.Kind, &i.RecordID, &i.Duty, &i.Label, &i.ToID, &i.ToName}
	})

// Confirmations keeps work.Confirmation.
var Confirmations = newTable("hand_over_confirmation", "id org_id hand_over_id holder_id gives on_day by_id name note at",
	func(c *work.Confirmation) []any {
		return []any{&c.ID, &c.OrgID, &c.HandOverID, &c.HolderID, &c.Gives, &c.On, &c.By, &c.Name, &c.Note, ms(&c.At)}
	})

// Tenures keeps work.Tenure.
var Tenures = newTable("tenure", "id org_id inspection_id kind record_id duty holder_id from_on until_on hand_over_id",
	func(t *work.Tenure) []any {
		return []any{&t.ID, &t.OrgID, &t.InspectionID, &t.Kind, &t.RecordID, &t.Duty, &t.HolderID, &t.From, &t.Until, &t.HandOverID}
	})

// OpenDuties lists what a person or a department answers for in an inspection
// and what is not finished, as items that nobody takes yet: problems that are
// not signed off and their measures, and beside them resolutions, and the
// measures after criticisms of a person.
func OpenDuties(tx *Tx, inspectionID string, kind work.HandOverKind, holder string) ([]work.HandOverItem, error) {
	mine := map[work.Duty]string{work.DutyLeader: "leader_id = ?", work.DutyLead: "lead_dept_id = ?", work.DutyOwner: "owner_id = ?",
		work.DutyHead: "lead_dept_id IN (SELECT department_id FROM post WHERE post_rank = 'dept-head' AND department_id <> '' AND person_id = ?)"}[kind.Duty()]
	parts := []struct{ noun, query string }{
		{"problem", "SELECT id, number || ' ' || title FROM problem WHERE inspection_id = ? AND closed_on = '' AND " + mine + " ORDER BY seq"},
		{"measure", `SELECT m.id, p.number || '-' || m.seq || ' ' || m.body FROM measure m JOIN problem p ON p.id = m.problem_id
			WHERE m.inspection_id = ? AND p.closed_on = '' AND m.` + mine + " ORDER BY p.seq, m.seq"},
	}
	if kind == work.OfDepartment {
		parts = append(parts, struct{ noun, query string }{"resolution", `SELECT r.id, r.body FROM resolution r JOIN meeting t ON t.id = r.meeting_id
			WHERE t.inspection_id = ? AND r.done_on = '' AND r.department_id = ? ORDER BY t.held_on, r.seq`})
	} else {
		parts = append(parts, struct{ noun, query string }{"resolution", `SELECT r.id, r.body FROM resolution r JOIN meeting t ON t.id = r.meeting_id
			WHERE t.inspection_id = ? AND r.done_on = '' AND r.person_id = ? ORDER BY t.held_on, r.seq`},
			struct{ noun, query string }{"criticism", `SELECT c.id, c.measure FROM criticism c JOIN life_meeting l ON l.id = c.life_meeting_id
			WHERE l.inspection_id = ? AND c.done_on = '' AND c.measure <> '' AND c.to_id = ? ORDER BY c.id`})
	}
	var out []work.HandOverItem
	for _, part := range parts {
		err := tx.Each(func(scan func(...any) error) error {
			i := work.HandOverItem{Kind: part.noun, Duty: kind.Duty()}
			err := scan(&i.RecordID, &i.Label)
			out = append(out, i)
			return err
		}, part.query, inspectionID, holder)
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// OpenHolders counts the open problems and measures of an inspection by who
// answers for them, as OpenDuties lists them of one.
func OpenHolders(tx *Tx, inspectionID string, kind work.HandOverKind) (map[string]int, error) {
	column := map[work.Duty]string{work.DutyLeader: "leader_id", work.DutyLead: "lead_dept_id", work.DutyOwner: "owner_id"}[kind.Duty()]
	out := map[string]int{}
	err := tx.Each(func(scan func(...any) error) error {
		var id string
		var n int
		err := scan(&id, &n)
		out[id] += n
		return err
	}, "SELECT "+column+", COUNT(*) FROM problem WHERE inspection_id = ? AND closed_on = '' AND "+column+" <> '' GROUP BY "+column+
		" UNION ALL SELECT m."+column+", COUNT(*) FROM measure m JOIN problem p ON p.id = m.problem_id WHERE m.inspection_id = ? AND p.closed_on = ''"+
		" AND m."+column+" <> '' GROUP BY m."+column, inspectionID, inspectionID)
	return out, err
}
