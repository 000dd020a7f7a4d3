// Package signals is what is done about signals of paper rectification: a
// computation records them, the organisation answers, the inspection office
// reviews and sets the thresholds.
package signals

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"

	"bihuan/internal/action"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/signal"
	"bihuan/internal/store"
)

// Record keeps what a computation found in one inspection. Known signals are
// brought up to date, new ones added, and one that is no longer there is
// marked; none is deleted, and no answer and no review is touched.
type Record struct {
	InspectionID string
	Settings     int // number of the settings in force
	Found        []signal.Finding

	inspection inspection.Inspection
}

// Permission implements action.Command.
func (c *Record) Permission() org.Permission { return org.SignalCompute }

// Target implements action.Command.
func (c *Record) Target(s *action.Step) (t org.Target, err error) {
	c.inspection, t, err = store.InspectionTarget(s.Tx, c.InspectionID)
	return t, err
}

// Run implements action.Command.
func (c *Record) Run(s *action.Step) error {
	list, err := c.changes(s.Tx)
	if err != nil {
		return err
	}
	for _, x := range list {
		if err := c.apply(s, x); err != nil {
			return err
		}
	}
	return nil
}

// Differs reports whether recording would change anything.
func (c *Record) Differs(tx *store.Tx) (bool, error) {
	list, err := c.changes(tx)
	return len(list) > 0, err
}

// change is what a computation changes about one signal.
type change struct {
	before  *signal.Signal // nil for a new one
	after   signal.Signal
	finding *signal.Finding // whose records are to be written; nil where they stay
}

// changes compares what was found with what is stored.
func (c *Record) changes(tx *store.Tx) ([]change, error) {
	stored, err := store.Signals.List(tx, "WHERE inspection_id = ? ORDER BY id", c.InspectionID)
	if err != nil {
		return nil, err
	}
	known := map[string]*signal.Signal{}
	for i := range stored {
		known[stored[i].Key] = &stored[i]
	}
	var out []change
	for i := range c.Found {
		f := &c.Found[i]
		hash, err := baseHash(*f)
		if err != nil {
			return nil, err
		}
		old := known[f.Key()]
		delete(known, f.Key())
		if x, differs := c.compare(old, f, hash); differs {
			out = append(out, x)
		}
	}
	for i := range stored {
		if old := &stored[i]; known[old.Key] != nil && old.GoneOn == "" {
			x := change{before: old, after: *old}
			x.after.GoneOn = tx.Today()
			out = append(out, x)
		}
	}
	return out, nil
}

// compare tells what a finding changes about the signal of its key.
func (c *Record) compare(old *signal.Signal, f *signal.Finding, hash string) (change, bool) {
	x := change{before: old, finding: f}
	if old != nil {
		x.after = *old
		if hash == old.BaseHash {
			x.finding = nil
			x.after.GoneOn = ""
			return x, old.GoneOn != ""
		}
	} else {
		x.after = signal.Signal{OrgID: f.OrgID, InspectionID: f.InspectionID, Rule: f.Rule, Key: f.Key(), State: signal.Open}
	}
	x.after.ProblemID, x.after.Variant, x.after.Args, x.after.Stage = f.ProblemID, f.Variant, f.Args, f.Stage
	x.after.BaseHash, x.after.Settings, x.after.GoneOn = hash, c.Settings, ""
	return x, true
}

func (c *Record) apply(s *action.Step, x change) error {
	var err error
	if x.before == nil {
		x.after.ID, x.after.RoundID, x.after.FoundAt = s.NewID(), c.inspection.RoundID, s.Now
		err = action.Insert(s, store.Signals, &x.after)
	} else {
		err = action.Save(s, store.Signals, *x.before, &x.after)
	}
	if err != nil || x.finding == nil {
		return err
	}
	if _, err := s.Tx.Exec("DELETE FROM signal_base WHERE signal_id = ?", x.after.ID); err != nil {
		return fmt.Errorf("renew base: %w", err)
	}
	return c.bases(s, x.after.ID, *x.finding)
}

// bases writes the records that a signal rests on. They follow from the
// signal's hash, which is in the trace.
func (c *Record) bases(s *action.Step, id string, f signal.Finding) error {
	for n, b := range f.Base {
		row := signal.BaseRow{ID: s.NewID(), OrgID: f.OrgID, SignalID: id, Seq: n + 1, Kind: b.Kind, RecordID: b.RecordID,
			ProblemID: b.ProblemID, InspectionID: b.InspectionID, OfOrg: b.OrgID, Label: b.Label}
		if err := store.SignalBases.Insert(s.Tx, &row); err != nil {
			return err
		}
	}
	return nil
}

// baseHash binds a finding to its records and to what it says of them.
func baseHash(f signal.Finding) (string, error) {
	text, err := json.Marshal([]any{f.Variant, f.Args, f.Base})
	if err != nil {
		return "", fmt.Errorf("hash signal: %w", err)
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:]), nil
}
