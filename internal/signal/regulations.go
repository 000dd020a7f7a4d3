package signal

import (
	"slices"
	"strconv"
	"strings"

	"bihuan/internal/domain/regulation"
	"bihuan/internal/domain/workday"
)

// about is a finding about a regulation, on the first problem that it answers.
func (d *Dossier) about(rule Rule, r regulation.Regulation, args ...string) Finding {
	f := d.finding(rule, nil, PlanStage, []Base{d.base("regulation", r.ID, "", r.Title)})
	f.ProblemID, f.Subject, f.Args = r.Problems[0], r.ID, append([]string{r.Title}, args...)
	for _, p := range r.Problems {
		f.Base = append(f.Base, d.base("problem", p, p, d.numbered(p)))
	}
	return f
}

func (d *Dossier) numbered(problemID string) string {
	for i := range d.Cases {
		if p := &d.Cases[i].Problem; p.ID == problemID {
			return p.Number + " " + p.Title
		}
	}
	return ""
}

// answering gives the regulations in force that claim to answer a problem.
func (d *Dossier) answering() []regulation.Regulation {
	var out []regulation.Regulation
	for _, r := range d.Regulations {
		if len(r.Problems) > 0 && r.State == regulation.InForce && r.Change != regulation.Repeal {
			out = append(out, r)
		}
	}
	return out
}

// regulationEarly finds regulations issued before the feedback that they are
// said to answer.
func regulationEarly(d *Dossier) []Finding {
	var out []Finding
	for _, r := range d.answering() {
		if r.IssuedOn.Before(d.Inspection.FeedbackOn) {
			out = append(out, d.about(RegulationEarly, r, string(r.IssuedOn), string(d.Inspection.FeedbackOn)))
		}
	}
	return out
}

// many is from how many regulations on one finding names them all: an
// organisation that never enters such a record has one matter to explain.
const many = 3

// together joins very many findings of one sort about regulations into one.
func (d *Dossier) together(rule Rule, variant string, list []Finding) []Finding {
	if len(list) <= many {
		return list
	}
	f := d.finding(rule, nil, PlanStage, nil)
	f.Subject, f.Variant, f.Args = d.Inspection.ID+"/"+variant, variant+"many", []string{strconv.Itoa(len(list))}
	for _, one := range list {
		f.Base = append(f.Base, one.Base[0])
	}
	return []Finding{f}
}

// regulationBare finds regulations without a number, or without a meeting on
// or before the day of issue that dealt with them.
func regulationBare(d *Dossier) []Finding {
	found := map[string][]Finding{}
	for _, r := range d.answering() {
		if r.IssuedOn.Before(d.Inspection.FeedbackOn) {
			continue
		}
		variant := "both"
		switch adopted := d.adopted(r); {
		case adopted && r.DocumentNumber != "":
			continue
		case adopted:
			variant = "number"
		case r.DocumentNumber != "":
			variant = "meeting"
		}
		f := d.about(RegulationBare, r, string(r.IssuedOn))
		f.Variant = variant
		found[variant] = append(found[variant], f)
	}
	var out []Finding
	for _, variant := range []string{"number", "meeting", "both"} {
		out = append(out, d.together(RegulationBare, variant+"-", found[variant])...)
	}
	return out
}

// adopted reports whether a meeting by the day of issue dealt with it.
func (d *Dossier) adopted(r regulation.Regulation) bool {
	for _, m := range d.Meetings {
		if m.On != "" && m.On <= r.IssuedOn && namesIt(m.Text, r.Title) {
			return true
		}
	}
	return false
}

// announcing is how many days after the issue a mention still only announces.
const announcing = 7

// regulationIdle finds regulations in force for long that no later record
// mentions.
func regulationIdle(d *Dossier) []Finding {
	var out []Finding
	for _, r := range d.answering() {
		if !r.IssuedOn.AddDays(d.Settings.IdleDays).Before(d.Today) || r.IssuedOn.Before(d.Inspection.FeedbackOn) || d.applied(r) {
			continue
		}
		out = append(out, d.about(RegulationIdle, r, string(r.IssuedOn), strconv.Itoa(r.IssuedOn.DaysUntil(d.Today))))
	}
	return d.together(RegulationIdle, "", out)
}

// applied reports whether a record after the announcement mentions it, or a
// problem that it answers has a result since.
func (d *Dossier) applied(r regulation.Regulation) bool {
	from := r.IssuedOn.AddDays(announcing)
	tells := func(on workday.Date, text string) bool { return on.After(from) && namesIt(text, r.Title) }
	for _, m := range append(d.Meetings[:len(d.Meetings):len(d.Meetings)], d.Others...) {
		if tells(m.On, m.Text) {
			return true
		}
	}
	for i := range d.Cases {
		answered := slices.Contains(r.Problems, d.Cases[i].Problem.ID)
		for _, p := range d.Cases[i].Progress {
			if tells(p.On, p.Body) || answered && p.On.After(from) && counts(p) {
				return true
			}
		}
		for _, e := range d.Cases[i].Evidence {
			if tells(e.SpeaksFor, e.Name+e.Note) {
				return true
			}
		}
	}
	return false
}

// namesIt reports whether a text names a regulation, by its title or by what
// remains of it without the issuer and a bracket at the end.
func namesIt(text, title string) bool {
	if strings.Contains(text, title) {
		return true
	}
	short := title
	for _, cut := range []string{"局", "委", "院", "中心", "公司", "党组", "县", "关于印发", "关于"} {
		if i := strings.Index(short, cut); i >= 0 && i < len(short)/2 {
			short = short[i+len(cut):]
		}
	}
	if i := strings.IndexAny(short, "（("); i > 0 {
		short = short[:i]
	}
	return len([]rune(short)) >= 5 && strings.Contains(text, short)
}
