package query

import (
	"slices"
	"strings"
	"time"

	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/store"
)

// None is the value of a filter that asks for what is missing: problems
// without a responsible leader, without a deadline …
const None = "none"

// Values of WorkFilter.Due; a month is one too, see DueMonth.
const (
	DueLate     = "late"      // past the deadline, neither done nor basically done
	DueSoon     = "soon"      // open and within the warning ladder's first step
	DueLongTerm = "long-term" // 长期坚持
	DueOpen     = "open"      // neither done nor basically done
	DueFollow   = "follow"    // signed off and followed up
	DueMissed   = "missed"    // … and not answered in time
)

// Values of WorkFilter.Part: as what a department takes part.
const (
	PartLead   = "lead"
	PartAssist = "assist"
)

// WorkFilter narrows the problem list and the task list. An empty field does
// not narrow. Its conditions are those behind the counts.
type WorkFilter struct {
	Search     string // wording, cause, number, name or pinyin initials
	Verdict    work.Verdict
	Aspect     string
	Item       string
	Leader     string           // a person, or None
	Department string           // a department, or None for no lead department
	Part       string           // PartLead, PartAssist, or either
	Person     string           // responsible person, or None
	Due        string           // DueLate, DueSoon, DueLongTerm, or None
	Closed     string           // "yes" or "no"
	Lacks      string           // what is missing: "unassigned", and for problems "cause", "goal" or a kind of measure
	Kind       work.MeasureKind // measures of the kind
	Claim      string           // measures claimed, refused, or None for not answered
	Problem    string           // measures of one problem
	Cause      string           // code of a cause category, or None
	Expects    work.ResultKind  // measures that expect a countable result of the kind
	Planned    bool             // measures of the plan, and not of a later cycle
}

// Lacks lists the values of WorkFilter.Lacks for problems.
func Lacks() []string {
	out := []string{"unassigned", "cause", "goal"}
	for _, k := range work.MeasureKinds() {
		out = append(out, string(k))
	}
	return out
}

// shown drops what an outsider, who sees no detail, could use to guess it.
func (f WorkFilter) shown(detail bool) WorkFilter {
	if detail {
		return f
	}
	return WorkFilter{Search: f.Search, Verdict: f.Verdict, Aspect: f.Aspect, Item: f.Item, Due: f.Due, Closed: f.Closed}
}

// where is the conditions of one list, joined by AND.
type where struct {
	parts []string
	args  []any
}

func (w *where) add(text string, args ...any) {
	w.parts = append(w.parts, text)
	w.args = append(w.args, args...)
}

func (w *where) text() string { return strings.Join(w.parts, " AND ") }

func (w *where) either() string { return strings.Join(w.parts, " OR ") }

// equal narrows a column to a value; None asks for an empty one.
func (w *where) equal(column, value string) {
	switch value {
	case "":
	case None:
		w.add(column + " = ''")
	default:
		w.add(column+" = ?", value)
	}
}

// workWhere gives what a filter means for the columns that problem and measure
// have in common. Column names stand bare: it is for lists over one table.
func (v *View) workWhere(inspectionID string, f WorkFilter) (where, error) {
	var w where
	w.add("inspection_id = ?", inspectionID)
	if f.Verdict != "" {
		text, args := isVerdict(f.Verdict, v.Today)
		w.add(text, args...)
	}
	w.equal("leader_id", f.Leader)
	w.equal("owner_id", f.Person)
	w.department(f.Department, f.Part)
	if f.Lacks == "unassigned" {
		w.add(isUnassigned())
	}
	return w, v.dueWhere(&w, inspectionID, f.Due)
}

func (w *where) department(id, part string) {
	switch {
	case id == "":
	case id == None || part == PartLead:
		w.equal("lead_dept_id", id)
	case part == PartAssist:
		w.add(`assist_depts LIKE ? ESCAPE '\'`, `%"`+escaped(id)+`"%`)
	default:
		w.add(`(lead_dept_id = ? OR assist_depts LIKE ? ESCAPE '\')`, id, `%"`+escaped(id)+`"%`)
	}
}

func (v *View) dueWhere(w *where, inspectionID, due string) error {
	switch due {
	case DueLate:
		text, args := isLate(v.Today)
		w.add(text, args...)
	case DueSoon:
		ladder, err := v.ladderOf(inspectionID)
		if err != nil {
			return err
		}
		text, args := isSoon(v.Today, ladder)
		w.add(text, args...)
	case DueOpen:
		w.add(isOpen)
	case DueLongTerm:
		w.add(isLongTerm)
	case None:
		w.add("deadline = ''")
	default:
		w.dueMonth(due)
	}
	return nil
}

