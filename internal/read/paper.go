package read

// Kind is what sort of paper a file holds.
type Kind string

// The kinds of paper.
const (
	KindFeedback Kind = "feedback"
	KindPlan     Kind = "plan"
	KindReport   Kind = "report"
	KindLedger   Kind = "ledger"
	KindOther    Kind = "other"
)

// NodeKind is the part that a node plays in its paper.
type NodeKind string

// The kinds of node. Section is every heading that is neither a finding, a
// recommendation nor an immediate matter.
const (
	NodeSection        NodeKind = "section"
	NodeAspect         NodeKind = "aspect"
	NodeItem           NodeKind = "item"
	NodeProblem        NodeKind = "problem"
	NodeRecommendation NodeKind = "recommendation"
	NodeImmediate      NodeKind = "immediate"
)

// Paper is what a file says, in neutral form. Its JSON is the contract of
// `bihuan parse --json`; no list in it is ever null.
type Paper struct {
	File           string `json:"file"`
	Kind           Kind   `json:"kind"`
	Title          string `json:"title"`
	DocumentNumber string `json:"documentNumber"` // the paper's own, as printed
	Issuer         string `json:"issuer"`
	Recipient      string `json:"recipient"`
	// Date is the day of the signature (YYYY-MM-DD); YYYY-MM where the paper
	// names only the month, "" where it names neither.
	Date     string    `json:"date"`
	Stated   []Stated  `json:"stated"`
	Counted  []Count   `json:"counted"`
	Nodes    []*Node   `json:"nodes"`
	Warnings []Warning `json:"warnings"`
	// Notes tell what was left out on purpose, such as a sheet of instructions.
	Notes []Warning `json:"notes,omitempty"`
	// Lines is the plain text in reading order, with page numbers and tables
	// of contents left out, to be shown beside the tree.
	Lines []Line `json:"-"`
	// Tables are the tables of a ledger as they stand in the file.
	Tables []Table `json:"-"`

	subject string // what tells the kind
}

// Line is one paragraph of the paper as a reader sees it, with its mark.
type Line struct {
	Text   string
	Source Source
}

// Count is how many of a unit (方面, 项, 问题 …) there are.
type Count struct {
	Unit  string `json:"unit"`
	Count int    `json:"count"`
}

// Stated is a total that the paper gives itself, with the words that give it.
type Stated struct {
	Unit  string `json:"unit"`
	Count int    `json:"count"`
	Text  string `json:"text"`
}

// Node is one marked passage. Title is the text after the mark up to the first
// full stop or the end of the line, Text the rest, its further paragraphs
// joined by line feeds.
type Node struct {
	Kind         NodeKind  `json:"kind"`
	Mark         string    `json:"mark"` // as printed, also where Word numbers
	Number       int       `json:"number"`
	Title        string    `json:"title"`
	Text         string    `json:"text"`
	Causes       string    `json:"causes"`
	Goal         string    `json:"goal"`
	Measures     []Measure `json:"measures"`
	Leader       string    `json:"leader"`
	LeadUnit     string    `json:"leadUnit"`
	SupportUnits []string  `json:"supportUnits"`
	Owners       []string  `json:"owners"`
	Due          Due       `json:"due"`
	Verdict      string    `json:"verdict"`
	Source       Source    `json:"source"`
	Children     []*Node   `json:"children"`
	// Doubt is the code of the warning that the node's place or mark is a guess,
	// "" where it is none.
	Doubt string `json:"doubt,omitempty"`
	// Wording is Title and Text exactly as printed, the stop between them
	// included: what a record keeps as the original wording.
	Wording string `json:"-"`

	level  int
	inline bool // its mark stands inside a line

	growWording, growText growing

	tabled bool // a row of a table in a paper
	place  int  // of the row of a ledger
	grid   *grid
	key    string         // the text of its cell, without blanks
	told   map[string]int // measures by their wording
	record record
}

// Measure is one thing to be done, as a plan, report or ledger gives it.
type Measure struct {
	Text         string   `json:"text"`
	Leader       string   `json:"leader"`
	LeadUnit     string   `json:"leadUnit"`
	SupportUnits []string `json:"supportUnits"`
	Owners       []string `json:"owners"`
	Due          Due      `json:"due"`
	Progress     string   `json:"progress"`
	Verdict      string   `json:"verdict"`
	// Source is where a ledger has the measure; zero in a paper.
	Source Source `json:"-"`
}

// Source is where something stands: the paragraph of a paper (from 1; a line
// of a text file), or sheet, row and column (from 1) of a table. Zero means none.
type Source struct {
	Paragraph int    `json:"paragraph"`
	Sheet     string `json:"sheet"`
	Row       int    `json:"row"`
	Column    int    `json:"column,omitempty"`
}

// newNode is a node without content whose lists are empty, not null.
func newNode(kind NodeKind, at Source) *Node {
	return &Node{
		Kind: kind, Source: at,
		Measures: []Measure{}, SupportUnits: []string{}, Owners: []string{}, Children: []*Node{},
	}
}

// newMeasure is a measure whose lists are empty, not null.
func newMeasure(text string) Measure {
	return Measure{Text: text, SupportUnits: []string{}, Owners: []string{}}
}

// Walk calls visit for every node under the paper, parents first, with the
// depth of the node (0 at the top).
func (p *Paper) Walk(visit func(n *Node, depth int)) { walk(p.Nodes, 0, visit) }

func walk(nodes []*Node, depth int, visit func(*Node, int)) {
	for _, n := range nodes {
		visit(n, depth)
		walk(n.Children, depth+1, visit)
	}
}
