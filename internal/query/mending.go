package query

import (
	"unicode/utf8"

	"bihuan/internal/domain/inspection"
)

// MendingPage is a proposal on the page where it is mended: its nodes beside
// the text of the paper.
type MendingPage struct {
	FeedbackPage
	// Rows are the nodes in the order of the paper; recommendations and
	// immediate matters, with what is below them, are lists of their own.
	Rows, Recommendations, Immediates []DraftRow
	Chosen                            *DraftRow
	Lines                             []DraftLine
	Undo                              bool // there is a mending to take back
}

// DraftRow is one node of a proposal.
type DraftRow struct {
	inspection.DraftNode
	Depth   int
	First   bool // no sibling before it
	Last    bool
	Top     bool // nothing stands before it in the paper
	Foreign bool // its wording does not stand in the paper as read
	Doubts  int  // of the reader, at its lines
}

// DraftLine is a line of the paper, what is marked in it, and the doubts of
// the reader there.
type DraftLine struct {
	Text     string
	From, To int // the part that is the chosen node's, in bytes; empty for none
	Below    bool
	Warnings []inspection.Warning
}

// Place is where a node can be split: the character at which the second part
// begins, and that part.
type Place struct {
	At   int
	Text string
}

// MendingOf asks for a proposal with one node chosen.
type MendingOf struct{ Inspection, Node string }

// Mending gives the page where the proposal of an inspection is mended.
func Mending(v *View, in MendingOf) (MendingPage, error) {
	f, err := Feedback(v, in.Inspection)
	page := MendingPage{FeedbackPage: f}
	if err != nil || f.Paper == nil || f.Paper.State != inspection.FeedbackDraft {
		return page, err
	}
	steps, err := v.Tx.Count("SELECT COUNT(*) FROM draft_step WHERE feedback_id = ?", f.Paper.ID)
	page.Undo = steps > 0
	page.lines()
	page.rows(in.Node)
	page.mark()
	return page, err
}

func (p *MendingPage) lines() {
	p.Lines = make([]DraftLine, len(p.Paper.Lines))
	for n, text := range p.Paper.Lines {
		p.Lines[n].Text = text
	}
	for _, w := range p.Paper.Warnings {
		if w.Line < len(p.Lines) {
			p.Lines[w.Line].Warnings = append(p.Lines[w.Line].Warnings, w)
		}
	}
}

func (p *MendingPage) rows(chosen string) {
	original := inspection.Original(p.Paper.Lines)
	doubts := map[int]int{}
	for _, w := range p.Paper.Warnings {
		doubts[w.Line]++
	}
	var walk func(tree []inspection.DraftNode, depth int, into *[]DraftRow)
	walk = func(tree []inspection.DraftNode, depth int, into *[]DraftRow) {
		for i, n := range tree {
			to, d := into, depth
			if into == &p.Rows {
				to, d = p.listOf(n.Kind, depth)
			}
			row := DraftRow{DraftNode: n, Depth: d, First: i == 0, Last: i == len(tree)-1,
				Top: depth == 0 && i == 0, Foreign: !original(n), Doubts: doubts[n.Line]}
			doubts[n.Line] = 0 // a line's doubts are told once
			if n.Key == chosen {
				p.Chosen = &row
			}
			*to = append(*to, row)
			walk(n.Children, d+1, to)
		}
	}
	walk(p.Paper.Draft, 0, &p.Rows)
}

func (p *MendingPage) listOf(k inspection.NodeKind, depth int) (list *[]DraftRow, d int) {
	switch k {
	case inspection.KindRecommendation:
		return &p.Recommendations, 0
	case inspection.KindImmediate:
		return &p.Immediates, 0
	}
	return &p.Rows, depth
}

// mark marks the passage of the chosen node and, more lightly, those below it.
func (p *MendingPage) mark() {
	if p.Chosen == nil {
		return
	}
	for _, s := range inspection.Spans(p.Paper.Lines, p.Chosen.DraftNode) {
		p.Lines[s.Line].From, p.Lines[s.Line].To = s.From, s.To
	}
	inspection.Walk(p.Chosen.Children, func(n inspection.DraftNode, _ int) {
		for _, s := range inspection.Spans(p.Paper.Lines, n) {
			p.Lines[s.Line].Below = true
		}
	})
}

// Places are the beginnings of the row's sentences and lines after the first.
func (r DraftRow) Places() []Place {
	var out []Place
	at := 0
	for i, s := range inspection.Sentences(r.Words()) {
		if i > 0 {
			out = append(out, Place{At: at, Text: s})
		}
		at += utf8.RuneCountInString(s)
	}
	return out
}
