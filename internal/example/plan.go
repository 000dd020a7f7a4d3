package example

import "bihuan/internal/domain/workday"

// Plan is the rectification plan: its history and its content problem by problem.
type Plan struct {
	Title string `yaml:"title"`
	// CriteriaSince is the version that brought the completion criteria; 0 or 1
	// where the first had them.
	CriteriaSince int            `yaml:"criteriaSince,omitempty"`
	Versions      []Version      `yaml:"versions"`
	Comments      []Comment      `yaml:"comments"`
	Returns       []Returned     `yaml:"returns,omitempty"` // versions that the joint review gave back
	Adoption      *Adoption      `yaml:"adoption,omitempty"`
	Consents      []Consent      `yaml:"consents,omitempty"`
	Issue         *Issue         `yaml:"issue,omitempty"`
	Claims        []Claim        `yaml:"claims,omitempty"`
	Problems      []PlannedTasks `yaml:"problems"`
}

// Version is a named snapshot of the plan on a day.
type Version struct {
	Number        int          `yaml:"number"`
	Name          string       `yaml:"name"` // 征求意见稿
	On            workday.Date `yaml:"date"`
	By            string       `yaml:"by"`
	CommentsUntil workday.Date `yaml:"commentsUntil,omitempty"`
	SharedOn      workday.Date `yaml:"sharedOn,omitempty"` // to the inspection office and the team
	Note          string       `yaml:"note,omitempty"`
	// Rounds are the comment rounds with those whom they ask; without them
	// CommentsUntil opens one that asks everybody.
	Rounds []CommentRound `yaml:"rounds,omitempty"`
}

// CommentRound is one comment round on a version.
type CommentRound struct {
	Name        string       `yaml:"name"`
	Until       workday.Date `yaml:"until"`
	Departments []string     `yaml:"departments,omitempty"`
	People      []string     `yaml:"people,omitempty"`
	Bodies      []string     `yaml:"bodies,omitempty"` // the office, teams, reviewing bodies
	None        []NoRemark   `yaml:"none,omitempty"`
}

// NoRemark is a party's word that it has no comments.
type NoRemark struct {
	Party string       `yaml:"party"` // department, person or body
	By    string       `yaml:"by"`
	On    workday.Date `yaml:"date"`
}

// Comment is one comment on a version. By names an account's person: inside,
// of the inspection office, of the team or of a reviewing body.
type Comment struct {
	Version    int          `yaml:"version"`
	Problem    string       `yaml:"problem,omitempty"` // empty: on the whole plan
	Field      string       `yaml:"field,omitempty"`   // cause, goal, measures …
	Quote      string       `yaml:"quote,omitempty"`
	By         string       `yaml:"by"`
	On         workday.Date `yaml:"date"`
	Text       string       `yaml:"text"`
	Proposed   string       `yaml:"proposed,omitempty"`
	Answer     string       `yaml:"answer,omitempty"` // adopted, partly, refused; empty while open
	Reason     string       `yaml:"reason,omitempty"`
	AnsweredBy string       `yaml:"answeredBy,omitempty"`
	AnsweredOn workday.Date `yaml:"answeredOn,omitempty"`
}

// Adoption is the Party group's yes to a version.
type Adoption struct {
	Version int          `yaml:"version"`
	Meeting string       `yaml:"meeting"`
	On      workday.Date `yaml:"date"`
}

// Consent is the yes of the inspection office, the team or a reviewing body.
type Consent struct {
	Body    string       `yaml:"body"` // key of the office, team or body
	By      string       `yaml:"by"`
	On      workday.Date `yaml:"date"`
	Opinion string       `yaml:"opinion"`
	Paper   string       `yaml:"paper,omitempty"` // number of its letter, of the same day
}

// Returned is a version that was adopted and then given back by the joint
// review: the bodies' opinions and the one merged result.
type Returned struct {
	Adoption `yaml:",inline"`
	Opinions []Opinion `yaml:"opinions"`
	MergedBy string    `yaml:"mergedBy"`
	Overall  string    `yaml:"overall"`
}

