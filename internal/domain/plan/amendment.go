package plan

import (
	"slices"
	"time"

	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
)

// AmendmentState is the state of a change request.
type AmendmentState string

// The states.
const (
	AmendmentAsked   AmendmentState = "asked"
	AmendmentAgreed  AmendmentState = "agreed"
	AmendmentRefused AmendmentState = "refused"
)

// Field names what an amendment changes.
type Field string

// The fields. Deadlines are not among them: an extension moves those.
const (
	FieldCause    Field = "cause"
	FieldGoal     Field = "goal"
	FieldCriteria Field = "criteria"
	FieldLeader   Field = "leader"
	FieldLead     Field = "lead"
	FieldText     Field = "text"
	FieldExpected Field = "expected"
	FieldNew      Field = "new"  // a measure more
	FieldDrop     Field = "drop" // a measure less
)

// ProblemFields are the fields of a problem that an amendment changes.
func ProblemFields() []Field {
	return []Field{FieldCause, FieldGoal, FieldCriteria, FieldLeader, FieldLead, FieldNew}
}

// MeasureFields are those of a measure.
func MeasureFields() []Field {
	return []Field{FieldText, FieldExpected, FieldLeader, FieldLead, FieldDrop}
}

// Amendment is a change of the plan after its issue (变更申请): the issued copy
// stays, the records follow once somebody agreed.
type Amendment struct {
	ID           string
	OrgID        string
	InspectionID string
	VersionID    string // the issued one
	ProblemID    string
	MeasureID    string // empty: of the problem itself
	Field        Field
	Was          string // as the record had it: wording, or the id of a person or department
	Becomes      string
	WasText      string // the same in words
	BecomesText  string
	Reason       string
	State        AmendmentState
	AskedBy      string // account
	AskedName    string
	AskedAt      time.Time
	DecidedBy    string
	DecidedName  string
	DecidedAt    time.Time
	Opinion      string
	Version      int
}

// NeedsHead reports whether only the head decides: who answers, and whether a
// measure is dropped, is not for the responsible leader alone.
func (a Amendment) NeedsHead() bool {
	return slices.Contains([]Field{FieldLeader, FieldLead, FieldDrop}, a.Field)
}

// CheckDecider says why the actor cannot decide: it is decided, it is his own
// request, or it is for the head.
func (a Amendment) CheckDecider(by org.Actor) error {
	switch {
	case a.State != AmendmentAsked:
		return fault.New(fault.Conflict, "amendment.decided")
	case by.Is(a.AskedBy):
		return fault.New(fault.Denied, "amendment.own")
	case a.NeedsHead() && !by.Has(org.RoleHead):
		return fault.New(fault.Denied, "amendment.head")
	}
	return nil
}

// Problem gives the problem with the amendment, or a fault where the record is
// no longer what the request names. newID makes the id of a further criterion.
func (a Amendment) Problem(p work.Problem, newID func() string) (work.Problem, error) {
	criteria := p.Criteria.String()
	field := map[Field]*string{FieldCause: &p.Cause, FieldGoal: &p.Goal, FieldCriteria: &criteria,
		FieldLeader: &p.LeaderID, FieldLead: &p.LeadDeptID}[a.Field]
	if err := a.put(field); err != nil {
		return p, err
	}
	p.Criteria = p.Criteria.Reworded(criteria, newID)
	p.AssistDepts = slices.DeleteFunc(slices.Clone(p.AssistDepts), func(id string) bool { return id == p.LeadDeptID })
	return p, nil
}

// Measure is Problem for a measure. Another lead department claims it anew.
func (a Amendment) Measure(m work.Measure) (work.Measure, error) {
	field := map[Field]*string{FieldText: &m.Text, FieldExpected: &m.Expected,
		FieldLeader: &m.LeaderID, FieldLead: &m.LeadDeptID}[a.Field]
	if err := a.put(field); err != nil {
		return m, err
	}
	if a.Field == FieldLead {
		m.Claim, m.ClaimedBy, m.ClaimNote, m.ClaimedAt = "", "", "", time.Time{}
	}
	m.AssistDepts = slices.DeleteFunc(slices.Clone(m.AssistDepts), func(id string) bool { return id == m.LeadDeptID })
	return m, nil
}

func (a Amendment) put(field *string) error {
	if field == nil || *field != a.Was {
		return fault.New(fault.Conflict, "amendment.moved")
	}
	*field = a.Becomes
	return nil
}
