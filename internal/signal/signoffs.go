package signal

import (
	"slices"
	"strconv"
	"time"

	"bihuan/internal/domain/closing"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
)

// lastDayWave finds that many of the problems were signed off on the very last
// days of the concentrated period.
func lastDayWave(d *Dossier) []Finding {
	if d.PeriodEnd == "" {
		return nil
	}
	from := d.PeriodEnd.AddDays(1 - d.Settings.WaveDays)
	all := 0
	var base []Base
	for i := range d.Cases {
		p := d.Cases[i].Problem
		if !p.Closed() || p.ClosedOn > d.PeriodEnd {
			continue
		}
		all++
		if p.ClosedOn >= from {
			base = append(base, d.base("problem", p.ID, p.ID, p.Number+" "+p.Title))
		}
	}
	if len(base) < d.Settings.WaveCount || len(base)*100 < all*d.Settings.WaveShare {
		return nil
	}
	f := d.finding(LastDayWave, nil, PlanStage, base)
	f.Subject, f.Args = d.Inspection.ID, []string{strconv.Itoa(len(base)), strconv.Itoa(all), string(from), string(d.PeriodEnd)}
	return []Finding{f}
}

// quickSignOff finds that the whole chain passed within minutes of the
// application.
func quickSignOff(d *Dossier, c *Case) []Finding {
	var out []Finding
	for _, a := range c.SignOffs {
		if a.State != closing.Passed || len(a.Decisions) < 2 {
			continue
		}
		last := slices.MaxFunc(a.Decisions, func(x, y closing.Decision) int { return x.At.Compare(y.At) })
		took := last.At.Sub(a.AppliedAt)
		if took >= time.Duration(d.Settings.QuickMinutes)*time.Minute {
			continue
		}
		f := d.finding(QuickSignOff, c, ProofStage, []Base{d.base("application", a.ID, c.Problem.ID, a.Statement)})
		f.Subject, f.Args = a.ID, []string{strconv.Itoa(int(took.Minutes())), strconv.Itoa(len(a.Decisions)), string(a.EndedOn)}
		out = append(out, f)
	}
	return out
}

// extensionChain finds that a problem's deadline was moved again and again, or
// very far.
func extensionChain(d *Dossier, c *Case) []Finding {
	var base []Base
	days := 0
	for _, e := range c.Extensions {
		if e.State == work.ExtensionAgreed {
			base = append(base, d.base("extension", e.ID, c.Problem.ID, string(e.OldDate)+" → "+string(e.NewDate)))
			days = max(days, farthest(c, e.NewDate))
		}
	}
	if len(base) == 0 || len(base) < d.Settings.Extensions && days < d.Settings.ExtensionDays {
		return nil
	}
	f := d.finding(ExtensionChain, c, ProofStage, base)
	f.Args = []string{strconv.Itoa(len(base)), strconv.Itoa(days)}
	return []Finding{f}
}

// farthest is how many days the newest deadline lies behind the first.
func farthest(c *Case, until workday.Date) int {
	out := 0
	if until.After(c.Problem.FirstDeadline) {
		out = c.Problem.FirstDeadline.DaysUntil(until)
	}
	for _, m := range c.Measures {
		if m.Deadline.After(m.FirstDeadline) {
			out = max(out, m.FirstDeadline.DaysUntil(m.Deadline))
		}
	}
	return out
}
