package query

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
	"bihuan/internal/signal"
	"bihuan/internal/store"
)

// SignalPage is one signal with the records it rests on.
type SignalPage struct {
	Inside
	SignalRow
	Base       []SignalRecord
	Settings   signal.SettingsVersion // that found it
	Named      []Option               // evidence that the answer names
	Offered    []Option               // evidence that an answer can name
	FoundBy    []signal.Threshold     // the numbers of its rule
	CanAnswer  bool
	CanReview  bool
	SeesRounds bool
}

// SignalRecord is one record of a signal's base, as the caller may see it.
type SignalRecord struct {
	Kind         string
	Href         string // empty where the caller may not go there
	Label        string
	Organisation string // empty for one's own
	Number       string // of its problem
	Hidden       bool   // a record of another organisation: that it is there, nothing else
}

// Signal gives one signal.
func Signal(v *View, id string) (SignalPage, error) {
	s, t, err := store.SignalTarget(v.Tx, id)
	if err != nil {
		return SignalPage{}, err
	}
	if err := v.Need(org.SeeSignals, t); err != nil {
		return SignalPage{}, err
	}
	rows, err := v.signalRows([]signal.Signal{s})
	if err != nil {
		return SignalPage{}, err
	}
	open := s.State != signal.Reviewed || s.Changed()
	page := SignalPage{Inside: Inside{s.InspectionID}, SignalRow: rows[0], SeesRounds: v.Can(org.SeeRound, v.anyTeam()),
		CanAnswer: open && v.Can(org.SignalAnswer, t), CanReview: v.Can(org.SignalReview, t)}
	if page.Base, err = v.signalBase(s); err != nil {
		return page, err
	}
	if page.Settings, err = v.settingsThat(s); err != nil {
		return page, err
	}
	for _, th := range signal.Thresholds() {
		if th.Rule == s.Rule {
			page.FoundBy = append(page.FoundBy, th)
		}
	}
	page.Named, err = v.evidenceOptions(anyFile, "id IN ("+marks(max(1, len(s.Proof)))+")", anyOf(append(s.Proof, ""))[:max(1, len(s.Proof))]...)
	if err == nil && page.CanAnswer {
		page.Offered, err = v.evidenceOptions(work.Evidence.Stands, `inspection_id = ? AND (? = '' OR problem_id = ?
			OR problem_id IN (SELECT problem_id FROM signal_base WHERE signal_id = ?))`, s.InspectionID, s.ProblemID, s.ProblemID, s.ID)
	}
	return page, err
}

// mostOffered bounds the files of which some can be chosen.
const mostOffered = 100

func anyFile(work.Evidence) bool { return true }

// evidenceOptions gives the files that a condition selects and that are wanted.
func (v *View) evidenceOptions(wanted func(work.Evidence) bool, cond string, args ...any) ([]Option, error) {
	list, err := store.Evidences.List(v.Tx, "WHERE "+cond+" ORDER BY at DESC, id", args...)
	var out []Option
	for _, e := range list {
		if len(out) < mostOffered && wanted(e) {
			out = append(out, Option{Value: e.ID, Label: e.Name, Hint: string(e.SpeaksFor)})
		}
	}
	return out, err
}

// settingsThat gives the settings that found a signal.
func (v *View) settingsThat(s signal.Signal) (signal.SettingsVersion, error) {
	if s.Settings == 0 {
		return signal.SettingsVersion{RoundID: s.RoundID, Settings: signal.DefaultSettings()}, nil
	}
	return store.SignalSettings.One(v.Tx, "WHERE round_id = ? AND number = ?", s.RoundID, s.Settings)
}

