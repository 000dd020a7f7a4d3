package example

import "bihuan/internal/domain/workday"

// Issued is a paper that was written from the records and issued.
type Issued struct {
	Kind   string       `yaml:"kind"`
	On     workday.Date `yaml:"date"`
	By     string       `yaml:"by"`
	Signed bool         `yaml:"signed"` // the head signed it for issue on the same day
}

// Report is a report that went up: composed, adopted by a meeting, sent, and
// reviewed jointly.
type Report struct {
	Kind     string       `yaml:"kind"` // head or progress
	CutOff   workday.Date `yaml:"cutOff"`
	On       workday.Date `yaml:"date"` // composed and sent
	By       string       `yaml:"by"`
	Meeting  string       `yaml:"meeting"` // that adopted it
	Number   string       `yaml:"number"`
	Opinions []Opinion    `yaml:"opinions"` // of the bodies that review it
}
