package closing

import (
	"crypto/rand"
	"encoding/hex"
	"fmt"

	"bihuan/internal/action"
	"bihuan/internal/domain/closing"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// DrawSample draws problems of a round, or of one of its inspections, that
// were signed off, to be looked back at on the spot. Without a seed one is
// taken from chance; a seed from outside (a public lottery) may be given.
type DrawSample struct {
	RoundID      string        `form:"round"`
	InspectionID string        `form:"inspection"`
	Weigh        closing.Weigh `form:"weigh"`
	Size         int           `form:"size"`
	Seed         string        `form:"seed"`
	Note         string        `form:"note"`

	round inspection.Round
}

// Permission implements action.Command.
func (c *DrawSample) Permission() org.Permission { return org.SampleDraw }

// Target implements action.Command.
func (c *DrawSample) Target(s *action.Step) (org.Target, error) {
	var err error
	c.round, err = store.Rounds.Get(s.Tx, c.RoundID)
	return org.Target{Kind: store.Rounds.Name(), ID: c.RoundID, OrgID: c.round.OfficeID}, err
}

// mostDrawn bounds a sample.
const mostDrawn = 500

// Run implements action.Command.
func (c *DrawSample) Run(s *action.Step) error {
	if err := c.check(s); err != nil {
		return err
	}
	pool, err := c.pool(s)
	if err != nil {
		return err
	}
	if len(pool) == 0 {
		return fault.New(fault.Invalid, "lookback.nothing")
	}
	before, err := s.Tx.Count("SELECT COALESCE(MAX(number), 0) FROM sample WHERE round_id = ?", c.RoundID)
	if err != nil {
		return err
	}
	one := closing.Sample{ID: s.NewID(), OrgID: c.round.OfficeID, RoundID: c.RoundID, InspectionID: c.InspectionID, Number: before + 1, Seed: c.Seed,
		Method: closing.DrawMethod, Weigh: c.Weigh, Size: c.Size, Pool: pool, Note: c.Note, By: s.Actor.AccountID, Name: s.Actor.Name, At: s.Now}
	if one.Seed == "" {
		var chance [16]byte
		if _, err := rand.Read(chance[:]); err != nil {
			return fmt.Errorf("seed: %w", err)
		}
		one.Seed = hex.EncodeToString(chance[:])
	}
	one.Drawn = closing.Draw(one.Seed, one.Weigh, one.Pool, one.Size)
	s.Return(one.ID)
	return action.Insert(s, store.Samples, &one)
}

func (c *DrawSample) check(s *action.Step) error {
	var checks fault.Checks
	checks.OneOf("weigh", string(c.Weigh), string(closing.WeighEqual), string(closing.WeighSignals), string(closing.WeighSize), string(closing.WeighShare))
	if c.Size < 1 || c.Size > mostDrawn {
		checks.Add("size", "signal.threshold.bounds", 1, mostDrawn)
	}
	checks.Max("seed", c.Seed, action.ShortText)
	checks.Max("note", c.Note, action.ShortText)
	if c.InspectionID != "" {
		n, err := s.Tx.Count("SELECT COUNT(*) FROM inspection WHERE id = ? AND round_id = ?", c.InspectionID, c.RoundID)
		if err != nil {
			return err
		}
		if n == 0 {
			checks.Add("inspection", "field.unknown-choice")
		}
	}
	return checks.Err()
}

// pool gives the problems that were signed off, with their weights, in the
// order of their ids.
func (c *DrawSample) pool(s *action.Step) ([]closing.Candidate, error) {
	var out []closing.Candidate
	err := s.Tx.Each(func(scan func(...any) error) error {
		var one closing.Candidate
		var signals, people int
		var amount int64
		if err := scan(&one.ID, &one.Number, &one.Organisation, &signals, &people, &amount); err != nil {
			return err
		}
		one.Weight = closing.Tickets(c.Weigh, signals, people, amount)
		out = append(out, one)
		return nil
	}, `SELECT p.id, p.number, p.org_id,
		(SELECT COUNT(*) FROM signal x WHERE x.gone_on = '' AND x.outcome <> 'explained'
			AND (x.problem_id = p.id OR x.id IN (SELECT b.signal_id FROM signal_base b WHERE b.problem_id = p.id))),
		(SELECT COALESCE(MAX(e.people), 0) FROM progress e WHERE e.problem_id = p.id),
		(SELECT COALESCE(MAX(e.amount), 0) FROM progress e WHERE e.problem_id = p.id)
		FROM problem p JOIN inspection i ON i.id = p.inspection_id
		WHERE i.round_id = ? AND p.closed_on <> '' AND i.plan_shared_on <> '' AND (? = '' OR p.inspection_id = ?) ORDER BY p.id`,
		c.RoundID, c.InspectionID, c.InspectionID)
	return out, err
}