func (v *View) signalBase(s signal.Signal) ([]SignalRecord, error) {
	rows, err := store.SignalBases.List(v.Tx, "WHERE signal_id = ? ORDER BY seq", s.ID)
	if err != nil {
		return nil, err
	}
	var out []SignalRecord
	for _, b := range rows {
		r, err := v.signalRecord(s, b)
		if err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	return out, nil
}

// signalRecord shows one record as far as the caller may see it where it lies:
// its words, its problem only, or nothing but that it is there.
func (v *View) signalRecord(s signal.Signal, b signal.BaseRow) (SignalRecord, error) {
	out := SignalRecord{Kind: b.Kind}
	i, err := v.inspection(b.InspectionID)
	if err != nil {
		return out, err
	}
	t, err := v.recordTarget(b, i)
	if err != nil {
		return out, err
	}
	if !v.Can(org.SeeInspection, t) {
		out.Hidden = true
		return out, nil
	}
	if b.OfOrg != s.OrgID || b.InspectionID != s.InspectionID {
		o, err := store.Organisations.Get(v.Tx, b.OfOrg)
		if err != nil {
			return out, err
		}
		out.Organisation = o.ShortName
	}
	p, err := store.Problems.Get(v.Tx, b.ProblemID)
	if err != nil && !fault.Is(err, fault.NotFound) {
		return out, err
	}
	out.Number = p.Number
	need := org.SeeDetail
	switch b.Kind {
	case "problem":
		need = org.SeeInspection
	case "regulation":
		need = org.SeeParty
	}
	if !v.Can(need, t) {
		return out, nil
	}
	out.Label, out.Href = b.Label, recordHref(b)
	if out.Label == "" {
		out.Label = p.Title
	}
	return out, nil
}

// recordTarget says where a record lies: proof counts as submitted only with
// its problem's application.
func (v *View) recordTarget(b signal.BaseRow, i inspection.Inspection) (org.Target, error) {
	switch b.Kind {
	case "evidence", "progress", "application", "extension":
		_, t, err := store.ProofTarget(v.Tx, b.ProblemID)
		return t, err
	}
	return store.TargetOf(i), nil
}

// recordHref is where a record is shown.
func recordHref(b signal.BaseRow) string {
	switch b.Kind {
	case "measure":
		return "/measures/" + b.RecordID
	case "application":
		return "/signoffs/" + b.RecordID
	case "regulation":
		return "/regulations/" + b.RecordID
	case "progress", "evidence":
		return "/problems/" + b.ProblemID + "#" + b.Kind
	case "extension":
		return "/problems/" + b.ProblemID + "#extensions"
	}
	return "/problems/" + b.RecordID
}

// SignalSettingsPage is the thresholds of a round.
type SignalSettingsPage struct {
	Round    inspection.Round
	Current  signal.SettingsVersion
	Versions []signal.SettingsVersion // newest first
	CanEdit  bool
}

// SignalSettings gives the thresholds of a round, with the earlier ones.
func SignalSettings(v *View, roundID string) (SignalSettingsPage, error) {
	round, _, err := v.seenInspections(roundID)
	if err != nil {
		return SignalSettingsPage{}, err
	}
	p := SignalSettingsPage{Round: round, CanEdit: v.Can(org.RoundEdit, org.Target{})}
	if p.Current, err = store.SignalSettingsOf(v.Tx, roundID); err != nil {
		return p, err
	}
	p.Versions, err = store.SignalSettings.List(v.Tx, "WHERE round_id = ? ORDER BY number DESC", roundID)
	return p, err
}

// SignalLedger is a list of signals to be taken out.
type SignalLedger struct {
	Ledger
	Rows []SignalRow
}

// ExportSignals gives all the signals that a filter selects.
func ExportSignals(v *View, in SignalsIn) (SignalLedger, error) {
	out := SignalLedger{Ledger: Ledger{On: v.Today, Filtered: in.filtered()}}
	of := []inspection.Inspection{}
	if in.Inspection != "" {
		i, _, err := v.Inspection(in.Inspection, org.SeeSignals)
		if err != nil {
			return out, err
		}
		o, err := store.Organisations.Get(v.Tx, i.OrgID)
		if err != nil {
			return out, err
		}
		of, out.Organisation = append(of, i), o.Name
	} else {
		round, all, err := v.seenInspections(in.Round)
		if err != nil {
			return out, err
		}
		of, out.Organisation = all, round.Name
	}
	l, err := v.signalList(of, in, 0)
	out.Rows = l.Rows
	return out, err
}

func (in SignalsIn) filtered() bool {
	return in.Rule != "" || in.State != "" || in.Outcome != "" || in.Organisation != "" || in.Problem != ""
}
