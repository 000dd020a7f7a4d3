package example

import "bihuan/internal/domain/workday"

// Letter is a letter of supervision: from the inspection office, or with a
// department from the rectification office to it.
type Letter struct {
	Kind       string       `yaml:"kind"`
	Problems   []string     `yaml:"problems"`
	Department string       `yaml:"department,omitempty"`
	By         string       `yaml:"by"`
	On         workday.Date `yaml:"date"` // drafted, approved and issued
	Title      string       `yaml:"title"`
	Addressee  string       `yaml:"addressee"`
	Basis      string       `yaml:"basis"`
	Demand     string       `yaml:"demand"`
	Due        workday.Date `yaml:"due"`
	ApprovedBy string       `yaml:"approvedBy"`
	Number     string       `yaml:"number"`
	ReceivedBy string       `yaml:"receivedBy,omitempty"`
	ReceivedOn workday.Date `yaml:"receivedOn,omitempty"`
	Reply      string       `yaml:"reply,omitempty"`
	RepliedOn  workday.Date `yaml:"repliedOn,omitempty"` // by whoever received it
	SettledOn  workday.Date `yaml:"settledOn,omitempty"` // by whoever drafted it
	Outcome    string       `yaml:"outcome,omitempty"`
}

func checkLetters(f *faults, x index, c *City, o *Organisation) {
	for _, l := range o.Progress.Letters {
		at := "letter " + l.Number
		for _, p := range l.Problems {
			checkFor(f, x, at, p)
		}
		f.day(at, l.On, o.Feedback.Meeting.On, c.Today)
		f.day(at+" due", l.Due, l.On, "2030-01-01")
		if l.By == l.ApprovedBy || len(l.Problems) == 0 || (l.Reply == "") != (l.RepliedOn == "") {
			f.add("%s: approved by its drafter, about nothing, or answered by halves", at)
		}
	}
}
