// Package seed loads the example city into a database through the product's
// actions only, so that everything in it was permitted and is audited. Every
// record is made by the person who made it, on its own day.
package seed

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"sort"

	"bihuan/internal/action"
	"bihuan/internal/action/account"
	"bihuan/internal/blob"
	"bihuan/internal/example"
	writer "bihuan/internal/paper"
	"bihuan/internal/query"
)

// Source is what is loaded and where the files of the evidence go.
type Source struct {
	City     *example.City
	Folder   fs.FS // the city's folder
	Files    *blob.Store
	Password string // of every account
}

// Load brings the whole city in, in one transaction: all or nothing. It gives
// the accounts that were opened.
func Load(ctx context.Context, runner *action.Runner, src Source) ([]Entrance, error) {
	hash, err := account.HashPassword(src.Password)
	if err != nil {
		return nil, err
	}
	h := &history{city: src.City, book: newBook(src.City)}
	keep := func(ctx context.Context, body []byte) (string, int64, error) {
		f, err := src.Files.Put(ctx, bytes.NewReader(body), int64(len(body)))
		return f.Hash, f.Size, err
	}
	h.keep = keep
	h.desk = writer.Desk{Calendar: runner.Calendar}
	h.freeze, h.seal = h.desk.Freeze(keep), h.desk.FreezeLetter(keep)
	h.stand = query.StandingsOn(runner.Calendar)
	if h.stored, err = putFiles(ctx, src); err != nil {
		return nil, err
	}
	if h.papers, err = readPapers(ctx, src, h.stored); err != nil {
		return nil, err
	}
	h.found(hash)
	for n, o := range src.City.Organisations {
		h.organisation(src.City.Inspections[n], o, hash)
	}
	sort.SliceStable(h.events, func(i, j int) bool { return h.events[i].at.Before(h.events[j].at) })
	if err := runner.Batch(ctx, h.play); err != nil {
		return nil, fmt.Errorf("load the example city: %w", err)
	}
	return Entrances(src.City), nil
}

// organisation is the story of one inspected organisation.
func (h *history) organisation(i example.Inspection, o *example.Organisation, hash string) {
	t := &tale{history: h, inspection: i, o: o}
	t.body(hash)
	t.intake()
	t.group()
	t.plan()
	t.partyLife()
	t.carry()
	t.letters()
	t.close()
	t.handOvers()
	t.evaluate()
	t.reports()
	t.issuedPapers()
}
