package query

import (
	"cmp"
	"slices"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/letter"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/store"
)

// FeedEvent is a day in somebody's calendar.
type FeedEvent struct {
	ID     string
	Code   string // what it is: a message key feed.<code>
	On     workday.Date
	Org    string // short name of the organisation
	Number string
	Detail string // wording; left out where only counts may leave
	Path   string // page
}

// How far a calendar looks, in days, and how much it holds.
const (
	feedPast  = 30
	feedAhead = 400
	feedMost  = 2000
)

// Feed gives what the caller has ahead: his own deadlines, letters to answer,
// meetings and the days of the inspections that concern him.
func Feed(v *View, _ struct{}) ([]FeedEvent, error) {
	if err := v.Need(org.WarningsOwn, org.Target{AccountID: v.Actor.AccountID}); err != nil {
		return nil, err
	}
	all, err := store.Inspections.List(v.Tx, "ORDER BY id")
	if err != nil {
		return nil, err
	}
	f := feeder{View: v}
	for _, i := range all {
		t := store.TargetOf(i)
		if !v.Can(org.SeeInspection, t) {
			continue
		}
		o, err := store.Organisations.Get(v.Tx, i.OrgID)
		if err != nil {
			return nil, err
		}
		f.short = o.ShortName
		for _, part := range []func(inspection.Inspection, org.Target) error{f.stages, f.own, f.letters, f.meetings} {
			if err := part(i, t); err != nil {
				return nil, err
			}
		}
	}
	slices.SortFunc(f.out, func(a, b FeedEvent) int { return cmp.Or(cmp.Compare(a.On, b.On), cmp.Compare(a.ID, b.ID)) })
	return f.out[:min(len(f.out), feedMost)], nil
}

type feeder struct {
	*View
	short string
	out   []FeedEvent
}

// add adds a day that is near enough.
func (f *feeder) add(e FeedEvent) {
	if left := f.Today.DaysUntil(e.On); e.On.Valid() && left >= -feedPast && left <= feedAhead {
		e.Org = f.short
		f.out = append(f.out, e)
	}
}

// stages are the deadlines of the inspection that its round sets.
func (f *feeder) stages(i inspection.Inspection, _ org.Target) error {
	round, err := f.round(i.RoundID)
	if err != nil {
		return err
	}
	for code, due := range f.deadlines(i, round) {
		if !due.Rule.Repeat {
			f.add(FeedEvent{ID: i.ID + "-" + string(code), Code: "stage", On: due.Date, Detail: code.Chinese(), Path: "/inspections/" + i.ID})
		}
	}
	return nil
}

// own are the open problems and measures for which the caller answers.
func (f *feeder) own(i inspection.Inspection, t org.Target) error {
	if !f.Inside(t) {
		return nil
	}
	var o where
	o.add("x.owner_id = ? AND x.owner_id <> ''", f.Actor.PersonID)
	o.add("x.leader_id = ? AND x.leader_id <> ''", f.Actor.PersonID)
	if depts := f.Actor.Departments(org.RoleDeptHead); len(depts) > 0 {
		o.add("x.lead_dept_id IN ("+marks(len(depts))+")", anyOf(depts)...)
	}
	for code, from := range map[string]string{"problem": "p.title FROM problem x JOIN problem p ON p.id = x.id", "measure": "x.body FROM measure x JOIN problem p ON p.id = x.problem_id"} {
		args := append([]any{i.ID, f.Today.AddDays(-feedPast), f.Today.AddDays(feedAhead)}, o.args...)
		err := f.Tx.Each(func(scan func(...any) error) error {
			var problem string
			e := FeedEvent{Code: code}
			err := scan(&e.ID, &problem, &e.Number, &e.On, &e.Detail)
			e.Path = "/problems/" + problem
			f.add(e)
			return err
		}, `SELECT x.id, p.id, p.number, x.deadline, `+from+` WHERE x.inspection_id = ? AND x.deadline >= ? AND x.deadline <= ?
			AND x.verdict NOT IN ('done', 'basically-done') AND p.closed_on = '' AND (`+o.either()+`) ORDER BY x.deadline, x.id LIMIT 500`, args...)
		if err != nil {
			return err
		}
	}
	return nil
}

// letters are those that the caller has to answer.
func (f *feeder) letters(i inspection.Inspection, t org.Target) error {
	if !f.Can(org.LetterSee, t) {
		return nil
	}
	list, err := store.Letters.List(f.Tx, "WHERE inspection_id = ? AND state IN (?, ?) ORDER BY due_on, id", i.ID, letter.Issued, letter.Received)
	for _, l := range list {
		if l.Takes(f.Actor) {
			f.add(FeedEvent{ID: l.ID, Code: "letter", On: l.DueOn, Number: l.Number, Detail: l.Title, Path: "/letters/" + l.ID})
		}
	}
	return err
}

// meetings are the meetings of the organisation.
func (f *feeder) meetings(i inspection.Inspection, t org.Target) error {
	if !f.Can(org.SeeParty, t) {
		return nil
	}
	list, err := store.Meetings.List(f.Tx, "WHERE inspection_id = ? AND held_on >= ? ORDER BY held_on, id LIMIT 200", i.ID, f.Today.AddDays(-feedPast))
	for _, m := range list {
		f.add(FeedEvent{ID: m.ID, Code: "meeting", On: m.HeldOn, Detail: m.Title, Path: "/meetings/" + m.ID})
	}
	return err
}
