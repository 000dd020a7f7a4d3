package child

import (
	"time"

	"bihuan/internal/fault"
	"bihuan/internal/read"
)

// request is what the child is told before it gets the bytes of the file.
type request struct {
	Name      string
	Size      int64
	Memory    int64         // bytes above what the child needs to start
	Processor time.Duration // processor time of the reading
	Limits    read.Options  // without its functions, which do not travel; MaxTime is by the clock
}

// answer is one message of the child. All but the last tell only how far it is.
type answer struct {
	Permille int
	Paper    *read.Paper
	Fault    *refusal
	Peak     int64 // bytes of memory that the child has used at most, with the last message
}

// refusal is a fault as it travels.
type refusal struct {
	Kind fault.Kind
	Code string
	Args []any
	Text string // of the inner error, for the log
}

// whole gives the lists of a paper that came empty back as empty ones, not nil:
// the contract of the JSON has no null.
func whole(p *read.Paper) *read.Paper {
	orEmpty(&p.Stated)
	orEmpty(&p.Counted)
	orEmpty(&p.Nodes)
	orEmpty(&p.Warnings)
	p.Walk(func(n *read.Node, _ int) {
		orEmpty(&n.Measures)
		orEmpty(&n.SupportUnits)
		orEmpty(&n.Owners)
		orEmpty(&n.Children)
		for i := range n.Measures {
			orEmpty(&n.Measures[i].SupportUnits)
			orEmpty(&n.Measures[i].Owners)
		}
	})
	for i := range p.Tables {
		orEmpty(&p.Tables[i].Columns)
		orEmpty(&p.Tables[i].Rows)
		orEmpty(&p.Tables[i].Merged)
		for k := range p.Tables[i].Rows {
			orEmpty(&p.Tables[i].Rows[k].Cells)
		}
	}
	return p
}

func orEmpty[T any](list *[]T) {
	if *list == nil {
		*list = []T{}
	}
}
