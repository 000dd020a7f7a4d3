package query

import (
	"cmp"
	"slices"

	"bihuan/internal/domain/org"
	"bihuan/internal/domain/party"
	"bihuan/internal/domain/work"
	"bihuan/internal/store"
)

// LifeIn asks for one life meeting and for some of its criticisms.
type LifeIn struct {
	ID   string
	Show string // one of the kinds of criticism; empty for all
}

// LifePage is one life meeting, whole.
type LifePage struct {
	Inside
	Meeting    party.LifeMeeting
	Host       string
	Steps      []party.LifeStep
	Talks      TalkCoverage // who has talked with whom beforehand
	Papers     []PaperRow
	Missing    []string // leaders of whom no paper was reviewed
	Criticisms []CriticismRow
	Counts     CriticismStates
	Held       bool
	CanEdit    bool
	CanRecord  bool // enter criticisms and opinions
	Closed     bool // what is said is not for the caller
	Stages     []party.Stage
	Guests     []party.Guest
	Circle     []string // names of those who are named besides who takes part
	Opinions   int      // solicited
	Takings    []Taking // problems of the feedback with who took them
}

// PaperRow is one self-examination paper with names.
type PaperRow struct {
	party.SelfPaper
	Person   string // empty: of the team
	Reviewer string
	Open     bool // the caller may read it
}

// CriticismRow is one criticism with names and its deadline as it stands.
type CriticismRow struct {
	party.Criticism
	From  string
	To    string
	Until Due
	// Ledger is the verdict of the measure of the ledger that answers it; empty
	// where none does.
	Ledger work.Verdict
}

// LifeMeeting gives one life meeting.
func LifeMeeting(v *View, in LifeIn) (LifePage, error) {
	m, t, err := v.lifeMeeting(in.ID)
	if err != nil {
		return LifePage{}, err
	}
	closed := !v.mayRead(t)
	if closed {
		if err := v.Need(org.SeeTalks, t); err != nil {
			return LifePage{}, err
		}
	}
	names, err := v.NamesOf(m.OrgID)
	if err != nil {
		return LifePage{}, err
	}
	p := LifePage{Inside: Inside{m.InspectionID}, Meeting: m, Host: names.Person(m.HostID), Steps: m.Checklist(v.Today),
		Held: m.Held(v.Today), CanEdit: v.Can(org.LifeEdit, t), CanRecord: v.Can(org.LifeRecord, t), Closed: closed, Circle: names.People(m.Circle)}
	if err := v.papers(&p, names); err != nil {
		return p, err
	}
	if !closed {
		if p.Criticisms, err = v.criticisms(m, in.Show, names); err != nil {
			return p, err
		}
	}
	if p.Counts, err = v.countCriticisms(m.ID); err != nil {
		return p, err
	}
	if p.Talks, err = v.talkMatrix(m.InspectionID); err != nil {
		return p, err
	}
	file, err := v.lifeFile(m, &p)
	if err != nil {
		return p, err
	}
	p.Stages, p.Opinions = file.Stages(v.Today), file.Opinions
	if m.Kind == party.DemocraticLife {
		p.Takings, err = v.takings(m, file.Papers, names)
	}
	return p, err
}

// papers fills in the papers in the order of papers, the team's first, and who
// of the leading body is without one.
func (v *View) papers(p *LifePage, names Names) error {
	list, err := store.SelfPapers.List(v.Tx, "WHERE life_meeting_id = ?", p.Meeting.ID)
	if err != nil {
		return err
	}
	at := map[string]party.SelfPaper{}
	for _, s := range list {
		at[s.PersonID] = s
	}
	people, err := v.ranked(p.Meeting.OrgID, v.dayOr(p.Meeting.HeldOn), idsOf(list, func(s party.SelfPaper) string { return s.PersonID }))
	if err != nil {
		return err
	}
	var leaders []string
	head := ""
	for _, r := range people {
		if r.Rank.Leads() {
			leaders = append(leaders, r.ID)
		}
		if r.Rank == org.RankSecretary {
			head = r.ID
		}
	}
	add := func(id string) bool {
		s, there := at[id]
		if there {
			open := v.Can(org.SelfRead, org.Target{OrgID: s.OrgID, Circle: s.Readers(leaders, head)})
			p.Papers = append(p.Papers, PaperRow{SelfPaper: s, Person: names.Person(id), Reviewer: names.Person(s.ReviewedBy), Open: open})
		}
		return there
	}
	add("")
	for _, r := range people {
		if !add(r.ID) && r.Rank.Leads() {
			p.Missing = append(p.Missing, r.Name)
		}
	}
	return nil
}

// criticisms gives those of one kind, as the meeting goes: member by member in
// the order of papers, first what he said of himself, then what others said.
func (v *View) criticisms(m party.LifeMeeting, show string, names Names) ([]CriticismRow, error) {
	var w where
	w.add("life_meeting_id = ?", m.ID)
	if is, known := criticismIs[show]; known {
		w.add("(" + is + ")")
	}
	list, err := store.Criticisms.List(v.Tx, "WHERE "+w.text()+" ORDER BY id", w.args...)
	if err != nil {
		return nil, err
	}
	if err := v.inTurn(m, list); err != nil {
		return nil, err
	}
	ladder, err := v.ladderOf(m.InspectionID)
	if err != nil {
		return nil, err
	}
	ledger, err := v.remedies(list)
	out := make([]CriticismRow, 0, len(list))
	for _, x := range list {
		row := CriticismRow{Criticism: x, From: names.Person(x.FromID), To: names.Person(x.ToID), Until: v.dueOf(ladder, x.Due, x.Due, "", x.DoneOn != "")}
		if answer, ok := ledger[x.MeasureID]; ok {
			row.Measure, row.Ledger, row.Until = answer.Text, work.Effective(answer.Verdict, answer.Deadline, v.Today), v.DueOfMeasure(answer, ladder)
		}
		out = append(out, row)
	}
	return out, err
}

// remedies gives the measures of the ledger that answer criticisms, by id.
func (v *View) remedies(list []party.Criticism) (map[string]work.Measure, error) {
	out := map[string]work.Measure{}
	for _, ids := range chunks(idsOf(list, func(x party.Criticism) string { return x.MeasureID })) {
		found, err := store.Measures.List(v.Tx, "WHERE id IN ("+marks(len(ids))+")", anyOf(ids)...)
		if err != nil {
			return nil, err
		}
		for _, m := range found {
			out[m.ID] = m
		}
	}
	return out, nil
}

func (v *View) inTurn(m party.LifeMeeting, list []party.Criticism) error {
	people, err := v.ranked(m.OrgID, v.dayOr(m.HeldOn), nil)
	turn := map[string]int{}
	for i, p := range people {
		turn[p.ID] = i - len(people) // below those who hold no post any more
	}
	slices.SortStableFunc(list, func(a, b party.Criticism) int {
		return cmp.Or(cmp.Compare(turn[a.ToID], turn[b.ToID]), one(b.OfSelf())-one(a.OfSelf()), cmp.Compare(turn[a.FromID], turn[b.FromID]))
	})
	return err
}
