package query

import (
	"slices"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/letter"
	"bihuan/internal/domain/org"
	"bihuan/internal/store"
)

// Proposal is the next step of the ladder that the records speak for. Somebody
// drafts it or not; nothing happens by itself.
type Proposal struct {
	InspectionID string
	OrgID        string
	Organisation string
	DepartmentID string
	Department   string
	Step         letter.Step
	Why          string
	Late         int // overdue problems of the addressee
}

// nextSteps gives the next steps for the addressees to whom the caller writes:
// organisations for the inspection office, departments for a clerk.
func (v *View) nextSteps(round inspection.Round, of []inspection.Inspection, all []LetterRow) ([]Proposal, error) {
	var out []Proposal
	for _, i := range of {
		t := store.TargetOf(i)
		if !v.Can(org.LetterDraft, t) {
			continue
		}
		found, err := v.nextStepsOf(round, i, !v.Inside(t), all)
		if err != nil {
			return nil, err
		}
		out = append(out, found...)
	}
	return out, nil
}

func (v *View) nextStepsOf(round inspection.Round, i inspection.Inspection, outer bool, all []LetterRow) ([]Proposal, error) {
	column, role := "'' AS d", org.RoleOffice
	if !outer {
		column, role = "lead_dept_id", org.RoleClerk
	}
	late, args := isLate(v.Today)
	counts := map[string]int{}
	err := v.Tx.Each(func(scan func(...any) error) error {
		var dept string
		var n int
		err := scan(&dept, &n)
		counts[dept] = n
		return err
	}, "SELECT "+column+", COUNT(*) FROM problem WHERE inspection_id = ? AND "+isNotClosed+" AND "+late+" GROUP BY 1 ORDER BY 1", append([]any{i.ID}, args...)...)
	if err != nil {
		return nil, err
	}
	names, err := v.NamesOf(i.OrgID)
	if err != nil {
		return nil, err
	}
	o, err := store.Organisations.Get(v.Tx, i.OrgID)
	if err != nil {
		return nil, err
	}
	var out []Proposal
	for _, dept := range addressees(counts, i.ID, outer, all) {
		sent := sentTo(all, i.ID, dept)
		still, err := v.stillLate(sent)
		if err != nil {
			return nil, err
		}
		step, why, ok := round.Settings.Letters.Next(sent, counts[dept], still, role, v.Today)
		if ok && !drafted(all, i.ID, dept) {
			out = append(out, Proposal{InspectionID: i.ID, OrgID: i.OrgID, Organisation: o.ShortName, DepartmentID: dept, Department: names.Department(dept),
				Step: step, Why: why, Late: counts[dept]})
		}
	}
	return out, nil
}

const isNotClosed = "closed_on = ''"

// addressees are those with overdue problems, and those who got a letter.
func addressees(late map[string]int, inspectionID string, outer bool, all []LetterRow) []string {
	var out []string
	for _, r := range all {
		if r.InspectionID == inspectionID && r.Outer() == outer && !slices.Contains(out, r.DepartmentID) {
			out = append(out, r.DepartmentID)
		}
	}
	for _, dept := range sorted(asNames(late)) {
		if (outer || dept != "") && !slices.Contains(out, dept) {
			out = append(out, dept)
		}
	}
	return out
}

func asNames(counts map[string]int) map[string]bool {
	out := map[string]bool{}
	for id := range counts {
		out[id] = true
	}
	return out
}

// sentTo gives the issued letters to an addressee, the oldest first.
func sentTo(all []LetterRow, inspectionID, dept string) []letter.Letter {
	var out []letter.Letter
	for _, r := range all {
		if r.InspectionID == inspectionID && r.DepartmentID == dept && r.Sent() {
			out = append(out, r.Letter)
		}
	}
	slices.Reverse(out)
	return out
}

// drafted reports whether a letter to the addressee is under way already.
func drafted(all []LetterRow, inspectionID, dept string) bool {
	return slices.ContainsFunc(all, func(r LetterRow) bool {
		return r.InspectionID == inspectionID && r.DepartmentID == dept && !r.Sent() && r.State != letter.Dropped
	})
}

// stillLate counts the problems of the last letter that are overdue today.
func (v *View) stillLate(sent []letter.Letter) (int, error) {
	if len(sent) == 0 {
		return 0, nil
	}
	late, args := isLate(v.Today)
	return v.Tx.Count("SELECT COUNT(*) FROM problem WHERE id IN (SELECT problem_id FROM letter_item WHERE letter_id = ?) AND "+isNotClosed+" AND "+late,
		append([]any{sent[len(sent)-1].ID}, args...)...)
}
