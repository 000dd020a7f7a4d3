// Package outlining is what an inspection office does with the outlines of
// papers (文书模板): it writes their next version, and goes back to the shipped one.
package outlining

import (
	"slices"

	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/outline"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// Save writes the next version of the outline of a kind of paper. Earlier ones
// stay for the papers that were written from them.
type Save struct {
	OfficeID string   `form:"office"`
	Kind     string   // of the paper
	Seen     int      `form:"number"` // newest version when the person began; 0 for the shipped one
	Text     string   `form:"outline"`
	Note     string   `form:"note"`
	Kinds    []string `json:"-"` // papers that have outlines
	// Names is what the outline may speak of.
	Names outline.Names `json:"-"`

	next outline.Version
}

// Permission implements action.Command.
func (c *Save) Permission() org.Permission { return org.OutlineEdit }

// Target implements action.Command.
func (c *Save) Target(s *action.Step) (org.Target, error) {
	office, err := store.Organisations.Get(s.Tx, c.OfficeID)
	if err == nil && (office.Kind != org.Office || !slices.Contains(c.Kinds, c.Kind)) {
		err = fault.New(fault.NotFound, "fault.not-found")
	}
	return store.OutlineTarget(c.OfficeID), err
}

// Preview implements action.Previewer: it reads the outline and saves nothing.
func (c *Save) Preview(*action.Step) error { return c.read() }

// Run implements action.Command.
func (c *Save) Run(s *action.Step) error {
	if err := c.read(); err != nil {
		return err
	}
	latest, err := store.LatestOutlines(s.Tx, c.OfficeID)
	if err != nil {
		return err
	}
	if latest[c.Kind].Number != c.Seen {
		return fault.New(fault.Conflict, "outline.stale", latest[c.Kind].Name)
	}
	if latest[c.Kind].Text == c.Text {
		return fault.New(fault.Conflict, "outline.same")
	}
	c.next = outline.Version{ID: s.NewID(), OrgID: c.OfficeID, Kind: c.Kind, Number: c.Seen + 1, Text: c.Text, Note: c.Note,
		By: s.Actor.AccountID, Name: s.Actor.Name, At: s.Now}
	s.Return(c.next.ID)
	return action.Insert(s, store.Outlines, &c.next)
}

// read checks what was sent; each fault names its line and column.
func (c *Save) read() error {
	var checks fault.Checks
	checks.Max("note", c.Note, action.ShortText)
	_, faults := outline.Parse(c.Text, c.Names)
	for _, f := range faults {
		checks.Add("outline", f.Key, append([]any{f.Line, f.Column}, f.Args...)...)
	}
	return checks.Err()
}
