package party

import "bihuan/internal/domain/workday"

// LifeKind is the kind of a life meeting.
type LifeKind string

// The kinds.
const (
	DemocraticLife     LifeKind = "democratic"     // 专题民主生活会
	OrganisationalLife LifeKind = "organisational" // 组织生活会
)

// LifeMeeting is a special democratic life meeting or a branch's
// organisational life meeting, with its steps before and after.
type LifeMeeting struct {
	ID             string
	OrgID          string
	InspectionID   string
	Kind           LifeKind
	Theme          string
	Branch         string // for organisational life meetings
	ConsentAskedOn workday.Date
	ConsentOn      workday.Date // the superior committee's consent
	ConsentBy      string       // 市委
	PlanOn         workday.Date
	StudyOn        workday.Date
	OpinionsOn     workday.Date
	Opinions       int          // opinions solicited
	PapersOn       workday.Date // self-examination papers reviewed
	HeldOn         workday.Date
	HostID         string
	ReportOn       workday.Date // its report
	HeadAsMember   bool         // the head attended as an ordinary member
	HeadCommented  bool         // the head commented on the meeting (点评)
	Note           string
	AskNumber      string // document number of the request
	// The superior committee's reply to it (批复), with its paper.
	ConsentNumber, ConsentFile, ConsentHash, ConsentMIME string
	ConsentSize                                          int64
	Studies                                              []string // study sessions held for the meeting
	// Until when opinions come in by themselves, and the code of the page on
	// which that needs no account. The code is the same for everybody.
	BoxCode    string
	BoxUntil   workday.Date
	CircularOn workday.Date // the circular on it (通报)
	Circle     []string     // people who may know what is said, besides those who take part
	Version    int
}

// BySuperior stands for a reviewer above the organisation, who is none of its
// people: the head's own paper is reviewed there.
const BySuperior = "superior"

// SelfPaper is a self-examination paper (对照检查材料) of the team or a member.
type SelfPaper struct {
	ID            string
	OrgID         string
	LifeMeetingID string
	PersonID      string // empty: of the team
	ReviewedBy    string // person, or BySuperior
	ReviewedOn    workday.Date
	Revisions     int
	Problems      []string // problems of the feedback that the member takes on himself
	Circle        []string // people who may read it besides author and reviewer
	Version       int
}

// Criticism is one criticism at a life meeting, with the measure taken on it.
type Criticism struct {
	ID            string
	OrgID         string
	LifeMeetingID string
	FromID        string // equal to ToID for self-criticism
	ToID          string
	Text          string
	Measure       string
	Due           workday.Date
	DoneOn        workday.Date
	// MeasureID is the measure of the ledger that answers it. What was written
	// here of its wording and day is then the ledger's.
	MeasureID string
	Version   int
}

// LinkedKind is the kind of a linked work.
type LinkedKind string

// The kinds, in the order in which the head's report tells them.
const (
	LinkedPlan       LinkedKind = "annual-plan"      // 年度计划
	LinkedHonour     LinkedKind = "honour"           // 荣誉
	LinkedDiscipline LinkedKind = "discipline-check" // 节假日纪律检查
	LinkedTraining   LinkedKind = "training"         // 培训
	LinkedIdea       LinkedKind = "positioning"      // 工作思路
	LinkedTarget     LinkedKind = "target"           // 业务指标
)

// LinkedKinds lists the kinds in order.
func LinkedKinds() []LinkedKind {
	return []LinkedKind{LinkedPlan, LinkedHonour, LinkedDiscipline, LinkedTraining, LinkedIdea, LinkedTarget}
}

// LinkedWork is daily work that rectification was combined with (统筹兼顾).
type LinkedWork struct {
	ID           string
	OrgID        string
	InspectionID string
	Kind         LinkedKind
	Title        string
	On           workday.Date
	Until        workday.Date
	Body         string
	Figures      []LinkedFigure
	Proof        []string // ids of evidence
	Problems     []string // that it moved
	Version      int
}

// LinkedFigure is one figure that linked work came to.
type LinkedFigure struct {
	Name  string `json:"name"`
	Value string `json:"value"` // a number as people write it: 99.2
	Unit  string `json:"unit"`
}

// Blank reports whether nothing was written.
func (f LinkedFigure) Blank() bool { return f == LinkedFigure{} }

// Words is the figure as papers say it: 覆盖率100%.
func (f LinkedFigure) Words() string { return f.Name + f.Value + f.Unit }
