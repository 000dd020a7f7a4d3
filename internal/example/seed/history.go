package seed

import (
	"fmt"
	"time"

	"bihuan/internal/action"
	"bihuan/internal/action/letters"
	"bihuan/internal/action/party"
	"bihuan/internal/action/planning"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/example"
	writer "bihuan/internal/paper"
)

// event is something that somebody did at a point in time. make is asked at
// its turn, when everything before it is in the database.
type event struct {
	at   time.Time
	by   string // key of a person, or console
	key  string // under which the result's id is kept; empty for none
	make func(s *action.Step) (action.Command, error)
}

// history collects what happened and plays it in the order of time.
type history struct {
	city   *example.City
	book   *book
	stored map[string]storedFile
	papers map[string]inspection.Feedback // as read, by organisation
	desk   writer.Desk
	keep   action.Keep
	freeze planning.Freezer
	seal   letters.Freezer
	stand  party.Standings
	events []event
}

// moment is a time of the day, so that what depends on something comes later
// on the same day.
type moment time.Duration

// The moments of a day.
const (
	opening  moment = moment(9 * time.Hour)
	morning  moment = moment(10 * time.Hour)
	late     moment = moment(11 * time.Hour)
	noon     moment = moment(13*time.Hour + 30*time.Minute)
	early    moment = moment(14*time.Hour + 30*time.Minute)
	later    moment = moment(15*time.Hour + 30*time.Minute)
	evening  moment = moment(16*time.Hour + 30*time.Minute)
	stepping        = moment(time.Minute)
)

// on gives the point in time of a moment of a day.
func on(day workday.Date, m moment) time.Time {
	return time.Date(day.Year(), time.Month(day.Month()), day.Day(), 0, 0, 0, 0, workday.Zone).Add(time.Duration(m))
}

// add puts a command into the history, made at its turn.
func (h *history) add(day workday.Date, m moment, by, key string, make func(*action.Step) (action.Command, error)) {
	h.events = append(h.events, event{at: on(day, m), by: by, key: key, make: make})
}

// play does the events one after another. The clock never stands still, so
// that the order of entries is that of their times.
func (h *history) play(do action.Doer) error {
	var last time.Time
	for _, e := range h.events {
		at := e.at
		if !at.After(last) {
			at = last.Add(time.Second)
		}
		last = at
		call := action.Call{Actor: h.book.actor(e.by, workday.DateOf(at, workday.Zone)), Remote: "example"}
		res, err := do(at, call, &turn{make: e.make})
		if err != nil {
			return fmt.Errorf("%s, %s (%s): %w", at.Format(time.DateTime), e.by, e.key, err)
		}
		if e.key != "" {
			h.book.keep(e.key, res.ID)
		}
	}
	return nil
}

// turn is a command that is made when its turn comes, from what the database
// holds by then: ids and versions.
type turn struct {
	make func(*action.Step) (action.Command, error)
	cmd  action.Command
}

// Permission implements action.Command. It is asked after Target.
func (t *turn) Permission() org.Permission { return t.cmd.Permission() }

// Target implements action.Command.
func (t *turn) Target(s *action.Step) (org.Target, error) {
	cmd, err := t.make(s)
	if err != nil {
		return org.Target{}, err
	}
	t.cmd = cmd
	return cmd.Target(s)
}

// Run implements action.Command.
func (t *turn) Run(s *action.Step) error { return t.cmd.Run(s) }
