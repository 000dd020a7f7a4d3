package work

import (
	"cmp"
	"strings"

	"bihuan/internal/domain/workday"
)

// The columns of the grid in which problems and measures are edited cell by
// cell. A problem has no kind, text and result; a measure no cause and goal.
const (
	CellKind     = "kind"
	CellText     = "text"
	CellCause    = "cause"
	CellCategory = "cause_category"
	CellGoal     = "goal"
	CellExpected = "expected"
	CellLeader   = "leader"
	CellLead     = "lead"
	CellAssist   = "assist"
	CellOwner    = "owner"
	CellDue      = "due"
	CellReason   = "due_reason"
)

// Cells lists the columns in order.
func Cells() []string {
	return []string{CellKind, CellText, CellCause, CellCategory, CellGoal, CellExpected, CellLeader, CellLead, CellAssist, CellOwner,
		CellDue, CellReason}
}

// Namer gives the words for ids: "" for none.
type Namer interface {
	Person(id string) string
	Department(id string) string
	Cause(code string) string // the organisation's own name; "" for a shipped one
}

// kindWords are the kinds of measure as lists print them.
var kindWords = map[MeasureKind]string{Direct: "直接整改", Similar: "举一反三", LongTerm: "长效机制"}

// Word is the kind as lists print it.
func (k MeasureKind) Word() string { return kindWords[k] }

// causeWords are the shipped categories as lists print them.
var causeWords = map[string]string{"thinking": "思想认识", "duty": "责任落实", "institution": "制度机制", "conduct": "能力作风",
	"supervision": "监督管理", "legacy": "历史遗留", "other": "其他"}

// CauseWord is a cause category as lists print it.
func CauseWord(code string, n Namer) string { return cmp.Or(n.Cause(code), causeWords[code]) }

// Cell is what a column shows of the problem.
func (p Problem) Cell(column string, n Namer) string {
	switch column {
	case CellCause:
		return p.Cause
	case CellCategory:
		return CauseWord(p.CauseCategory, n)
	case CellGoal:
		return p.Goal
	case CellReason:
		return p.DeadlineReason
	}
	return who(column, n, p.LeaderID, p.LeadDeptID, p.AssistDepts, p.OwnerID, dueWords(p.Deadline, p.Term, p.LongTerm))
}

// Cell is what a column shows of the measure.
func (m Measure) Cell(column string, n Namer) string {
	switch column {
	case CellKind:
		return m.Kind.Word()
	case CellText:
		return m.Text
	case CellExpected:
		return m.Expected
	case CellReason:
		return m.DeadlineReason
	}
	return who(column, n, m.LeaderID, m.LeadDeptID, m.AssistDepts, m.OwnerID, dueWords(m.Deadline, m.Term, m.LongTerm))
}

func who(column string, n Namer, leader, lead string, assist []string, owner, due string) string {
	switch column {
	case CellLeader:
		return n.Person(leader)
	case CellLead:
		return n.Department(lead)
	case CellAssist:
		names := make([]string, len(assist))
		for i, id := range assist {
			names[i] = n.Department(id)
		}
		return strings.Join(names, "、")
	case CellOwner:
		return n.Person(owner)
	case CellDue:
		return due
	}
	return ""
}

// dueWords is a deadline as it is typed: reading it gives the same deadline.
func dueWords(day workday.Date, term string, longTerm bool) string {
	words := workday.Deadline{Date: day, Term: term}.String()
	switch {
	case !longTerm || strings.Contains(words, "长期坚持"):
		return words
	case words == "":
		return "长期坚持"
	}
	return words + "并长期坚持"
}

// HasCell reports whether records of the kind have the column.
func HasCell(measure bool, column string) bool {
	switch column {
	case CellKind, CellText, CellExpected:
		return measure
	case CellCause, CellCategory, CellGoal:
		return !measure
	case CellLeader, CellLead, CellAssist, CellOwner, CellDue, CellReason:
		return true
	}
	return false
}
