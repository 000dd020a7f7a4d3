package evaluation

import (
	"slices"
	"time"

	"bihuan/internal/fault"
)

// Mode is how an item counts.
type Mode string

// The modes.
const (
	Score  Mode = "score"  // 得分: from 0 to the item's points
	Bonus  Mode = "bonus"  // 加分: on top of the full marks
	Deduct Mode = "deduct" // 扣分: taken off
)

// Modes lists the modes.
func Modes() []Mode { return []Mode{Score, Bonus, Deduct} }

// Item is one line of a scheme.
type Item struct {
	Key   string `json:"key"` // stays the same from version to version
	Group string `json:"group"`
	Text  string `json:"text"`
	Mode  Mode   `json:"mode"`
	Max   Points `json:"max"`
	Hint  string `json:"hint,omitempty"` // how points are given
	Fact  Fact   `json:"fact,omitempty"` // the figure that is shown beside it; empty for none
}

// Veto is a finding that fixes the grade whatever the points (一票否决).
type Veto struct {
	Key  string `json:"key"`
	Text string `json:"text"`
}

// Grade is a band of the result, from so many points on.
type Grade struct {
	Name string `json:"name"`
	From Points `json:"from"`
}

// Scheme is one version of a scheme of evaluation (评估方案). A version is never
// changed: editing makes the next one, and evaluations keep theirs.
type Scheme struct {
	ID      string
	OrgID   string // of the inspection office
	Family  string // the same for all versions of a scheme
	Number  int    // of the version, from 1
	Title   string
	Note    string
	Items   []Item
	Vetoes  []Veto
	Grades  []Grade // best first
	Retired bool    // no further evaluation takes it
	By      string
	Name    string
	At      time.Time
}

// Most of a scheme.
const (
	mostItems  = 60
	mostVetoes = 12
	mostGrades = 6
	mostPoints = 1000 // of one item, in tenths
)

// Full is the points that can be reached without any bonus.
func (s Scheme) Full() Points {
	var sum Points
	for _, i := range s.Items {
		if i.Mode == Score {
			sum += i.Max
		}
	}
	return sum
}

// Item gives an item by its key.
func (s Scheme) Item(key string) (Item, bool) {
	n := slices.IndexFunc(s.Items, func(i Item) bool { return i.Key == key })
	if n < 0 {
		return Item{}, false
	}
	return s.Items[n], true
}

// Check notes what is wrong with a scheme, under the names of its form fields.
func (s Scheme) Check(c *fault.Checks) {
	c.Text("name", s.Title, fault.ShortText)
	c.Max("note", s.Note, fault.LongText)
	if len(s.Items) == 0 || len(s.Items) > mostItems {
		c.Add("items", "evaluation.items.count", 1, mostItems)
	}
	for n, i := range s.Items {
		i.check(c, n+1)
	}
	if s.Full() == 0 && len(s.Items) > 0 {
		c.Add("items", "evaluation.items.no-score")
	}
	if len(s.Vetoes) > mostVetoes {
		c.Add("vetoes", "evaluation.vetoes.count", mostVetoes)
	}
	for _, v := range s.Vetoes {
		c.Max("vetoes", v.Text, fault.ShortText)
	}
	s.checkGrades(c)
}

func (i Item) check(c *fault.Checks, n int) {
	if i.Text == "" {
		c.Add("items", "evaluation.item.text", n)
	}
	c.Max("items", i.Text, fault.LongText)
	c.Max("items", i.Group, fault.ShortText)
	c.Max("items", i.Hint, fault.LongText)
	if !slices.Contains(Modes(), i.Mode) {
		c.Add("items", "evaluation.item.mode", n)
	}
	if i.Max <= 0 || i.Max > mostPoints {
		c.Add("items", "evaluation.item.points", n, Points(mostPoints))
	}
	if i.Fact != "" && !slices.Contains(Facts(), i.Fact) {
		c.Add("items", "evaluation.item.fact", n)
	}
}

// checkGrades: best first, falling, and the last one from 0 on, so that every
// result has a grade.
func (s Scheme) checkGrades(c *fault.Checks) {
	if len(s.Grades) == 0 || len(s.Grades) > mostGrades {
		c.Add("bands", "evaluation.grades.count", mostGrades)
		return
	}
	for n, g := range s.Grades {
		if g.Name == "" || n > 0 && g.From >= s.Grades[n-1].From {
			c.Add("bands", "evaluation.grades.order", n+1)
			return
		}
	}
	if s.Grades[len(s.Grades)-1].From != 0 {
		c.Add("bands", "evaluation.grades.last")
	}
}

// Fact names the figure of the records that stands beside an item.
type Fact string

// The facts; each is one query, as of the cut-off of the evaluation.
const (
	FactDone        Fact = "done"         // problems done, of all
	FactClosed      Fact = "closed"       // problems signed off, of all
	FactLate        Fact = "late"         // problems overdue
	FactLongTerm    Fact = "long-term"    // problems kept up for good, of all
	FactExtended    Fact = "extended"     // problems whose deadline was put off
	FactReopened    Fact = "reopened"     // problems opened again
	FactMeetings    Fact = "meetings"     // meetings held
	FactStudies     Fact = "studies"      // study sessions held
	FactRegulations Fact = "regulations"  // regulations issued after the feedback
	FactPlan        Fact = "plan"         // day on which the plan was issued
	FactReport      Fact = "report"       // day on which the report was accepted
	FactPublished   Fact = "published"    // day of the publication
	FactSignals     Fact = "signals"      // signals that the office confirmed
	FactLookBack    Fact = "look-back"    // look-backs that found it real, of all
	FactSatisfied   Fact = "satisfaction" // satisfied answers, of all, of the surveys
)

// Facts lists the facts.
func Facts() []Fact {
	return []Fact{FactDone, FactClosed, FactLate, FactLongTerm, FactExtended, FactReopened, FactMeetings, FactStudies, FactRegulations,
		FactPlan, FactReport, FactPublished, FactSignals, FactLookBack, FactSatisfied}
}
