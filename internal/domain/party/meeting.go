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
	OtherMeeting    MeetingKind = "other"
)

// MeetingKinds lists the kinds in order.
func MeetingKinds() []MeetingKind {
	return []MeetingKind{FeedbackMeeting, Mobilisation, PartyGroup, LeadingGroup, ProgressMeeting, OtherMeeting}
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
	Topics         []string
	Requirements   []string // what it demanded (会议要求)
	AdoptedPlan    string   // plan version that it adopted; set by the adoption itself
	AdoptedReport  bool     // it adopted the rectification report
	DocumentNumber string   // of the minutes
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
	Text         string
	DepartmentID string
	Due          workday.Date
	DoneOn       workday.Date
}

// Blank reports whether nothing was written.
func (r Resolution) Blank() bool {
	return r.Text == "" && r.DepartmentID == "" && r.Due == "" && r.DoneOn == ""
}
