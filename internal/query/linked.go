package query

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/party"
	"bihuan/internal/store"
)

// LinkedIn asks for the linked work of an inspection.
type LinkedIn struct {
	Inspection string
	Kind       string
	Search     string
}

// LinkedRow is one piece of linked work with its problems.
type LinkedRow struct {
	party.LinkedWork
	Helps  []ProblemLink
	Proved []ProofLink
}

// LinkedList is the linked work of an inspection, newest first.
type LinkedList struct {
	Inside
	Rows    []LinkedRow
	All     int
	Propose []party.Proposal // discipline checks that holidays suggest
	CanEdit bool
}

// LinkedWorks lists the linked work of an inspection.
func LinkedWorks(v *View, in LinkedIn) (LinkedList, error) {
	i, t, err := v.Inspection(in.Inspection, org.SeeParty)
	if err != nil {
		return LinkedList{}, err
	}
	l := LinkedList{Inside: Inside{i.ID}, CanEdit: v.Can(org.LinkedEdit, t)}
	var w where
	w.add("inspection_id = ?", i.ID)
	w.equal("kind", in.Kind)
	w.contains(in.Search, "title", "body")
	if l.All, _, err = v.countList("linked_work", i.ID, w); err != nil {
		return l, err
	}
	found, err := store.LinkedWorks.List(v.Tx, "WHERE "+w.text()+" ORDER BY on_day DESC, id DESC", w.args...)
	if err != nil {
		return l, err
	}
	links, err := v.linksOf(i.ID)
	if err != nil {
		return l, err
	}
	var proof []string
	for _, one := range found {
		l.Rows = append(l.Rows, LinkedRow{LinkedWork: one, Helps: links.of(one.Problems)})
		proof = append(proof, one.Proof...)
	}
	proved, err := v.proofLinks(proof, t)
	if err != nil {
		return l, err
	}
	for n := range l.Rows {
		for _, p := range proved {
			if contains(l.Rows[n].Proof, p.ID) {
				l.Rows[n].Proved = append(l.Rows[n].Proved, p)
			}
		}
	}
	if l.CanEdit {
		l.Propose, err = v.proposedChecks(i)
	}
	return l, err
}

// ahead is how long before a holiday its check is proposed.
const ahead = 30

// proposedChecks gives the discipline checks that the holidays since the
// feedback, and those soon to come, suggest and that are not recorded.
func (v *View) proposedChecks(i inspection.Inspection) ([]party.Proposal, error) {
	if i.FeedbackOn == "" {
		return nil, nil
	}
	done, err := store.LinkedWorks.List(v.Tx, "WHERE inspection_id = ? AND kind = ?", i.ID, party.LinkedDiscipline)
	return party.ProposeChecks(v.Calendar, i.FeedbackOn, v.Today.AddDays(ahead), done), err
}

// LinkedForm is linked work to be entered or edited.
type LinkedForm struct {
	Inside
	Linked   party.LinkedWork
	Problems []Option
	Proof    []Option
}

// LinkedFormIn asks for the form of new linked work; Holiday is the first day
// of a holiday whose check was proposed.
type LinkedFormIn struct{ Inspection, Holiday string }

// NewLinked gives the form of new linked work.
func NewLinked(v *View, in LinkedFormIn) (LinkedForm, error) {
	i, err := v.toEdit(in.Inspection, org.LinkedEdit)
	if err != nil {
		return LinkedForm{}, err
	}
	one := party.LinkedWork{OrgID: i.OrgID, InspectionID: i.ID}
	proposed, err := v.proposedChecks(i)
	for _, p := range proposed {
		if string(p.From) == in.Holiday {
			one.Kind, one.Title, one.On, one.Until = party.LinkedDiscipline, p.Title(), p.Begins, p.Ends
		}
	}
	if err != nil {
		return LinkedForm{}, err
	}
	return v.linkedForm(i, one)
}

// EditLinked gives the form of stored linked work.
func EditLinked(v *View, id string) (LinkedForm, error) {
	one, err := store.LinkedWorks.Get(v.Tx, id)
	if err != nil {
		return LinkedForm{}, err
	}
	i, err := v.toEdit(one.InspectionID, org.LinkedEdit)
	if err != nil {
		return LinkedForm{}, err
	}
	return v.linkedForm(i, one)
}

func (v *View) linkedForm(i inspection.Inspection, one party.LinkedWork) (LinkedForm, error) {
	problems, err := v.problemOptions(i.ID)
	if err != nil {
		return LinkedForm{}, err
	}
	proof, err := v.proofOptions(i.ID)
	return LinkedForm{Inside: Inside{i.ID}, Linked: one, Problems: problems, Proof: proof}, err
}
