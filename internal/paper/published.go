package paper

import (
	"fmt"
	"slices"
	"strings"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/publication"
	"bihuan/internal/gongwen"
	"bihuan/internal/query"
	"bihuan/internal/store"
)

// usual is how much each kind of paper tells of a part of the report.
var usual = map[inspection.PaperKind]publication.Form{
	inspection.Circular:      publication.Full,
	inspection.PublicVersion: publication.Outline,
}

// Circular is the report that was accepted, told inside the Party (通报).
func Circular(f query.PaperFacts) (*gongwen.Document, error) {
	p, err := published(f, inspection.Circular)
	if err == nil && f.Accepted != nil && p.frozen == nil {
		p.Document.Addressee = departments(f.Facts)
	}
	return p.Document, err
}

// PublicVersion is the accepted report in outline for society (公开稿), with
// whom to write to. Who did what, what remains and the ledger stay inside
// unless the organisation chooses to tell them.
func PublicVersion(f query.PaperFacts) (*gongwen.Document, error) {
	p, err := published(f, inspection.PublicVersion)
	return p.Document, err
}

// publishedPaper is a projection of the report with what it leaves out.
type publishedPaper struct {
	Document *gongwen.Document
	Parts    []Part
	Left     []Left
	Masks    []Masked
	Suspects []string // words told that look like names of people
	frozen   []byte
}

// published writes a projection of the accepted report as it was chosen, or
// gives the one that was published. Without a report the paper only says so.
func published(f query.PaperFacts, kind inspection.PaperKind) (publishedPaper, error) {
	var chosen publication.Publication
	if f.Publication != nil {
		chosen = *f.Publication
	}
	w := organised(f.Facts, publishing{contact: chosen.Contact})
	if f.Accepted == nil {
		w.lack(atAccepted)
		w.opened(string(kind))
		return publishedPaper{Document: w.paper()}, nil
	}
	report, err := gongwen.Decode(f.Accepted.Body)
	if err != nil {
		return publishedPaper{}, fmt.Errorf("the accepted report %s: %w", f.Accepted.ID, err)
	}
	p := project(report, kind, chosen, f.People)
	out := publishedPaper{Parts: p.parts, Left: p.left, Masks: p.masks}
	if chosen.State == publication.Published {
		out.frozen = chosen.Body
		out.Document, err = gongwen.Decode(chosen.Body)
		return out, err
	}
	w.subject, w.base = publishing{p, chosen.Contact}, []query.Source{query.Ref(store.Reports, f.Accepted.ID)}
	w.follow(string(kind))
	out.Document = w.paper()
	out.Document.Attachments, out.Document.Signature = p.attachments, organisationSignature(f.Facts)
	out.Suspects = suspects(p)
	return out, nil
}

// suspects gives the words told by a projection that are names on record or
// look like names.
func suspects(p *projection) []string {
	var text strings.Builder
	add := func(blocks []gongwen.Block) {
		for _, b := range blocks {
			text.WriteString(blockText(b) + "\n")
		}
	}
	add(p.blocks)
	for _, a := range p.attachments {
		add(a.Blocks)
	}
	var out []string
	for _, name := range p.people {
		if strings.Contains(text.String(), name) {
			out = append(out, name)
		}
	}
	for _, word := range publication.Suspected(text.String()) {
		if !slices.Contains(out, word) {
			out = append(out, word)
		}
	}
	return out
}
