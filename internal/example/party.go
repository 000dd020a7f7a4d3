package example

import (
	"bihuan/internal/domain/workday"

	"gopkg.in/yaml.v3"
)

// Party is the Party life of an organisation during rectification.
type Party struct {
	Meetings     []Meeting     `yaml:"meetings"`
	Studies      []Study       `yaml:"studies,omitempty"`
	Talks        []Talk        `yaml:"talks,omitempty"`
	LifeMeetings []LifeMeeting `yaml:"lifeMeetings,omitempty"`
	Directed     []Directed    `yaml:"directed,omitempty"`
}

// Meeting is one meeting.
type Meeting struct {
	Key           string       `yaml:"key"`
	Kind          string       `yaml:"kind"`
	Title         string       `yaml:"title"`
	On            workday.Date `yaml:"date"`
	Place         string       `yaml:"place"`
	Chair         string       `yaml:"chair"`
	Present       []string     `yaml:"present"`
	Observers     []string     `yaml:"observers,omitempty"`
	Absent        []Absence    `yaml:"absent,omitempty"`
	Studied       []string     `yaml:"studied,omitempty"`
	Topics        []Topic      `yaml:"topics"`
	Resolutions   []Resolution `yaml:"resolutions,omitempty"`
	Requirements  []string     `yaml:"requirements,omitempty"`
	AdoptedReport bool         `yaml:"adoptedReport,omitempty"`
	Minutes       string       `yaml:"minutes,omitempty"` // number of the minutes
	Invited       []string     `yaml:"invited,omitempty"` // to a meeting still to come
	HearsProgress bool         `yaml:"hearsProgress,omitempty"`
	Approved      workday.Date `yaml:"approved,omitempty"` // on which the head approved the minutes
}

// Topic is one item of the agenda; a plain text is its title.
type Topic struct {
	Title    string   `yaml:"title"`
	Outcome  string   `yaml:"outcome,omitempty"`
	Problems []string `yaml:"problems,omitempty"`
}

// UnmarshalYAML implements yaml.Unmarshaler.
func (t *Topic) UnmarshalYAML(node *yaml.Node) error {
	if node.Kind == yaml.ScalarNode {
		return node.Decode(&t.Title)
	}
	type plain Topic
	return node.Decode((*plain)(t))
}

// Absence is somebody who was missing, and why.
type Absence struct {
	Person string `yaml:"person"`
	Reason string `yaml:"reason"`
}

// Resolution is one decision of a meeting (议定事项).
type Resolution struct {
	Text       string       `yaml:"text"`
	Department string       `yaml:"department,omitempty"`
	Person     string       `yaml:"person,omitempty"`
	Answer     string       `yaml:"answer,omitempty"` // how it was carried out
	Due        workday.Date `yaml:"due,omitempty"`
	Done       workday.Date `yaml:"done,omitempty"`
}

// Study is one study session.
type Study struct {
	Kind         string       `yaml:"kind"`
	Title        string       `yaml:"title"`
	On           workday.Date `yaml:"date"`
	Leader       string       `yaml:"leader"`
	Participants []string     `yaml:"participants"`
	Rules        []string     `yaml:"rules,omitempty"`  // 党纪党规, without 《》
	Theory       []string     `yaml:"theory,omitempty"` // 理论
	Note         string       `yaml:"note,omitempty"`
}

// Talk is one heart-to-heart talk.
type Talk struct {
	On     workday.Date `yaml:"date"`
	From   string       `yaml:"from"`
	To     string       `yaml:"to"`
	Scope  string       `yaml:"scope"`
	Topics string       `yaml:"topics,omitempty"`
}

