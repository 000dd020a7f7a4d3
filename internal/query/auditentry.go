package query

import (
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"bihuan/internal/domain/org"
	"bihuan/internal/fault"
)

// AuditField is one field of a record before and after a change.
type AuditField struct {
	Name          string // of the record's Go field
	Before, After AuditValue
}

// AuditChange is what an entry tells of one record.
type AuditChange struct {
	Kind   string
	ID     string
	Name   string // of what administrators may see
	Fields []AuditField
}

// AuditEntry is one entry in full.
type AuditEntry struct {
	AuditRow
	Changes        []AuditChange
	Earlier, Later int64 // numbers of the neighbouring entries on the same record; 0 for none
}

// AuditEntryOf gives one entry of the audit log to the security auditor.
func AuditEntryOf(v *View, seq int64) (AuditEntry, error) {
	var e AuditEntry
	if err := v.Need(org.SeeAudit, org.Target{}); err != nil {
		return e, err
	}
	rows, err := v.auditRows("WHERE seq = ?", seq)
	if err != nil {
		return e, err
	}
	if len(rows) == 0 {
		return e, fault.New(fault.NotFound, "fault.not-found")
	}
	e.AuditRow = rows[0]
	if e.Changes, err = v.auditChanges(seq); err != nil {
		return e, err
	}
	err = v.Tx.QueryRow(`SELECT COALESCE(MAX(CASE WHEN seq < ? THEN seq END), 0), COALESCE(MIN(CASE WHEN seq > ? THEN seq END), 0)
		FROM audit_entry WHERE target_kind = ? AND target_id = ? AND target_id <> ''`, seq, seq, e.Kind, e.TargetID).Scan(&e.Earlier, &e.Later)
	return e, err
}

// auditChanges reads the changes out of the record that was hashed.
func (v *View) auditChanges(seq int64) ([]AuditChange, error) {
	var text string
	if err := v.Tx.QueryRow("SELECT record FROM audit_entry WHERE seq = ?", seq).Scan(&text); err != nil {
		return nil, err
	}
	var record struct {
		Changes []struct {
			Kind, ID      string
			Before, After map[string]any
		} `json:"changes"`
	}
	if err := json.Unmarshal([]byte(text), &record); err != nil {
		return nil, fmt.Errorf("audit entry %d: %w", seq, err)
	}
	names := v.namer()
	var out []AuditChange
	for _, c := range record.Changes {
		name, err := names.of(c.ID)
		if err != nil {
			return nil, err
		}
		fields, err := names.fields(c.Kind, c.Before, c.After)
		if err != nil {
			return nil, err
		}
		out = append(out, AuditChange{Kind: c.Kind, ID: c.ID, Name: name, Fields: fields})
	}
	return out, nil
}

// namer finds the names behind ids: of what administrators keep, never of
// business records.
type namer struct {
	v     *View
	known map[string]string
}

func (v *View) namer() namer { return namer{v: v, known: map[string]string{"": ""}} }

// of gives the name of an organisation, department, person, account, round or
// team; "" for every other id.
func (n namer) of(id string) (string, error) {
	if name, ok := n.known[id]; ok {
		return name, nil
	}
	var name string
	err := n.v.Tx.QueryRow(`SELECT name FROM person WHERE id = ? UNION ALL SELECT name FROM department WHERE id = ?
		UNION ALL SELECT name FROM organisation WHERE id = ? UNION ALL SELECT name FROM account WHERE id = ?
		UNION ALL SELECT name FROM team WHERE id = ? UNION ALL SELECT name FROM round WHERE id = ?`, id, id, id, id, id, id).Scan(&name)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return "", fmt.Errorf("name of %s: %w", id, err)
	}
	n.known[id] = name
	return name, nil
}

// fields lists what differs, by the field's name.
func (n namer) fields(kind string, before, after map[string]any) ([]AuditField, error) {
	var out []AuditField
	for name := range before {
		out = append(out, AuditField{Name: name})
	}
	for name := range after {
		if _, both := before[name]; !both {
			out = append(out, AuditField{Name: name})
		}
	}
	slices.SortFunc(out, func(a, b AuditField) int { return compareFields(a.Name, b.Name) })
	for i := range out {
		var err error
		if out[i].Before, err = n.value(kind, before[out[i].Name]); err != nil {
			return nil, err
		}
		if out[i].After, err = n.value(kind, after[out[i].Name]); err != nil {
			return nil, err
		}
	}
	return slices.DeleteFunc(out, AuditField.empty), nil
}

// empty reports whether there is nothing to see: a blank field of a record
// that was added or removed.
func (f AuditField) empty() bool {
	return f.Before.empty() && f.After.blank() || f.After.empty() && f.Before.blank()
}
