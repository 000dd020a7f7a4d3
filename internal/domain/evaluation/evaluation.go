package evaluation

import (
	"slices"
	"time"

	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
)

// State is how far an evaluation is.
type State string

// The states, in their order.
const (
	SelfDue   State = "self"       // the organisation evaluates itself
	ReviewDue State = "review"     // the inspection office reviews
	Discussed State = "discussion" // the organisation says whether it agrees
	ToClose   State = "closing"    // another one of the office fixes the result
	Final     State = "final"
)

// States lists the states.
func States() []State { return []State{SelfDue, ReviewDue, Discussed, ToClose, Final} }

// Mark is what both sides say of one item. Points that are not given yet are nil,
// which 0 is not.
type Mark struct {
	Item   string   `json:"item"` // key
	Self   *Points  `json:"self,omitempty"`
	Basis  string   `json:"basis,omitempty"`
	Proof  []string `json:"proof,omitempty"` // ids of evidence
	Review *Points  `json:"review,omitempty"`
	Reason string   `json:"reason,omitempty"` // why the review differs
}

// Evaluation is the evaluation of one organisation's rectification by one
// version of a scheme.
type Evaluation struct {
	ID           string
	OrgID        string
	InspectionID string
	RoundID      string
	SchemeID     string
	CutOff       workday.Date // of the facts
	DueOn        workday.Date // of the self-evaluation
	State        State
	Marks        []Mark
	SelfNote     string
	SelfBy       string
	SelfName     string
	SelfAt       time.Time
	Returned     string   // why the self-evaluation came back; empty when it did not
	Vetoes       []string // keys that apply
	VetoReason   string
	Opinion      string
	ReviewBy     string
	ReviewName   string
	ReviewAt     time.Time
	AnswerUntil  workday.Date // then silence counts as agreement
	Objects      bool
	Objection    string
	AnswerBy     string
	AnswerName   string
	AnswerAt     time.Time
	Reply        string // of the office to an objection
	Total        Points
	Grade        string
	FinalBy      string
	FinalName    string
	FinalOn      workday.Date
	OpenedBy     string
	OpenedName   string
	OpenedAt     time.Time
	Version      int
}

// Mark gives what is said of an item.
func (e Evaluation) Mark(key string) Mark {
	n := slices.IndexFunc(e.Marks, func(m Mark) bool { return m.Item == key })
	if n < 0 {
		return Mark{Item: key}
	}
	return e.Marks[n]
}

// Reviewed reports whether the organisation is told the office's marks.
func (e Evaluation) Reviewed() bool {
	return e.State == Discussed || e.State == ToClose || e.State == Final
}

// Sent reports whether the office is told the organisation's marks.
func (e Evaluation) Sent() bool { return e.State != SelfDue }

// SelfTotal is the sum of the organisation's own marks.
func (e Evaluation) SelfTotal(s Scheme) Points {
	return e.total(s, func(m Mark) *Points { return m.Self })
}

// ReviewTotal is the sum of the office's marks.
func (e Evaluation) ReviewTotal(s Scheme) Points {
	return e.total(s, func(m Mark) *Points { return m.Review })
}

func (e Evaluation) total(s Scheme, of func(Mark) *Points) Points {
	var sum Points
	for _, i := range s.Items {
		p := of(e.Mark(i.Key))
		switch {
		case p == nil:
		case i.Mode == Deduct:
			sum -= *p
		default:
			sum += *p
		}
	}
	return max(sum, 0)
}

// GradeOf is the grade of so many points; a veto gives the last one.
func (e Evaluation) GradeOf(s Scheme, total Points) string {
	if len(s.Grades) == 0 {
		return ""
	}
	if len(e.Vetoes) > 0 {
		return s.Grades[len(s.Grades)-1].Name
	}
	for _, g := range s.Grades {
		if total >= g.From {
			return g.Name
		}
	}
	return s.Grades[len(s.Grades)-1].Name
}

// CheckSelf notes what a self-evaluation lacks before it is sent: points for
// every item, and a basis for every one.
func (e Evaluation) CheckSelf(c *fault.Checks, s Scheme) {
	for n, i := range s.Items {
		m := e.Mark(i.Key)
		if m.Self == nil {
			c.Add("marks", "evaluation.self.missing", n+1)
		} else if m.Basis == "" && (i.Mode != Deduct || *m.Self > 0) {
			c.Add("marks", "evaluation.basis.missing", n+1)
		}
	}
}

// CheckReview notes what a review lacks before it is told: points for every
// item, a reason wherever they differ, and words for a veto.
func (e Evaluation) CheckReview(c *fault.Checks, s Scheme) {
	for n, i := range s.Items {
		m := e.Mark(i.Key)
		switch {
		case m.Review == nil:
			c.Add("marks", "evaluation.review.missing", n+1)
		case m.Self != nil && *m.Review != *m.Self && m.Reason == "":
			c.Add("marks", "evaluation.reason.missing", n+1)
		}
	}
	if len(e.Vetoes) > 0 {
		c.Need("veto_reason", e.VetoReason)
	}
}

// CheckReviewer: nobody reviews what he filled in himself.
func (e Evaluation) CheckReviewer(a org.Actor) error {
	if a.Is(e.SelfBy) {
		return fault.New(fault.Conflict, "evaluation.own-work")
	}
	return nil
}

// CheckCloser: the result is fixed by another one than who reviewed or filled
// in.
func (e Evaluation) CheckCloser(a org.Actor) error {
	if a.Is(e.SelfBy) || a.Is(e.ReviewBy) {
		return fault.New(fault.Conflict, "evaluation.own-review")
	}
	return nil
}

// Closable reports whether the result can be fixed on a day: the organisation
// has answered, or its time is over.
func (e Evaluation) Closable(today workday.Date) bool {
	return e.State == ToClose || e.State == Discussed && e.AnswerUntil.Before(today)
}
