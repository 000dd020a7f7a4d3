package intake

import (
	"bytes"
	"context"
	"io"
	"slices"
	"strings"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/read"
)

// Opener gives an uploaded file back.
type Opener interface {
	Open(ctx context.Context, hash string, size int64) (io.ReadCloser, error)
}

// Propose reads an uploaded feedback paper into a proposal, within the limits.
func Propose(ctx context.Context, files Opener, name, hash string, size int64, limits read.Options) (inspection.Feedback, error) {
	text, err := fetch(ctx, files, hash, size, limits.MaxFile)
	if err != nil {
		return inspection.Feedback{}, err
	}
	paper, err := read.Parse(ctx, name, bytes.NewReader(text), int64(len(text)), limits)
	if err != nil {
		return inspection.Feedback{}, err
	}
	f := Proposal(paper)
	f.FileName, f.FileHash, f.FileSize = name, hash, size
	return f, nil
}

// fetch reads a file of at most so many bytes, any when that is 0.
func fetch(ctx context.Context, files Opener, hash string, size, most int64) ([]byte, error) {
	if most > 0 && size > most {
		return nil, fault.New(fault.TooLarge, "read.too-large.file", most>>20)
	}
	r, err := files.Open(ctx, hash, size)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(r)
}

// Proposal turns a paper as read into a proposal for a person to mend. A
// node's wording is kept exactly as printed.
func Proposal(p *read.Paper) inspection.Feedback {
	f := inspection.Feedback{Title: p.Title, DocumentNumber: p.DocumentNumber, Issuer: p.Issuer}
	if day := workday.Date(p.Date); day.Valid() {
		f.Date = day // a paper that names only the month leaves the day to a person
	}
	at := map[int]int{}
	for i, line := range p.Lines {
		f.Lines = append(f.Lines, line.Text)
		at[line.Source.Paragraph] = i
	}
	for _, s := range p.Stated {
		f.Stated = append(f.Stated, inspection.Total{Unit: s.Unit, Count: s.Count, Text: s.Text})
	}
	for _, w := range slices.Concat(p.Notes, p.Warnings) {
		f.Warnings = append(f.Warnings, inspection.Warning{Code: w.Code, Message: w.Message, Args: w.Args, Line: at[w.Source.Paragraph]})
	}
	f.Draft = drafts(p.Nodes, at)
	f.CountingLevel = inspection.CountingLevel(f.Draft)
	return f
}

func drafts(nodes []*read.Node, at map[int]int) []inspection.DraftNode {
	var out []inspection.DraftNode
	for _, n := range nodes {
		title, text := parted(n)
		out = append(out, inspection.DraftNode{Kind: inspection.NodeKind(n.Kind), Mark: n.Mark, Title: title, Text: text,
			Line: at[n.Source.Paragraph], Children: drafts(n.Children, at)})
	}
	return out
}

// parted cuts a wording after its first sentence, stop included, so that both
// parts together are the wording as printed.
func parted(n *read.Node) (title, text string) {
	rest, ok := strings.CutPrefix(n.Wording, n.Title)
	if !ok {
		return n.Title, n.Text
	}
	for _, stop := range []string{"。", "：", ":", "；", "\n"} {
		if after, found := strings.CutPrefix(rest, stop); found {
			return n.Title + stop, after
		}
	}
	return n.Title, rest
}
