package example

import "bihuan/internal/domain/workday"

// Organisation is one inspected organisation with all that its folder holds.
type Organisation struct {
	Key            string       `yaml:"key"`
	Name           string       `yaml:"name"`
	Short          string       `yaml:"short"`
	PartyName      string       `yaml:"partyName"` // 中共青禾市市场监督管理局党组
	Kind           string       `yaml:"kind"`
	DocumentPrefix string       `yaml:"documentPrefix"`
	Contact        Contact      `yaml:"contact"`
	Departments    []Department `yaml:"departments"`
	People         []Person     `yaml:"people"`
	Portfolios     []Portfolio  `yaml:"portfolios"`
	LeadingGroup   LeadingGroup `yaml:"leadingGroup"`
	HandOvers      []HandOver   `yaml:"handOvers,omitempty"`

	Feedback    Feedback     `yaml:"-"`
	Plan        Plan         `yaml:"-"`
	Party       Party        `yaml:"-"`
	Regulations []Regulation `yaml:"-"`
	LinkedWork  []LinkedWork `yaml:"-"`
	Progress    Progress     `yaml:"-"`
	Documents   []Document   `yaml:"-"`
	Evaluated   Evaluated    `yaml:"-"`
	Reports     []Report     `yaml:"-"`
	Issued      []Issued     `yaml:"-"`
}

// Contact is what the published version prints.
type Contact struct {
	Address  string `yaml:"address"`
	Postcode string `yaml:"postcode"`
	Phone    string `yaml:"phone"`
	Mail     string `yaml:"mail"`
}

// Department is a department or subordinate unit.
type Department struct {
	Key  string `yaml:"key"`
	Name string `yaml:"name"`
}

// Person is somebody who works, or worked, in the organisation. Whoever has
// grants has an account, and Key is its login name.
type Person struct {
	Key    string  `yaml:"key"`
	Name   string  `yaml:"name"`
	Posts  []Post  `yaml:"posts"`
	Grants []Grant `yaml:"grants,omitempty"`
}

// Post is what a person was for a time. From is the first day, Until the last;
// either may be empty.
type Post struct {
	Title      string       `yaml:"title"`
	Rank       string       `yaml:"rank"`
	Department string       `yaml:"department,omitempty"`
	From       workday.Date `yaml:"from"`
	Until      workday.Date `yaml:"until,omitempty"`
}

// Holds reports whether the post is held on the day.
func (p Post) Holds(day workday.Date) bool {
	return (p.From == "" || p.From <= day) && (p.Until == "" || day <= p.Until)
}

// Portfolio is what a leader answers for.
type Portfolio struct {
	Leader      string   `yaml:"leader"`
	Duties      string   `yaml:"duties"`
	Departments []string `yaml:"departments"`
}

// LeadingGroup is the rectification leading group and its office.
type LeadingGroup struct {
	Founded workday.Date `yaml:"founded,omitempty"`
	Title   string       `yaml:"title,omitempty"` // of the notice
	Number  string       `yaml:"number,omitempty"`
	Duties  string       `yaml:"duties,omitempty"`
	Seats   []Seat       `yaml:"seats,omitempty"`
	Office  string       `yaml:"office,omitempty"` // department in which the office sits
}

// Seat is one person's place in the group or its office.
type Seat struct {
	Person   string       `yaml:"person"`
	Position string       `yaml:"position"`
	From     workday.Date `yaml:"from,omitempty"`
	Until    workday.Date `yaml:"until,omitempty"`
}

// HandOver records that an officer handed his open problems to a successor.
type HandOver struct {
	From              string       `yaml:"from"`
	To                string       `yaml:"to"`
	On                workday.Date `yaml:"date"`
	Department        string       `yaml:"department"`
	Problems          []string     `yaml:"problems"`
	Text              string       `yaml:"text"`
	ConfirmedByGiver  workday.Date `yaml:"confirmedByGiver"`
	ConfirmedByTaker  workday.Date `yaml:"confirmedByTaker"`
	SupervisingLeader string       `yaml:"supervisingLeader"`
}
