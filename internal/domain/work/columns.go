package work

import (
	"slices"

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

// For what a column template is used.
const UseExport = "export"

// ColumnTemplate is how an organisation wants one list: which columns, in
// which order, under which heading and how wide.
type ColumnTemplate struct {
	ID      string
	OrgID   string
	Use     string
	List    List
	Columns []ListColumn
	Version int
}

// ListColumn is one column of a template.
type ListColumn struct {
	Key   string
	Head  string // empty: the usual heading
	Width int    // in characters; 0: the usual width
}

// columnKeys are the columns that each list can have.
var columnKeys = map[List][]string{
	ProblemsList: {"number", "aspect", "item", "wording", "category", "cause", "goal", "criteria", "measures", "leader", "lead", "assist",
		"owner", "due", "due_reason", "verdict", "persistence", "closed"},
	TasksList: {"number", "problem", "kind", "text", "expected", "steps", "shared", "leader", "lead", "assist", "owner", "due", "due_reason",
		"verdict", "persistence", "claim"},
	DutiesList: {"leader", "lead", "owner", "problems", "problems_done", "problems_basically", "problems_late", "measures", "measures_done",
		"measures_basically", "measures_late", "next"},
}

// ColumnKeys lists the columns that a list can have, in their usual order.
func ColumnKeys(l List) []string { return slices.Clone(columnKeys[l]) }

// usualColumns leaves out what is not printed unless somebody asks for it.
var unusual = map[List][]string{
	ProblemsList: {"category", "measures", "due_reason"},
	TasksList:    {"steps", "shared", "due_reason"},
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
var stateColumns = []string{"verdict", "closed", "claim", "problems_done", "problems_basically", "problems_late", "measures_done",
	"measures_basically", "measures_late", "next"}

// Planned keeps of the columns those that a plan has.
func Planned(columns []ListColumn) []ListColumn {
	return slices.DeleteFunc(slices.Clone(columns), func(c ListColumn) bool { return slices.Contains(stateColumns, c.Key) })
}

// MostWidth bounds the width of a column.
const MostWidth = 80

// CheckColumns notes what is wrong with a template.
func (t ColumnTemplate) CheckColumns(checks *fault.Checks) {
	seen := map[string]bool{}
	for _, c := range t.Columns {
		if !slices.Contains(columnKeys[t.List], c.Key) || seen[c.Key] {
			checks.Add("columns", "field.unknown-value", c.Key)
		}
		seen[c.Key] = true
		checks.Max("columns", c.Head, 30)
		if c.Width < 0 || c.Width > MostWidth {
			checks.Add("columns", "columns.width", MostWidth)
		}
	}
	if len(t.Columns) == 0 {
		checks.Add("columns", "columns.none")
	}
}
