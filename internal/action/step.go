package action

import (
	"encoding/json"
	"fmt"
	"time"

	"bihuan/internal/audit"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/store"
)

// Step is what a command has while it runs: the transaction, its one point in
// time, who acts, and the trace that it leaves.
type Step struct {
	Tx       *store.Tx
	Now      time.Time
	Today    workday.Date
	Actor    org.Actor
	Calendar *workday.Calendar
	NewID    func() string

	changes []Change
	detail  string
	result  string
}

// Change is one record's change, as the audit log keeps it: only the fields
// that differ.
type Change struct {
	Kind   string         `json:"kind"`
	ID     string         `json:"id"`
	Before map[string]any `json:"before,omitempty"`
	After  map[string]any `json:"after,omitempty"`
}

// Return sets the id that the caller gets back.
func (s *Step) Return(id string) { s.result = id }

// Note adds words to the audit entry, for what no record's change tells. A note
// of the house's own begins with a code: the page says it by audit.detail.<code>.
func (s *Step) Note(format string, args ...any) { s.detail = fmt.Sprintf(format, args...) }

// Queue adds a job to the transaction.
func (s *Step) Queue(kind string, payload any) error {
	body, err := json.Marshal(payload)
	if err != nil {
		return fmt.Errorf("queue %s: %w", kind, err)
	}
	return enqueue(s, kind, string(body))
}

// Insert adds a record and its trace.
func Insert[T any](s *Step, t *store.Table[T], v *T) error {
	if err := t.Insert(s.Tx, v); err != nil {
		return err
	}
	return s.trace(t.Name(), t.ID(v), nil, v)
}

// Save replaces a record and leaves the trace of what differs. after must
// carry the version that the person saw: a stale one is refused.
func Save[T any](s *Step, t *store.Table[T], before T, after *T) error {
	if err := t.Update(s.Tx, after); err != nil {
		return err
	}
	return s.trace(t.Name(), t.ID(after), &before, after)
}

// Remove deletes a record that is part of another one and leaves its trace.
func Remove[T any](s *Step, t *store.Table[T], v T) error {
	if err := t.Delete(s.Tx, t.ID(&v)); err != nil {
		return err
	}
	return s.trace(t.Name(), t.ID(&v), &v, nil)
}

func (s *Step) trace(kind, id string, before, after any) error {
	b, err := fields(before)
	if err != nil {
		return err
	}
	a, err := fields(after)
	if err != nil {
		return err
	}
	for name, was := range b {
		if is, ok := a[name]; ok && same(was, is) {
			delete(a, name)
			delete(b, name)
		}
	}
	s.changes = append(s.changes, Change{Kind: kind, ID: id, Before: b, After: a})
	return nil
}

// fields gives a record as its JSON fields; secrets are tagged json:"-".
func fields(v any) (map[string]any, error) {
	if v == nil {
		return nil, nil
	}
	text, err := json.Marshal(v)
	if err != nil {
		return nil, fmt.Errorf("trace: %w", err)
	}
	var out map[string]any
	if err := json.Unmarshal(text, &out); err != nil {
		return nil, fmt.Errorf("trace: %w", err)
	}
	return out, nil
}

func same(a, b any) bool {
	x, errX := json.Marshal(a)
	y, errY := json.Marshal(b)
	return errX == nil && errY == nil && string(x) == string(y)
}

// entry is the audit entry of what the step did.
func (s *Step) entry(call Call, p org.Permission, t org.Target, outcome, detail string) (audit.Entry, error) {
	changes := s.changes
	if changes == nil {
		changes = []Change{}
	}
	body, err := json.Marshal(changes)
	if err != nil {
		return audit.Entry{}, fmt.Errorf("audit: %w", err)
	}
	return audit.Entry{ActorID: call.Actor.AccountID, Actor: call.Actor.Name, Action: string(p),
		TargetKind: t.Kind, TargetID: t.ID, OrgID: t.OrgID, InspectionID: t.InspectionID,
		Outcome: outcome, Detail: detail, Remote: call.Remote, Changes: body, BesideID: call.Actor.Beside.AccountID}, nil
}
