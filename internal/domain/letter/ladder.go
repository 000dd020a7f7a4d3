package letter

import (
	"slices"

	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
)

// Step is one step of the ladder of letters, a setting of the round.
type Step struct {
	Code      string       `json:"code"`
	Name      string       `json:"name"`      // as it stands in the title: 督办通知书
	ReplyDays int          `json:"replyDays"` // in which an answer is due
	Unit      workday.Unit `json:"unit"`
	Roles     []string     `json:"roles"`     // who may send it: roles of package org
	Interview bool         `json:"interview"` // asks to a talk at a time and place
}

// Rules are what a round sets for letters; without steps the shipped ladder
// holds.
type Rules struct {
	Steps []Step `json:"steps"` // the mildest first
}

// The codes of the shipped ladder.
const (
	Supervision    = "supervision"    // 督办通知书
	Guidance       = "guidance"       // 指导书
	Reminder       = "reminder"       // 提醒书
	Admonition     = "admonition"     // 告诫书
	Accountability = "accountability" // 问责建议书
	Interview      = "interview"      // 约谈
)

// Senders are the roles that can send letters: the inspection office to
// organisations, a rectification office to its own departments.
func Senders() []string { return []string{string(org.RoleOffice), string(org.RoleClerk)} }

// Shipped is the ladder that a round starts with.
func Shipped() []Step {
	office, both := []string{string(org.RoleOffice)}, Senders()
	return []Step{
		{Code: Supervision, Name: "督办通知书", ReplyDays: 10, Unit: workday.Workdays, Roles: both},
		{Code: Guidance, Name: "指导书", ReplyDays: 10, Unit: workday.Workdays, Roles: office},
		{Code: Reminder, Name: "提醒书", ReplyDays: 7, Unit: workday.Workdays, Roles: both},
		{Code: Interview, Name: "约谈通知书", ReplyDays: 7, Unit: workday.Workdays, Roles: office, Interview: true},
		{Code: Admonition, Name: "告诫书", ReplyDays: 5, Unit: workday.Workdays, Roles: office},
		{Code: Accountability, Name: "问责建议书", ReplyDays: 15, Unit: workday.Workdays, Roles: office},
	}
}

// Ladder is the steps that hold.
func (r Rules) Ladder() []Step {
	if len(r.Steps) == 0 {
		return Shipped()
	}
	return r.Steps
}

// Step finds a step by its code.
func (r Rules) Step(code string) (Step, bool) {
	i := r.index(code)
	if i < 0 {
		return Step{}, false
	}
	return r.Ladder()[i], true
}

func (r Rules) index(code string) int {
	return slices.IndexFunc(r.Ladder(), func(s Step) bool { return s.Code == code })
}

// For lists the steps that a role may send.
func (r Rules) For(role org.Role) []Step {
	return slices.DeleteFunc(slices.Clone(r.Ladder()), func(s Step) bool { return !slices.Contains(s.Roles, string(role)) })
}

// Due is by when a letter issued on a day is to be answered.
func (s Step) Due(issued workday.Date, c *workday.Calendar) workday.Date {
	due, _ := workday.Offset{N: s.ReplyDays, Unit: s.Unit}.From(issued, c)
	return due
}

// Why a further step is proposed.
const (
	WhyFirst    = "first"  // problems are overdue and nothing was sent
	WhySilent   = "silent" // the last letter was not answered in time
	WhyStillDue = "still"  // it was answered, and its problems are overdue all the same
)

// Next proposes the next step of the ladder towards one addressee, never more:
// sent are its letters that were issued, the oldest first, late how many of its
// problems are overdue, and stillLate how many of those of the last letter.
// ok is false where there is nothing to propose.
func (r Rules) Next(sent []Letter, late, stillLate int, role org.Role, today workday.Date) (next Step, why string, ok bool) {
	mine := r.For(role)
	if len(sent) == 0 {
		if late == 0 || len(mine) == 0 {
			return Step{}, "", false
		}
		return mine[0], WhyFirst, true
	}
	last := sent[len(sent)-1]
	switch {
	case last.ReplyLate(today):
		why = WhySilent
	case stillLate > 0 && (last.State == Replied || last.State == Settled):
		why = WhyStillDue
	default:
		return Step{}, "", false
	}
	for _, s := range r.Ladder()[r.index(last.Kind)+1:] {
		if slices.Contains(s.Roles, string(role)) {
			return s, why, true
		}
	}
	return Step{}, "", false
}

// Check notes what is wrong with the ladder.
func (r Rules) Check(c *fault.Checks) {
	names := map[string]bool{}
	for i, s := range r.Steps {
		switch {
		case s.Name == "" || len([]rune(s.Name)) > 30:
			c.Add("letter_steps", "letter.step.name", i+1)
		case names[s.Name]:
			c.Add("letter_steps", "letter.step.twice", s.Name)
		case s.ReplyDays < 1 || s.ReplyDays > 365 || (s.Unit != workday.Days && s.Unit != workday.Workdays):
			c.Add("letter_steps", "letter.step.days", s.Name)
		case len(s.Roles) == 0 || slices.ContainsFunc(s.Roles, func(x string) bool { return !slices.Contains(Senders(), x) }):
			c.Add("letter_steps", "letter.step.roles", s.Name)
		}
		names[s.Name] = true
	}
	if len(r.Steps) == 0 {
		c.Add("letter_steps", "letter.step.none")
	}
}
