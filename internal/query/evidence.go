package query

import (
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// EvidencePage is one file with what it proves and its versions.
type EvidencePage struct {
	Inside
	Evidence  work.Evidence
	Measure   string
	Problems  []Neighbour // those that it proves, its own first
	Versions  []work.Evidence
	CanReview bool
	CanLink   bool
	Linkable  []Option
}

// Evidence gives one file to those who may see the proof of a problem that it
// stands for.
func Evidence(v *View, id string) (EvidencePage, error) {
	e, err := store.Evidences.Get(v.Tx, id)
	if err != nil {
		return EvidencePage{}, err
	}
	out := EvidencePage{Inside: Inside{e.InspectionID}, Evidence: e}
	t, err := store.EvidenceTarget(v.Tx, e)
	if err != nil {
		return out, err
	}
	if err := v.Need(org.SeeDetail, t); err != nil {
		return out, err
	}
	out.CanReview = e.Stands() && e.UploaderID != v.Actor.AccountID && v.Can(org.EvidenceReview, t)
	out.CanLink = e.Stands() && v.Can(org.EvidenceAdd, t)
	if e.MeasureID != "" {
		m, err := store.Measures.Get(v.Tx, e.MeasureID)
		if err != nil && !fault.Is(err, fault.NotFound) {
			return out, err
		}
		out.Measure = m.Text
	}
	if err := v.loadProved(&out, v.Inside(t)); err != nil {
		return out, err
	}
	return out, v.loadVersions(&out)
}

// EvidenceToSee gives the record of a file to those who may see the proof of a
// problem that it stands for.
func EvidenceToSee(v *View, id string) (work.Evidence, error) {
	e, err := store.Evidences.Get(v.Tx, id)
	if err != nil {
		return e, err
	}
	t, err := store.EvidenceTarget(v.Tx, e)
	if err != nil {
		return e, err
	}
	return e, v.Need(org.Download, t)
}

// loadProved finds the problems that the file proves, and those that it could.
// From outside only its own.
func (v *View) loadProved(out *EvidencePage, inside bool) error {
	problems, err := store.Problems.List(v.Tx, "WHERE inspection_id = ? ORDER BY seq", out.InspectionID)
	if err != nil {
		return err
	}
	links, err := store.EvidenceLinks.List(v.Tx, "WHERE evidence_id = ?", out.Evidence.ID)
	if err != nil {
		return err
	}
	proved := map[string]bool{out.Evidence.ProblemID: true}
	for _, l := range links {
		proved[l.ProblemID] = true
	}
	for _, p := range problems {
		switch {
		case proved[p.ID] && (inside || p.SubmittedOn != ""):
			out.Problems = append(out.Problems, Neighbour{ID: p.ID, Number: p.Number})
		case !proved[p.ID] && out.CanLink && !p.Closed():
			out.Linkable = append(out.Linkable, Option{Value: p.ID, Label: p.Number + " " + p.Title})
		}
	}
	return nil
}

// mostVersions bounds the walk through the versions of a file.
const mostVersions = 100

// loadVersions follows what replaced what, both ways; the newest stands first.
func (v *View) loadVersions(out *EvidencePage) error {
	out.Versions = []work.Evidence{out.Evidence}
	for n := 0; n < mostVersions; n++ {
		later, err := store.Evidences.List(v.Tx, "WHERE replaces = ? LIMIT 1", out.Versions[0].ID)
		if err != nil {
			return err
		}
		if len(later) == 0 {
			break
		}
		out.Versions = append(later, out.Versions...)
	}
	for n := 0; n < mostVersions; n++ {
		last := out.Versions[len(out.Versions)-1]
		if last.Replaces == "" {
			break
		}
		earlier, err := store.Evidences.Get(v.Tx, last.Replaces)
		if err != nil {
			return err
		}
		out.Versions = append(out.Versions, earlier)
	}
	return nil
}

// Upload gives a file on its way in, to who brings it in and nobody else.
func Upload(v *View, id string) (work.Upload, error) {
	u, err := store.Uploads.Get(v.Tx, id)
	if err != nil {
		return u, err
	}
	if u.AccountID != v.Actor.AccountID {
		return work.Upload{}, fault.New(fault.NotFound, "fault.not-found")
	}
	_, t, err := store.ProblemTarget(v.Tx, u.ProblemID)
	if err != nil {
		return u, err
	}
	return u, v.Need(org.EvidenceAdd, t)
}
