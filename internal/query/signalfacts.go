package query

import (
	"strings"

	"bihuan/internal/domain/closing"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/signal"
	"bihuan/internal/store"
)

// SignalScan is a city's signals, with the settings that found them.
type SignalScan struct {
	Found       map[string][]signal.Finding // by inspection
	Inspections []string                    // all that were looked at
	Settings    map[string]int              // number, by inspection
	Problems    int
	Texts       int
}

// ScanSignals looks at every inspection with a feedback, one after another,
// and compares across them.
func ScanSignals(v *View, _ struct{}) (SignalScan, error) {
	out := SignalScan{Found: map[string][]signal.Finding{}, Settings: map[string]int{}}
	if err := v.Need(org.SignalCompute, org.Target{}); err != nil {
		return out, err
	}
	scan, err := v.newScan()
	if err != nil {
		return out, err
	}
	list, err := store.Inspections.List(v.Tx, "WHERE feedback_on <> '' ORDER BY feedback_on, id")
	if err != nil {
		return out, err
	}
	for _, i := range list {
		d, number, err := v.dossier(i)
		if err != nil {
			return out, err
		}
		scan.Add(d)
		out.Inspections, out.Settings[i.ID] = append(out.Inspections, i.ID), number
	}
	found, err := scan.Findings(v.textsOf)
	for _, f := range found {
		out.Found[f.InspectionID] = append(out.Found[f.InspectionID], f)
	}
	out.Problems, out.Texts = scan.Size()
	return out, err
}

func (v *View) newScan() (*signal.Scan, error) {
	orgs, err := store.Organisations.List(v.Tx, "WHERE kind NOT IN (?, ?) ORDER BY id", org.Office, org.Reviewer)
	var list []signal.Organisation
	for _, o := range orgs {
		list = append(list, signal.Organisation{ID: o.ID, Names: []string{o.Name, o.ShortName, o.PartyName}})
	}
	return signal.New(list), err
}

