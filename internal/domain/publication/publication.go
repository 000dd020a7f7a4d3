// Package publication holds what is told of an accepted report inside the Party
// and to society (双公开): how much of each part, what is masked, whom to write
// to, and the opinions that come in.
package publication

import (
	"encoding/json"
	"strings"
	"time"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
)

// State is how far a publication is.
type State string

// The states.
const (
	Draft     State = "draft"
	Published State = "published"
)

// Publication is a projection of an accepted report: the circular or the public
// version. It is bound to that one report.
type Publication struct {
	ID           string
	OrgID        string
	InspectionID string
	ReportID     string
	Kind         inspection.PaperKind // circular or public version
	State        State
	Choices      []Choice // where a part differs from what the kind of paper tells of it
	Masking
	Contact
	Place       string // 发布载体: a website, a notice board
	PublishedOn workday.Date
	PublishedAt time.Time
	PublishedBy string
	Publisher   string          // name of that account
	Body        json.RawMessage `json:"-"` // the paper as it was published
	Hash        string          // SHA-256 of Body
	FileName    string          // the file that was published: its bytes are kept
	FileHash    string
	FileSize    int64
	Version     int
}

// Contact is where opinions go.
type Contact struct {
	Phone   string
	Address string
	Mail    string
	Until   workday.Date // opinions are received until that day; empty for no end
}

// Composed is a publication as it would be written now.
type Composed struct {
	Title   string
	Body    json.RawMessage
	Missing []string
	Parts   []string // keys of the report's parts, in its order
}

// Kinds are the papers that are projections of the report.
func Kinds() []inspection.PaperKind {
	return []inspection.PaperKind{inspection.Circular, inspection.PublicVersion}
}

// Both gives the day on which the second of both was published: 双公开 is done
// then. Empty while one is missing.
func Both(list []Publication) workday.Date {
	days := map[inspection.PaperKind]workday.Date{}
	for _, p := range list {
		if p.State == Published {
			days[p.Kind] = p.PublishedOn
		}
	}
	var last workday.Date
	for _, k := range Kinds() {
		if days[k] == "" {
			return ""
		}
		last = max(last, days[k])
	}
	return last
}

// Check notes what is wrong with what was chosen. parts are those of the report.
func (p Publication) Check(c *fault.Checks, parts []string, today workday.Date) {
	CheckChoices(c, p.Choices, parts, today)
	for _, r := range p.Rules {
		c.OneOf("rules", string(r), words(Rules())...)
	}
	c.Max("mask_words", strings.Join(p.Words, "\n"), fault.LongText)
	c.Max("phone", p.Phone, fault.ShortText)
	c.Max("address", p.Address, fault.ShortText)
	c.Max("mail", p.Mail, fault.ShortText)
	if at := strings.Index(p.Mail, "@"); p.Mail != "" && (at < 1 || at == len(p.Mail)-1) {
		c.Add("mail", "publication.bad-mail")
	}
	workday.Check(c, "receives_until", p.Until)
}

// CheckPublishing notes what is wrong with the day and place of publication.
func (p Publication) CheckPublishing(c *fault.Checks, accepted, today workday.Date) {
	c.Text("published_in", p.Place, fault.ShortText)
	workday.Need(c, "published_on", p.PublishedOn)
	switch {
	case p.PublishedOn > today:
		c.Add("published_on", "field.future")
	case p.PublishedOn.Valid() && p.PublishedOn < accepted:
		c.Add("published_on", "publication.before-acceptance", accepted)
	case p.Until.Valid() && p.Until < p.PublishedOn:
		c.Add("published_on", "publication.after-until", p.Until)
	}
}
