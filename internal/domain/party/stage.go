package party

import (
	"bihuan/internal/domain/workday"
)

// StageCode names a stage of the file of a life meeting.
type StageCode string

// The stages, in order.
const (
	StageConsent  StageCode = "consent"    // 请示、批复
	StagePlan     StageCode = "plan"       // 方案、主题
	StageGuests   StageCode = "guests"     // 邀请列席
	StageStudy    StageCode = "study"      // 会前学习
	StageOpinions StageCode = "opinions"   // 征求意见
	StageTalks    StageCode = "talks"      // 谈心谈话
	StagePapers   StageCode = "papers"     // 对照检查材料
	StageMeeting  StageCode = "meeting"    // 召开会议
	StageMeasures StageCode = "criticisms" // 批评意见及措施
	StageReport   StageCode = "report"     // 通报、情况报告
)

// Lack is something that a stage still misses. Its code names a message, At
// the part of the file where it is mended.
type Lack struct {
	Code string
	Args []any
	At   string
}

// Stage is one stage with what it misses.
type Stage struct {
	Code  StageCode
	State StepState
	Lacks []Lack
}

// LifeFile is what the stages of a life meeting are judged by.
type LifeFile struct {
	Meeting     LifeMeeting
	Guests      []Guest
	Opinions    int // solicited
	Unassigned  int // of them, of nobody's concern yet
	Members     []string
	Papers      []SelfPaper
	Problems    []string // specific problems of the feedback
	Among       Share    // talks
	Reached     Share
	Unconfirmed int
	Criticisms  int
	Bare        int // of them, without a measure
	Silent      int // members who did not criticise themselves
	ReportDue   workday.Date
}

// Parts of the file in which something is mended.
const (
	AtEdit       = "edit"
	AtConsent    = "consent"
	AtGuests     = "guests"
	AtOpinions   = "opinions"
	AtTalks      = "talks"
	AtPapers     = "papers"
	AtCriticisms = "criticisms"
)

// Stages judges the file on a day. What comes after the meeting is asked for
// once it was held.
func (f LifeFile) Stages(today workday.Date) []Stage {
	held := f.Meeting.Held(today)
	next := true
	var out []Stage
	for _, s := range f.stages(today) {
		if s.after && !held {
			s.Lacks = nil
		}
		switch {
		case len(s.Lacks) == 0 && (!s.after || held):
			s.State = StepDone
		case held:
			s.State = StepMissing
		case next && !s.after:
			s.State, next = StepNext, false
		default:
			s.State = StepWaiting
		}
		out = append(out, s.Stage)
	}
	return out
}

// judged is a stage on its way; after means that it follows the meeting.
type judged struct {
	Stage
	after bool
}

func (f LifeFile) stages(today workday.Date) []judged {
	at := func(code StageCode, after bool, lacks []Lack) judged {
		return judged{Stage{Code: code, Lacks: lacks}, after}
	}
	if f.Meeting.Kind == OrganisationalLife {
		return []judged{at(StageStudy, false, f.study()), at(StageOpinions, false, f.opinions()), at(StageMeeting, false, f.meeting(today)),
			at(StageMeasures, true, f.criticisms())}
	}
	return []judged{at(StageConsent, false, f.consent()), at(StagePlan, false, f.plan()), at(StageGuests, false, f.guests()),
		at(StageStudy, false, f.study()), at(StageOpinions, false, f.opinions()), at(StageTalks, false, f.talks()),
		at(StagePapers, false, f.papers()), at(StageMeeting, false, f.meeting(today)), at(StageMeasures, true, f.criticisms()),
		at(StageReport, true, f.report(today))}
}

// lacks gathers what is missing.
type lacks []Lack

func (l *lacks) when(missing bool, code, at string, args ...any) {
	if missing {
		*l = append(*l, Lack{Code: "life.lack." + code, At: at, Args: args})
	}
}

