package regulation

import (
	"time"

	"bihuan/internal/fault"
)

// Text is one version of a regulation's text; it never changes.
type Text struct {
	ID           string
	OrgID        string
	RegulationID string
	Number       int // from 1
	Name         string
	Body         string
	By           string // account
	Author       string
	At           time.Time
}

// Check notes what is wrong with the text that comes after another one.
func (t Text) Check(c *fault.Checks, last string) {
	c.Text("version_name", t.Name, fault.ShortText)
	c.Text("text", t.Body, fault.LongText)
	if t.Body != "" && t.Body == last {
		c.Add("text", "regulation.text.same")
	}
}
