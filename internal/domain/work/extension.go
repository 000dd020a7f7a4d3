package work

import (
	"time"

	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
)

// ExtensionState is the state of a request.
type ExtensionState string

// The states.
const (
	ExtensionAsked   ExtensionState = "asked"
	ExtensionAgreed  ExtensionState = "agreed"
	ExtensionRefused ExtensionState = "refused"
)

// Extension is a request for a later deadline (延期申请). Levels are the roles
// that must agree, one after the other; Level is the one that it waits for.
type Extension struct {
	ID           string
	OrgID        string
	InspectionID string
	ProblemID    string
	MeasureID    string
	Reason       string
	DoneSoFar    string
	RestPlan     string // what is still to be done, and when
	Safeguards   string
	OldDate      workday.Date
	NewDate      workday.Date
	Nth          int // the how manieth extension it would be
	Delay        int // days from the first deadline to the new date
	Levels       []string
	Level        int
	Grounds      []string // codes: why a level more is needed
	State        ExtensionState
	AskedBy      string // account
	AskedName    string
	AskedAt      time.Time
	DecidedBy    string // who decided last
	DecidedName  string
	DecidedAt    time.Time
	Opinion      string
	Version      int
}

// ExtensionDecision is what one level said.
type ExtensionDecision struct {
	ID           string
	OrgID        string
	InspectionID string
	ExtensionID  string
	Seq          int
	Role         string
	Agree        bool
	Opinion      string
	By           string // account
	PersonID     string
	Name         string
	At           time.Time
}

// ExtensionRules are what a round sets for extensions.
type ExtensionRules struct {
	Levels    []ExtensionLevel `json:"levels"`     // the lowest first
	MostTimes int              `json:"most_times"` // extensions of one matter
	MostDays  int              `json:"most_days"`  // days behind the first deadline
	// GraveYuan: a problem that names at least so much money needs a level more.
	GraveYuan int64 `json:"grave_yuan"`
}

// ExtensionLevel agrees to delays of up to so many days; the last to any.
type ExtensionLevel struct {
	Role string `json:"role"`
	Days int    `json:"days"`
}

// DefaultExtensionRules are the shipped rules.
func DefaultExtensionRules() ExtensionRules {
	return ExtensionRules{MostTimes: 2, MostDays: 180, GraveYuan: 1_000_000, Levels: []ExtensionLevel{
		{Role: string(org.RoleLeader), Days: 30}, {Role: string(org.RoleHead), Days: 90}, {Role: string(org.RoleOffice)}}}
}

// OrDefault gives the shipped rules where a round sets none.
func (r ExtensionRules) OrDefault() ExtensionRules {
	if len(r.Levels) == 0 {
		return DefaultExtensionRules()
	}
	return r
}

// Why a request needs a level more than its days say.
const (
	GroundAgain = "again" // it is not the first
	GroundLate  = "late"  // it was asked after the deadline
	GroundGrave = "grave" // the problem names much money
)

// Check says why the request cannot be made: too often, or too long in all.
func (r ExtensionRules) Check(c *fault.Checks, e Extension) {
	if e.Nth > r.MostTimes {
		c.Add("new_date", "extension.too-often", r.MostTimes)
	}
	if e.Delay > r.MostDays {
		c.Add("new_date", "extension.too-long", e.Delay, r.MostDays)
	}
}

// Needed gives the roles that must agree, the lowest first, and why there is
// one more than the days alone would need. money is what the problem names,
// in 分.
func (r ExtensionRules) Needed(e Extension, today workday.Date, money int64) (roles, grounds []string) {
	last := 0
	for last < len(r.Levels)-1 && e.Delay > r.Levels[last].Days {
		last++
	}
	if e.Nth > 1 {
		grounds = append(grounds, GroundAgain)
	}
	if e.OldDate < today {
		grounds = append(grounds, GroundLate)
	}
	if r.GraveYuan > 0 && money >= r.GraveYuan*100 {
		grounds = append(grounds, GroundGrave)
	}
	if len(grounds) > 0 && last < len(r.Levels)-1 {
		last++
	}
	for _, l := range r.Levels[:last+1] {
		roles = append(roles, l.Role)
	}
	return roles, grounds
}

// Waiting is the role that the request waits for; "" when it is decided.
func (e Extension) Waiting() string {
	if e.State != ExtensionAsked || e.Level >= len(e.Levels) {
		return ""
	}
	return e.Levels[e.Level]
}

// CouldWaitFor reports whether the actor has a role that may decide the level
// for which the request waits, wherever that is.
func (e Extension) CouldWaitFor(a org.Actor) bool {
	role := org.Role(e.Waiting())
	return role != "" && a.Has(role) || role == org.RoleLeader && a.Has(org.RoleHead)
}

// CheckDecider says why the actor cannot decide: it is decided, it is his own
// request or work, or it waits for somebody else. The head decides for a
// responsible leader, too.
func (e Extension) CheckDecider(by org.Actor, t org.Target, owner string) error {
	role := e.Waiting()
	switch {
	case role == "":
		return fault.New(fault.Conflict, "extension.decided")
	case by.Is(e.AskedBy), by.IsPerson(owner):
		return fault.New(fault.Denied, "extension.own")
	case !e.held(role, by, t):
		return fault.New(fault.Denied, "extension.not-your-level")
	}
	return nil
}

// held reports whether the actor holds the role of a level for the target.
func (e Extension) held(role string, by org.Actor, t org.Target) bool {
	for _, g := range by.Grants {
		inside := g.OrgID != "" && g.OrgID == e.OrgID
		switch {
		case g.Role == org.RoleHead && inside && (role == string(org.RoleHead) || role == string(org.RoleLeader)):
			return true
		case g.Role == org.RoleLeader && inside && role == string(org.RoleLeader) && by.PersonID != "" && by.PersonID == t.LeaderID:
			return true
		case g.Role == org.RoleOffice && role == string(org.RoleOffice):
			return true
		}
	}
	return false
}

// Agreed goes on to the next level that the actor does not hold himself; after
// the last the request is agreed.
func (e Extension) Agreed(by org.Actor, t org.Target) Extension {
	for e.Level < len(e.Levels) && e.held(e.Levels[e.Level], by, t) {
		e.Level++
	}
	if e.Level == len(e.Levels) {
		e.State = ExtensionAgreed
	}
	return e
}
