// Package org holds organisations, departments, people with their posts, the
// roles of those who sign in, and the one permission table.
package org

import "bihuan/internal/domain/workday"

// Kind says what sort of organisation it is.
type Kind string

// The kinds of organisation.
const (
	Bureau     Kind = "bureau"     // 局、委、办
	County     Kind = "county"     // 县（市、区）
	Enterprise Kind = "enterprise" // 市属国企
	University Kind = "university" // 高校
	Office     Kind = "office"     // 巡察办
	Reviewer   Kind = "reviewer"   // 会审单位：纪委监委、组织部、宣传部
)

// Kinds lists all kinds in the order of the forms.
func Kinds() []Kind { return []Kind{Bureau, County, Enterprise, University, Office, Reviewer} }

// Inspected reports whether organisations of the kind are inspected.
func (k Kind) Inspected() bool { return k != Office && k != Reviewer }

// Organisation is a Party organisation: an inspected one, the inspection
// office, or a reviewing body.
type Organisation struct {
	ID        string
	Name      string // 青禾市市场监督管理局
	ShortName string // 市市场监管局
	PartyName string // 中共青禾市市场监督管理局党组
	Kind      Kind
	Address   string // contact of the published version
	Phone     string
	Version   int
}

// Department is a department or subordinate unit of an organisation.
type Department struct {
	ID      string
	OrgID   string
	Name    string
	Sort    int
	Closed  workday.Date // no longer exists from that day
	Version int
}

// Person is somebody who works, or worked, in an organisation.
type Person struct {
	ID      string
	OrgID   string
	Name    string
	Pinyin  string // initials, for finding: 张建国 → zjg
	Version int
}

// Rank orders posts as papers list them.
type Rank string

// Ranks inside an organisation.
const (
	RankSecretary Rank = "secretary" // 党组书记
	RankDeputy    Rank = "deputy"    // 副书记、副职
	RankMember    Rank = "member"    // 党组成员
	RankDeptHead  Rank = "dept-head" // 科室负责人
	RankStaff     Rank = "staff"
)

// Post is what a person was for a time: title, department, portfolio.
type Post struct {
	ID           string
	OrgID        string
	PersonID     string
	DepartmentID string // empty for the leading body
	Title        string // 党组书记、局长
	Rank         Rank
	Portfolio    []string     // ids of the departments that a leader answers for
	From         workday.Date // first day
	Until        workday.Date // last day; empty while it lasts
	Version      int
}

// On reports whether the post is held on the day.
func (p Post) On(day workday.Date) bool { return within(day, p.From, p.Until) }

func within(day, from, until workday.Date) bool {
	return (from == "" || from <= day) && (until == "" || day <= until)
}

// LeadingGroup is the rectification leading group (整改工作领导小组).
type LeadingGroup struct {
	ID                 string
	OrgID              string
	InspectionID       string
	FoundedOn          workday.Date
	DocumentNumber     string
	OfficeDepartmentID string // where the rectification office sits
	Duties             string
	Version            int
}

// Position is somebody's place in the leading group or its office.
type Position string

// Positions, in the order in which papers list them.
const (
	GroupLeader  Position = "leader" // 组长
	GroupDeputy  Position = "deputy" // 副组长
	GroupMember  Position = "member" // 成员
	OfficeLeader Position = "office-leader"
	OfficeMember Position = "office-member"
)

// Positions lists all positions in order.
func Positions() []Position {
	return []Position{GroupLeader, GroupDeputy, GroupMember, OfficeLeader, OfficeMember}
}

// GroupSeat is one person's place in a leading group, for a time.
type GroupSeat struct {
	ID       string
	OrgID    string
	GroupID  string
	PersonID string
	Position Position
	Sort     int
	From     workday.Date
	Until    workday.Date
	Version  int
}
