package plan

import (
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
)

// Round is one comment round (征求意见) on a version. Who is asked is fixed when
// it opens.
type Round struct {
	ID           string
	OrgID        string
	InspectionID string
	VersionID    string
	Number       int // within the inspection
	Name         string
	Note         string
	OpenedOn     workday.Date
	Until        workday.Date
	EndedOn      workday.Date // by somebody's act; empty while it runs or ran out by itself
	OpenedBy     string
	OpenedName   string
	Version      int
}

// Open reports whether the round takes comments on a day.
func (r Round) Open(today workday.Date) bool { return r.EndedOn == "" && today <= r.Until }

// PartyKind says what kind of party is asked.
type PartyKind string

// The kinds; the last three are outside the organisation.
const (
	PartyDepartment PartyKind = "department"
	PartyPerson     PartyKind = "person"
	PartyOffice     PartyKind = "office"
	PartyTeam       PartyKind = "team"
	PartyBody       PartyKind = "body"
)

// Outside reports whether the party is not of the organisation.
func (k PartyKind) Outside() bool { return k == PartyOffice || k == PartyTeam || k == PartyBody }

// Reply is how a party answered a round.
type Reply string

// The replies. Saying nothing is not the same as saying that one has nothing to
// say.
const (
	Awaited  Reply = ""
	Remarks  Reply = "comments" // it commented
	NoRemark Reply = "none"     // it said that it has no comments (无意见)
	Silent   Reply = "silent"   // it said nothing until the end (逾期未反馈)
	Cut      Reply = "cut"      // the round was ended before its time
)

// Replies lists the replies that a round ends with, in order.
func Replies() []Reply { return []Reply{Remarks, NoRemark, Silent, Cut} }

// Invitee is one party that a round asks, by the name that it bore then.
type Invitee struct {
	ID          string
	OrgID       string
	RoundID     string
	Seq         int
	Kind        PartyKind
	PartyID     string // department, person, organisation or team
	Name        string
	Reply       Reply
	RepliedOn   workday.Date
	RepliedBy   string // account
	RepliedName string
	Version     int
}

// Replied reports whether the party answered by itself.
func (i Invitee) Replied() bool { return i.Reply == Remarks || i.Reply == NoRemark }

// Standing is the reply as it counts on a day: once the time is over, no answer
// is silence.
func (i Invitee) Standing(r Round, today workday.Date) Reply {
	switch {
	case i.Reply != Awaited:
		return i.Reply
	case r.EndedOn != "" && r.EndedOn < r.Until:
		return Cut
	case !r.Open(today):
		return Silent
	}
	return Awaited
}

// MayEnd says whether the round can be ended on a day: early, only once
// everybody answered.
func (r Round) MayEnd(asked []Invitee, today workday.Date) error {
	if r.EndedOn != "" {
		return fault.New(fault.Conflict, "round.ended")
	}
	left := 0
	for _, i := range asked {
		if !i.Replied() {
			left++
		}
	}
	if left > 0 && r.Open(today) {
		return fault.New(fault.Conflict, "round.waits", left, r.Until)
	}
	return nil
}

// Speaks reports whether the actor answers for the party: as a member of the
// department, as the person, or for the body outside.
func (i Invitee) Speaks(a org.Actor) bool {
	for _, g := range a.Grants {
		switch {
		case i.Kind == PartyDepartment && g.OrgID == i.OrgID && g.DepartmentID == i.PartyID,
			i.Kind == PartyPerson && g.OrgID == i.OrgID && g.Role.Inside() && a.PersonID == i.PartyID,
			i.Kind == PartyOffice && g.Role == org.RoleOffice && g.OrgID == i.PartyID,
			i.Kind == PartyTeam && g.Role == org.RoleTeam && g.TeamID == i.PartyID,
			i.Kind == PartyBody && g.Role == org.RoleReviewer && g.OrgID == i.PartyID:
			return true
		}
	}
	return false
}

// Commits reports whether the actor can say for the party that it has no
// comments: for a department only its head.
func (i Invitee) Commits(a org.Actor) bool {
	if i.Kind != PartyDepartment {
		return i.Speaks(a)
	}
	for _, g := range a.Grants {
		if g.Role == org.RoleDeptHead && g.OrgID == i.OrgID && g.DepartmentID == i.PartyID {
			return true
		}
	}
	return false
}

// Responses counts how the parties of a round stand on a day.
type Responses struct {
	Asked int
	By    map[Reply]int
}

// Answered counts those that answered by themselves.
func (r Responses) Answered() int { return r.By[Remarks] + r.By[NoRemark] }

// CountReplies counts how those asked stand.
func CountReplies(r Round, asked []Invitee, today workday.Date) Responses {
	out := Responses{Asked: len(asked), By: map[Reply]int{}}
	for _, i := range asked {
		out.By[i.Standing(r, today)]++
	}
	return out
}
