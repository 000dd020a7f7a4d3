package query

import (
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/store"
)

// Names turns ids of one organisation's people and departments into names.
type Names struct {
	people map[string]string
	depts  map[string]string
	causes map[string]string // of the cause categories that the organisation named
}

// Person gives a person's name, or "" for none.
func (n Names) Person(id string) string { return n.people[id] }

// Department gives a department's name, or "" for none.
func (n Names) Department(id string) string { return n.depts[id] }

// Cause gives the organisation's own name of a cause category, or "" where it
// is as shipped.
func (n Names) Cause(code string) string { return n.causes[code] }

// Departments gives the names of several departments.
func (n Names) Departments(ids []string) []string { return named(n.depts, ids) }

// People gives the names of several people.
func (n Names) People(ids []string) []string { return named(n.people, ids) }

func named(from map[string]string, ids []string) []string {
	out := make([]string, 0, len(ids))
	for _, id := range ids {
		if name := from[id]; name != "" {
			out = append(out, name)
		}
	}
	return out
}

// NamesOf gives the names of an organisation, read once for each view.
func (v *View) NamesOf(orgID string) (Names, error) {
	return once(&v.settled.names, orgID, func() (Names, error) { return v.readNames(orgID) })
}

func (v *View) readNames(orgID string) (Names, error) {
	n := Names{people: map[string]string{}, depts: map[string]string{}, causes: map[string]string{}}
	people, err := store.People.List(v.Tx, "WHERE org_id = ?", orgID)
	if err != nil {
		return n, err
	}
	for _, p := range people {
		n.people[p.ID] = p.Name
	}
	depts, err := store.Departments.List(v.Tx, "WHERE org_id = ?", orgID)
	for _, d := range depts {
		n.depts[d.ID] = d.Name
	}
	if err != nil {
		return n, err
	}
	causes, err := store.CauseCategories.List(v.Tx, "WHERE org_id = ? AND name <> ''", orgID)
	for _, c := range causes {
		n.causes[c.Code] = c.Name
	}
	return n, err
}

// Option is one choice of a form.
type Option struct {
	Value string
	Label string
	Hint  string // pinyin initials, for finding
}

// Choices are what forms of an organisation offer: who and where.
type Choices struct {
	Departments []Option
	People      []Option // everybody with a post on the day
	Leaders     []Option // the leading body
	Causes      []Option // cause categories in use; a label is the organisation's own, or empty for a shipped one
}

// ChoicesOf loads the choices that hold on the view's day.
func (v *View) ChoicesOf(orgID string) (Choices, error) {
	var c Choices
	depts, err := store.Departments.List(v.Tx, "WHERE org_id = ? AND closed = '' ORDER BY sort, name", orgID)
	if err != nil {
		return c, err
	}
	for _, d := range depts {
		c.Departments = append(c.Departments, Option{Value: d.ID, Label: d.Name})
	}
	held, err := v.heldPosts(orgID, v.Today)
	if err != nil {
		return c, err
	}
	people, err := store.People.List(v.Tx, "WHERE org_id = ? ORDER BY pinyin, name", orgID)
	for _, p := range people {
		post, ok := held[p.ID]
		if !ok {
			continue
		}
		o := Option{Value: p.ID, Label: p.Name + "（" + post.Title + "）", Hint: p.Pinyin}
		c.People = append(c.People, o)
		if post.Rank.Leads() {
			c.Leaders = append(c.Leaders, o)
		}
	}
	if err != nil {
		return c, err
	}
	taxonomy, err := v.taxonomy(orgID)
	for _, cause := range taxonomy {
		if !cause.Retired() {
			c.Causes = append(c.Causes, Option{Value: cause.Code, Label: cause.Name})
		}
	}
	return c, err
}

// heldPosts gives each person's post on a day; of several, the highest.
func (v *View) heldPosts(orgID string, day workday.Date) (map[string]org.Post, error) {
	posts, err := store.Posts.List(v.Tx, "WHERE org_id = ? ORDER BY from_on", orgID)
	if err != nil {
		return nil, err
	}
	return org.Held(posts, day), nil
}
