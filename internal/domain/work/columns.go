package work

import (
	"slices"
	"strings"

	"bihuan/internal/fault"
)

// List is one of the three lists (三个清单).
type List string

// The lists.
const (
	ProblemsList List = "problems" // 问题清单
	TasksList    List = "tasks"    // 任务清单
	DutiesList   List = "duties"   // 责任清单
)

// Lists gives the three lists in order.
func Lists() []List { return []List{ProblemsList, TasksList, DutiesList} }

// ColumnTemplate is one shape of a list: which columns, in which order, under
// which heading and how wide. A list is taken out in the template that is in
// use; a file that comes in is read by whichever knows its headings.
type ColumnTemplate struct {
	ID      string
	OrgID   string
	Name    string // within the organisation
	List    List
	InUse   bool // at most one of a list
	Columns []ListColumn
	Version int
}

// ListColumn is one column of a template.
type ListColumn struct {
	Key   string
	Head  string // empty: the usual heading
	Width int    // in characters; 0: the usual width
}

// Columns that are empty on the way out. A template may have several of them.
const (
	Remark = "remark" // of the reader: the text is kept beside the problem
	Unread = "unread" // nothing is read of it
)

// columnKeys are the columns that each list can have.
var columnKeys = map[List][]string{
	ProblemsList: {"number", "aspect", "item", "wording", "category", "cause", "goal", "criteria", "measures", "leader", "lead", "assist",
		"owner", "due", "extended", "due_reason", "verdict", "persistence", "closed", "detail", "progress", Remark, Unread},
	TasksList: {"number", "problem", "kind", "text", "expected", "steps", "shared", "leader", "lead", "assist", "owner", "due", "due_reason",
		"verdict", "persistence", "claim", Remark, Unread},
	DutiesList: {"leader", "lead", "owner", "problems", "problems_done", "problems_basically", "problems_late", "measures", "measures_done",
		"measures_basically", "measures_late", "next"},
}

// ColumnKeys lists the columns that a list can have, in their usual order.
func ColumnKeys(l List) []string { return slices.Clone(columnKeys[l]) }

// usualColumns leaves out what is not printed unless somebody asks for it.
var unusual = map[List][]string{
	ProblemsList: {"category", "measures", "due_reason", "detail", "progress", Remark, Unread},
	TasksList:    {"steps", "shared", "due_reason", Remark, Unread},
}

// UsualColumns are the columns of a list without a template.
func UsualColumns(l List) []ListColumn {
	var out []ListColumn
	for _, key := range columnKeys[l] {
		if !slices.Contains(unusual[l], key) {
			out = append(out, ListColumn{Key: key})
		}
	}
	return out
}

// stateColumns tell how far things are; a plan has none of them.
var stateColumns = []string{"verdict", "closed", "claim", "progress", "extended", Remark, Unread, "problems_done", "problems_basically", "problems_late", "measures_done",
	"measures_basically", "measures_late", "next"}

// Planned keeps of the columns those that a plan has.
func Planned(columns []ListColumn) []ListColumn {
	return slices.DeleteFunc(slices.Clone(columns), func(c ListColumn) bool { return slices.Contains(stateColumns, c.Key) })
}

// MostWidth bounds the width of a column.
const MostWidth = 80

// mostColumns bounds a template.
const mostColumns = 60

// CheckColumns notes what is wrong with a template. No two of its columns have
// one heading: a file could not be read back by it. usual are the headings of
// columns without one of their own, nil for a list that is not read back.
func (t ColumnTemplate) CheckColumns(checks *fault.Checks, usual map[string]string) {
	seen, heads := map[string]bool{}, map[string]bool{}
	for _, c := range t.Columns {
		if !slices.Contains(columnKeys[t.List], c.Key) || seen[c.Key] {
			checks.Add("columns", "field.unknown-value", c.Key)
		}
		seen[c.Key] = c.Key != Remark && c.Key != Unread
		head := c.HeadOr(usual)
		if heads[head] && usual != nil {
			checks.Add("columns", "columns.head-twice", head)
		}
		heads[head] = true
		checks.Max("columns", c.Head, 30)
		if c.Width < 0 || c.Width > MostWidth {
			checks.Add("columns", "columns.width", MostWidth)
		}
	}
	if len(t.Columns) == 0 || len(t.Columns) > mostColumns {
		checks.Add("columns", "columns.none", mostColumns)
	}
}

// HeadOr is the heading of a column as it is printed and read, without blanks.
func (c ListColumn) HeadOr(usual map[string]string) string {
	head := c.Head
	if strings.TrimSpace(head) == "" {
		head = usual[c.Key]
	}
	return strings.Join(strings.Fields(head), "")
}
