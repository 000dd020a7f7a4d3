package store

import (
	"bihuan/internal/domain/letter"
	"bihuan/internal/domain/org"
)

// Letters keeps letter.Letter.
var Letters = newTable("letter",
	`id org_id inspection_id round_id department_id issuer_id kind kind_name title addressee basis demand due_on meet_on meet_place
	state drafted_by drafted_name drafted_at content_hash approved_by approved_name approved_at opinion number issued_on issued_name
	file_name file_hash file_size received_on received_by receiver reply proof replied_on replied_by replied_name outcome settled_on
	settled_name version`,
	func(l *letter.Letter) []any {
		return []any{&l.ID, &l.OrgID, &l.InspectionID, &l.RoundID, &l.DepartmentID, &l.IssuerID, &l.Kind, &l.KindName, &l.Title,
			&l.Addressee, &l.Basis, &l.Demand, &l.DueOn, &l.MeetOn, &l.MeetPlace, &l.State, &l.DraftedBy, &l.DraftedName,
			ms(&l.DraftedAt), &l.ContentHash, &l.ApprovedBy, &l.ApprovedName, ms(&l.ApprovedAt), &l.Opinion, &l.Number, &l.IssuedOn,
			&l.IssuedName, &l.FileName, &l.FileHash, &l.FileSize, &l.ReceivedOn, &l.ReceivedBy, &l.Receiver, &l.Reply, js(&l.Proof),
			&l.RepliedOn, &l.RepliedBy, &l.RepliedName, &l.Outcome, &l.SettledOn, &l.SettledName, &l.Version}
	})

// LetterItems keeps letter.Item.
var LetterItems = newTable("letter_item", "id org_id letter_id seq problem_id number title deadline",
	func(i *letter.Item) []any {
		return []any{&i.ID, &i.OrgID, &i.LetterID, &i.Seq, &i.ProblemID, &i.Number, &i.Title, &i.Deadline}
	})

// LetterTarget gives a letter, the problems that it names, and where it lies.
func LetterTarget(tx *Tx, id string) (letter.Letter, []letter.Item, org.Target, error) {
	l, err := Letters.Get(tx, id)
	if err != nil {
		return l, nil, org.Target{}, err
	}
	_, t, err := InspectionTarget(tx, l.InspectionID)
	if err != nil {
		return l, nil, t, err
	}
	t.Kind, t.ID = Letters.Name(), id
	if !l.Outer() {
		t.Departments = []string{l.DepartmentID}
	}
	items, err := LetterItems.List(tx, "WHERE letter_id = ? ORDER BY seq", id)
	return l, items, t, err
}
