package query

import (
	"errors"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/party"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// MeetingPage is one meeting, whole.
type MeetingPage struct {
	Inside
	Meeting     party.Meeting
	State       MeetingState
	Chair       string
	Invited     []Ranked
	Topics      []TopicRow
	Present     []string // names, the leading body first
	Observers   []string
	Absent      []Absence
	Resolutions []ResolutionRow
	Earlier     []EarlierResolution // of earlier meetings, unfinished on its day
	Corrections []party.Correction
	Figures     *MeetingFigures // of one that heard progress
	Plan        *Covered        // the plan version that it adopted
	CanEdit     bool            // while the minutes are open
	CanCorrect  bool            // once they are approved
	CanSubmit   bool
	CanApprove  bool
	Barred      *fault.Error // the rule that alone keeps the caller from approving
	Numbers     []Option     // series to take a number from, for minutes approved without one
}

// TopicRow is one item of the agenda with what it is about.
type TopicRow struct {
	party.Topic
	About  []ProblemLink
	Paper  string // title of the plan version or report
	Href   string
	Number int
}

// Absence is who was not there, and why.
type Absence struct{ Name, Reason string }

// Meeting gives one meeting.
func Meeting(v *View, id string) (MeetingPage, error) {
	m, err := store.Meetings.Get(v.Tx, id)
	if err != nil {
		return MeetingPage{}, err
	}
	i, t, err := v.Inspection(m.InspectionID, org.SeeParty)
	if err != nil {
		return MeetingPage{}, err
	}
	names, err := v.NamesOf(m.OrgID)
	if err != nil {
		return MeetingPage{}, err
	}
	p := MeetingPage{Inside: Inside{m.InspectionID}, Meeting: m, Chair: names.Person(m.ChairID)}
	list, err := v.attendance(&p, names)
	if err != nil {
		return p, err
	}
	p.State = meetingState(m, len(p.Present) > 0, v.Today)
	for _, part := range []func(*MeetingPage, inspection.Inspection, org.Target, Names) error{v.meetingTopics, v.meetingResolutions, v.meetingMinutes} {
		if err := part(&p, i, t, names); err != nil {
			return p, err
		}
	}
	p.mayApprove(v, t, list)
	p.Plan, err = v.coveredBy(m.AdoptedPlan, v.Inside(t))
	return p, err
}

// attendance fills in who was there and who is invited, in the order in which
// papers list people.
func (v *View) attendance(p *MeetingPage, names Names) ([]party.Attendance, error) {
	list, err := store.Attendances.List(v.Tx, "WHERE meeting_id = ?", p.Meeting.ID)
	if err != nil {
		return nil, err
	}
	at := map[string]party.Attendance{}
	for _, a := range list {
		at[a.PersonID] = a
	}
	ids := append(idsOf(list, func(a party.Attendance) string { return a.PersonID }), p.Meeting.Invited...)
	ranked, err := v.ranked(p.Meeting.OrgID, p.Meeting.HeldOn, ids)
	for _, r := range ranked {
		if contains(p.Meeting.Invited, r.ID) {
			p.Invited = append(p.Invited, r)
		}
		a, there := at[r.ID]
		switch {
		case !there:
		case a.Presence == party.Present:
			p.Present = append(p.Present, names.Person(r.ID))
		case a.Presence == party.Observer:
			p.Observers = append(p.Observers, names.Person(r.ID))
		default:
			p.Absent = append(p.Absent, Absence{Name: names.Person(r.ID), Reason: a.Reason})
		}
	}
	return list, err
}

// meetingTopics fills in the agenda with the problems and papers that it is
// about.
func (v *View) meetingTopics(p *MeetingPage, _ inspection.Inspection, t org.Target, _ Names) error {
	for n, topic := range p.Meeting.Topics {
		row := TopicRow{Topic: topic, Number: n + 1}
		var err error
		if row.About, err = v.problemLinks(topic.Problems); err != nil {
			return err
		}
		if err := v.topicPaper(&row, t); err != nil {
			return err
		}
		p.Topics = append(p.Topics, row)
	}
	return nil
}

func (v *View) topicPaper(row *TopicRow, t org.Target) error {
	switch {
	case row.Plan != "":
		x, err := store.PlanVersions.Get(v.Tx, row.Plan)
		row.Paper = x.Title
		if v.Can(org.SeePlan, t) {
			row.Href = "/plans/" + x.ID
		}
		return err
	case row.Report != "":
		x, err := store.Reports.Get(v.Tx, row.Report)
		row.Paper = x.Title
		if v.Can(org.SeePapers, t) {
			row.Href = "/reports/" + x.ID
		}
		return err
	}
	return nil
}

func (v *View) meetingResolutions(p *MeetingPage, i inspection.Inspection, t org.Target, names Names) error {
	list, err := store.Resolutions.List(v.Tx, "WHERE meeting_id = ? ORDER BY seq", p.Meeting.ID)
	if err != nil {
		return err
	}
	if p.Resolutions, err = v.resolutionRows(i.ID, t, list, names); err != nil {
		return err
	}
	p.Earlier, err = v.earlierUnfinished(i.ID, p.Meeting.HeldOn, t, names)
	return err
}

// meetingMinutes fills in what belongs to the minutes: corrections, figures,
// and a number still to be given.
func (v *View) meetingMinutes(p *MeetingPage, i inspection.Inspection, t org.Target, _ Names) error {
	may := v.Can(org.MeetingEdit, t)
	p.CanEdit, p.CanCorrect = may && !p.Meeting.Approved(), may && p.Meeting.Approved()
	p.CanSubmit = p.CanEdit && p.State == MeetingHeld && !p.Meeting.Waiting()
	var err error
	if p.Corrections, err = store.Corrections.List(v.Tx, "WHERE meeting_id = ? ORDER BY seq", p.Meeting.ID); err != nil {
		return err
	}
	if p.Meeting.HearsProgress && p.Meeting.Held(v.Today) {
		f, err := v.figuresOf(i, p.Meeting)
		if err != nil {
			return err
		}
		p.Figures = &f
	}
	if p.CanCorrect && p.Meeting.DocumentNumber == "" {
		p.Numbers, _, err = v.numberChoices(p.Meeting.OrgID)
	}
	return err
}

// mayApprove tells whether the caller can approve the minutes now, and if only
// a rule keeps him from it, which.
func (p *MeetingPage) mayApprove(v *View, t org.Target, list []party.Attendance) {
	if !p.Meeting.Waiting() || !v.Can(org.MinutesApprove, store.MeetingTarget(t, p.Meeting)) {
		return
	}
	if err := p.Meeting.CheckApproval(v.Actor.AccountID, list, v.Today); err != nil {
		errors.As(err, &p.Barred)
		return
	}
	p.CanApprove = true
}
