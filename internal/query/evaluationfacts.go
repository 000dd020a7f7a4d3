package query

import (
	"bihuan/internal/domain/closing"
	"bihuan/internal/domain/evaluation"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/regulation"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/signal"
)

// EvaluationFact is the figure that stands beside an item of a scheme, as of
// the cut-off: a count, with its denominator where it is a share, or a day.
type EvaluationFact struct {
	Code    evaluation.Fact
	N       int
	Of      int // 0 where the figure is no share
	IsShare bool
	On      workday.Date
	Due     workday.Date
	Href    string // the records counted
}

// evaluationFact works out a fact. The problem counts are those of every page
// and paper, as the problems stood at the cut-off.
func (v *View) evaluationFact(i inspection.Inspection, code evaluation.Fact, day workday.Date) (EvaluationFact, error) {
	f := EvaluationFact{Code: code, Href: "/inspections/" + i.ID}
	var err error
	switch code {
	case evaluation.FactDone, evaluation.FactClosed, evaluation.FactLate, evaluation.FactLongTerm:
		err = v.problemFact(&f, i, day)
	case evaluation.FactExtended:
		f.Href += "/extensions"
		f.N, err = v.Tx.Count("SELECT COUNT(DISTINCT problem_id) FROM extension WHERE inspection_id = ? AND state = ? AND asked_at < ?",
			i.ID, work.ExtensionAgreed, endOf(day))
	case evaluation.FactReopened:
		f.Href += "/problems"
		f.N, err = v.Tx.Count("SELECT COUNT(DISTINCT problem_id) FROM reopening WHERE inspection_id = ? AND kind <> ? AND at < ?",
			i.ID, closing.Mistake, endOf(day))
	case evaluation.FactMeetings:
		f.Href += "/meetings"
		f.N, err = v.Tx.Count("SELECT COUNT(*) FROM meeting WHERE inspection_id = ? AND held_on <> '' AND held_on <= ?", i.ID, day)
	case evaluation.FactStudies:
		f.Href += "/studies"
		f.N, err = v.Tx.Count("SELECT COUNT(*) FROM study WHERE inspection_id = ? AND held_on <> '' AND held_on <= ?", i.ID, day)
	case evaluation.FactRegulations:
		f.Href += "/regulations"
		f.N, err = v.Tx.Count(`SELECT COUNT(*) FROM regulation WHERE inspection_id = ? AND state <> ? AND issued_on >= ? AND issued_on <= ?`,
			i.ID, regulation.Drafting, i.FeedbackOn, day)
	case evaluation.FactPlan, evaluation.FactReport, evaluation.FactPublished:
		err = v.dayFact(&f, i, day)
	case evaluation.FactSignals:
		f.Href += "/signals?outcome=" + string(signal.Confirmed)
		f.N, err = v.Tx.Count("SELECT COUNT(*) FROM signal WHERE inspection_id = ? AND outcome = ? AND reviewed_at < ?", i.ID, signal.Confirmed, endOf(day))
	case evaluation.FactSatisfied:
		f.Href += "/surveys"
		f.IsShare = true
		f.N, f.Of, err = v.satisfied(i, day)
	case evaluation.FactLookBack:
		err = v.lookBackFact(&f, i, day)
	}
	return f, err
}

// endOf is the first moment after a day, as stored.
func endOf(day workday.Date) int64 { return day.AddDays(1).Time(workday.Zone).UnixMilli() }

func (v *View) problemFact(f *EvaluationFact, i inspection.Inspection, day workday.Date) error {
	f.Href += "/problems"
	c, err := v.CountProblemsOn(i.ID, day)
	f.Of, f.IsShare = c.Total, true
	switch f.Code {
	case evaluation.FactDone:
		f.N = c.ByVerdict[work.Done]
	case evaluation.FactClosed:
		f.N = c.Closed
	case evaluation.FactLate:
		f.N = c.Late
	case evaluation.FactLongTerm:
		f.N = c.LongTerm
	}
	return err
}

// dayFact is the day on which a stage was done, beside the one on which it was
// due; a day after the cut-off is none.
func (v *View) dayFact(f *EvaluationFact, i inspection.Inspection, day workday.Date) error {
	round, err := v.round(i.RoundID)
	if err != nil {
		return err
	}
	due := v.deadlines(i, round)
	done, err := v.stageDates(i)
	switch f.Code {
	case evaluation.FactPlan:
		f.On, f.Due, f.Href = done[StagePlan], due[workday.Plan].Date, f.Href+"/plan"
	case evaluation.FactReport:
		f.On, f.Due, f.Href = done[StageReport], due[workday.Reports].Date, f.Href+"/reports"
	case evaluation.FactPublished:
		f.On, f.Due, f.Href = done[StagePublication], due[workday.Publish].Date, f.Href+"/publication"
	}
	if f.On.After(day) {
		f.On = ""
	}
	return err
}

func (v *View) lookBackFact(f *EvaluationFact, i inspection.Inspection, day workday.Date) error {
	f.Href += "/look-back"
	f.IsShare = true
	return v.Tx.Each(func(scan func(...any) error) error {
		var outcome closing.SpotOutcome
		var n int
		err := scan(&outcome, &n)
		f.Of += n
		if outcome == closing.SpotReal {
			f.N = n
		}
		return err
	}, "SELECT outcome, COUNT(*) FROM spot_check WHERE inspection_id = ? AND on_day <= ? GROUP BY outcome", i.ID, day)
}
