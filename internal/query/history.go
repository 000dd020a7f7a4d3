package query

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"sort"
	"strings"
	"time"

	"bihuan/internal/domain/closing"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/store"
)

// Event is one entry of a record's time line. Code names what happened; pages
// have the words.
type Event struct {
	At      time.Time
	Code    string
	Word    string // code of a word that belongs to it: a verdict, an outcome
	Named   string // … or what a round calls it
	Cycle   int    // of the problem that begins with it; 0 where none does
	Who     string
	Body    string
	Changes []FieldChange
	Good    bool
	Bad     bool
}

// FieldChange is one field before and after, in words.
type FieldChange struct{ Field, Before, After string }

// history is everything about a problem on one time line, newest first. What
// was planned when is for the organisation itself.
func (v *View) history(p ProblemPage, inside bool) ([]Event, error) {
	i, _, err := v.roundOf(p.Problem.InspectionID)
	if err != nil {
		return nil, err
	}
	var out []Event
	if i.FeedbackOn != "" {
		team, err := store.Teams.Get(v.Tx, i.TeamID)
		if err != nil {
			return nil, err
		}
		out = append(out, Event{At: i.FeedbackOn.Time(workday.Zone), Code: "feedback", Who: team.Name})
	}
	if inside {
		planned, err := v.planned(p)
		if err != nil {
			return nil, err
		}
		out = append(out, planned...)
		passed, err := v.passedOn(p.Problem)
		if err != nil {
			return nil, err
		}
		out = append(out, passed...)
	}
	out = append(out, claims(p)...)
	if p.Work.SeesProof {
		out = append(out, done(p.Work)...)
	}
	slices.SortStableFunc(out, func(a, b Event) int { return b.At.Compare(a.At) })
	return out, nil
}

func claims(p ProblemPage) []Event {
	var out []Event
	for _, g := range p.Kinds {
		for _, m := range g.Measures {
			if m.Claim != "" {
				out = append(out, Event{At: m.ClaimedAt, Code: "claim." + string(m.Claim), Who: m.LeadDept,
					Body: strings.TrimSpace(m.Text + "\n" + m.ClaimNote), Good: m.Claim == work.Claimed, Bad: m.Claim == work.Refused})
			}
		}
	}
	return out
}

// done is what was reported, proved, asked for and decided.
func done(w ProblemWork) []Event {
	var out []Event
	for _, r := range w.Progress {
		out = append(out, Event{At: r.At, Code: "progress", Word: "verdict." + string(r.Verdict), Who: r.AuthorName, Body: r.Body})
	}
	for _, e := range w.Evidence {
		out = append(out, Event{At: e.At, Code: "evidence", Who: e.Uploader, Body: e.Name})
	}
	for _, e := range w.Extensions {
		out = append(out, Event{At: e.AskedAt, Code: "extension.asked", Who: e.AskedName, Body: string(e.OldDate) + " → " + string(e.NewDate) + "\n" + e.Reason})
		if e.State != work.ExtensionAsked {
			out = append(out, Event{At: e.DecidedAt, Code: "extension." + string(e.State), Who: e.DecidedName, Body: e.Opinion,
				Good: e.State == work.ExtensionAgreed, Bad: e.State == work.ExtensionRefused})
		}
	}
	for _, a := range w.Applications {
		out = append(out, Event{At: a.AppliedAt, Code: "signoff.applied", Who: a.Applicant, Body: a.Statement})
		for _, d := range a.Decisions {
			e := Event{At: d.At, Code: "signoff." + string(d.Outcome), Who: d.Name, Body: d.Reason,
				Good: d.Outcome == closing.Agree, Bad: d.Outcome == closing.Return || d.Outcome == closing.Object}
			if e.Named = a.Case.Step(d.Step).Name; e.Named == "" {
				e.Word = "chain." + d.Step
			}
			out = append(out, e)
		}
	}
	for _, r := range w.Reopenings {
		out = append(out, Event{At: r.At, Code: "reopened", Word: "reopen." + string(r.Kind), Who: r.Name, Body: r.Reason, Bad: true, Cycle: r.Cycle})
	}
	for _, d := range w.Follow.Days {
		if f := d.Answer; f != nil {
			out = append(out, Event{At: f.At, Code: "follow-up", Word: "follow.kept." + string(f.Kept), Who: f.Name, Body: f.Body,
				Good: f.Kept == closing.StillKept, Bad: f.Kept == closing.NotKept})
		}
	}
	return out
}

