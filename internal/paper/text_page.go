package paper

import (
	"strings"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/gongwen"
	"bihuan/internal/query"
)

// changesOf tells where a kept report no longer says what the records do. One
// that was written elsewhere was never composed from them.
func changesOf(v *query.View, r query.ReportPage, doc *gongwen.Document) ([]Change, error) {
	if r.Report.Imported() {
		return nil, nil
	}
	base, err := gongwen.Decode(r.Report.Composition())
	if err != nil {
		return nil, err
	}
	now, err := compose(v, r.Inspection, r.Report.Kind, r.Report.CutOff, workday.DateOf(r.Report.CreatedAt, workday.Zone), base)
	if err != nil {
		return nil, err
	}
	return standing(base, doc, now), nil
}

// TextPage is a draft for writing: its text block by block.
type TextPage struct {
	query.ReportPage
	Blocks []TextBlock
	Tables []TextTable // without their cells
}

// TextBlock is a heading with what follows it, or a paragraph.
type TextBlock struct {
	At        int // its place in the paper
	Heading   bool
	Text      string
	Sentences []TextSentence
}

// Under are the sentences of the text: of a heading those that follow it.
func (b TextBlock) Under() []TextSentence {
	if b.Heading && len(b.Sentences) > 0 {
		return b.Sentences[1:]
	}
	return b.Sentences
}

// TextSentence is one sentence with what it rests on.
type TextSentence struct {
	At    int
	Text  string
	Typed bool // words of it were written by a person
	Bare  bool // and have no base
	Stale bool // the records say something else by now
	Bases int  // records attached to the typed words
}

// Text gives a draft for writing.
func Text(v *query.View, id string) (TextPage, error) {
	r, doc, err := draft(v, id)
	p := TextPage{ReportPage: r}
	if err != nil {
		return p, err
	}
	changes, err := changesOf(v, r, doc)
	if err != nil {
		return p, err
	}
	stale := map[string]bool{}
	for _, c := range changes {
		for s := range strings.SplitAfterSeq(c.Before, "。") {
			stale[s] = true
		}
	}
	for at, b := range doc.Blocks {
		line, ok := lineOf(b)
		if !ok {
			continue
		}
		_, heading := b.(gongwen.Heading)
		t := TextBlock{At: at, Heading: heading, Text: plain(line)}
		for n, s := range cutLine(line) {
			t.Sentences = append(t.Sentences, TextSentence{At: n, Text: plain(s), Typed: isTyped(s), Bare: isBare(s), Stale: stale[plain(s)], Bases: len(basesOf(s))})
		}
		p.Blocks = append(p.Blocks, t)
	}
	p.Tables = tablesToWrite(doc)
	return p, nil
}

// tablesToWrite lists the tables of a paper and of its attachments.
func tablesToWrite(doc *gongwen.Document) (out []TextTable) {
	for a := range 1 + len(doc.Attachments) {
		for n, b := range (At{Attachment: a}).blocks(doc) {
			if t, ok := b.(gongwen.Table); ok {
				at := At{Attachment: a, Block: n}
				out = append(out, TextTable{At: at, Name: tableName(doc, at, t), Total: len(t.Rows)})
			}
		}
	}
	return out
}

// draft gives the text of a draft for those who write it.
func draft(v *query.View, id string) (query.ReportPage, *gongwen.Document, error) {
	r, t, err := v.Report(id)
	if err != nil {
		return r, nil, err
	}
	if err := v.Need(org.ReportWrite, t); err != nil {
		return r, nil, err
	}
	if err := r.Report.CheckWriting(); err != nil {
		return r, nil, err
	}
	doc, err := gongwen.Decode(r.Report.Body)
	return r, doc, err
}

// basesOf are the records attached to the typed words of a sentence.
func basesOf(line gongwen.Line) []query.Source {
	var lists [][]query.Source
	for _, r := range line {
		if r.Role == roleTyped {
			lists = append(lists, r.Refs)
		}
	}
	return refsOf(lists...)
}

// BasisIn asks for one sentence of a draft, and for records that it may rest on.
type BasisIn struct {
	Report   string
	Block    string // place in the paper
	Sentence int
	Query    string
}

// BasisPage is a typed sentence with what it rests on, and what was found to
// attach to it.
type BasisPage struct {
	query.ReportPage
	In       BasisIn
	Text     string
	Attached []query.SourceRow
	Found    []query.SearchGroup
}

// Basis gives a typed sentence for attaching records to it.
func Basis(v *query.View, in BasisIn) (BasisPage, error) {
	r, doc, err := draft(v, in.Report)
	p := BasisPage{ReportPage: r, In: in}
	if err != nil {
		return p, err
	}
	s, err := SentenceOf(doc, in.Block, in.Sentence)
	if err != nil {
		return p, err
	}
	if !isTyped(s) {
		return p, fault.New(fault.Invalid, "report.not-typed")
	}
	p.Text = plain(s)
	_, t, err := v.Inspection(r.InspectionID, org.SeePapers)
	if err != nil {
		return p, err
	}
	if p.Attached, err = v.Sources(r.InspectionID, t, basesOf(s)); err != nil || in.Query == "" {
		return p, err
	}
	found, err := query.Search(v, query.SearchIn{Query: in.Query, Inspection: r.InspectionID})
	for _, g := range found.Groups {
		if inspection.Bases()[g.Kind] {
			p.Found = append(p.Found, g)
		}
	}
	return p, err
}

// CountedPage is the records behind one figure of a report.
type CountedPage struct {
	query.ReportPage
	Counting
}

// CountedRecords gives the records that a figure of a report counted.
func CountedRecords(v *query.View, in CountedIn) (CountedPage, error) {
	r, t, err := v.Report(in.Paper)
	p := CountedPage{ReportPage: r}
	if err == nil {
		p.Counting, err = countedRecords(v, r.InspectionID, r.Report.Data, t, in.Ref)
	}
	return p, err
}