// Opinion is what one body says: that it consents, or why it would not.
type Opinion struct {
	Consent `yaml:",inline"`
	Return  bool     `yaml:"return,omitempty"`
	Remarks []Remark `yaml:"remarks,omitempty"`
}

// Remark is what a body says about one problem, and how it was answered.
type Remark struct {
	Problem    string       `yaml:"problem"`
	Grade      string       `yaml:"grade,omitempty"`
	Text       string       `yaml:"text,omitempty"`
	Proposed   string       `yaml:"proposed,omitempty"`
	Answer     string       `yaml:"answer,omitempty"`
	Reason     string       `yaml:"reason,omitempty"`
	AnsweredBy string       `yaml:"answeredBy,omitempty"`
	AnsweredOn workday.Date `yaml:"answeredOn,omitempty"`
}

// Issue is the issue of the consented plan inside.
type Issue struct {
	On     workday.Date `yaml:"date"`
	Number string       `yaml:"number"`
}

// Claim is a department's taking over of its tasks.
type Claim struct {
	Department string       `yaml:"department"`
	By         string       `yaml:"by"`
	On         workday.Date `yaml:"date"`
	Note       string       `yaml:"note,omitempty"`
}

// Responsibility says who answers for a problem or a measure.
type Responsibility struct {
	Leader    string   `yaml:"leader,omitempty"`
	Lead      string   `yaml:"lead,omitempty"`
	Assisting []string `yaml:"assisting,omitempty"`
	Person    string   `yaml:"person,omitempty"`
}

// Deadline is a day, a term as people write it, or both, in which case the
// term means that day. LongTerm marks 长期坚持. Reason says why the day lies
// outside the period of concentrated rectification.
type Deadline struct {
	Date     workday.Date `yaml:"date,omitempty"`
	Term     string       `yaml:"term,omitempty"`
	LongTerm bool         `yaml:"longTerm,omitempty"`
	Reason   string       `yaml:"reason,omitempty"`
}

// PlannedTasks is what the plan says about one problem.
type PlannedTasks struct {
	Problem        string      `yaml:"problem"`
	CauseCategory  string      `yaml:"causeCategory,omitempty"`
	Cause          string      `yaml:"cause,omitempty"`
	Goal           string      `yaml:"goal,omitempty"`
	Criteria       []Criterion `yaml:"criteria,omitempty"`
	Responsibility `yaml:",inline"`
	Deadline       Deadline  `yaml:"deadline,omitempty"`
	Parts          []Part    `yaml:"parts,omitempty"`
	Measures       []Measure `yaml:"measures,omitempty"`
}

// Part is what one assisting department answers for, and the day on which it
// was done.
type Part struct {
	Department string       `yaml:"department"`
	Text       string       `yaml:"text"`
	Done       workday.Date `yaml:"done,omitempty"`
}

// Criterion is one completion criterion with the kind of proof that it wants.
type Criterion struct {
	Text  string `yaml:"text"`
	Proof string `yaml:"proof,omitempty"`
}

// Measure is one measure. Responsibility and deadline that it leaves out are
// those of its problem. Since is the version that brought it; 0 where the first
// had it.
type Measure struct {
	Kind           string   `yaml:"kind"`
	Since          int      `yaml:"since,omitempty"`
	Text           string   `yaml:"text"`
	Expected       string   `yaml:"expected,omitempty"`
	Shared         []string `yaml:"shared,omitempty"` // other problems that it answers too
	Responsibility `yaml:",inline"`
	Deadline       Deadline      `yaml:"deadline,omitempty"`
	Steps          []Step        `yaml:"steps,omitempty"`
	Formerly       []FormerState `yaml:"formerly,omitempty"`
}

// FormerState is what a measure said in an earlier version.
type FormerState struct {
	Version int          `yaml:"version"`
	Text    string       `yaml:"text,omitempty"`
	Date    workday.Date `yaml:"date,omitempty"`
}

// Step is a dated step of a measure.
type Step struct {
	Text string       `yaml:"text"`
	Due  workday.Date `yaml:"due"`
	Done workday.Date `yaml:"done,omitempty"`
}