// textsOf gives texts of measures or progress entries by their ids.
func (v *View) textsOf(kind string, ids []string) (map[string]string, error) {
	out := make(map[string]string, len(ids))
	table := "measure"
	if kind == "progress" {
		table = "progress"
	}
	for _, some := range chunks(ids) {
		err := v.Tx.Each(func(scan func(...any) error) error {
			var id, body string
			err := scan(&id, &body)
			out[id] = body
			return err
		}, "SELECT id, body FROM "+table+" WHERE id IN ("+marks(len(some))+")", anyOf(some)...)
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// dossier gathers one inspection.
func (v *View) dossier(i inspection.Inspection) (*signal.Dossier, int, error) {
	round, err := v.round(i.RoundID)
	if err != nil {
		return nil, 0, err
	}
	settings, err := store.SignalSettingsOf(v.Tx, i.RoundID)
	if err != nil {
		return nil, 0, err
	}
	d := &signal.Dossier{Inspection: i, Today: v.Today, Settings: settings.Settings, PeriodEnd: v.deadlines(i, round)[workday.PeriodEnd].Date}
	cases, err := v.cases(d)
	if err != nil {
		return nil, 0, err
	}
	for _, load := range []func(*signal.Dossier, map[string]*signal.Case) error{v.caseWork, v.caseProof, v.caseClosing, v.dossierRules} {
		if err := load(d, cases); err != nil {
			return nil, 0, err
		}
	}
	return d, settings.Number, nil
}

// cases begins the cases of a dossier: the problems with their wording.
func (v *View) cases(d *signal.Dossier) (map[string]*signal.Case, error) {
	problems, err := store.Problems.List(v.Tx, "WHERE inspection_id = ? ORDER BY seq, id", d.Inspection.ID)
	if err != nil {
		return nil, err
	}
	d.Cases = make([]signal.Case, len(problems))
	at := make(map[string]*signal.Case, len(problems))
	for n, p := range problems {
		d.Cases[n].Problem = p
		at[p.ID] = &d.Cases[n]
	}
	nodes, err := store.Nodes.List(v.Tx, "WHERE inspection_id = ? AND kind = ?", d.Inspection.ID, inspection.KindProblem)
	for _, n := range nodes {
		if c := at[n.ID]; c != nil {
			c.Wording = n.Title + "\n" + n.Text
		}
	}
	return at, err
}

func (v *View) caseWork(d *signal.Dossier, at map[string]*signal.Case) error {
	measures, err := store.Measures.List(v.Tx, "WHERE inspection_id = ? ORDER BY problem_id, seq, id", d.Inspection.ID)
	if err != nil {
		return err
	}
	for _, m := range measures {
		if c := at[m.ProblemID]; c != nil {
			c.Measures = append(c.Measures, m)
		}
	}
	entries, err := store.ProgressEntries.List(v.Tx, "WHERE inspection_id = ? ORDER BY at, id", d.Inspection.ID)
	if err != nil {
		return err
	}
	for _, p := range entries {
		if c := at[p.ProblemID]; c != nil {
			c.Progress = append(c.Progress, p)
		}
	}
	reasons, err := store.SumReasons.List(v.Tx, "WHERE inspection_id = ? ORDER BY at, id", d.Inspection.ID)
	if err != nil {
		return err
	}
	for _, r := range reasons {
		if c := at[r.ProblemID]; c != nil {
			c.Reasons = append(c.Reasons, r)
		}
	}
	extensions, err := store.Extensions.List(v.Tx, "WHERE inspection_id = ? ORDER BY asked_at, id", d.Inspection.ID)
	for _, e := range extensions {
		if c := at[e.ProblemID]; c != nil {
			c.Extensions = append(c.Extensions, e)
		}
	}
	return err
}

func (v *View) caseProof(d *signal.Dossier, at map[string]*signal.Case) error {
	list, err := store.EvidenceFacts.List(v.Tx, "WHERE inspection_id = ?", d.Inspection.ID)
	if err != nil {
		return err
	}
	facts := make(map[string]work.FileFacts, len(list))
	for _, f := range list {
		facts[f.ID] = f
	}
	files, err := store.Evidences.List(v.Tx, "WHERE inspection_id = ? ORDER BY at, id", d.Inspection.ID)
	if err != nil {
		return err
	}
	stands := make(map[string]bool, len(files))
	for _, e := range files {
		if stands[e.ID] = e.Stands(); !stands[e.ID] {
			continue
		}
		if c := at[e.ProblemID]; c != nil {
			c.Evidence = append(c.Evidence, signal.Proof{Evidence: e, Facts: facts[e.ID]})
		}
	}
	links, err := store.EvidenceLinks.List(v.Tx, "WHERE inspection_id = ?", d.Inspection.ID)
	for _, l := range links {
		if c := at[l.ProblemID]; c != nil && stands[l.EvidenceID] {
			c.Linked++
		}
	}
	return err
}

func (v *View) caseClosing(d *signal.Dossier, at map[string]*signal.Case) error {
	decisions := map[string][]closing.Decision{}
	list, err := store.Decisions.List(v.Tx, `WHERE application_id IN (SELECT id FROM application WHERE inspection_id = ?)
		ORDER BY application_id, seq`, d.Inspection.ID)
	if err != nil {
		return err
	}
	for _, x := range list {
		decisions[x.ApplicationID] = append(decisions[x.ApplicationID], x)
	}
	applications, err := store.Applications.List(v.Tx, "WHERE inspection_id = ? ORDER BY applied_at, id", d.Inspection.ID)
	for _, a := range applications {
		if c := at[a.ProblemID]; c != nil {
			c.SignOffs = append(c.SignOffs, signal.SignOff{Application: a, Decisions: decisions[a.ID]})
		}
	}
	return err
}

// dossierRules gathers the regulations and what may tell that they were
// adopted and applied.
func (v *View) dossierRules(d *signal.Dossier, _ map[string]*signal.Case) error {
	var err error
	if d.Regulations, err = store.Regulations.List(v.Tx, "WHERE inspection_id = ? ORDER BY id", d.Inspection.ID); err != nil {
		return err
	}
	meetings, err := store.Meetings.List(v.Tx, "WHERE inspection_id = ? ORDER BY held_on, id", d.Inspection.ID)
	if err != nil {
		return err
	}
	resolved, err := store.Resolutions.List(v.Tx, `WHERE meeting_id IN (SELECT id FROM meeting WHERE inspection_id = ?)
		ORDER BY meeting_id, seq`, d.Inspection.ID)
	if err != nil {
		return err
	}
	resolutions := map[string]string{}
	for _, r := range resolved {
		resolutions[r.MeetingID] += r.Text + "\n"
	}
	for _, m := range meetings {
		words := append(append([]string{m.Title, resolutions[m.ID]}, m.Agenda()...), m.Requirements...)
		d.Meetings = append(d.Meetings, signal.Mention{On: m.HeldOn, Text: strings.Join(words, "\n")})
	}
	studies, err := store.Studies.List(v.Tx, "WHERE inspection_id = ? ORDER BY held_on, id", d.Inspection.ID)
	if err != nil {
		return err
	}
	for _, s := range studies {
		text := s.Title + "\n" + s.Note
		for _, m := range s.Materials {
			text += "\n" + m.Title
		}
		d.Others = append(d.Others, signal.Mention{On: s.HeldOn, Text: text})
	}
	linked, err := store.LinkedWorks.List(v.Tx, "WHERE inspection_id = ? ORDER BY on_day, id", d.Inspection.ID)
	for _, l := range linked {
		d.Others = append(d.Others, signal.Mention{On: max(l.On, l.Until), Text: l.Title + "\n" + l.Body})
	}
	return err
}
