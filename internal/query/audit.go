package query

import (
	"time"

	"bihuan/internal/audit"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/store"
)

// AuditSize is the number of entries on a page of the audit log.
const AuditSize = 50

// AuditIn asks for one page of the audit log. An empty field does not narrow.
type AuditIn struct {
	Search  string // a part of the name of who did it, or the exact id of an account or a record
	Action  org.Permission
	Kind    string // of the record acted on
	Org     string
	Outcome string // action.Done or action.Denied
	From    workday.Date
	Until   workday.Date
	Page    int
}

// AuditRow is one entry of the audit log.
type AuditRow struct {
	Seq          int64
	At           time.Time
	Actor        string
	ActorID      string
	Action       org.Permission
	Kind         string
	TargetID     string
	Target       string // name, of what administrators may see
	OrgID        string
	Organisation string
	Outcome      string
	Detail       AuditValue
	Remote       string
}

// AuditLog is one page of the audit log, newest first.
type AuditLog struct {
	Rows          []AuditRow
	Total         int // as filtered
	Denied        int // of these, denials
	Page          int
	Organisations []Option
	Kinds         []string
	Checkpoint    audit.Kept
}

// Audit gives one page of the audit log to the security auditor.
func Audit(v *View, in AuditIn) (AuditLog, error) {
	l := AuditLog{Page: max(1, in.Page)}
	if err := v.Need(org.SeeAudit, org.Target{}); err != nil {
		return l, err
	}
	w := in.where()
	err := v.Tx.QueryRow("SELECT COUNT(*), COALESCE(SUM(CASE WHEN outcome = 'denied' THEN 1 ELSE 0 END), 0) FROM audit_entry WHERE "+
		w.text(), w.args...).Scan(&l.Total, &l.Denied)
	if err != nil {
		return l, err
	}
	if l.Rows, err = v.auditRows("WHERE "+w.text()+" ORDER BY seq DESC LIMIT ? OFFSET ?",
		append(w.args, AuditSize, (l.Page-1)*AuditSize)...); err != nil {
		return l, err
	}
	if err := v.auditChoices(&l); err != nil {
		return l, err
	}
	l.Checkpoint, err = audit.Newest(v.Tx)
	return l, err
}

func (in AuditIn) where() where {
	var w where
	w.add("seq > 0")
	w.equal("action", string(in.Action))
	w.equal("target_kind", in.Kind)
	w.equal("org_id", in.Org)
	w.equal("outcome", in.Outcome)
	if in.Search != "" {
		w.add(`(actor LIKE ? ESCAPE '\' OR actor_id = ? OR target_id = ?)`, "%"+escaped(in.Search)+"%", in.Search, in.Search)
	}
	if in.From.Valid() {
		w.add("at >= ?", in.From.Time(workday.Zone))
	}
	if in.Until.Valid() {
		w.add("at < ?", in.Until.AddDays(1).Time(workday.Zone))
	}
	return w
}

// auditRows reads entries with the names that go with them.
func (v *View) auditRows(rest string, args ...any) ([]AuditRow, error) {
	var out []AuditRow
	err := v.Tx.Each(func(scan func(...any) error) error {
		var r AuditRow
		var at int64
		var detail string
		if err := scan(&r.Seq, &at, &r.Actor, &r.ActorID, &r.Action, &r.Kind, &r.TargetID, &r.OrgID, &r.Outcome, &detail, &r.Remote); err != nil {
			return err
		}
		r.At, r.Detail = time.UnixMilli(at), shownTo(r.Kind, detail)
		out = append(out, r)
		return nil
	}, "SELECT seq, at, actor, actor_id, action, target_kind, target_id, org_id, outcome, detail, remote FROM audit_entry "+rest, args...)
	if err != nil {
		return nil, err
	}
	names := v.namer()
	for i := range out {
		r := &out[i]
		if r.Organisation, err = names.of(r.OrgID); err != nil {
			return nil, err
		}
		if r.Target, err = names.of(r.TargetID); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (v *View) auditChoices(l *AuditLog) error {
	orgs, err := store.Organisations.List(v.Tx, "ORDER BY name")
	if err != nil {
		return err
	}
	for _, o := range orgs {
		l.Organisations = append(l.Organisations, Option{Value: o.ID, Label: o.Name})
	}
	return v.Tx.Each(func(scan func(...any) error) error {
		var kind string
		err := scan(&kind)
		l.Kinds = append(l.Kinds, kind)
		return err
	}, "SELECT DISTINCT target_kind FROM audit_entry WHERE target_kind <> '' ORDER BY target_kind")
}

// AuditCheckpoint gives the newest signed checkpoint, to be kept elsewhere.
func AuditCheckpoint(v *View, _ struct{}) (audit.Kept, error) {
	if err := v.Need(org.SeeAudit, org.Target{}); err != nil {
		return audit.Kept{}, err
	}
	return audit.Newest(v.Tx)
}
