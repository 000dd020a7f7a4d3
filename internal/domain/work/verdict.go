// Package work holds what is done about a problem: the plan for it, measures,
// responsibility, deadlines, progress, evidence and extensions.
package work

import "bihuan/internal/domain/workday"

// Verdict is how far something is (domain.md §4). Persistence is a separate
// matter: see LongTerm of Problem and Measure.
type Verdict string

// The verdicts. NotDone is never stored: it is what an unfinished matter past
// its deadline is called.
const (
	NotStarted    Verdict = "not-started"    // 未启动
	UnderWay      Verdict = "under-way"      // 整改中
	BasicallyDone Verdict = "basically-done" // 基本完成
	Done          Verdict = "done"           // 已完成
	NotDone       Verdict = "not-done"       // 未完成（逾期）
)

// Verdicts lists the verdicts in the order of the lists.
func Verdicts() []Verdict { return []Verdict{NotStarted, UnderWay, BasicallyDone, Done, NotDone} }

// Storable reports whether a person may set the verdict.
func (v Verdict) Storable() bool {
	return v == NotStarted || v == UnderWay || v == BasicallyDone || v == Done
}

// Effective gives the verdict as shown on a day: what is neither done nor
// basically done after its deadline counts as not done.
func Effective(stored Verdict, deadline, today workday.Date) Verdict {
	if Late(stored, deadline, today) {
		return NotDone
	}
	return stored
}

// Late reports whether the matter is past its deadline and neither done nor
// basically done.
func Late(stored Verdict, deadline, today workday.Date) bool {
	return stored != Done && stored != BasicallyDone && deadline != "" && deadline < today
}
