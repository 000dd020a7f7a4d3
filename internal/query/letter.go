package query

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/letter"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// LetterPage is one letter with what can be done about it.
type LetterPage struct {
	Inside
	LetterRow
	Items            []LetterItem
	Issuer           string
	Named            []Option // evidence that the reply names
	Offered          []Option // evidence that a reply can name
	Series, Reserved []Option
	Next             *Proposal
	Today            workday.Date
	CanEdit          bool // the draft
	CanApprove       bool
	CanIssue         bool
	CanDrop          bool
	CanReceive       bool
	CanReply         bool
	CanSettle        bool
}

// LetterItem is a problem that a letter names, as it is now.
type LetterItem struct {
	letter.Item
	Now work.Verdict
	Due Due
}

// Letter gives one letter of which the caller may know.
func Letter(v *View, id string) (LetterPage, error) {
	l, items, t, err := v.letter(id)
	if err != nil {
		return LetterPage{}, err
	}
	i, round, err := v.roundOf(l.InspectionID)
	if err != nil {
		return LetterPage{}, err
	}
	all, err := v.letterRows([]inspection.Inspection{i})
	if err != nil {
		return LetterPage{}, err
	}
	out := LetterPage{Inside: Inside{l.InspectionID}, Today: v.Today}
	for _, r := range all {
		if r.ID == l.ID {
			out.LetterRow = r
		}
	}
	v.letterActs(&out, t)
	issuer, err := store.Organisations.Get(v.Tx, l.IssuerID)
	if err != nil {
		return out, err
	}
	out.Issuer = issuer.Name
	if out.Items, err = v.letterItems(items, round); err != nil {
		return out, err
	}
	next, err := v.nextSteps(round, []inspection.Inspection{i}, all)
	for _, p := range next {
		if p.DepartmentID == l.DepartmentID && l.Sent() {
			out.Next = &p
		}
	}
	if err != nil {
		return out, err
	}
	return out, v.letterChoices(&out)
}

// letter gives a letter that the caller may know of; any other is absent.
func (v *View) letter(id string) (letter.Letter, []letter.Item, org.Target, error) {
	l, items, t, err := store.LetterTarget(v.Tx, id)
	if err != nil {
		return l, nil, t, err
	}
	if err := v.Need(org.LetterSee, t); err != nil {
		return l, nil, t, err
	}
	if !l.Shown(v.Actor) {
		return letter.Letter{}, nil, t, fault.New(fault.NotFound, "fault.not-found")
	}
	return l, items, t, nil
}

// letterActs says what the caller may do now.
func (v *View) letterActs(out *LetterPage, t org.Target) {
	l := out.Letter
	drafts, takes := v.Can(org.LetterDraft, t) && l.Sends(v.Actor), v.Can(org.LetterReply, t) && l.Takes(v.Actor)
	out.CanEdit, out.CanIssue = drafts && l.State == letter.Draft, drafts && l.State == letter.Approved
	out.CanDrop = drafts && l.Need(letter.Draft, letter.Proposed, letter.Approved) == nil
	out.CanApprove = l.State == letter.Proposed && v.Can(org.LetterApprove, t) && l.Sends(v.Actor) && l.CheckApprover(v.Actor) == nil
	out.CanReceive = takes && l.State == letter.Issued
	out.CanReply = takes && l.Need(letter.Issued, letter.Received) == nil
	out.CanSettle = drafts && l.State == letter.Replied && !v.Actor.Is(l.RepliedBy)
}

func (v *View) letterItems(items []letter.Item, round inspection.Round) ([]LetterItem, error) {
	ladder := v.ladder(round)
	var out []LetterItem
	for _, i := range items {
		p, err := store.Problems.Get(v.Tx, i.ProblemID)
		if err != nil {
			return nil, err
		}
		out = append(out, LetterItem{Item: i, Now: p.Effective(v.Today), Due: v.DueOfProblem(p, ladder)})
	}
	return out, nil
}

// letterChoices offers numbers to who issues and evidence to who answers.
func (v *View) letterChoices(out *LetterPage) error {
	var err error
	if out.CanIssue {
		if out.Series, out.Reserved, err = v.numberChoices(out.IssuerID); err != nil {
			return err
		}
	}
	if len(out.Proof) > 0 {
		if out.Named, err = v.evidenceOptions(anyFile, "id IN ("+marks(len(out.Proof))+")", anyOf(out.Proof)...); err != nil {
			return err
		}
	}
	if out.CanReply {
		out.Offered, err = v.evidenceOptions(work.Evidence.Stands, "inspection_id = ? AND problem_id IN (SELECT problem_id FROM letter_item WHERE letter_id = ?)",
			out.Letter.InspectionID, out.ID)
	}
	return err
}
