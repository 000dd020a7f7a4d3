package party

import "bihuan/internal/domain/workday"

// StudyKind is how was studied.
type StudyKind string

// The kinds.
const (
	CentralGroup StudyKind = "central-group" // 中心组学习
	SelfStudy    StudyKind = "self-study"    // 个人自学
	BranchStudy  StudyKind = "branch"        // 支部学习
)

// StudyKinds lists the kinds.
func StudyKinds() []StudyKind { return []StudyKind{CentralGroup, SelfStudy, BranchStudy} }

// Material kinds: rules are quoted in 《》, theory is not.
const (
	MaterialRule   = "rule"   // 党纪党规
	MaterialTheory = "theory" // 理论
)

// Material is one thing studied.
type Material struct {
	Kind  string `json:"kind"`
	Title string `json:"title"`
	// RuleID is the rule of the library that it was chosen from; empty where
	// only its title says what it is.
	RuleID string `json:"rule,omitempty"`
}

// Study is one study session.
type Study struct {
	ID           string
	OrgID        string
	InspectionID string
	Kind         StudyKind
	Title        string
	HeldOn       workday.Date
	LeaderID     string // who led it
	Participants []string
	Materials    []Material
	Problems     []string // ids of the problems that it was about
	Causes       []string // codes of the causes that it was about
	Note         string
	Version      int
}

// TalkScope is who talks with whom.
type TalkScope string

// The scopes.
const (
	LeaderWithLeader   TalkScope = "leader-leader"
	LeaderWithDeptHead TalkScope = "leader-department-head"
	LeaderWithStaff    TalkScope = "leader-staff"
)

// TalkScopes lists the scopes.
func TalkScopes() []TalkScope {
	return []TalkScope{LeaderWithLeader, LeaderWithDeptHead, LeaderWithStaff}
}

// Talk is one heart-to-heart talk (谈心谈话).
type Talk struct {
	ID           string
	OrgID        string
	InspectionID string
	HeldOn       workday.Date
	FromID       string
	ToID         string
	Scope        TalkScope
	Topics       string   // what was said: for both, and for the circle
	Circle       []string // people besides the two who may know what was said
	// When either side confirmed the record as it stands.
	FromConfirmedOn workday.Date
	ToConfirmedOn   workday.Date
	Version         int
}
