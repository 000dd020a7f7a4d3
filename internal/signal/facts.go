package signal

import (
	"bihuan/internal/domain/closing"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/regulation"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
)

// Organisation is an inspected organisation as texts name it.
type Organisation struct {
	ID    string
	Names []string // full, short, of its Party group
}

// Dossier is one inspection with all that was recorded of it.
type Dossier struct {
	Inspection  inspection.Inspection
	PeriodEnd   workday.Date // of the concentrated rectification; empty where unknown
	Today       workday.Date
	Settings    Settings
	Cases       []Case
	Regulations []regulation.Regulation
	Meetings    []Mention // what meetings dealt with
	Others      []Mention // what studies and linked work say
}

// Mention is a text of a day.
type Mention struct {
	On   workday.Date
	Text string
}

// Case is one problem with all that was recorded of it.
type Case struct {
	Problem    work.Problem
	Wording    string // original, whole
	Measures   []work.Measure
	Progress   []work.Progress
	Evidence   []Proof // its own files, those that stand
	Linked     int     // files of other problems that are shown as proof of this one too
	Reasons    []work.SumReason
	Extensions []work.Extension
	SignOffs   []SignOff
}

// Proof is a file with what it says of itself.
type Proof struct {
	work.Evidence
	Facts work.FileFacts
}

// SignOff is an application with its decisions in order.
type SignOff struct {
	closing.Application
	Decisions []closing.Decision
}

// finding is a finding about the case.
func (d *Dossier) finding(rule Rule, c *Case, stage Stage, base []Base) Finding {
	f := Finding{InspectionID: d.Inspection.ID, OrgID: d.Inspection.OrgID, Rule: rule, Stage: stage, Base: base}
	if c != nil {
		f.ProblemID, f.Subject = c.Problem.ID, c.Problem.ID
	}
	return f
}

// base names a record of the dossier.
func (d *Dossier) base(kind, id, problemID, label string) Base {
	return Base{Kind: kind, RecordID: id, ProblemID: problemID, InspectionID: d.Inspection.ID, OrgID: d.Inspection.OrgID, Label: excerpt(label)}
}

func (d *Dossier) file(p Proof) Base { return d.base("evidence", p.ID, p.ProblemID, p.Name) }

func (d *Dossier) entry(p work.Progress) Base { return d.base("progress", p.ID, p.ProblemID, p.Body) }

// live gives the entries that no later one corrects.
func (c *Case) live() []work.Progress {
	corrected := map[string]bool{}
	for _, p := range c.Progress {
		corrected[p.Corrects] = true
	}
	var out []work.Progress
	for _, p := range c.Progress {
		if !corrected[p.ID] {
			out = append(out, p)
		}
	}
	return out
}

// finished reports whether the problem counts as done.
func (c *Case) finished() bool { return c.Problem.Closed() || c.Problem.Verdict == work.Done }

// longest is how much of a record a label quotes.
const longest = 60

func excerpt(text string) string {
	n := 0
	for at := range text {
		if n == longest {
			return text[:at] + "…"
		}
		n++
	}
	return text
}
