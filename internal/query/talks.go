package query

import (
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/party"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// TalksIn asks for the talks of an inspection.
type TalksIn struct {
	Inspection string
	Scope      string // empty for all
	Search     string // topics, name or pinyin initials of either side
	Page       int    // from 1
}

// TalkRow is one talk with the names of both.
type TalkRow struct {
	party.Talk
	From  string
	To    string
	State party.TalkState
	// Closed: something was written down that is not for the caller.
	Closed bool
}

// talkRow is a talk as the caller may see it: who talked with whom, and what
// was said only within the circle.
func (v *View) talkRow(k party.Talk, t org.Target, names Names) TalkRow {
	row := TalkRow{Talk: k, From: names.Person(k.FromID), To: names.Person(k.ToID), State: k.State()}
	if !v.readsTalk(k, t) {
		row.Closed, row.Topics, row.Circle = k.Topics != "", "", nil
	}
	return row
}

func (v *View) readsTalk(k party.Talk, t org.Target) bool {
	t.Circle = k.Readers()
	return v.Can(org.TalkRead, t)
}

// TalkList is one page of the talks, newest first.
type TalkList struct {
	Inside
	Rows    []TalkRow
	Total   int // as filtered
	All     int // of the inspection
	Page    int
	CanEdit bool
}

// Talks gives one page of the talks of an inspection.
func Talks(v *View, in TalksIn) (TalkList, error) {
	i, t, err := v.Inspection(in.Inspection, org.SeeTalks)
	if err != nil {
		return TalkList{}, err
	}
	l := TalkList{Inside: Inside{i.ID}, Page: max(1, in.Page), CanEdit: v.Can(org.TalkEdit, t)}
	var w where
	w.add("inspection_id = ?", i.ID)
	w.equal("scope", in.Scope)
	if err := v.searchTalks(&w, i.OrgID, in.Search); err != nil {
		return l, err
	}
	if l.All, l.Total, err = v.countList("talk", i.ID, w); err != nil {
		return l, err
	}
	found, err := store.Talks.List(v.Tx, "WHERE "+w.text()+" ORDER BY held_on DESC, id DESC LIMIT ? OFFSET ?",
		append(w.args, ListSize, (l.Page-1)*ListSize)...)
	if err != nil {
		return l, err
	}
	names, err := v.NamesOf(i.OrgID)
	for _, k := range found {
		l.Rows = append(l.Rows, v.talkRow(k, t, names))
	}
	return l, err
}

// searchTalks narrows to talks with somebody so named, or about the text, of
// those that the caller may read: a hit must not tell what was said.
func (v *View) searchTalks(w *where, orgID, q string) error {
	if q == "" {
		return nil
	}
	people, err := v.peopleNamed(orgID, q)
	if err != nil {
		return err
	}
	var any where
	if me := v.Actor.PersonID; me != "" && v.Actor.Beside.AccountID == "" {
		any.add(`(topics LIKE ? ESCAPE '\' AND (from_id = ? OR to_id = ? OR circle LIKE ? ESCAPE '\'))`,
			"%"+escaped(q)+"%", me, me, `%"`+escaped(me)+`"%`)
	}
	for _, id := range people {
		any.add("from_id = ?", id)
		any.add("to_id = ?", id)
	}
	if len(any.args) == 0 {
		w.add("1 = 0")
		return nil
	}
	w.add("("+any.either()+")", any.args...)
	return nil
}

// TalkPage is one talk.
type TalkPage struct {
	Inside
	TalkRow
	Circle     []string // names of those who may know besides the two
	CanEdit    bool
	CanConfirm bool // the caller is a side that has not confirmed
}

// Talk gives one talk: to those who see who talks with whom, and to whoever is
// named in it.
func Talk(v *View, id string) (TalkPage, error) {
	k, err := store.Talks.Get(v.Tx, id)
	if err != nil {
		return TalkPage{}, err
	}
	_, t, err := v.Inspection(k.InspectionID, org.SeeInspection)
	if err != nil {
		return TalkPage{}, err
	}
	reads := v.readsTalk(k, t)
	if !reads {
		if err := v.Need(org.SeeTalks, t); err != nil {
			return TalkPage{}, err
		}
	}
	names, err := v.NamesOf(k.OrgID)
	p := TalkPage{Inside: Inside{k.InspectionID}, TalkRow: v.talkRow(k, t, names), CanConfirm: reads && v.awaited(k)}
	p.CanEdit = v.Can(org.TalkEdit, t) && !p.Closed
	for _, id := range p.TalkRow.Circle {
		p.Circle = append(p.Circle, names.Person(id))
	}
	return p, err
}

// awaited reports whether the caller himself has to confirm the talk.
func (v *View) awaited(k party.Talk) bool {
	return v.Actor.Beside.AccountID == "" && k.Awaits(v.Actor.PersonID)
}

// TalkForm is a talk to be entered or edited.
type TalkForm struct {
	Inside
	Talk    party.Talk
	Leaders []Option
	Others  []Option // everybody with whom a leader talks, the leaders first
	Today   workday.Date
}

// NewTalkIn asks for the form of a new talk, with both sides chosen beforehand
// where they are known.
type NewTalkIn struct{ Inspection, From, To string }

// NewTalk gives the form of new talks.
func NewTalk(v *View, in NewTalkIn) (TalkForm, error) {
	i, err := v.toEdit(in.Inspection, org.TalkEdit)
	if err != nil {
		return TalkForm{}, err
	}
	return v.talkForm(party.Talk{OrgID: i.OrgID, InspectionID: i.ID, FromID: in.From, ToID: in.To})
}

// EditTalk gives the form of a stored talk.
func EditTalk(v *View, id string) (TalkForm, error) {
	t, err := store.Talks.Get(v.Tx, id)
	if err != nil {
		return TalkForm{}, err
	}
	_, at, err := v.Inspection(t.InspectionID, org.TalkEdit)
	if err != nil {
		return TalkForm{}, err
	}
	if t.Topics != "" && !v.readsTalk(t, at) {
		return TalkForm{}, fault.New(fault.Denied, "party.talk.circle")
	}
	return v.talkForm(t)
}

func (v *View) talkForm(t party.Talk) (TalkForm, error) {
	f := TalkForm{Inside: Inside{t.InspectionID}, Talk: t, Today: v.Today}
	people, err := v.ranked(t.OrgID, v.dayOr(t.HeldOn), append([]string{t.ToID}, t.Circle...))
	if err != nil {
		return f, err
	}
	f.Others = choicesFrom(people)
	for _, p := range people {
		if p.Rank.Leads() {
			f.Leaders = append(f.Leaders, Option{Value: p.ID, Label: p.Label()})
		}
	}
	return f, nil
}
