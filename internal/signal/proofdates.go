package signal

import (
	"strconv"
	"strings"

	"bihuan/internal/domain/workday"
)

// evidenceEarly finds proof that is older than the feedback. What shows the
// state before, and what was put right during the inspection (立行立改), may be.
func evidenceEarly(d *Dossier, c *Case) []Finding {
	from := d.Inspection.FeedbackOn.AddDays(-d.Settings.EarlyDays)
	if d.Inspection.FeedbackOn == "" || strings.Contains(c.Problem.Term, "立行立改") {
		return nil
	}
	var base []Base
	oldest := from
	for _, e := range c.Evidence {
		if e.SpeaksFor.Before(from) && !showsBefore(e) {
			base = append(base, d.file(e))
			oldest = min(oldest, e.SpeaksFor)
		}
	}
	return d.datedFinding(EvidenceEarly, c, base, oldest, d.Inspection.FeedbackOn)
}

// showsBefore reports whether the file says that it shows the state before.
func showsBefore(e Proof) bool {
	text := e.Name + e.Note
	for _, word := range []string{"整改前", "原始", "对照", "原有", "问题线索", "反馈前"} {
		if strings.Contains(text, word) {
			return true
		}
	}
	return false
}

// evidenceLate finds proof that is younger than the sign-off of what is not to
// be kept up for good.
func evidenceLate(d *Dossier, c *Case) []Finding {
	if !c.Problem.Closed() || c.Problem.LongTerm {
		return nil
	}
	until := c.Problem.ClosedOn.AddDays(d.Settings.LateDays)
	var base []Base
	youngest := until
	for _, e := range c.Evidence {
		if e.SpeaksFor.After(until) {
			base = append(base, d.file(e))
			youngest = max(youngest, e.SpeaksFor)
		}
	}
	return d.datedFinding(EvidenceLate, c, base, youngest, c.Problem.ClosedOn)
}

func (d *Dossier) datedFinding(rule Rule, c *Case, base []Base, on, against workday.Date) []Finding {
	if len(base) == 0 {
		return nil
	}
	f := d.finding(rule, c, ProofStage, base)
	f.Args = []string{strconv.Itoa(len(base)), string(on), string(against)}
	return []Finding{f}
}
