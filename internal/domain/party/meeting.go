// Package party holds Party life: meetings, study, talks, life meetings,
// criticisms, and the work that rectification is combined with.
package party

import "bihuan/internal/domain/workday"

// MeetingKind is the kind of a meeting.
type MeetingKind string

// The kinds.
const (
	FeedbackMeeting MeetingKind = "feedback"      // 反馈会
	Mobilisation    MeetingKind = "mobilisation"  // 动员会
	PartyGroup      MeetingKind = "party-group"   // 专题党组会
	LeadingGroup    MeetingKind = "leading-group" // 领导小组会
	ProgressMeeting MeetingKind = "progress"      // 推进会
	Deliberation    MeetingKind = "deliberation"  // 审议会
	BranchMeeting   MeetingKind = "branch"        // 机关支部会
	OtherMeeting    MeetingKind = "other"
)

// MeetingKinds lists the kinds in order.
func MeetingKinds() []MeetingKind {
	return []MeetingKind{FeedbackMeeting, Mobilisation, PartyGroup, LeadingGroup, ProgressMeeting, Deliberation, BranchMeeting, OtherMeeting}
}

// Meeting is one meeting of the organisation.
type Meeting struct {
	ID             string
	OrgID          string
	InspectionID   string
	Kind           MeetingKind
	Title          string
	HeldOn         workday.Date
	Place          string
	ChairID        string   // person
	Studied        []string // what was studied at it
	Topics         []Topic
	Requirements   []string     // what it demanded (会议要求)
	AdoptedPlan    string       // plan version that it adopted; set by the adoption itself
	AdoptedReport  bool         // it adopted the rectification report
	DocumentNumber string       // of the minutes
	Invited        []string     // people, to sit in it or beside it
	HearsProgress  bool         // it hears how far rectification is: the figures of its day are frozen
	WrittenBy      string       // account that wrote the minutes last
	SubmittedOn    workday.Date // the minutes were sent to be approved
	ApprovedOn     workday.Date
	ApprovedBy     string // account
	ApprovedName   string
	Version        int
}

// Presence of somebody at a meeting.
type Presence string

// The presences.
const (
	Present  Presence = "present"
	Absent   Presence = "absent"
	Observer Presence = "observer" // 列席
)

// Presences lists the presences.
func Presences() []Presence { return []Presence{Present, Absent, Observer} }

// Attendance is one person at one meeting.
type Attendance struct {
	ID        string
	OrgID     string
	MeetingID string
	PersonID  string
	Presence  Presence
	Reason    string // of an absence
}

// Blank reports whether nothing is said of the person's presence.
func (a Attendance) Blank() bool { return a.Presence == "" && a.Reason == "" }

// Resolution is one decision of a meeting (议定事项).
type Resolution struct {
	ID           string
	OrgID        string
	MeetingID    string
	Seq          int
	Topic        int // number of the agenda item that it came from, from 1; 0 for none
	Text         string
	DepartmentID string
	PersonID     string // who sees to it
	Due          workday.Date
	DoneOn       workday.Date
	Answer       string // how it was carried out, or why not yet
	AnsweredOn   workday.Date
	AnsweredName string
}

// Unfinished reports whether the resolution was still open on a day.
func (r Resolution) Unfinished(day workday.Date) bool { return r.DoneOn == "" || r.DoneOn > day }

// Blank reports whether nothing was written.
func (r Resolution) Blank() bool {
	return r.Text == "" && r.DepartmentID == "" && r.PersonID == "" && r.Due == "" && r.DoneOn == "" && r.Topic == 0
}
