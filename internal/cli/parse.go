package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"bihuan/internal/fault"
	"bihuan/internal/read"
)

// parseCommand reads one file and prints what it says; it writes nowhere else.
type parseCommand struct {
	JSON  bool   `name:"json" help:"${parse_json}"`
	Level int    `name:"counting-level" aliases:"level" placeholder:"N" help:"${parse_level}"`
	File  string `arg:"" help:"${parse_file}"`
}

// Run implements the command.
func (p *parseCommand) Run(c *console) error {
	f, err := os.Open(p.File)
	if err != nil {
		return fault.Because(err, fault.NotFound, "cli.parse.unreadable", p.File)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return fault.Because(err, fault.NotFound, "cli.parse.unreadable", p.File)
	}
	opts := c.readOptions()
	opts.CountingLevel = p.Level
	paper, err := read.Parse(c.ctx, p.File, f, info.Size(), opts)
	if err != nil {
		return err
	}
	if p.JSON {
		out := json.NewEncoder(c.out)
		out.SetEscapeHTML(false)
		out.SetIndent("", "  ")
		return out.Encode(paper)
	}
	return p.show(c, paper)
}

// show prints a paper for people: its head, its tree, and what to look at.
func (p *parseCommand) show(c *console, paper *read.Paper) error {
	var b strings.Builder
	for _, line := range [][2]string{
		{"title", paper.Title}, {"number", paper.DocumentNumber}, {"issuer", paper.Issuer},
		{"recipient", paper.Recipient}, {"date", paper.Date},
	} {
		if line[1] != "" {
			fmt.Fprintf(&b, "%s%s\n", c.text("cli.parse."+line[0]), line[1])
		}
	}
	paper.Walk(func(n *read.Node, depth int) {
		fmt.Fprintf(&b, "%s%s%s\n", strings.Repeat("  ", depth), n.Mark, n.Title)
	})
	for _, n := range paper.Counted {
		fmt.Fprintln(&b, c.text("cli.parse.counted", n.Unit, n.Count))
	}
	for _, w := range slices.Concat(paper.Notes, paper.Warnings) {
		fmt.Fprintln(&b, c.text("cli.parse.warning", w.Text(c.lang)))
	}
	_, err := io.WriteString(c.out, b.String())
	return err
}
