package planning

import (
	"slices"
	"strings"

	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// directory finds people, departments and categories of one organisation by
// what is typed: a name, a beginning of its pinyin initials where only one
// fits, or an id.
type directory struct {
	people   []org.Person
	depts    []org.Department
	taxonomy []work.CauseCategory
}

func directoryOf(s *action.Step, orgID string) (directory, error) {
	var d directory
	var err error
	if d.people, err = store.People.List(s.Tx, "WHERE org_id = ? ORDER BY pinyin, id", orgID); err != nil {
		return d, err
	}
	if d.depts, err = store.Departments.List(s.Tx, "WHERE org_id = ? ORDER BY sort, id", orgID); err != nil {
		return d, err
	}
	d.taxonomy, err = taxonomyOf(s, orgID)
	return d, err
}

// Person implements work.Namer.
func (d directory) Person(id string) string {
	if i := slices.IndexFunc(d.people, func(p org.Person) bool { return p.ID == id }); i >= 0 {
		return d.people[i].Name
	}
	return ""
}

// Department implements work.Namer.
func (d directory) Department(id string) string {
	if i := slices.IndexFunc(d.depts, func(p org.Department) bool { return p.ID == id }); i >= 0 {
		return d.depts[i].Name
	}
	return ""
}

// Cause implements work.Namer.
func (d directory) Cause(code string) string {
	if i := slices.IndexFunc(d.taxonomy, func(c work.CauseCategory) bool { return c.Code == code }); i >= 0 {
		return d.taxonomy[i].Name
	}
	return ""
}

// entry is something that can be named.
type entry struct{ id, name, initials string }

// find gives the id of the one entry that the text names. Several that fit are
// refused rather than guessed.
func find(list []entry, text string) (string, *fault.Field) {
	if text == "" {
		return "", nil
	}
	name, _, _ := strings.Cut(text, "（") // 张建国（人教科科长）
	fits := [3]func(entry) bool{
		func(e entry) bool { return e.id == text },
		func(e entry) bool { return e.name == name || e.name == text },
		func(e entry) bool { return strings.HasPrefix(e.initials, strings.ToLower(text)) },
	}
	for _, fit := range fits {
		var found []entry
		for _, e := range list {
			if fit(e) {
				found = append(found, e)
			}
		}
		switch {
		case len(found) == 1:
			return found[0].id, nil
		case len(found) > 1:
			return "", &fault.Field{Code: "grid.several", Args: []any{text, len(found)}}
		}
	}
	return "", &fault.Field{Code: "grid.unknown", Args: []any{text}}
}

func (d directory) person(text string) (string, *fault.Field) {
	list := make([]entry, len(d.people))
	for i, p := range d.people {
		list[i] = entry{p.ID, p.Name, p.Pinyin}
	}
	return find(list, text)
}

func (d directory) department(text string) (string, *fault.Field) {
	var list []entry
	for _, p := range d.depts {
		if p.Closed == "" || p.ID == text {
			list = append(list, entry{p.ID, p.Name, org.Initials(p.Name)})
		}
	}
	return find(list, text)
}

func (d directory) departments(text string) ([]string, *fault.Field) {
	var ids []string
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("、,，;；\n", r) }) {
		id, wrong := d.department(strings.TrimSpace(part))
		if wrong != nil {
			return nil, wrong
		}
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids, nil
}

// category gives the code of a category that the problem may have.
func (d directory) category(text, has string) (string, *fault.Field) {
	usable := work.Usable(d.taxonomy, has)
	var list []entry
	for _, c := range d.taxonomy {
		word := work.CauseWord(c.Code, d)
		if slices.Contains(usable, c.Code) {
			list = append(list, entry{c.Code, word, org.Initials(word)})
		}
	}
	return find(list, text)
}

// kind gives the kind of measure that a text names.
func kind(text string) (work.MeasureKind, *fault.Field) {
	var list []entry
	for _, k := range work.MeasureKinds() {
		list = append(list, entry{string(k), k.Word(), org.Initials(k.Word())})
	}
	id, wrong := find(list, text)
	if text == "" {
		wrong = &fault.Field{Code: "field.required"}
	}
	return work.MeasureKind(id), wrong
}
