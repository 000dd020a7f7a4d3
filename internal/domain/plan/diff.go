package plan

import (
	"slices"
	"strings"

	"bihuan/internal/domain/workday"
)

// Change is what differs about one problem between two versions.
type Change struct {
	ID     string // of the problem
	Number string
	Title  string
	Kind   ChangeKind
	Fields []FieldChange
	// Departments lead or assist in either version.
	Departments []Ref
}

// ChangeKind says whether a problem, or a measure of it, is new, gone or other.
type ChangeKind string

// The kinds of change.
const (
	Added   ChangeKind = "added"
	Removed ChangeKind = "removed"
	Altered ChangeKind = "altered"
)

// FieldChange is one field before and after. Measure is its wording where the
// field is one of a measure, empty for the problem's own.
type FieldChange struct {
	Field     string // code: cause, goal, leader, measure …
	Measure   string
	MeasureID string
	Before    string
	After     string
	RequestID string // of the change request that was agreed to; see [Attribute]
}

// Diff lists what differs from one content to the other, problem by problem in
// the order of the later one; problems that are gone come last.
func Diff(from, to Content) []Change {
	old := map[string]Problem{}
	for _, p := range from.Problems {
		old[p.ID] = p
	}
	var out []Change
	if from.Title != to.Title {
		out = append(out, Change{Kind: Altered, Fields: []FieldChange{{Field: "title", Before: from.Title, After: to.Title}}})
	}
	for _, p := range to.Problems {
		was, known := old[p.ID]
		delete(old, p.ID)
		c := Change{ID: p.ID, Number: p.Number, Title: p.Title, Kind: Altered, Fields: problemFields(was, p), Departments: departments(was, p)}
		if known {
			c.Fields = append(wordingFields(was, p), c.Fields...)
		} else {
			c.Kind = Added
		}
		if !known || len(c.Fields) > 0 {
			out = append(out, c)
		}
	}
	for _, p := range from.Problems {
		if _, gone := old[p.ID]; gone {
			out = append(out, Change{ID: p.ID, Number: p.Number, Title: p.Title, Kind: Removed, Departments: departments(p)})
		}
	}
	return out
}

// fields collects the fields that differ.
type fields []FieldChange

func (f *fields) add(field, measure, before, after string) {
	if before != after {
		*f = append(*f, FieldChange{Field: field, Measure: measure, Before: before, After: after})
	}
}

// wordingFields are what the feedback paper says of a problem. No version puts
// them back: they are not the plan's.
func wordingFields(a, b Problem) fields {
	var out fields
	out.add("number", "", a.Number, b.Number)
	out.add("wording", "", a.Title, b.Title)
	return out
}

// Planned keeps of the changes what the plan itself says.
func Planned(list []Change) []Change {
	var out []Change
	for _, c := range list {
		c.Fields = slices.DeleteFunc(slices.Clone(c.Fields), func(f FieldChange) bool { return f.Field == "number" || f.Field == "wording" })
		if len(c.Fields) > 0 || c.Kind != Altered {
			out = append(out, c)
		}
	}
	return out
}

// of says to which measure the changes from a place on belong.
func (f *fields) of(from int, measureID string) {
	for i := from; i < len(*f); i++ {
		(*f)[i].MeasureID = measureID
	}
}

func problemFields(a, b Problem) fields {
	var out fields
	out.add("category", "", a.Category, b.Category)
	out.add("cause", "", a.Cause, b.Cause)
	out.add("goal", "", a.Goal, b.Goal)
	out.add("criteria", "", a.Criteria, b.Criteria)
	out.duty("", a.Duty, b.Duty)
	out.measures(a.Measures, b.Measures)
	out.add("shared", "", sharedOf(a.Shared), sharedOf(b.Shared))
	out.add("parts", "", partsOf(a.Parts), partsOf(b.Parts))
	return out
}

func sharedOf(list []Shared) string {
	lines := make([]string, len(list))
	for i, s := range list {
		lines[i] = s.Text + "（与问题" + s.Number + "共用）"
	}
	return strings.Join(lines, "\n")
}

// instead is the name of who stands where another stood; somebody else of the
// same name is marked.
func (r Ref) instead(of Ref) string {
	if r.Name == of.Name && r.ID != of.ID && r.Name != "" {
		return r.Name + "（另一个）"
	}
	return r.Name
}

func partsOf(list []Part) string {
	lines := make([]string, len(list))
	for i, p := range list {
		lines[i] = strings.TrimSpace(p.Department.Name + "：" + p.Text + " " + p.Owner.Name + " " + string(p.Deadline))
	}
	return strings.Join(lines, "\n")
}

func (f *fields) duty(measure string, a, b Duty) {
	f.add("leader", measure, a.Leader.Name, b.Leader.instead(a.Leader))
	f.add("lead", measure, a.Lead.Name, b.Lead.instead(a.Lead))
	f.add("assist", measure, namesOf(a.Assist), namesInstead(b.Assist, a.Assist))
	f.add("owner", measure, a.Owner.Name, b.Owner.instead(a.Owner))
	f.add("deadline", measure, a.Due(), b.Due())
	f.add("due_reason", measure, a.Reason, b.Reason)
}

// Due is the deadline in words.
func (d Duty) Due() string {
	words := workday.Deadline{Date: d.Deadline, Term: d.Term}.String()
	if d.LongTerm && !strings.Contains(words, "长期") {
		words = strings.TrimPrefix(words+"，长期坚持", "，")
	}
	return words
}

func (f *fields) measures(a, b []Measure) {
	old := map[string]Measure{}
	for _, m := range a {
		old[m.ID] = m
	}
	for _, m := range b {
		was, known := old[m.ID]
		delete(old, m.ID)
		from := len(*f)
		f.add("measure", m.Text, was.Text, m.Text)
		if known {
			f.add("kind", m.Text, string(was.Kind), string(m.Kind))
			f.add("expected", m.Text, was.Expected, m.Expected)
			f.duty(m.Text, was.Duty, m.Duty)
			f.add("steps", m.Text, stepsOf(was.Steps), stepsOf(m.Steps))
		}
		f.of(from, m.ID)
	}
	for _, m := range a {
		if _, gone := old[m.ID]; gone {
			f.add("measure", m.Text, m.Text, "")
			f.of(len(*f)-1, m.ID)
		}
	}
	if len(a) == len(b) && len(old) == 0 && !slices.EqualFunc(a, b, sameMeasure) {
		f.add("order", "", textsOf(a), textsOf(b))
	}
}

func sameMeasure(a, b Measure) bool { return a.ID == b.ID }

func textsOf(list []Measure) string {
	words := make([]string, len(list))
	for i, m := range list {
		words[i] = m.Text
	}
	return strings.Join(words, "\n")
}

func namesOf(refs []Ref) string {
	names := make([]string, len(refs))
	for i, r := range refs {
		names[i] = r.Name
	}
	return strings.Join(names, "、")
}

func namesInstead(refs, of []Ref) string {
	marked := slices.Clone(refs)
	for i := range marked {
		if i < len(of) {
			marked[i].Name = marked[i].instead(of[i])
		}
	}
	return namesOf(marked)
}

func stepsOf(steps []Step) string {
	lines := make([]string, len(steps))
	for i, s := range steps {
		lines[i] = strings.TrimSpace(s.Text + " " + string(s.Due))
	}
	return strings.Join(lines, "\n")
}
