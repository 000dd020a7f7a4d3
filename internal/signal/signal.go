// Package signal finds signals of paper rectification (疑点) over the facts of
// inspections. A signal says what was found, on which records, and what an
// honest reason could be. It never judges, scores nobody and adds nothing up:
// the organisation answers, the inspection office reviews.
package signal

import (
	"time"

	"bihuan/internal/domain/workday"
)

// Rule names what a signal is about.
type Rule string

// The rules.
const (
	EvidenceEarly   Rule = "evidence-early"   // proof formed before the feedback
	EvidenceLate    Rule = "evidence-late"    // proof formed after the sign-off
	SameFile        Rule = "same-file"        // one file for unrelated problems, or in two organisations
	SamePicture     Rule = "same-picture"     // one picture, the same way
	SimilarText     Rule = "similar-text"     // near-identical measures or progress
	OtherName       Rule = "other-name"       // another organisation's name in a text
	Placeholder     Rule = "placeholder"      // XX, ×××, 某某 … left in a text
	RegulationEarly Rule = "regulation-early" // a regulation dated before the feedback that it answers
	RegulationBare  Rule = "regulation-bare"  // without number, or without the meeting that adopted it
	RegulationIdle  Rule = "regulation-idle"  // in force for long and never applied
	LastDayWave     Rule = "last-day-wave"    // many sign-offs at the very end of the period
	QuickSignOff    Rule = "quick-sign-off"   // the whole chain within minutes
	NoResult        Rule = "no-result"        // completion without any proof of a result
	EasyLongTerm    Rule = "easy-long-term"   // 长期坚持 where a date was possible
	SumsDiffer      Rule = "sums-differ"      // amounts or people that do not add up
	ExtensionChain  Rule = "extension-chain"  // extended again and again
	Recurring       Rule = "recurring"        // signed off in an earlier round, and here again
	FileDates       Rule = "file-dates"       // dates inside a file that contradict the claim
	FileAuthor      Rule = "file-author"      // a file that names another organisation as its maker
)

// Rules lists the rules in the order of the pages.
func Rules() []Rule {
	return []Rule{EvidenceEarly, EvidenceLate, SameFile, SamePicture, SimilarText, OtherName, Placeholder, RegulationEarly,
		RegulationBare, RegulationIdle, LastDayWave, QuickSignOff, NoResult, EasyLongTerm, SumsDiffer, ExtensionChain,
		Recurring, FileDates, FileAuthor}
}

// Stage says from when on the inspection office sees a signal: it rests on
// what the office sees by then (decision 0004).
type Stage string

// The stages.
const (
	PlanStage  Stage = "plan"  // on measures and regulations: once the plan was shared
	ProofStage Stage = "proof" // on progress and proof: once the problem's application reached the office
)

// Finding is one signal as the rules see it.
type Finding struct {
	InspectionID string
	OrgID        string
	ProblemID    string // empty where it is about the inspection as a whole
	Rule         Rule
	Variant      string   // which wording of the rule's explanation
	Args         []string // what the explanation names
	Subject      string   // id of the record that tells it from the rule's other findings
	Stage        Stage
	Base         []Base
}

// Key tells a finding from every other of its inspection, in each computation anew.
func (f Finding) Key() string { return string(f.Rule) + ":" + f.Subject }

// Base is one record on which a signal rests. Label quotes it; a record of
// another inspection has none, for it is not everybody's to read.
type Base struct {
	Kind         string // name of the record's table
	RecordID     string
	ProblemID    string
	InspectionID string
	OrgID        string
	Label        string
}

// State of a stored signal.
type State string

// The states, in their order.
const (
	Open     State = "open"
	Answered State = "answered"
	Reviewed State = "reviewed"
)

// States lists the states.
func States() []State { return []State{Open, Answered, Reviewed} }

// Outcome of a review.
type Outcome string

// The outcomes.
const (
	Explained Outcome = "explained" // the explanation is accepted
	OnTheSpot Outcome = "on-the-spot"
	Confirmed Outcome = "confirmed"
)

// Outcomes lists the outcomes.
func Outcomes() []Outcome { return []Outcome{Explained, OnTheSpot, Confirmed} }

// Signal is a stored finding with its answer and its review. A computation
// never deletes one: where its base vanished, GoneOn says since when.
type Signal struct {
	ID           string
	OrgID        string
	InspectionID string
	RoundID      string
	ProblemID    string
	Rule         Rule
	Key          string
	Variant      string
	Args         []string
	Stage        Stage
	BaseHash     string
	Settings     int // number of the settings that found it
	FoundAt      time.Time
	GoneOn       workday.Date
	State        State
	Answer       string
	Proof        []string // ids of evidence that the answer names
	AnsweredBy   string
	AnsweredName string
	AnsweredAt   time.Time
	AnsweredHash string // of the base that was answered
	Outcome      Outcome
	Review       string
	ReviewedBy   string
	ReviewedName string
	ReviewedAt   time.Time
	Version      int
}

// Changed reports whether the base changed since the answer.
func (s Signal) Changed() bool { return s.AnsweredHash != "" && s.AnsweredHash != s.BaseHash }

// BaseRow is a stored Base.
type BaseRow struct {
	ID           string
	OrgID        string // of the signal
	SignalID     string
	Seq          int
	Kind         string
	RecordID     string
	ProblemID    string
	InspectionID string // of the record
	OfOrg        string // of the record
	Label        string
}

// Run is one computation.
type Run struct {
	ID       string
	At       time.Time
	Took     int // milliseconds
	Problems int
	Texts    int
	Found    int
	By       string // who asked for it; empty for the nightly one
}
