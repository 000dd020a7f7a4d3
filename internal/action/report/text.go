package report

import (
	"strings"

	"bihuan/internal/action"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// Texts changes the text of a paper; package paper implements it.
type Texts interface {
	// Edit sets the text of one place: a block, or a cell of a table.
	Edit(body []byte, place, text string) (inspection.Composed, error)
	// Rest adds a record behind the typed words of one sentence, and takes one away.
	Rest(body []byte, place string, sentence int, attach, detach string) (inspection.Composed, error)
	// Merge brings a text that people changed to what is composed now.
	Merge(base, mine []byte, now inspection.Composed) (inspection.Composed, error)
}

// Edit changes the text of one paragraph, heading or cell of a draft.
type Edit struct {
	ID      string `form:"-"`
	Version int    `form:"version"`
	Block   string `form:"block"` // place in the paper
	Text    string `form:"text"`
	Texts   Texts  `form:"-" json:"-"`

	before inspection.Report
}

// Permission implements action.Command.
func (c *Edit) Permission() org.Permission { return org.ReportWrite }

// Target implements action.Command.
func (c *Edit) Target(s *action.Step) (t org.Target, err error) {
	c.before, t, err = store.ReportTarget(s.Tx, c.ID)
	return t, err
}

// Run implements action.Command.
func (c *Edit) Run(s *action.Step) error {
	var checks fault.Checks
	checks.Max("text", c.Text, action.LongText)
	if err := checks.Err(); err != nil {
		return err
	}
	return write(s, c.before, c.Version, func(r inspection.Report) (inspection.Composed, error) {
		return c.Texts.Edit(r.Body, c.Block, c.Text)
	})
}

// Rest attaches a record to the typed words of a sentence of a draft, or takes
// one away from them.
type Rest struct {
	ID       string `form:"-"`
	Version  int    `form:"version"`
	Block    string `form:"block"` // place in the paper
	Sentence int    `form:"sentence"`
	Attach   string `form:"attach"` // kind:id
	Detach   string `form:"detach"`
	Texts    Texts  `form:"-" json:"-"`

	before inspection.Report
}

// Permission implements action.Command.
func (c *Rest) Permission() org.Permission { return org.ReportWrite }

// Target implements action.Command.
func (c *Rest) Target(s *action.Step) (t org.Target, err error) {
	c.before, t, err = store.ReportTarget(s.Tx, c.ID)
	return t, err
}

// Run implements action.Command.
func (c *Rest) Run(s *action.Step) error {
	if c.Attach != "" {
		if err := c.checkBase(s, c.Attach); err != nil {
			return err
		}
	}
	return write(s, c.before, c.Version, func(r inspection.Report) (inspection.Composed, error) {
		return c.Texts.Rest(r.Body, c.Block, c.Sentence, c.Attach, c.Detach)
	})
}

// checkBase refuses what is no record of the report's inspection.
func (c *Rest) checkBase(s *action.Step, ref string) error {
	var checks fault.Checks
	kind, id, _ := strings.Cut(ref, ":")
	n := 0
	if inspection.Bases()[kind] {
		var err error
		if n, err = s.Tx.Count("SELECT COUNT(*) FROM "+kind+" WHERE id = ? AND inspection_id = ?", id, c.before.InspectionID); err != nil {
			return err
		}
	}
	if n == 0 {
		checks.Add("attach", "report.no-base")
	}
	return checks.Err()
}

// Refresh brings a draft to the records of the moment, for its own cut-off;
// what people wrote stays.
type Refresh struct {
	ID      string `form:"-"`
	Version int    `form:"version"`
	Write   Writer `form:"-" json:"-"`
	Texts   Texts  `form:"-" json:"-"`

	before inspection.Report
}

// Permission implements action.Command.
func (c *Refresh) Permission() org.Permission { return org.ReportWrite }

// Target implements action.Command.
func (c *Refresh) Target(s *action.Step) (t org.Target, err error) {
	c.before, t, err = store.ReportTarget(s.Tx, c.ID)
	return t, err
}

// Run implements action.Command.
func (c *Refresh) Run(s *action.Step) error {
	if c.before.Imported() {
		return fault.New(fault.Conflict, "report.not-composed")
	}
	if err := c.before.CheckWriting(); err != nil {
		return err
	}
	after := c.before
	if err := again(s, c.before, &after, c.Write, c.Texts); err != nil {
		return err
	}
	after.Version, after.CreatedAt = c.Version, s.Now
	s.Return(c.ID)
	return action.Save(s, store.Reports, c.before, &after)
}

// write changes the text of a draft. What was composed is kept beside it.
func write(s *action.Step, before inspection.Report, version int, change func(inspection.Report) (inspection.Composed, error)) error {
	if err := before.CheckWriting(); err != nil {
		return err
	}
	text, err := change(before)
	if err != nil {
		return err
	}
	after := before
	if !after.Edited() {
		after.Base = before.Body
	}
	after.Version = version
	after.Writes(text)
	s.Return(before.ID)
	return action.Save(s, store.Reports, before, &after)
}
