package incoming

import (
	"strings"

	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"

	"github.com/mozillazg/go-pinyin"
)

// Directory is the people and departments of the organisation, for finding
// whom a ledger means.
type Directory struct {
	people      []org.Person
	departments []org.Department
	unit        map[string][]string // person → names of the departments where he holds a post
	holds       map[string]bool     // person → holds a post today
	today       workday.Date
	sounds      map[string][]string // pinyin → people
}

// NewDirectory gives the directory as of a day.
func NewDirectory(people []org.Person, departments []org.Department, posts []org.Post, today workday.Date) *Directory {
	d := &Directory{people: people, departments: departments, unit: map[string][]string{}, holds: map[string]bool{},
		today: today, sounds: map[string][]string{}}
	named := map[string]string{}
	for _, x := range departments {
		named[x.ID] = x.Name
	}
	for _, p := range posts {
		if p.On(today) {
			d.holds[p.PersonID] = true
			d.unit[p.PersonID] = append(d.unit[p.PersonID], named[p.DepartmentID])
		}
	}
	for _, p := range people {
		s := sound(p.Name)
		d.sounds[s] = append(d.sounds[s], p.ID)
	}
	return d
}

// sound is how a name reads, without tones.
func sound(name string) string {
	var b strings.Builder
	for _, r := range name {
		if s := pinyin.SinglePinyin(r, pinyin.NewArgs()); len(s) > 0 {
			b.WriteString(s[0] + " ")
		} else {
			b.WriteString(strings.ToLower(string(r)))
		}
	}
	return b.String()
}

// found is what looking up a name gave: sure without a doubt, else proposals.
type found struct {
	value   string
	doubt   Doubt
	options []string
}

// Person finds the person of a name: 张三, 张三（办公室）, zs.
func (d *Directory) Person(name string) found {
	bare, hint := bracketed(Squeezed(name))
	var exact []string
	for _, p := range d.people {
		if p.Name == bare {
			exact = append(exact, p.ID)
		}
	}
	if len(exact) > 1 {
		exact = d.narrowed(exact, hint)
	}
	switch {
	case len(exact) == 1 && len(d.holds) > 0 && !d.holds[exact[0]]:
		return found{doubt: PersonLeft, options: exact}
	case len(exact) == 1:
		return found{value: exact[0]}
	case len(exact) > 1:
		return found{doubt: PersonTwice, options: exact}
	}
	return d.near(bare)
}

// narrowed keeps, of people with one name, those of the department named.
func (d *Directory) narrowed(people []string, hint string) []string {
	var here, active []string
	for _, id := range people {
		if d.holds[id] {
			active = append(active, id)
		}
		for _, unit := range d.unit[id] {
			if hint != "" && unit != "" && (strings.Contains(unit, hint) || strings.Contains(hint, unit)) {
				here = append(here, id)
			}
		}
	}
	if len(here) == 1 {
		return here
	}
	if len(active) > 0 {
		return active
	}
	return people
}

// near proposes people whose name reads the same, begins with the same letters,
// or differs in one character.
func (d *Directory) near(name string) found {
	if ids := d.sounds[sound(name)]; len(ids) > 0 {
		return found{doubt: PersonPinyin, options: ids}
	}
	var letters, similar []string
	for _, p := range d.people {
		if latin(name) && (p.Pinyin == strings.ToLower(name) || strings.ReplaceAll(sound(p.Name), " ", "") == strings.ToLower(name)) {
			letters = append(letters, p.ID)
		} else if near(p.Name, name) {
			similar = append(similar, p.ID)
		}
	}
	switch {
	case len(letters) > 0:
		return found{doubt: PersonPinyin, options: letters}
	case len(similar) > 0:
		return found{doubt: PersonSimilar, options: similar}
	}
	return found{doubt: PersonUnknown}
}

// Department finds the department of a name.
func (d *Directory) Department(name string) found {
	bare := Squeezed(name)
	var similar []string
	for _, x := range d.departments {
		switch {
		case x.Name == bare && x.Closed != "" && x.Closed <= d.today:
			return found{doubt: DepartmentClosed, options: []string{x.ID}}
		case x.Name == bare:
			return found{value: x.ID}
		case alike(x.Name, bare):
			similar = append(similar, x.ID)
		}
	}
	if len(similar) > 0 {
		return found{doubt: DepartmentSimilar, options: similar}
	}
	return found{doubt: DepartmentUnknown}
}

// Sure gives the one person or department that a name means beyond doubt, else
// nothing.
func (d *Directory) Sure(sort Sort, name string) string {
	if sort == SortDepartment {
		return d.Department(name).value
	}
	return d.Person(name).value
}

// alike tells whether two names of departments may mean the same: one contains
// the other, they read the same, or one character differs.
func alike(a, b string) bool {
	short := min(len([]rune(a)), len([]rune(b)))
	return short >= 2 && (strings.Contains(a, b) || strings.Contains(b, a)) || sound(a) == sound(b) || short >= 3 && near(a, b) ||
		short >= 3 && Likeness(a, b) >= 60
}

// bracketed parts what stands in brackets behind a name.
func bracketed(name string) (bare, inside string) {
	i := strings.IndexAny(name, "（(")
	if i < 0 {
		return name, ""
	}
	return name[:i], strings.Trim(name[i:], "（()）")
}

func latin(s string) bool {
	for _, r := range s {
		if r > 'z' {
			return false
		}
	}
	return s != ""
}

// near tells whether two names differ in one character: another one, one more
// or one less.
func near(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) < 2 || len(y)-len(x) > 1 {
		return false
	}
	i := 0
	for i < len(x) && x[i] == y[i] {
		i++
	}
	if len(x) == len(y) {
		return i < len(x) && string(x[i+1:]) == string(y[i+1:])
	}
	return string(x[i:]) == string(y[i+1:])
}
