package party

import (
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
)

// LifeKinds lists the kinds.
func LifeKinds() []LifeKind { return []LifeKind{DemocraticLife, OrganisationalLife} }

// StepCode names a step of a life meeting; it is also the name of the form
// field with its day.
type StepCode string

// The steps, in the order in which they are usually taken.
const (
	StepAsked    StepCode = "consent_asked_on" // 请示
	StepConsent  StepCode = "consent_on"       // 同意召开
	StepPlan     StepCode = "plan_on"          // 方案
	StepStudy    StepCode = "study_on"         // 会前学习
	StepOpinions StepCode = "opinions_on"      // 征求意见
	StepPapers   StepCode = "papers_on"        // 对照检查材料审核
	StepHeld     StepCode = "held_on"          // 召开
	StepReport   StepCode = "report_on"        // 情况报告
)

// StepState says how far a step is.
type StepState string

// The states of a step.
const (
	StepDone    StepState = "done"
	StepNext    StepState = "next"    // the first one still to take
	StepWaiting StepState = "waiting" // to take after the next
	StepMissing StepState = "missing" // the meeting was held without it
)

// LifeStep is one step with the day on which it was taken.
type LifeStep struct {
	Code  StepCode
	On    workday.Date
	State StepState
}

// Held reports whether the meeting has taken place; see Meeting.Held.
func (m LifeMeeting) Held(today workday.Date) bool { return m.HeldOn != "" && m.HeldOn <= today }

// Checklist gives the steps of the meeting with how far they are.
func (m LifeMeeting) Checklist(today workday.Date) []LifeStep {
	steps := m.steps()
	next := true
	for i := range steps {
		s := &steps[i]
		switch {
		case s.On != "" && s.On <= today:
			s.State = StepDone
		case m.Held(today) && s.Code != StepReport:
			s.State = StepMissing
		case next:
			s.State, next = StepNext, false
		default:
			s.State = StepWaiting
		}
	}
	return steps
}

// steps gives the steps of the meeting's kind. A branch holds its
// organisational life meeting without a superior's consent and without a paper
// of its own.
func (m LifeMeeting) steps() []LifeStep {
	if m.Kind == OrganisationalLife {
		return []LifeStep{{Code: StepStudy, On: m.StudyOn}, {Code: StepOpinions, On: m.OpinionsOn}, {Code: StepHeld, On: m.HeldOn}}
	}
	return []LifeStep{{Code: StepAsked, On: m.ConsentAskedOn}, {Code: StepConsent, On: m.ConsentOn}, {Code: StepPlan, On: m.PlanOn},
		{Code: StepStudy, On: m.StudyOn}, {Code: StepOpinions, On: m.OpinionsOn}, {Code: StepPapers, On: m.PapersOn},
		{Code: StepHeld, On: m.HeldOn}, {Code: StepReport, On: m.ReportOn}}
}

// Check notes what is wrong with the meeting, under the names of its form
// fields: consent follows the request, the papers follow the opinions, every
// preparation comes before the meeting and the report after it. Study,
// opinions and plan go in any order before it. Only the meeting itself may
// still lie ahead.
func (m LifeMeeting) Check(c *fault.Checks, today workday.Date) {
	known(c, "kind", m.Kind, LifeKinds())
	c.Max("theme", m.Theme, fault.ShortText)
	c.Max("branch", m.Branch, fault.ShortText)
	c.Max("consent_by", m.ConsentBy, fault.ShortText)
	c.Max("note", m.Note, fault.LongText)
	c.Max("ask_number", m.AskNumber, fault.ShortText)
	c.Max("consent_number", m.ConsentNumber, fault.ShortText)
	workday.Check(c, "circular_on", m.CircularOn)
	notAfter(c, "circular_on", m.CircularOn, today)
	if m.CircularOn != "" && (m.HeldOn == "" || m.CircularOn.Before(m.HeldOn)) {
		c.Add("circular_on", "party.life.report-order")
	}
	m.checkKind(c)
	for _, s := range m.steps() {
		workday.Check(c, string(s.Code), s.On)
		if s.Code != StepHeld {
			notAfter(c, string(s.Code), s.On, today)
		}
		if s.Code != StepHeld && s.Code != StepReport && s.On.Valid() && s.On.After(m.HeldOn) {
			c.Add(string(s.Code), "party.life.after-meeting", string(m.HeldOn))
		}
	}
	m.checkOrder(c)
	m.checkHeld(c, today)
}

