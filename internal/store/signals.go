package store

import (
	"bihuan/internal/domain/work"
	"bihuan/internal/signal"
)

// Signals keeps signal.Signal.
var Signals = newTable("signal",
	`id org_id inspection_id round_id problem_id rule signal_key variant args stage base_hash settings found_at gone_on state
	answer proof answered_by answered_name answered_at answered_hash outcome review reviewed_by reviewed_name reviewed_at version`,
	func(s *signal.Signal) []any {
		return []any{&s.ID, &s.OrgID, &s.InspectionID, &s.RoundID, &s.ProblemID, &s.Rule, &s.Key, &s.Variant, js(&s.Args), &s.Stage,
			&s.BaseHash, &s.Settings, ms(&s.FoundAt), &s.GoneOn, &s.State, &s.Answer, js(&s.Proof), &s.AnsweredBy, &s.AnsweredName,
			ms(&s.AnsweredAt), &s.AnsweredHash, &s.Outcome, &s.Review, &s.ReviewedBy, &s.ReviewedName, ms(&s.ReviewedAt), &s.Version}
	})

// SignalBases keeps signal.BaseRow.
var SignalBases = newTable("signal_base", "id org_id signal_id seq kind record_id problem_id inspection_id of_org label",
	func(b *signal.BaseRow) []any {
		return []any{&b.ID, &b.OrgID, &b.SignalID, &b.Seq, &b.Kind, &b.RecordID, &b.ProblemID, &b.InspectionID, &b.OfOrg, &b.Label}
	})

// SignalSettings keeps signal.SettingsVersion.
var SignalSettings = newTable("signal_settings", "id round_id number settings by_id name at",
	func(s *signal.SettingsVersion) []any {
		return []any{&s.ID, &s.RoundID, &s.Number, js(&s.Settings), &s.By, &s.Name, ms(&s.At)}
	})

// SignalRuns keeps signal.Run.
var SignalRuns = newTable("signal_run", "id at took problems texts found by_id",
	func(r *signal.Run) []any {
		return []any{&r.ID, ms(&r.At), &r.Took, &r.Problems, &r.Texts, &r.Found, &r.By}
	})

// EvidenceFacts keeps work.FileFacts. What a file says of itself follows from
// the file, so it is written without an audit entry, as the search index is.
var EvidenceFacts = newTable("evidence_fact",
	"id org_id inspection_id hash state taken_on created_on modified_on author last_author company program scanned picture read_at",
	func(f *work.FileFacts) []any {
		return []any{&f.ID, &f.OrgID, &f.InspectionID, &f.Hash, &f.State, &f.TakenOn, &f.CreatedOn, &f.ModifiedOn, &f.Author,
			&f.LastAuthor, &f.Company, &f.Program, &f.Scanned, &f.Picture, ms(&f.ReadAt)}
	})

// SignalSettingsOf gives the thresholds of a round that hold now, with their
// number; a round that changed none has the defaults and number 0.
func SignalSettingsOf(tx *Tx, roundID string) (signal.SettingsVersion, error) {
	list, err := SignalSettings.List(tx, "WHERE round_id = ? ORDER BY number DESC LIMIT 1", roundID)
	if err != nil || len(list) > 0 {
		return append(list, signal.SettingsVersion{})[0], err
	}
	return signal.SettingsVersion{RoundID: roundID, Settings: signal.DefaultSettings()}, nil
}