// planned is what was changed in the plan of a problem and its measures, from
// the audit log: the entries on the problem, on its measures, and the bulk
// assignments of the inspection that name it.
func (v *View) planned(p ProblemPage) ([]Event, error) {
	ids := []string{p.Problem.ID}
	for _, g := range p.Kinds {
		for _, m := range g.Measures {
			ids = append(ids, m.ID)
		}
	}
	names, err := v.NamesOf(p.Problem.OrgID)
	if err != nil {
		return nil, err
	}
	args := append(anyOf(ids), store.Inspections.Name(), p.Problem.InspectionID, org.Assign, `%"`+escaped(p.Problem.ID)+`"%`)
	args = append(args, org.ProblemPlan, org.Assign, org.MeasureEdit, org.StepEdit)
	var out []Event
	err = v.Tx.Each(func(scan func(...any) error) error {
		var at int64
		var who, act, detail, record string
		if err := scan(&at, &who, &act, &detail, &record); err != nil {
			return err
		}
		changes, err := changesOf(record, ids, names)
		out = append(out, Event{At: time.UnixMilli(at).UTC(), Code: act, Who: who, Body: detail, Changes: changes})
		return err
	}, `SELECT at, actor, action, detail, record FROM audit_entry WHERE ((target_kind IN ('problem', 'measure') AND target_id IN (`+
		marks(len(ids))+`)) OR (target_kind = ? AND target_id = ? AND action = ? AND record LIKE ? ESCAPE '\'))
		AND action IN (?, ?, ?, ?) AND outcome = 'done' ORDER BY seq`, args...)
	return out, err
}

// silent are the fields of records that tell a reader nothing.
var silent = map[string]bool{"ID": true, "OrgID": true, "InspectionID": true, "ProblemID": true, "MeasureID": true,
	"Seq": true, "Version": true, "Results": true, "FirstDeadline": true}

// changesOf reads from an audit record which fields of the given records it
// changed; ids of people and departments become names.
func changesOf(record string, ids []string, names Names) ([]FieldChange, error) {
	var entry struct {
		Changes []struct {
			ID            string
			Before, After map[string]any
		}
	}
	if err := json.Unmarshal([]byte(record), &entry); err != nil {
		return nil, fmt.Errorf("audit record: %w", err)
	}
	var out []FieldChange
	for _, c := range entry.Changes {
		if len(entry.Changes) > 1 && !slices.Contains(ids, c.ID) && c.Before != nil && c.After != nil {
			continue
		}
		fields := map[string]bool{}
		for _, side := range []map[string]any{c.Before, c.After} {
			for name := range side {
				fields[name] = !silent[name]
			}
		}
		for _, name := range sorted(fields) {
			change := FieldChange{Field: name, Before: names.word(c.Before[name]), After: names.word(c.After[name])}
			if change.Before != change.After {
				out = append(out, change)
			}
		}
	}
	return out, nil
}

func sorted(set map[string]bool) []string {
	var out []string
	for name, in := range set {
		if in {
			out = append(out, name)
		}
	}
	sort.Strings(out)
	return out
}

// unset is the zero time as records write it.
const unset = "0001-01-01T00:00:00Z"

// word gives a value of a record as people read it.
func (n Names) word(value any) string {
	switch x := value.(type) {
	case nil:
		return ""
	case bool:
		if !x {
			return ""
		}
	case string:
		if x == unset {
			return ""
		}
		return cmp.Or(n.people[x], n.depts[x], n.causes[x], x)
	case map[string]any:
		return n.word(x["Text"])
	case []any:
		var words []string
		for _, one := range x {
			words = append(words, n.word(one))
		}
		return strings.Join(words, "、")
	}
	return fmt.Sprint(value)
}