func (m LifeMeeting) checkKind(c *fault.Checks) {
	if m.Kind == OrganisationalLife {
		c.Need("branch", m.Branch)
		return
	}
	c.Need("theme", m.Theme)
	if m.HeadAsMember || m.HeadCommented {
		c.Add("head_as_member", "party.life.only-branch")
	}
}

func (m LifeMeeting) checkOrder(c *fault.Checks) {
	if m.ConsentOn.Before(m.ConsentAskedOn) {
		c.Add("consent_on", "party.life.consent-order", string(m.ConsentAskedOn))
	}
	if m.ConsentOn != "" {
		c.Need("consent_by", m.ConsentBy)
	}
	if m.PapersOn.Before(m.OpinionsOn) {
		c.Add("papers_on", "party.life.papers-order", string(m.OpinionsOn))
	}
	if m.ReportOn != "" && (m.HeldOn == "" || m.ReportOn.Before(m.HeldOn)) {
		c.Add("report_on", "party.life.report-order")
	}
	if m.Opinions < 0 || m.Opinions > 0 && m.OpinionsOn == "" {
		c.Add("opinions", "party.life.opinions")
	}
}

func (m LifeMeeting) checkHeld(c *fault.Checks, today workday.Date) {
	if m.Held(today) {
		c.Need("host", m.HostID)
	}
}

// Check notes what is wrong with a self-examination paper of the meeting: it
// was reviewed by somebody else, before the meeting. name gives the form field
// of a part.
func (p SelfPaper) Check(c *fault.Checks, m LifeMeeting, today workday.Date, name func(string) string) {
	c.Need(name("reviewed_by"), p.ReviewedBy)
	if p.ReviewedBy != "" && p.ReviewedBy == p.PersonID {
		c.Add(name("reviewed_by"), "party.paper.own")
	}
	workday.Check(c, name("reviewed_on"), p.ReviewedOn)
	notAfter(c, name("reviewed_on"), p.ReviewedOn, today)
	if p.ReviewedOn.After(m.HeldOn) {
		c.Add(name("reviewed_on"), "party.life.after-meeting", string(m.HeldOn))
	}
	if p.Revisions < 0 || p.Revisions > 99 {
		c.Add(name("revisions"), "field.bad-number")
	}
}

// Blank reports whether nothing is said of the paper.
func (p SelfPaper) Blank() bool { return p.ReviewedBy == "" && p.ReviewedOn == "" && p.Revisions == 0 }

// OfSelf reports whether it is self-criticism.
func (x Criticism) OfSelf() bool { return x.FromID == x.ToID }

// Check notes what is wrong with a criticism: it was made at a meeting that
// has been held, and what was done about it is a measure, after the meeting.
func (x Criticism) Check(c *fault.Checks, m LifeMeeting, today workday.Date) {
	if !m.Held(today) {
		c.Add("criticism", "party.criticism.not-held")
	}
	c.Need("critic", x.FromID)
	c.Need("criticised", x.ToID)
	c.Text("criticism", x.Text, fault.LongText)
	c.Max("remedy", x.Measure, fault.LongText)
	notBefore(c, "due", x.Due, m.HeldOn, "party.before-meeting")
	notBefore(c, "done_on", x.DoneOn, m.HeldOn, "party.before-meeting")
	notAfter(c, "done_on", x.DoneOn, today)
	if x.Measure == "" && (x.Due != "" || x.DoneOn != "") {
		c.Add("remedy", "party.criticism.no-measure")
	}
}