// LifeMeeting is a special democratic life meeting or a branch's
// organisational life meeting.
type LifeMeeting struct {
	Key            string       `yaml:"key"`
	Kind           string       `yaml:"kind"`
	Branch         string       `yaml:"branch,omitempty"`
	Theme          string       `yaml:"theme"`
	ConsentAskedOn workday.Date `yaml:"consentAskedOn,omitempty"`
	ConsentOn      workday.Date `yaml:"consentOn,omitempty"`
	ConsentBy      string       `yaml:"consentBy,omitempty"`
	PlanOn         workday.Date `yaml:"planOn,omitempty"`
	StudyOn        workday.Date `yaml:"studyOn,omitempty"`
	OpinionsOn     workday.Date `yaml:"opinionsOn,omitempty"`
	Opinions       []string     `yaml:"opinions,omitempty"`
	PapersOn       workday.Date `yaml:"papersOn,omitempty"`
	On             workday.Date `yaml:"date"`
	Host           string       `yaml:"host"`
	ReportOn       workday.Date `yaml:"reportOn,omitempty"`
	HeadAsMember   bool         `yaml:"headAsMember,omitempty"`
	HeadCommented  bool         `yaml:"headCommented,omitempty"`
	Note           string       `yaml:"note,omitempty"`
	Papers         []SelfPaper  `yaml:"papers,omitempty"`
	Criticisms     []Criticism  `yaml:"criticisms,omitempty"`
	AskNumber      string       `yaml:"askNumber,omitempty"`
	ConsentNumber  string       `yaml:"consentNumber,omitempty"`
	CircularOn     workday.Date `yaml:"circularOn,omitempty"`
	Guests         []Guest      `yaml:"guests,omitempty"`
}

// Guest is a body whose people sat in.
type Guest struct {
	Body      string       `yaml:"body"`
	People    string       `yaml:"people"`
	InvitedOn workday.Date `yaml:"invitedOn"`
}

// SelfPaper is a self-examination paper; without a person, that of the team.
type SelfPaper struct {
	Person     string       `yaml:"person,omitempty"`
	ReviewedBy string       `yaml:"reviewedBy"`
	ReviewedOn workday.Date `yaml:"reviewedOn"`
	Revisions  int          `yaml:"revisions"`
}

// Criticism is one criticism and the measure taken on it; self-criticism where
// From and To are the same.
type Criticism struct {
	From    string       `yaml:"from"`
	To      string       `yaml:"to"`
	Text    string       `yaml:"text"`
	Measure string       `yaml:"measure"`
	Due     workday.Date `yaml:"due,omitempty"`
	Done    workday.Date `yaml:"done,omitempty"`
}

// Directed is a major matter that the head directed himself.
type Directed struct {
	On       workday.Date `yaml:"date"`
	By       string       `yaml:"by"`
	Problems []string     `yaml:"problems"`
	Text     string       `yaml:"text"`
}

// Regulation is one regulation and its life (废改立).
type Regulation struct {
	Key        string           `yaml:"key"`
	Title      string           `yaml:"title"` // without 《》
	Number     string           `yaml:"number,omitempty"`
	Change     string           `yaml:"change"`
	State      string           `yaml:"state"`
	Department string           `yaml:"department"`
	Started    workday.Date     `yaml:"started,omitempty"`
	Issued     workday.Date     `yaml:"issued,omitempty"`
	Repealed   workday.Date     `yaml:"repealed,omitempty"`
	Problems   []string         `yaml:"problems"`
	Note       string           `yaml:"note,omitempty"`
	Meeting    string           `yaml:"meeting,omitempty"` // that adopted it
	InForce    workday.Date     `yaml:"inForce,omitempty"`
	Applied    workday.Date     `yaml:"applied,omitempty"`
	How        string           `yaml:"how,omitempty"` // it is applied
	Review     workday.Date     `yaml:"review,omitempty"`
	Texts      []RegulationText `yaml:"texts,omitempty"`
}

// RegulationText is one version of a regulation's text.
type RegulationText struct {
	On   workday.Date `yaml:"date"`
	Name string       `yaml:"name"`
	Text string       `yaml:"text"`
}

// LinkedWork is daily work that rectification was combined with (统筹兼顾).
type LinkedWork struct {
	Kind     string         `yaml:"kind"`
	Title    string         `yaml:"title"`
	On       workday.Date   `yaml:"date"`
	Until    workday.Date   `yaml:"until,omitempty"`
	Text     string         `yaml:"text"`
	Figures  []LinkedFigure `yaml:"figures,omitempty"`
	Problems []string       `yaml:"problems,omitempty"`
}

// LinkedFigure is one figure that linked work came to.
type LinkedFigure struct {
	Name  string `yaml:"name"`
	Value string `yaml:"value"`
	Unit  string `yaml:"unit"`
}
