// Package publication holds what is told of an accepted report inside the Party
// and to society (双公开): how much of each part, what is masked, whom to write
// to, and the opinions that come in.
package publication

import (
	"encoding/json"
	"time"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/workday"
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
