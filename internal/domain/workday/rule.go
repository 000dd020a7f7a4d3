package workday

import (
	"fmt"
	"slices"
)

// Code names a deadline of a round: a row of the deadlines profile.
type Code string

// The deadlines of the shipped profile, in the order of the story.
const (
	Immediate        Code = "immediate"          // immediate matters are done
	ImmediateReply   Code = "immediate-reply"    // the organisation replies to a notice of an immediate matter
	Mobilise         Code = "mobilise"           // mobilisation meeting
	Plan             Code = "plan"               // plan handed in for review
	LifeMeeting      Code = "life-meeting"       // special democratic life meeting
	LifeMeetingPaper Code = "life-meeting-paper" // report on the life meeting
	Progress         Code = "progress"           // progress entries, again and again
	PeriodEnd        Code = "period-end"         // end of the concentrated period
	Reports          Code = "reports"            // progress report and head's report
	Publish          Code = "publish"            // publication inside and to society
	Evaluate         Code = "evaluate"           // evaluation
	FollowUp         Code = "follow-up"          // open and long-term matters, again and again
)

// Claim is by when departments claim what a plan gives them: a setting of the
// round beside its profile.
const Claim Code = "claim"

// Base names the event from which a rule counts. A base that is also a Code
// means the event of that deadline: the day on which it took place once that
// is known, the day on which it is due until then.
type Base string

// The events that a profile counts from besides its own deadlines.
const (
	FeedbackMeeting Base = "feedback-meeting" // D0
	InspectionEnd   Base = "inspection-end"   // the team leaves
	ImmediateNotice Base = "immediate-notice" // a notice of an immediate matter arrives
	ReportAccepted  Base = "report-accepted"  // the joint review accepts the report
	IssueDay        Base = "issue"            // the plan is issued
)

// Rule says how a deadline comes about: so long after such an event.
type Rule struct {
	Code   Code   `json:"code"`
	Name   string `json:"name,omitempty"` // what the round calls it; "" for the shipped name
	Base   Base   `json:"base"`
	Offset Offset `json:"offset"`
	Repeat bool   `json:"repeat"` // due again after each further offset
}

// Due is a deadline together with what produced it, so that a reader can
// count it again.
type Due struct {
	Date        Date  // "" while the base date is unknown or the offset open
	BaseDate    Date  // the day counted from
	Planned     bool  // the base date is itself a deadline, not yet an event
	Rule        Rule  // the rule as it stood when the deadline was made
	Unpublished []int // years whose holiday notice was not known
}

// Due is the rule's deadline counted from baseDate, the first one when the
// rule repeats.
func (r Rule) Due(baseDate Date, c *Calendar) Due { return r.Occurrence(1, baseDate, c) }

// Occurrence is the n-th deadline (from 1) of a repeating rule, each counted
// from baseDate anew, so that the ends of short months do not shift the later
// ones. A rule that does not repeat has the one deadline whatever n is.
func (r Rule) Occurrence(n int, baseDate Date, c *Calendar) Due {
	offset := r.Offset
	if r.Repeat {
		offset.N *= max(n, 1)
	}
	date, unpublished := offset.From(baseDate, c)
	return Due{Date: date, BaseDate: baseDate, Rule: r, Unpublished: unpublished}
}

// Next is the first deadline of a repeating rule on or after the day, counted
// from baseDate; the rule's one deadline when it does not repeat.
func (r Rule) Next(day, baseDate Date, c *Calendar) Due {
	due := r.Due(baseDate, c)
	if !r.Repeat || r.Offset.N == 0 {
		return due
	}
	for n := 2; due.Date.Before(day) && due.Date != LastDate; n++ {
		due = r.Occurrence(n, baseDate, c)
	}
	return due
}

// Chinese is the rule in words: 反馈会后15个工作日内.
func (r Rule) Chinese() string {
	base := r.Base.Chinese()
	switch {
	case r.Offset.Unit == Open:
		return base + "后"
	case r.Repeat:
		return fmt.Sprintf("%s后每%s", base, r.Offset.Chinese())
	case r.Offset.N == 0:
		return base + "当日"
	}
	return fmt.Sprintf("%s后%s内", base, r.Offset.Chinese())
}

// Chinese is the deadline's ground in words: the rule, the day counted from,
// and the years whose holidays are not yet published.
func (d Due) Chinese() string {
	text := d.Rule.Chinese()
	if !d.BaseDate.IsZero() {
		planned := ""
		if d.Planned {
			planned = "计划"
		}
		text += fmt.Sprintf("，自%s%s起算", planned, d.BaseDate.Chinese())
	}
	for _, year := range d.Unpublished {
		text += fmt.Sprintf("，%d年节假日安排尚未公布，暂按周一至周五计算", year)
	}
	return text
}

// resting adds the years that the base date of d rested on.
func (d Due) resting(years []int) Due {
	all := slices.Concat(years, d.Unpublished)
	slices.Sort(all)
	d.Unpublished = slices.Compact(all)
	return d
}
