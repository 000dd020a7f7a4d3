package signals

import (
	"encoding/json"
	"fmt"

	"bihuan/internal/action"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/fault"
	"bihuan/internal/job"
	"bihuan/internal/signal"
	"bihuan/internal/store"
)

// ComputeJob is the kind of the job that computes the signals.
const ComputeJob = "signal.compute"

// Asked is the payload of a ComputeJob that somebody asked for.
type Asked struct {
	By string `json:"by"` // account
}

// Compute asks for a computation now instead of in the night. It is done in
// the background, for the whole city: copies show only against all others.
type Compute struct {
	RoundID string

	round inspection.Round
}

// Permission implements action.Command.
func (c *Compute) Permission() org.Permission { return org.SignalCompute }

// Target implements action.Command.
func (c *Compute) Target(s *action.Step) (org.Target, error) {
	var err error
	c.round, err = store.Rounds.Get(s.Tx, c.RoundID)
	return org.Target{Kind: store.Rounds.Name(), ID: c.RoundID}, err
}

// Run implements action.Command.
func (c *Compute) Run(s *action.Step) error {
	_, err := Ask(s.Tx, s.NewID(), s.Actor.AccountID)
	return err
}

// Ask queues a computation unless one waits or is at work: whoever asks, in the
// night or by day, on whichever server, there is one at a time.
func Ask(tx *store.Tx, id, by string) (asked bool, err error) {
	waiting, err := tx.Count("SELECT COUNT(*) FROM job WHERE kind = ? AND done_at = 0", ComputeJob)
	if err != nil || waiting > 0 {
		return false, err
	}
	payload, err := json.Marshal(Asked{By: by})
	if err != nil {
		return false, fmt.Errorf("ask for signals: %w", err)
	}
	return true, job.Insert(tx, job.Job{ID: id, Kind: ComputeJob, Payload: string(payload), RunAt: tx.Now()})
}

// SaveSettings changes the thresholds of a round. The earlier ones stay, for
// the signals that they found.
type SaveSettings struct {
	RoundID      string           `form:"id"`
	Number       int              `form:"number"` // that the person saw
	On           []signal.Rule    `form:"on"`     // rules that run
	Limits       []ThresholdInput `form:"limits"`
	Placeholders action.Lines     `form:"placeholders"`

	round inspection.Round
}

// ThresholdInput is one number of the form.
type ThresholdInput struct {
	Name  string `form:"name"`
	Value int    `form:"value"`
}

// Permission implements action.Command.
func (c *SaveSettings) Permission() org.Permission { return org.RoundEdit }

// Target implements action.Command.
func (c *SaveSettings) Target(s *action.Step) (org.Target, error) {
	var err error
	c.round, err = store.Rounds.Get(s.Tx, c.RoundID)
	return org.Target{Kind: store.Rounds.Name(), ID: c.RoundID}, err
}

// Run implements action.Command.
func (c *SaveSettings) Run(s *action.Step) error {
	before, err := store.SignalSettingsOf(s.Tx, c.RoundID)
	if err != nil {
		return err
	}
	if c.Number != before.Number {
		return fault.New(fault.Conflict, "signal.settings.stale", before.Name)
	}
	after := signal.SettingsVersion{ID: s.NewID(), RoundID: c.RoundID, Number: before.Number + 1, Settings: c.settings(before.Settings),
		By: s.Actor.AccountID, Name: s.Actor.Name, At: s.Now}
	var checks fault.Checks
	after.Settings.Check(&checks)
	if err := checks.Err(); err != nil {
		return err
	}
	s.Return(c.RoundID)
	return action.Insert(s, store.SignalSettings, &after)
}

func (c *SaveSettings) settings(out signal.Settings) signal.Settings {
	out.Placeholders, out.Off = c.Placeholders, nil
	on := map[signal.Rule]bool{}
	for _, r := range c.On {
		on[r] = true
	}
	for _, r := range signal.Rules() {
		if !on[r] {
			out.Off = append(out.Off, r)
		}
	}
	for _, t := range signal.Thresholds() {
		for _, in := range c.Limits {
			if in.Name == t.Name {
				*t.Of(&out) = in.Value
			}
		}
	}
	return out
}