func (f LifeFile) consent() (l lacks) {
	m := f.Meeting
	l.when(m.ConsentAskedOn == "", "asked", AtConsent)
	l.when(m.ConsentAskedOn != "" && m.AskNumber == "", "ask-number", AtConsent)
	l.when(m.ConsentOn == "", "consent", AtConsent)
	l.when(m.ConsentOn != "" && m.ConsentNumber == "", "consent-number", AtConsent)
	l.when(m.ConsentOn != "" && m.ConsentHash == "", "consent-paper", AtConsent)
	return l
}

func (f LifeFile) plan() (l lacks) {
	m := f.Meeting
	l.when(m.Theme == "", "theme", AtEdit)
	l.when(m.PlanOn == "", "plan", AtEdit)
	l.when(m.HeldOn == "", "day", AtEdit)
	l.when(m.HostID == "", "host", AtEdit)
	return l
}

func (f LifeFile) guests() (l lacks) {
	for _, b := range Uninvited(f.Guests) {
		l.when(true, "guest."+string(b), AtGuests)
	}
	return l
}

func (f LifeFile) study() (l lacks) {
	l.when(f.Meeting.StudyOn == "", "study", AtEdit)
	l.when(len(f.Meeting.Studies) == 0, "study-record", AtEdit)
	return l
}

func (f LifeFile) opinions() (l lacks) {
	l.when(f.Opinions == 0, "opinions", AtOpinions)
	l.when(f.Unassigned > 0, "unassigned", AtOpinions, f.Unassigned)
	l.when(f.Meeting.OpinionsOn == "", "opinions-day", AtEdit)
	return l
}

func (f LifeFile) talks() (l lacks) {
	l.when(f.Among.Done < f.Among.All, "talks-among", AtTalks, f.Among.All-f.Among.Done)
	l.when(f.Reached.Done < f.Reached.All, "talks-heads", AtTalks, f.Reached.All-f.Reached.Done)
	l.when(f.Unconfirmed > 0, "talks-unconfirmed", AtTalks, f.Unconfirmed)
	return l
}

func (f LifeFile) papers() (l lacks) {
	of, reviewed := map[string]bool{}, map[string]bool{}
	for _, p := range f.Papers {
		of[p.PersonID], reviewed[p.PersonID] = true, p.ReviewedOn != ""
	}
	without, open := 0, 0
	for _, id := range append([]string{""}, f.Members...) {
		switch {
		case !of[id]:
			without++
		case !reviewed[id]:
			open++
		}
	}
	l.when(without > 0, "papers", AtPapers, without)
	l.when(open > 0, "papers-open", AtPapers, open)
	untaken := len(Untaken(f.Problems, f.Papers))
	l.when(untaken > 0, "untaken", AtPapers, untaken)
	return l
}

// Untaken lists the problems that no member has taken on himself.
func Untaken(problems []string, papers []SelfPaper) []string {
	taken := map[string]bool{}
	for _, p := range papers {
		if p.PersonID == "" {
			continue
		}
		for _, id := range p.Problems {
			taken[id] = true
		}
	}
	var out []string
	for _, id := range problems {
		if !taken[id] {
			out = append(out, id)
		}
	}
	return out
}

func (f LifeFile) meeting(today workday.Date) (l lacks) {
	l.when(f.Meeting.HeldOn == "", "day", AtEdit)
	l.when(f.Meeting.HeldOn.After(today), "ahead", AtEdit, string(f.Meeting.HeldOn))
	return l
}

func (f LifeFile) criticisms() (l lacks) {
	l.when(f.Criticisms == 0, "criticisms", AtCriticisms)
	l.when(f.Criticisms > 0 && f.Silent > 0, "silent", AtCriticisms, f.Silent)
	l.when(f.Bare > 0, "bare", AtCriticisms, f.Bare)
	return l
}

func (f LifeFile) report(today workday.Date) (l lacks) {
	m := f.Meeting
	l.when(m.CircularOn == "", "circular", AtEdit)
	switch {
	case m.ReportOn == "" && f.ReportDue != "" && today > f.ReportDue:
		l.when(true, "report-late", AtEdit, string(f.ReportDue))
	case m.ReportOn == "":
		l.when(true, "report", AtEdit, string(f.ReportDue))
	}
	return l
}
