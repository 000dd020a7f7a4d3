package store

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
)

// IssuedPapers keeps inspection.IssuedPaper.
var IssuedPapers = newTable("issued_paper",
	`id org_id inspection_id round_id kind of_id number reason state title doc_number on_day cut_off outline body data
	file_name file_hash file_size hash by_id name at signed_by signed_name signed_at opinion version`,
	func(p *inspection.IssuedPaper) []any {
		return []any{&p.ID, &p.OrgID, &p.InspectionID, &p.RoundID, &p.Kind, &p.Of, &p.Number, &p.Reason, &p.State, &p.Title, &p.DocNumber,
			&p.On, &p.CutOff, &p.Outline, js(&p.Body), js(&p.Data), &p.FileName, &p.FileHash, &p.FileSize, &p.Hash, &p.By, &p.Name, ms(&p.At),
			&p.SignedBy, &p.SignedName, ms(&p.SignedAt), &p.Opinion, &p.Version}
	})

// PaperTarget is where the papers of an inspection, or of a round, lie.
func PaperTarget(tx *Tx, inspectionID, roundID string) (org.Target, error) {
	if roundID == "" {
		_, t, err := InspectionTarget(tx, inspectionID)
		return t, err
	}
	r, err := Rounds.Get(tx, roundID)
	return org.Target{Kind: Rounds.Name(), ID: r.ID, OrgID: r.OfficeID}, err
}

// IssuedPaperTarget gives an issued paper and where it lies.
func IssuedPaperTarget(tx *Tx, id string) (inspection.IssuedPaper, org.Target, error) {
	p, err := IssuedPapers.Get(tx, id)
	if err != nil {
		return p, org.Target{}, err
	}
	t, err := PaperTarget(tx, p.InspectionID, p.RoundID)
	t.Kind, t.ID = IssuedPapers.Name(), id
	return p, t, err
}

// VersionsOfPaper gives every version of one paper, the newest first.
func VersionsOfPaper(tx *Tx, a inspection.PaperAsk) ([]inspection.IssuedPaper, error) {
	return IssuedPapers.List(tx, "WHERE inspection_id = ? AND round_id = ? AND kind = ? AND of_id = ? ORDER BY number DESC",
		a.InspectionID, a.RoundID, a.Kind, a.Of)
}

// IssuedHeads gives papers without what they say, for lists.
func IssuedHeads(tx *Tx, where string, args ...any) ([]inspection.IssuedPaper, error) {
	var out []inspection.IssuedPaper
	err := tx.Each(func(scan func(...any) error) error {
		var p inspection.IssuedPaper
		err := scan(&p.ID, &p.OrgID, &p.InspectionID, &p.RoundID, &p.Kind, &p.Of, &p.Number, &p.State, &p.Title, &p.DocNumber, &p.On,
			&p.FileHash, &p.FileSize, &p.Hash, &p.By, &p.Name, ms(&p.At), &p.SignedName)
		out = append(out, p)
		return err
	}, `SELECT id, org_id, inspection_id, round_id, kind, of_id, number, state, title, doc_number, on_day,
		file_hash, file_size, hash, by_id, name, at, signed_name FROM issued_paper `+where, args...)
	return out, err
}
