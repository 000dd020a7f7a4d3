package query

import (
	"cmp"
	"slices"

	"bihuan/internal/domain/closing"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/store"
)

// ProblemWork is what was done about a problem: progress, proof, requests,
// sign-off, for the problem's page.
type ProblemWork struct {
	Problem      work.Problem
	Progress     []ProgressRow
	Evidence     []EvidenceRow
	Extensions   []work.Extension
	Applications []ApplicationRow
	Reopenings   []ReopeningRow
	Measures     []Option // for the forms
	Proofs       []Option // files that can prove a criterion
	Sums         []work.Sum
	Periods      []Option // those that an entry can report on, the last first
	Departments  []Option // who could help
	People       []Option
	// SeesProof: the caller may see progress and evidence at all.
	SeesProof   bool
	CanReport   bool
	CanUpload   bool
	CanExtend   bool
	CanApply    bool
	CanReopen   bool
	ApplyFault  error // why the problem cannot be applied for yet
	OpenRequest bool  // an application is open
	Follow      FollowCard
}

// ProgressRow is one entry with the measure that it is about.
type ProgressRow struct {
	work.Progress
	Measure string
	// Corrected: a later entry corrects this one.
	Corrected   bool
	Comments    []work.Comment
	Help        string // who must help with the difficulty
	Waits       bool   // … and has not answered
	CanInstruct bool
	CanHelp     bool
	CanCorrect  bool
	Proof       []work.Evidence // the files that came with it or prove its figures
}

// EvidenceRow is one file with the measure that it proves.
type EvidenceRow struct {
	work.Evidence
	Measure     string
	Guest       bool // it was uploaded under another problem
	Shares      int  // other problems that it proves
	CanWithdraw bool
}

// ApplicationRow is one application with its decisions.
type ApplicationRow struct {
	closing.Application
	Decisions []closing.Decision
	Waiting   inspection.ChainStep // Code is empty where it waits for nothing
	Case      closing.Case         // its chain
}

// workOn gives what was done about a problem that is read already and may be
// seen.
func (v *View) workOn(p work.Problem, t org.Target) (ProblemWork, error) {
	w := ProblemWork{Problem: p, SeesProof: v.seesProof(p, t)}
	if !w.SeesProof {
		return w, nil
	}
	w.CanReport, w.CanUpload = v.Can(org.ProgressAdd, t), v.Can(org.EvidenceAdd, t)
	w.CanExtend, w.CanReopen = v.Can(org.ExtensionApply, t) && p.Deadline != "" && !p.Closed(), v.Can(org.ProblemReopen, t) && p.Closed()
	kase, err := store.SignoffCase(v.Tx, p, closing.Application{})
	if err != nil {
		return w, err
	}
	w.ApplyFault = kase.CheckApplication()
	all, err := store.MeasuresOf(v.Tx, p.ID)
	if err != nil {
		return w, err
	}
	texts := map[string]string{}
	for _, m := range all {
		texts[m.ID] = m.Text
	}
	for _, m := range kase.Measures {
		w.Measures = append(w.Measures, Option{Value: m.ID, Label: m.Text})
	}
	for _, e := range kase.Evidence {
		w.Proofs = append(w.Proofs, Option{Value: e.ID, Label: e.Titled()})
	}
	if err := w.load(v, t, texts, kase); err != nil {
		return w, err
	}
	w.CanApply = v.Can(org.SignoffApply, t) && !p.Closed() && !w.OpenRequest
	return w, nil
}

// seesProof: inside the organisation always, outside once a sign-off
// application reached the inspection office.
func (v *View) seesProof(p work.Problem, t org.Target) bool {
	t.Submitted = t.Submitted && p.SubmittedOn != ""
	t.Issued = t.Submitted
	return v.Can(org.SeeDetail, t)
}

func (w *ProblemWork) load(v *View, t org.Target, texts map[string]string, kase closing.Case) error {
	if err := w.loadProgress(v, t, texts, kase); err != nil {
		return err
	}
	if err := w.loadEvidence(v, t, texts); err != nil {
		return err
	}
	var err error
	if w.Extensions, err = store.Extensions.List(v.Tx, "WHERE problem_id = ? ORDER BY asked_at DESC, id", w.Problem.ID); err != nil {
		return err
	}
	if err := w.loadReopenings(v); err != nil {
		return err
	}
	if w.Follow, err = v.followCard(w.Problem, t); err != nil {
		return err
	}
	return w.loadApplications(v, kase)
}

func (w *ProblemWork) loadApplications(v *View, kase closing.Case) error {
	list, err := store.Applications.List(v.Tx, "WHERE problem_id = ? ORDER BY round DESC", w.Problem.ID)
	if err != nil {
		return err
	}
	for _, a := range list {
		row := ApplicationRow{Application: a, Case: closing.Case{Chain: kase.Chain}}
		if len(a.Chain) > 0 {
			row.Case.Chain = a.Chain
		}
		row.Waiting, _ = row.Case.Waiting(a)
		if row.Decisions, err = store.Decisions.List(v.Tx, "WHERE application_id = ? ORDER BY seq", a.ID); err != nil {
			return err
		}
		w.OpenRequest = w.OpenRequest || a.State == closing.Open
		w.Applications = append(w.Applications, row)
	}
	return nil
}

// loadEvidence fills the files of the problem, those of other problems that
// prove it among them, by the day that they speak for.
func (w *ProblemWork) loadEvidence(v *View, t org.Target, texts map[string]string) error {
	files, err := store.AllEvidenceOf(v.Tx, w.Problem.ID)
	if err != nil {
		return err
	}
	links, err := store.EvidenceLinks.List(v.Tx, "WHERE inspection_id = ?", w.Problem.InspectionID)
	if err != nil {
		return err
	}
	shares := map[string]int{}
	for _, l := range links {
		shares[l.EvidenceID]++
	}
	slices.SortStableFunc(files, func(a, b work.Evidence) int { return cmp.Compare(b.SpeaksFor, a.SpeaksFor) })
	for _, e := range files {
		guest := e.ProblemID != w.Problem.ID
		w.Evidence = append(w.Evidence, EvidenceRow{Evidence: e, Measure: texts[e.MeasureID], Guest: guest, Shares: shares[e.ID],
			CanWithdraw: !guest && e.Withdrawn == "" && e.Cycle == w.Problem.Cycle && v.Can(org.EvidenceWithdraw, t)})
	}
	return nil
}
