package example

import "bihuan/internal/domain/workday"

// Progress is what was done, proved, asked for and signed off.
type Progress struct {
	Expected   Figures     `yaml:"expected"` // what the records must add up to
	Entries    []Entry     `yaml:"entries"`
	Evidence   []Evidence  `yaml:"evidence"`
	Extensions []Extension `yaml:"extensions,omitempty"`
	Letters    []Letter    `yaml:"letters,omitempty"`
	SignOffs   []SignOff   `yaml:"signOffs,omitempty"`
	Reopenings []Reopening `yaml:"reopenings,omitempty"`
}

// Figures are counts of problems by verdict on the example's day.
type Figures struct {
	Done          int `yaml:"done"`
	BasicallyDone int `yaml:"basicallyDone"`
	UnderWay      int `yaml:"underWay"`
	NotStarted    int `yaml:"notStarted"`
	NotDone       int `yaml:"notDone"` // overdue
}

// Entry is one progress entry on a measure (1.2.3-1), or on a whole problem
// (1.2.3). Verdict is that of the measure or problem from that day on.
type Entry struct {
	On         workday.Date `yaml:"date"`
	For        string       `yaml:"for"`
	By         string       `yaml:"by"`
	Text       string       `yaml:"text"`
	Difficulty string       `yaml:"difficulty,omitempty"`
	Verdict    string       `yaml:"verdict"`
	People     int          `yaml:"people,omitempty"` // people concerned
	Amount     int64        `yaml:"amount,omitempty"` // in 分, 1/100 yuan
	Figures    []Figure     `yaml:"figures,omitempty"`
	HelpDept   string       `yaml:"helpDept,omitempty"` // department that must help
}

// Figure is one result figure of an entry; money in 分.
type Figure struct {
	Kind   string `yaml:"kind"`
	Text   string `yaml:"text"`
	Amount int64  `yaml:"amount"`
	Unit   string `yaml:"unit,omitempty"`
	Total  bool   `yaml:"total,omitempty"`
}

// Evidence is one file that proves something. SpeaksFor is the date that the
// proof itself bears; On is the day of the upload.
type Evidence struct {
	File      string       `yaml:"file"` // below evidence/
	Name      string       `yaml:"name"`
	For       string       `yaml:"for"`
	By        string       `yaml:"by"`
	On        workday.Date `yaml:"date"`
	SpeaksFor workday.Date `yaml:"speaksFor"`
	Note      string       `yaml:"note,omitempty"`
}

// Extension is a request for a later deadline.
type Extension struct {
	For        string       `yaml:"for"`
	By         string       `yaml:"by"`
	On         workday.Date `yaml:"date"`
	Reason     string       `yaml:"reason"`
	DoneSoFar  string       `yaml:"doneSoFar"`
	RestPlan   string       `yaml:"restPlan"`
	Safeguards string       `yaml:"safeguards"`
	NewDate    workday.Date `yaml:"newDate"`
	State      string       `yaml:"state"`
	DecidedBy  string       `yaml:"decidedBy,omitempty"`
	DecidedOn  workday.Date `yaml:"decidedOn,omitempty"`
	Opinion    string       `yaml:"opinion,omitempty"`
	// Further are the decisions of the levels above.
	Further []Further `yaml:"further,omitempty"`
}

// Further is one more decision on an extension.
type Further struct {
	By      string       `yaml:"by"`
	On      workday.Date `yaml:"date"`
	Opinion string       `yaml:"opinion"`
}

// SignOff is one application with the decisions that it met. Its state follows
// from them: open until the last step of the chain, returned by a return.
type SignOff struct {
	Problem   string       `yaml:"problem"`
	By        string       `yaml:"by"`
	On        workday.Date `yaml:"date"`
	Statement string       `yaml:"statement"`
	// Sums says, by kind of result, why figures do not add up to what was wanted.
	Sums      map[string]string `yaml:"sums,omitempty"`
	Decisions []Decision        `yaml:"decisions"`
}

// Decision is one step of the chain.
type Decision struct {
	Step    string       `yaml:"step"`
	By      string       `yaml:"by"`
	On      workday.Date `yaml:"date"`
	Outcome string       `yaml:"outcome,omitempty"` // agree when empty
	Reason  string       `yaml:"reason,omitempty"`
	Renewed bool         `yaml:"renewed,omitempty"`
	Until   workday.Date `yaml:"until,omitempty"` // of renewed rectification
	Checks  []Check      `yaml:"checks,omitempty"`
	Meeting string       `yaml:"meeting,omitempty"`
}

// Check is one check of a step as its verifier made it. Materials are looked
// at by all the files that stand.
type Check struct {
	Kind   string `yaml:"kind"`
	Result string `yaml:"result"`
	Detail string `yaml:"detail,omitempty"`
}

// Reopening opens a closed problem again, on a fact after the sign-off. Its
// measures are those of the cycle that it begins, planned on a day after it;
// their keys go on counting after those of the plan.
type Reopening struct {
	Problem  string       `yaml:"problem"`
	Kind     string       `yaml:"kind"`
	FactOn   workday.Date `yaml:"factOn"`
	Source   string       `yaml:"source"`
	File     string       `yaml:"file"` // below evidence/, that shows the fact
	Reason   string       `yaml:"reason"`
	Deadline workday.Date `yaml:"deadline"`
	By       string       `yaml:"by"`
	On       workday.Date `yaml:"date"`
	Planned  workday.Date `yaml:"planned"`
	Measures []Measure    `yaml:"measures"`
}
