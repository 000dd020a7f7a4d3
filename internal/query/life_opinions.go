package query

import (
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/party"
	"bihuan/internal/domain/survey"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// SolicitedRow is one opinion with those that say the same under it.
type SolicitedRow struct {
	party.SolicitedOpinion
	Person string   // who signed it
	About  []string // names; the body has none
	Body   bool     // it concerns the body
	Same   []SolicitedRow
}

// OpinionTable is the opinions that were solicited for a life meeting.
type OpinionTable struct {
	Inside
	Meeting    party.LifeMeeting
	Rows       []SolicitedRow // merged: each stands for itself and for those under it
	All        int            // opinions that came in
	Unassigned int
	Partly     bool // the caller sees only those that concern him
	People     []Option
	Everybody  []Option
	CanRecord  bool
	CanOpen    bool
	Open       bool
	Code       string // as printed
}

// Opinions gives the table of opinions: whole to those who keep it, to others
// of the circle what concerns them or the body.
func Opinions(v *View, meetingID string) (OpinionTable, error) {
	m, t, err := v.lifeMeeting(meetingID)
	if err != nil {
		return OpinionTable{}, err
	}
	o := OpinionTable{Inside: Inside{m.InspectionID}, Meeting: m, CanRecord: v.Can(org.LifeRecord, t), CanOpen: v.Can(org.LifeEdit, t) && !m.Held(v.Today),
		Open: m.TakesOpinions(v.Today), Code: survey.Shown(m.BoxCode)}
	if err := v.Need(org.LifeRead, t); err != nil {
		return o, err
	}
	people, err := v.ranked(m.OrgID, m.Day(v.Today), nil)
	if err != nil {
		return o, err
	}
	o.People, o.Everybody = leadersOf(people), choicesFrom(people)
	list, err := store.SolicitedOpinions.List(v.Tx, "WHERE life_meeting_id = ? ORDER BY received_on, id", m.ID)
	if err != nil {
		return o, err
	}
	names, err := v.NamesOf(m.OrgID)
	o.fill(list, names, v.Actor.PersonID)
	return o, err
}

func (o *OpinionTable) fill(list []party.SolicitedOpinion, names Names, me string) {
	under := map[string][]SolicitedRow{}
	for _, x := range list {
		if x.MergedInto != "" {
			under[x.MergedInto] = append(under[x.MergedInto], solicitedRow(x, names))
		}
	}
	o.Partly = !o.CanRecord
	for _, x := range list {
		if x.MergedInto != "" || o.Partly && !x.For(me) {
			continue
		}
		row := solicitedRow(x, names)
		row.Same = under[x.ID]
		o.All += 1 + len(row.Same)
		o.Unassigned += one(len(x.About) == 0)
		o.Rows = append(o.Rows, row)
	}
}

func solicitedRow(x party.SolicitedOpinion, names Names) SolicitedRow {
	row := SolicitedRow{SolicitedOpinion: x, Person: names.Person(x.PersonID)}
	for _, id := range x.About {
		if id == party.AboutBody {
			row.Body = true
		} else {
			row.About = append(row.About, names.Person(id))
		}
	}
	return row
}

// lifeMeeting gives a life meeting with where it lies and for whom it is.
func (v *View) lifeMeeting(id string) (party.LifeMeeting, org.Target, error) {
	m, err := store.LifeMeetings.Get(v.Tx, id)
	if err != nil {
		return m, org.Target{}, err
	}
	t, err := store.LifeTarget(v.Tx, m, v.Today)
	return m, t, err
}

func leadersOf(people []Ranked) []Option {
	var out []Option
	for _, p := range people {
		if p.Rank.Leads() {
			out = append(out, Option{Value: p.ID, Label: p.Label()})
		}
	}
	return out
}

// SolicitedForm is where somebody of the organisation, or nobody known, gives an
// opinion.
type SolicitedForm struct {
	Inside
	MeetingID    string
	Organisation string
	Theme        string
	Until        string
	People       []Option
	Code         string // as printed, for who would rather stay unnamed
}

// GiveOpinion gives the form for an opinion under one's name.
func GiveOpinion(v *View, meetingID string) (SolicitedForm, error) {
	m, t, err := v.lifeMeeting(meetingID)
	if err != nil {
		return SolicitedForm{}, err
	}
	if err := v.Need(org.OpinionGive, t); err != nil {
		return SolicitedForm{}, err
	}
	return v.solicitedForm(m)
}

// OpinionBox gives the form behind a code. It needs no account.
func OpinionBox(v *View, code string) (SolicitedForm, error) {
	m, err := store.LifeMeetingOfCode(v.Tx, code)
	if err != nil {
		return SolicitedForm{}, fault.Because(err, fault.NotFound, "party.box.code")
	}
	return v.solicitedForm(m)
}

func (v *View) solicitedForm(m party.LifeMeeting) (SolicitedForm, error) {
	f := SolicitedForm{Inside: Inside{m.InspectionID}, MeetingID: m.ID, Theme: m.Branch + m.Theme, Until: string(m.BoxUntil), Code: survey.Shown(m.BoxCode)}
	if !m.TakesOpinions(v.Today) {
		return f, fault.New(fault.Conflict, "party.box.closed")
	}
	o, err := store.Organisations.Get(v.Tx, m.OrgID)
	if err != nil {
		return f, err
	}
	f.Organisation = o.Name
	people, err := v.ranked(m.OrgID, m.Day(v.Today), nil)
	f.People = leadersOf(people)
	return f, err
}