// DueMonth reads a month as a deadline to ask for: 2026-06 is all of it,
// 2026-06-open what is open of it.
func DueMonth(due string) (month string, open, ok bool) {
	month, open = strings.CutSuffix(due, "-"+DueOpen)
	_, err := time.Parse("2006-01", month)
	return month, open, err == nil
}

// dueMonth is what is due in one month; another value narrows nothing.
func (w *where) dueMonth(due string) {
	month, open, ok := DueMonth(due)
	if !ok {
		return
	}
	w.add("SUBSTR(deadline, 1, 7) = ?", month)
	if open {
		w.add(isOpen)
	}
}

// problemWhere is workWhere with what only problems have.
func (v *View) problemWhere(orgID, inspectionID string, f WorkFilter, detail bool) (where, error) {
	w, err := v.workWhere(inspectionID, f)
	if err != nil {
		return w, err
	}
	w.equal("aspect_id", f.Aspect)
	w.equal("item_id", f.Item)
	w.closed(f.Closed)
	if detail {
		w.equal("cause_category", f.Cause)
	}
	if f.Lacks != "unassigned" && slices.Contains(Lacks(), f.Lacks) {
		text, args := lacking(f.Lacks)
		w.add(text, args...)
	}
	switch f.Due {
	case DueFollow:
		w.add(isFollowed)
	case DueMissed:
		text, args := isFollowMissed(v.Today)
		w.add(text, args...)
	}
	return w, v.searchProblems(&w, orgID, f.Search, detail)
}

func (w *where) closed(answer string) {
	switch answer {
	case "yes":
		w.add(isClosed)
	case "no":
		w.add("NOT " + isClosed)
	}
}

// searchProblems narrows to problems whose number begins so, whose wording or
// cause contains the text, or whose people it names.
func (v *View) searchProblems(w *where, orgID, q string, detail bool) error {
	if q == "" {
		return nil
	}
	like := "%" + escaped(q) + "%"
	if !detail {
		w.add(`(number LIKE ? ESCAPE '\' OR title LIKE ? ESCAPE '\')`, escaped(q)+"%", like)
		return nil
	}
	people, err := v.peopleNamed(orgID, q)
	if err != nil {
		return err
	}
	parts := []string{`number LIKE ? ESCAPE '\'`, `title LIKE ? ESCAPE '\'`, `cause LIKE ? ESCAPE '\'`}
	w.args = append(w.args, escaped(q)+"%", like, like)
	for _, id := range people {
		parts = append(parts, "leader_id = ?", "owner_id = ?")
		w.args = append(w.args, id, id)
	}
	w.parts = append(w.parts, "("+strings.Join(parts, " OR ")+")")
	return nil
}

// peopleNamed finds people of an organisation by a part of the name or the
// beginning of its pinyin initials; at most twenty, so that a query stays small.
func (v *View) peopleNamed(orgID, q string) ([]string, error) {
	people, err := store.People.List(v.Tx, `WHERE org_id = ? AND (name LIKE ? ESCAPE '\' OR pinyin LIKE ? ESCAPE '\')
		ORDER BY pinyin, id LIMIT 20`, orgID, "%"+escaped(q)+"%", escaped(strings.ToLower(q))+"%")
	return idsOf(people, func(p org.Person) string { return p.ID }), err
}

func idsOf[T any](list []T, id func(T) string) []string {
	out := make([]string, len(list))
	for i, v := range list {
		out[i] = id(v)
	}
	return out
}

// escaped makes a typed text match itself in a LIKE … ESCAPE '\'.
func escaped(text string) string {
	return strings.NewReplacer(`\`, `\\`, "%", `\%`, "_", `\_`).Replace(text)
}

// marks gives n placeholders for an IN; it never gives an empty list, which
// would be no SQL: callers ask only for what there is.
func marks(n int) string { return strings.TrimSuffix(strings.Repeat("?, ", n), ", ") }

// anyOf turns strings into arguments.
func anyOf(ids []string) []any {
	out := make([]any, len(ids))
	for i, id := range ids {
		out[i] = id
	}
	return out
}
