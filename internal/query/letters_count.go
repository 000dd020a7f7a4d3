package query

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/letter"
	"bihuan/internal/domain/org"
	"bihuan/internal/store"
)

// LetterCounts is how the letters about one inspection stand, as its list
// counts them.
type LetterCounts struct {
	Sent int // issued so far
	Open int // waiting for an answer
	Late int // of these, overdue
	Sees bool
}

// lettersOf counts the letters about an inspection of which the caller may know.
func (v *View) lettersOf(i inspection.Inspection, t org.Target) (LetterCounts, error) {
	out := LetterCounts{Sees: v.Can(org.LetterSee, t)}
	if !out.Sees {
		return out, nil
	}
	list, err := v.letterRows([]inspection.Inspection{i})
	for _, l := range list {
		out.Sent += one(l.Sent())
		out.Open += one(l.State == letter.Issued || l.State == letter.Received)
		out.Late += one(l.Late)
	}
	return out, err
}

// letters: letters that the caller has to receive or answer, and as a sender
// those to approve and answers to judge.
func (b *deskBuilder) letters(i inspection.Inspection, t org.Target) error {
	if !b.Can(org.LetterSee, t) {
		return nil
	}
	ladder, err := b.ladderOf(i.ID)
	if err != nil {
		return err
	}
	list, err := store.Letters.List(b.Tx, "WHERE inspection_id = ? AND state IN (?, ?, ?, ?) ORDER BY due_on, id",
		i.ID, letter.Proposed, letter.Issued, letter.Received, letter.Replied)
	if err != nil {
		return err
	}
	for _, l := range list {
		page := LetterPage{LetterRow: LetterRow{Letter: l}}
		if t.Departments = nil; !l.Outer() {
			t.Departments = []string{l.DepartmentID}
		}
		b.letterActs(&page, t)
		if page.CanApprove || page.CanReceive || page.CanReply || page.CanSettle {
			b.add(DeskLetter, DeskItem{Title: l.Title, Note: l.Number, Href: "/letters/" + l.ID, Due: b.dueOf(ladder, l.DueOn, l.DueOn, "", l.State != letter.Issued && l.State != letter.Received)})
		}
	}
	return nil
}
