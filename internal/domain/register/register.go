// Package register holds an organisation's register of document numbers (发文
// 登记): one sequence for each series and year, in which nothing is missing
// without a reason.
package register

import (
	"time"

	"bihuan/internal/domain/workday"
)

// Series is one series of document numbers: a code word and what papers it is
// for. Each year it starts again from 1.
type Series struct {
	ID    string
	OrgID string
	Word  string // 青市监党组发, or for minutes the whole name: 中共青禾市市场监管局党组会议纪要
	Paper string // 党组文件, 党组会议纪要
	// Elsewhere says why numbers are not in this register: they were given in
	// the organisation's own office, say. Empty where every number of the
	// series is given here, so that one left out needs a reason of its own.
	Elsewhere string
	Closed    bool // no more numbers are given
	Version   int
}

// State of a number.
type State string

// The states.
const (
	Reserved State = "reserved" // held for a paper that is being made
	Used     State = "used"     // stands on a paper
	Voided   State = "voided"   // stands on no paper, with a reason
)

// States lists the states in order.
func States() []State { return []State{Reserved, Used, Voided} }

// Entry is one number of the register.
type Entry struct {
	ID       string
	OrgID    string
	SeriesID string
	Year     int
	Sequence int    // from 1
	Number   string // as printed: 青市监党组发〔2026〕5号
	State    State
	Subject  string // title of the paper
	Kind     string // noun of the record that bears it: plan_version, meeting …; empty for none
	RecordID string
	Reason   string // why it was left out or voided
	On       workday.Date
	By       string // account
	Name     string
	At       time.Time
	Version  int
}
