// Package audit keeps the transparency log: every entry is appended in the
// transaction of the change that it tells of, as a leaf of an RFC 6962 tree
// (golang.org/x/mod/sumdb/tlog). A signed checkpoint kept elsewhere then shows
// later whether an entry was edited, deleted, inserted, moved or cut off.
//
// What no log can show by itself: a forged entry after the newest checkpoint
// kept elsewhere. Checkpoints therefore leave the machine often.
package audit

import (
	"bytes"
	"database/sql"
	"encoding/json"
	"fmt"
	"strings"
	"time"
)

// Tx is what the log needs of a transaction; placeholders are question marks.
type Tx interface {
	Exec(query string, args ...any) (sql.Result, error)
	Query(query string, args ...any) (*sql.Rows, error)
	QueryRow(query string, args ...any) *sql.Row
	// Now is the transaction's one point in time.
	Now() time.Time
}

// Entry is what happened: who did what to what, and with which outcome. It
// never carries a password, a session or another secret.
type Entry struct {
	ActorID      string
	Actor        string // name at the time
	Action       string
	TargetKind   string
	TargetID     string
	OrgID        string
	InspectionID string
	Outcome      string // done, denied …
	Detail       string
	Remote       string          // address that the request came from
	Changes      json.RawMessage // before and after, JSON; may be absent
	BesideID     string          // account for or through which the actor acted; may be empty
}

// record is an entry as it is hashed: the text of its JSON is the leaf. The
// fields and their order are a contract with cmd/bihuan-verify and with logs
// that exist; add at the end only.
type record struct {
	Seq          int64           `json:"seq"`
	At           string          `json:"at"`
	ActorID      string          `json:"actorId"`
	Actor        string          `json:"actor"`
	Action       string          `json:"action"`
	TargetKind   string          `json:"targetKind"`
	TargetID     string          `json:"targetId"`
	OrgID        string          `json:"orgId"`
	InspectionID string          `json:"inspectionId"`
	Outcome      string          `json:"outcome"`
	Detail       string          `json:"detail"`
	Remote       string          `json:"remote"`
	Changes      json.RawMessage `json:"changes,omitempty"`
	BesideID     string          `json:"besideId,omitempty"`
}

// timeLayout is how a record writes its time: UTC, milliseconds.
const timeLayout = "2006-01-02T15:04:05.000Z"

// newRecord makes the record of an entry, and mends texts that a database
// would refuse or change (NUL, broken UTF-8).
func newRecord(seq int64, at time.Time, e Entry) record {
	return record{
		Seq: seq, At: at.UTC().Format(timeLayout),
		ActorID: sound(e.ActorID), Actor: sound(e.Actor), Action: sound(e.Action),
		TargetKind: sound(e.TargetKind), TargetID: sound(e.TargetID),
		OrgID: sound(e.OrgID), InspectionID: sound(e.InspectionID),
		Outcome: sound(e.Outcome), Detail: sound(e.Detail), Remote: sound(e.Remote),
		Changes: e.Changes, BesideID: sound(e.BesideID),
	}
}

// text is the record on one line, as it is hashed.
func (r record) text() (string, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(r); err != nil {
		return "", fmt.Errorf("audit record: %w", err)
	}
	return strings.ToValidUTF8(strings.TrimSuffix(b.String(), "\n"), "\uFFFD"), nil
}

// columns are the record's values for audit_entry, in its order.
func (r record) columns() (columns, error) {
	at, err := time.Parse(timeLayout, r.At)
	if err != nil {
		return columns{}, fmt.Errorf("time of audit record %d: %w", r.Seq, err)
	}
	return columns{r.Seq, at.UnixMilli(), [10]string{r.ActorID, r.Actor, r.Action, r.TargetKind, r.TargetID,
		r.OrgID, r.InspectionID, r.Outcome, r.Detail, r.Remote}}, nil
}

// columns are the columns of audit_entry beside the record, by which pages
// search and sort.
type columns struct {
	seq, at int64
	text    [10]string
}

const columnNames = "seq, at, actor_id, actor, action, target_kind, target_id, org_id, inspection_id, outcome, detail, remote"

// pointers are where a row of audit_entry is scanned to.
func (c *columns) pointers() []any {
	out := []any{&c.seq, &c.at}
	for i := range c.text {
		out = append(out, &c.text[i])
	}
	return out
}

// values are the columns as arguments of a statement.
func (c *columns) values() []any {
	out := []any{c.seq, c.at}
	for _, s := range c.text {
		out = append(out, s)
	}
	return out
}

func sound(s string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\x00", "\uFFFD")
}
