package query

import (
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/party"
	"bihuan/internal/domain/workday"
	"bihuan/internal/store"
)

// LifeForm is a life meeting to be entered or edited.
type LifeForm struct {
	Inside
	Meeting  party.LifeMeeting
	People   []Option
	Sessions []Option // study sessions of the inspection
	Names    bool     // the caller may say for whom the file is
}

// NewLifeIn asks for the form of a new life meeting of a kind.
type NewLifeIn struct {
	Inspection string
	Kind       party.LifeKind
}

// NewLifeMeeting gives the form of a new life meeting.
func NewLifeMeeting(v *View, in NewLifeIn) (LifeForm, error) {
	i, err := v.toEdit(in.Inspection, org.LifeEdit)
	if err != nil {
		return LifeForm{}, err
	}
	m := party.LifeMeeting{OrgID: i.OrgID, InspectionID: i.ID, Kind: party.DemocraticLife}
	if in.Kind == party.OrganisationalLife {
		m.Kind = in.Kind
	}
	return v.lifeForm(m)
}

// EditLifeMeeting gives the form of a stored life meeting.
func EditLifeMeeting(v *View, id string) (LifeForm, error) {
	m, err := v.lifeToEdit(id)
	if err != nil {
		return LifeForm{}, err
	}
	return v.lifeForm(m)
}

func (v *View) lifeToEdit(id string) (party.LifeMeeting, error) {
	m, err := store.LifeMeetings.Get(v.Tx, id)
	if err != nil {
		return m, err
	}
	_, err = v.toEdit(m.InspectionID, org.LifeEdit)
	return m, err
}

// lifeToRecord gives a life meeting to those of its circle who keep what is
// said.
func (v *View) lifeToRecord(id string) (party.LifeMeeting, error) {
	m, t, err := v.lifeMeeting(id)
	if err != nil {
		return m, err
	}
	return m, v.Need(org.LifeRecord, t)
}

func (v *View) lifeForm(m party.LifeMeeting) (LifeForm, error) {
	people, err := v.ranked(m.OrgID, v.dayOr(m.HeldOn), append([]string{m.HostID}, m.Circle...))
	f := LifeForm{Inside: Inside{m.InspectionID}, Meeting: m, People: choicesFrom(people), Names: m.ID == ""}
	if err != nil {
		return f, err
	}
	if m.ID != "" {
		t, err := store.LifeTarget(v.Tx, m, v.Today)
		if err != nil {
			return f, err
		}
		f.Names = v.mayRead(t)
	}
	studies, err := store.Studies.List(v.Tx, "WHERE inspection_id = ? ORDER BY held_on DESC, id", m.InspectionID)
	for _, s := range studies {
		f.Sessions = append(f.Sessions, Option{Value: s.ID, Label: string(s.HeldOn) + " " + s.Title})
	}
	return f, err
}

// PapersForm is the self-examination papers of a life meeting: a row for the
// team, for each leader, and for whoever has one.
type PapersForm struct {
	Inside
	Meeting   party.LifeMeeting
	Rows      []PaperInput
	Reviewers []Option
}

// PaperInput is one row of the form.
type PaperInput struct {
	Label string // empty: of the team
	party.SelfPaper
}

// Papers gives the form of a life meeting's papers.
func Papers(v *View, id string) (PapersForm, error) {
	m, err := v.lifeToEdit(id)
	if err != nil {
		return PapersForm{}, err
	}
	f := PapersForm{Inside: Inside{m.InspectionID}, Meeting: m}
	list, err := store.SelfPapers.List(v.Tx, "WHERE life_meeting_id = ?", id)
	if err != nil {
		return f, err
	}
	at := map[string]party.SelfPaper{}
	var kept []string
	for _, p := range list {
		at[p.PersonID] = p
		kept = append(kept, p.PersonID, p.ReviewedBy)
	}
	people, err := v.ranked(m.OrgID, v.dayOr(m.HeldOn), kept)
	f.Reviewers = choicesFrom(people)
	f.Rows = append(f.Rows, PaperInput{SelfPaper: at[""]})
	for _, r := range people {
		p, there := at[r.ID]
		if there || r.Rank.Leads() {
			p.PersonID = r.ID
			f.Rows = append(f.Rows, PaperInput{Label: r.Label(), SelfPaper: p})
		}
	}
	return f, err
}

// CriticismForm is a criticism to be entered or edited.
type CriticismForm struct {
	Inside
	Meeting   party.LifeMeeting
	Criticism party.Criticism
	People    []Option
	Today     workday.Date
	// Problems under which a measure of the ledger can answer it; none where the
	// caller adds no measures, or where one answers it already.
	Problems []Option
}

// NewCriticism gives the form of a new criticism of a life meeting.
func NewCriticism(v *View, meetingID string) (CriticismForm, error) {
	m, err := v.lifeToRecord(meetingID)
	if err != nil {
		return CriticismForm{}, err
	}
	return v.criticismForm(m, party.Criticism{})
}

// EditCriticism gives the form of a stored criticism.
func EditCriticism(v *View, id string) (CriticismForm, error) {
	x, err := store.Criticisms.Get(v.Tx, id)
	if err != nil {
		return CriticismForm{}, err
	}
	m, err := v.lifeToRecord(x.LifeMeetingID)
	if err != nil {
		return CriticismForm{}, err
	}
	return v.criticismForm(m, x)
}

func (v *View) criticismForm(m party.LifeMeeting, x party.Criticism) (CriticismForm, error) {
	people, err := v.ranked(m.OrgID, v.dayOr(m.HeldOn), []string{x.FromID, x.ToID})
	f := CriticismForm{Inside: Inside{m.InspectionID}, Meeting: m, Criticism: x, People: choicesFrom(people), Today: v.Today}
	if err != nil || x.ID == "" || x.MeasureID != "" {
		return f, err
	}
	_, t, err := v.Inspection(m.InspectionID, org.SeeInspection)
	if err != nil || !v.Can(org.MeasureEdit, t) {
		return f, err
	}
	list, err := store.Problems.List(v.Tx, "WHERE inspection_id = ? AND closed_on = '' ORDER BY seq", m.InspectionID)
	for _, p := range list {
		f.Problems = append(f.Problems, Option{Value: p.ID, Label: p.Number + " " + p.Title})
	}
	return f, err
}
