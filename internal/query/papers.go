package query

import (
	"slices"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/party"
	"bihuan/internal/domain/publication"
	"bihuan/internal/domain/register"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// PaperIn asks for one paper of an inspection.
type PaperIn struct {
	Inspection string
	Kind       inspection.PaperKind
	Of         string       // the record of a paper that is that of a single one
	CutOff     workday.Date // today where empty
}

// PaperFacts is what one paper rests on, beside the facts of the inspection.
type PaperFacts struct {
	Facts
	Meeting   *MeetingPage          // of minutes
	Chair     Officer               // of that meeting, with his post of the day
	Immediate *inspection.Immediate // of a notice
	Rows      []RegulationRow       // of the list of regulations
	Accepted  *inspection.Report    // the newest accepted report of the organisation; nil for none
	// Publication is what was chosen about a projection of that report; nil
	// where nothing was.
	Publication *publication.Publication
	People      []string // names of the organisation's people, longest first
}

// PaperFactsOf gathers what a paper rests on, for those who may see all of it.
// It gives the target too, for asking about the records behind it.
func (v *View) PaperFactsOf(in PaperIn) (PaperFacts, org.Target, error) {
	i, t, err := v.Inspection(in.Inspection, in.Kind.Seen())
	if err != nil {
		return PaperFacts{}, t, err
	}
	if !slices.Contains(inspection.PaperKinds(), in.Kind) {
		return PaperFacts{}, t, fault.New(fault.NotFound, "fault.not-found")
	}
	var f PaperFacts
	on, err := v.paperDay(i.ID, in.Kind)
	if err != nil {
		return f, t, err
	}
	cutOff := in.CutOff
	if !cutOff.Valid() || cutOff > on {
		cutOff = on
	}
	if f.Facts, err = v.FactsOf(i, cutOff, on); err != nil {
		return f, t, err
	}
	return f, t, v.addParts(&f, i, in)
}

// SampleFactsOf gathers what a paper rests on as of today, for trying an outline
// on it: for whoever may see the organisation's papers.
func (v *View) SampleFactsOf(in PaperIn) (f PaperFacts, err error) {
	i, _, err := v.Inspection(in.Inspection, org.SeePapers)
	if err != nil {
		return f, err
	}
	if f.Facts, err = v.FactsOf(i, v.Today, v.Today); err != nil {
		return f, err
	}
	return f, v.addParts(&f, i, in)
}

// paperDay is the day that a paper bears: of one that belongs to a recorded
// day that day, so that it tells nothing of what came later; else today.
func (v *View) paperDay(inspectionID string, k inspection.PaperKind) (workday.Date, error) {
	var day workday.Date
	switch {
	case k == inspection.GroupNotice:
		g, err := store.LeadingGroups.One(v.Tx, "WHERE inspection_id = ?", inspectionID)
		if err != nil && !fault.Is(err, fault.NotFound) {
			return "", err
		}
		day = g.FoundedOn
	case k.Confidential():
		m, err := store.LifeMeetings.One(v.Tx, "WHERE inspection_id = ? AND kind = ? ORDER BY held_on DESC, id LIMIT 1", inspectionID, party.DemocraticLife)
		if err != nil && !fault.Is(err, fault.NotFound) {
			return "", err
		}
		day = map[inspection.PaperKind]workday.Date{inspection.LifeRequest: m.ConsentAskedOn, inspection.LifePlan: m.PlanOn, inspection.LifeReport: m.ReportOn}[k]
	}
	if day == "" || day > v.Today {
		return v.Today, nil
	}
	return day, nil
}

// addParts adds what only this kind of paper needs.
func (v *View) addParts(f *PaperFacts, i inspection.Inspection, in PaperIn) error {
	if in.Kind.OfMeeting() {
		return v.addMeeting(f, i, in.Of)
	}
	switch in.Kind {
	case inspection.ImmediateNotice:
		m, err := store.Immediates.One(v.Tx, "WHERE id = ? AND inspection_id = ?", in.Of, i.ID)
		f.Immediate = &m
		return err
	case inspection.LedgerPaper:
		return v.AddProblems(&f.Facts)
	case inspection.RegulationList:
		l, err := Regulations(v, RegulationsIn{Inspection: i.ID})
		f.Rows = l.Rows
		return err
	case inspection.Circular, inspection.PublicVersion:
		return v.addPublication(f, i, in.Kind)
	}
	return nil
}

func (v *View) addMeeting(f *PaperFacts, i inspection.Inspection, id string) error {
	page, err := Meeting(v, id)
	if err != nil {
		return err
	}
	if page.InspectionID != i.ID {
		return fault.New(fault.NotFound, "fault.not-found")
	}
	f.Meeting = &page
	posts, err := store.Posts.List(v.Tx, "WHERE org_id = ? ORDER BY from_on, id", i.OrgID)
	g := &gatherer{View: v, i: i, posts: posts}
	if err == nil {
		g.names, err = v.NamesOf(i.OrgID)
	}
	f.Chair = g.officer(page.Meeting.ChairID, page.Meeting.HeldOn)
	return err
}

// NumberFor is the document number that the register holds for a paper of this
// title; empty for none.
func (v *View) NumberFor(orgID, title string) (string, error) {
	e, err := store.RegisterEntries.One(v.Tx, "WHERE org_id = ? AND subject = ? AND state <> ? ORDER BY year DESC, sequence DESC LIMIT 1",
		orgID, title, register.Voided)
	if fault.Is(err, fault.NotFound) {
		return "", nil
	}
	return e.Number, err
}

// PaperChoice is the papers of an inspection that the caller may have written.
type PaperChoice struct {
	InspectionID string
	Today        workday.Date
	Kinds        []inspection.PaperKind
	Meetings     []party.Meeting // newest first
	Immediates   []inspection.Immediate
	SeesPlan     bool
	SeesReports  bool
	CanArchive   bool
	Issued       []inspection.IssuedPaper // or waiting; newest first, without what they say
}

// PaperChoices lists the papers that can be written of an inspection.
func PaperChoices(v *View, inspectionID string) (PaperChoice, error) {
	i, t, err := v.Inspection(inspectionID, org.SeeInspection)
	if err != nil {
		return PaperChoice{}, err
	}
	out := PaperChoice{InspectionID: i.ID, Today: v.Today, SeesPlan: v.Can(org.PlanDraft, t), SeesReports: v.Can(org.SeePapers, t), CanArchive: v.Can(org.ArchiveTake, t)}
	for _, k := range inspection.PaperKinds() {
		if v.Can(k.Seen(), t) {
			out.Kinds = append(out.Kinds, k)
		}
	}
	if out.Issued, err = v.issuedHeads(t, "WHERE inspection_id = ? ORDER BY at DESC, id DESC", i.ID); err != nil {
		return out, err
	}
	if v.Can(org.SeeParty, t) {
		out.Meetings, err = store.Meetings.List(v.Tx, "WHERE inspection_id = ? AND kind <> ? AND held_on <> '' ORDER BY held_on DESC, id",
			i.ID, party.FeedbackMeeting)
	}
	if err == nil {
		out.Immediates, err = store.Immediates.List(v.Tx, "WHERE inspection_id = ? ORDER BY issued_on DESC, id", i.ID)
	}
	return out, err
}

// MeetingsFor gives the meetings of which a paper can be written: minutes only
// of those that were held.
func (c PaperChoice) MeetingsFor(k inspection.PaperKind) []party.Meeting {
	var out []party.Meeting
	for _, m := range c.Meetings {
		if k != inspection.Minutes || m.Held(c.Today) {
			out = append(out, m)
		}
	}
	return out
}

// IssuedOf is the newest version of a paper that was issued or waits; empty for
// none.
func (c PaperChoice) IssuedOf(k inspection.PaperKind, of string) inspection.IssuedPaper {
	for _, p := range c.Issued {
		if p.Kind == k && p.Of == of && p.State != inspection.IssueBack {
			return p
		}
	}
	return inspection.IssuedPaper{}
}
