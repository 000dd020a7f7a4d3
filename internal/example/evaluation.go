package example

import "bihuan/internal/domain/workday"

// Evaluated is the evaluation and the survey of an organisation.
type Evaluated struct {
	Evaluation *Evaluation `yaml:"evaluation"`
	Survey     *Survey     `yaml:"survey"`
}

// Evaluation is an evaluation by a shipped scheme.
type Evaluation struct {
	Preset   string           `yaml:"preset"`
	Opened   workday.Date     `yaml:"opened"`
	CutOff   workday.Date     `yaml:"cutOff"`
	Due      workday.Date     `yaml:"due"`
	SelfBy   string           `yaml:"selfBy"`
	Self     []EvaluationMark `yaml:"self"`
	SelfNote string           `yaml:"selfNote"`
	Sent     workday.Date     `yaml:"sent"`
	Review   []EvaluationMark `yaml:"review"`
	Opinion  string           `yaml:"opinion"`
	Told     workday.Date     `yaml:"told"`
}

// EvaluationMark is one side's points for an item: with the basis, or with the
// reason of a difference.
type EvaluationMark struct {
	Item   string `yaml:"item"`
	Points string `yaml:"points"`
	Words  string `yaml:"words"`
}

// Survey is a satisfaction survey, answered on paper.
type Survey struct {
	Title    string       `yaml:"title"`
	Audience string       `yaml:"audience"`
	Opens    workday.Date `yaml:"opens"`
	Closes   workday.Date `yaml:"closes"`
	Boxes    []SurveyBox  `yaml:"boxes"`
}

// SurveyBox is a box of paper ballots as two people counted it.
type SurveyBox struct {
	Label    string  `yaml:"label"`
	Issued   int     `yaml:"issued"`
	Returned int     `yaml:"returned"`
	Invalid  int     `yaml:"invalid"`
	Blank    int     `yaml:"blank"`
	Ticks    [][]int `yaml:"ticks"` // of each question the choices in order
}
