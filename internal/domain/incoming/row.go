package incoming

// Field is a field of a record that an import can fill.
type Field string

// The fields. Record is which problem or measure a row speaks of.
const (
	Record   Field = "record"
	Cause    Field = "cause"
	Goal     Field = "goal"
	Text     Field = "text" // of a measure
	Leader   Field = "leader"
	Lead     Field = "lead"
	Assist   Field = "assist"
	Owner    Field = "owner"
	Due      Field = "due"
	Verdict  Field = "verdict"
	Progress Field = "progress"
)

// Sort is what kind of value a field takes; a bulk fix speaks of one sort.
type Sort string

// The sorts.
const (
	SortRecord     Sort = "record"
	SortText       Sort = "text"
	SortPerson     Sort = "person"
	SortDepartment Sort = "department"
	SortDue        Sort = "due"
	SortVerdict    Sort = "verdict"
)

// Sort gives the sort of the field's values.
func (f Field) Sort() Sort {
	switch f {
	case Record:
		return SortRecord
	case Leader, Owner:
		return SortPerson
	case Lead, Assist:
		return SortDepartment
	case Due:
		return SortDue
	case Verdict:
		return SortVerdict
	}
	return SortText
}

// Kind is what a row speaks of.
type Kind string

// The kinds of row.
const (
	ProblemRow Kind = "problem"
	MeasureRow Kind = "measure"
)

// Choice is what a person decided for a row.
type Choice string

// The choices; empty is none yet.
const (
	Take Choice = "take" // the file's version
	Keep Choice = "keep" // the records' version
)

// Row is one problem or measure as the file has it.
type Row struct {
	ID        string
	OrgID     string
	ImportID  string
	Seq       int
	Kind      Kind
	ProblemID string // record; empty while it is not known
	RecordID  string // problem or measure; empty for a new measure
	ParentSeq int    // the row of the problem, for a measure
	Sheet     string
	Line      int    // row of the sheet or paragraph of the paper
	Label     string // wording as the file has it
	State     Comparison
	Doubts    int // cells in doubt
	Choice    Choice
	Cells     []Cell
	Version   int
}

// Cell is one field of a row.
type Cell struct {
	Field   Field      `json:"field"`
	Text    string     `json:"text"`  // as the file has it
	At      string     `json:"at"`    // B12; empty in a paper
	Value   string     `json:"value"` // what it means: an id, ids, a deadline, a verdict, a text
	Doubt   Doubt      `json:"doubt,omitempty"`
	Hint    string     `json:"hint,omitempty"`    // argument of the doubt's message
	Options []string   `json:"options,omitempty"` // values proposed, the likeliest first
	Mended  bool       `json:"mended,omitempty"`  // by a person
	Kept    bool       `json:"kept,omitempty"`    // a person leaves the records' version
	Current string     `json:"current"`           // in the records when they were compared
	State   Comparison `json:"state"`
}

// Cell gives the cell of a field, or nil.
func (r *Row) Cell(f Field) *Cell {
	for i := range r.Cells {
		if r.Cells[i].Field == f {
			return &r.Cells[i]
		}
	}
	return nil
}

// Taken reports whether a cell of the row goes into the records as things are:
// one in doubt never, one that only fills a gap unless the row is kept, one
// that replaces something only when a person says so.
func (r *Row) Taken(c Cell) bool {
	which := r.Cell(Record)
	if c.Doubt != "" || c.Field == Record || r.State == Closed || r.State == Unmatched || which != nil && which.Doubt != "" {
		return false
	}
	switch c.State {
	case New:
		return r.Choice != Keep
	case Changed, Conflict, Gone:
		return r.Choice == Take
	}
	return false
}

// Waits reports whether a person still has to decide about the row.
func (r *Row) Waits() bool {
	return r.Choice == "" && (r.State == Changed || r.State == Conflict || r.State == Gone)
}

// Settle sets the row's state and number of doubts from its cells. A state that
// concerns the row as a whole stays.
func (r *Row) Settle() {
	r.Doubts = 0
	whole := Untouched
	for _, c := range r.Cells {
		if c.Doubt != "" {
			r.Doubts++
			continue // it says nothing yet
		}
		if c.Field != Record && rank[c.State] > rank[whole] {
			whole = c.State
		}
	}
	if r.State != Closed && r.State != Unmatched && r.State != Declined && len(r.Cells) > 0 {
		r.State = whole
	}
}
