package gongwen

import (
	"iter"
	"slices"
)

// Runs yields every run of the paper in the order of reading, empty ones left out.
func (d *Document) Runs() iter.Seq[Run] {
	return func(yield func(Run) bool) {
		shown := func(r Run) bool { return r.IsZero() || yield(r) }
		if d.eachFront(shown) && eachBlock(d.Blocks, shown) && d.eachRoll(shown) && d.eachListed(shown) &&
			d.eachEnd(shown) && d.eachAttached(shown) && d.Imprint != nil {
			_ = Line{d.Imprint.CopyTo, d.Imprint.Printer, d.Imprint.PrintDate}.eachRun(shown)
		}
	}
}

func (d *Document) eachFront(yield func(Run) bool) bool {
	return Line(d.Head).eachRun(yield) && yield(d.Number) && Line(d.Signatories).eachRun(yield) &&
		Line(d.Title).eachRun(yield) && yield(d.Addressee)
}

func (d *Document) eachRoll(yield func(Run) bool) bool {
	for _, r := range d.Attendance {
		if !r.Names.eachRun(yield) {
			return false
		}
	}
	return true
}

// eachListed yields the list of attachments under the text.
func (d *Document) eachListed(yield func(Run) bool) bool {
	for _, a := range d.Attachments {
		if !yield(a.Title) {
			return false
		}
	}
	return true
}

func (d *Document) eachEnd(yield func(Run) bool) bool {
	if s := d.Signature; s != nil {
		if !Line(s.Names).eachRun(yield) || !yield(s.Date) {
			return false
		}
	}
	return yield(d.Note)
}

func (d *Document) eachAttached(yield func(Run) bool) bool {
	for _, a := range d.Attachments {
		if !a.ListedOnly && !eachBlock(a.Blocks, yield) {
			return false
		}
	}
	return true
}

func eachBlock(blocks []Block, yield func(Run) bool) bool {
	for _, b := range blocks {
		if !b.eachRun(yield) {
			return false
		}
	}
	return true
}

// Missing lists what the paper lacks, in the order of reading, each once.
func (d *Document) Missing() []string {
	var all []string
	for r := range d.Runs() {
		if r.Missing != "" && !slices.Contains(all, r.Missing) {
			all = append(all, r.Missing)
		}
	}
	return all
}

// Refs lists the records on which the paper rests, in the order of reading, each once.
func (d *Document) Refs() []string {
	var all []string
	seen := map[string]bool{}
	for r := range d.Runs() {
		for _, ref := range r.Refs {
			if !seen[ref] {
				seen[ref] = true
				all = append(all, ref)
			}
		}
	}
	return all
}
