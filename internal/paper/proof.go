package paper

import (
	"slices"
	"strings"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/gongwen"
	"bihuan/internal/proofread"
	"bihuan/internal/query"
)

// Finding is a doubtful place of a paper with where it is mended.
type Finding struct {
	proofread.Finding
	Page string // under the inspection's address; empty where only the words can be changed
}

// mendedAt is where what a finding doubts is entered.
var mendedAt = map[proofread.Kind]string{proofread.Number: "/problems", proofread.Count: "/reports", proofread.Title: "/regulations",
	proofread.Meeting: "/meetings", proofread.Post: "/people", proofread.Name: "/people"}

// lookOver looks a paper over against the records. What the paper says at its
// cut-off is composed anew where it holds words that rest on no record, to know
// which figures facts support.
func lookOver(v *query.View, i inspection.Inspection, d *gongwen.Document, p proofread.Paper, reportID string) ([]Finding, error) {
	f, err := v.ProofFactsOf(i, p.CutOff, reportID)
	if err != nil {
		return nil, err
	}
	p.Sentences, p.Tables = proofSentences(d), nil
	for _, t := range tablesOf(d) {
		p.Sentences, p.Tables = append(p.Sentences, t.sentences()...), append(p.Tables, t.grid())
	}
	k, err := knownOf(f)
	if err != nil {
		return nil, err
	}
	if !p.OwnWords {
		k.Longest = 0
	}
	if slices.ContainsFunc(p.Sentences, func(s proofread.Sentence) bool { return s.Free }) {
		if k.Numbers, err = figuresOf(v, i, p.CutOff, p.Day); err != nil {
			return nil, err
		}
	}
	var out []Finding
	for _, x := range proofread.Check(p, k) {
		out = append(out, Finding{x, mendedAt[x.Kind]})
	}
	return out, nil
}

// proofSentences cuts the text of a paper and of its attachments into
// sentences, tables left out.
func proofSentences(d *gongwen.Document) []proofread.Sentence {
	out := blockSentences("", d.Blocks)
	for _, a := range d.Attachments {
		out = append(out, blockSentences(plain(gongwen.Line{a.Title}), a.Blocks)...)
	}
	return out
}

func blockSentences(section string, blocks []gongwen.Block) []proofread.Sentence {
	var out []proofread.Sentence
	for _, b := range blocks {
		switch b := b.(type) {
		case gongwen.Heading:
			section = plain(b.Text)
			out = append(out, proofread.Sentence{Section: section, Text: section, Heading: true, Free: free(b.Text)})
			out = append(out, cut(section, b.Follow)...)
		case gongwen.Paragraph:
			out = append(out, cut(section, b.Runs)...)
		}
	}
	return out
}

// cut parts a line into sentences; a mark that something is missing is no words.
// A sentence is free where none of its words rests on a record.
func cut(section string, line gongwen.Line) []proofread.Sentence {
	var out []proofread.Sentence
	for _, l := range cutLine(line) {
		said := slices.DeleteFunc(l, func(r gongwen.Run) bool { return r.Text == "" })
		if text := plain(said); strings.TrimSpace(text) != "" {
			out = append(out, proofread.Sentence{Section: section, Text: text, Free: free(said)})
		}
	}
	return out
}

func free(line gongwen.Line) bool {
	return !slices.ContainsFunc(line, func(r gongwen.Run) bool { return len(r.Refs) > 0 })
}

func knownOf(f query.ProofFacts) (proofread.Known, error) {
	k := proofread.Known{Titles: map[string]bool{}, Meetings: map[workday.Date]bool{}, Longest: f.Longest}
	for _, t := range f.Titles {
		k.Titles[proofread.Bare(t)] = true
	}
	for _, w := range f.Wordings {
		for _, t := range proofread.Titles(w) {
			k.Titles[proofread.Bare(t)] = true
		}
	}
	for _, day := range f.Meetings {
		k.Meetings[day] = true
	}
	for name, posts := range f.People {
		p := proofread.Person{Name: name}
		for _, x := range posts {
			p.Posts = append(p.Posts, proofread.Held{Title: x.Title, From: x.From, Until: x.Until})
		}
		k.People = append(k.People, p)
	}
	slices.SortFunc(k.People, func(a, b proofread.Person) int { return strings.Compare(a.Name, b.Name) })
	for _, o := range f.Others {
		k.Others = append(k.Others, otherOf(o, f.Own))
	}
	for _, r := range f.Earlier {
		d, err := gongwen.Decode(r.Body)
		if err != nil {
			return k, err
		}
		var b strings.Builder
		for _, s := range proofSentences(d) {
			b.WriteString(s.Text)
		}
		k.Earlier = append(k.Earlier, proofread.Issued{Title: r.Title, Text: b.String()})
	}
	return k, nil
}

// otherOf is how another organisation may be recognised: by names that the own
// ones do not hold.
func otherOf(o, own org.Organisation) proofread.Other {
	x := proofread.Other{}
	for _, name := range []string{o.Name, o.ShortName, o.PartyName} {
		if name != "" && !strings.Contains(own.Name+own.ShortName+own.PartyName, name) {
			x.Names = append(x.Names, name)
		}
	}
	if field := business(o); field != "业务" && field != business(own) {
		x.Field = field
	}
	return x
}

// figuresOf are the figures that the reports have at a cut-off: those that facts
// support.
func figuresOf(v *query.View, i inspection.Inspection, cutOff, on workday.Date) (map[proofread.Figure]bool, error) {
	out := map[proofread.Figure]bool{}
	for _, kind := range inspection.ReportKinds() {
		d, err := compose(v, i, kind, cutOff, on, nil)
		if err != nil {
			return nil, err
		}
		for r := range d.Runs() {
			for _, f := range proofread.Figures(r.Text) {
				out[f] = true
			}
		}
	}
	return out, nil
}
