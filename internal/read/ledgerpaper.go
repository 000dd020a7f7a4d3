package read

import (
	"context"
	"regexp"
	"slices"
	"strings"
)

var (
	filledBy = regexp.MustCompile(`(?:填报单位|填表单位|单位名称|编制单位|责任单位|单位)(?:[（(][^）)]*[）)])?[：:]\s*([^\s：:（(]{3,40})`)
	filledOn = regexp.MustCompile(`(?:填报|填表|编制|制表|更新)?(?:时间|日期)[：:]|截至|截止`)
)

// Again reads tables again, after a person has mended their cells or said what
// their columns hold. What it gives differs from [Parse] only in what was mended.
func Again(ctx context.Context, tables []Table, opts Options) (*Paper, error) {
	opts = opts.withDefaults()
	ctx, cancel := context.WithTimeout(ctx, opts.MaxTime)
	defer cancel()
	p, err := ledgerPaper(newWatch(ctx, opts), gridsOf(tables), opts)
	if err != nil {
		return nil, classified(err)
	}
	return p, nil
}

// ledgerPaper makes the paper of the tables of a file: every table with the
// head of a ledger gives its nodes.
func ledgerPaper(w *watch, grids []*grid, opts Options) (*Paper, error) {
	b := &book{w: w, opts: opts, known: map[string]*Node{}, p: &Paper{
		Kind: KindOther, Stated: []Stated{}, Counted: []Count{}, Nodes: []*Node{}, Warnings: []Warning{},
	}}
	for _, g := range grids {
		w.all += len(g.rows)
	}
	for _, g := range grids {
		if err := b.readGrid(g); err != nil {
			return nil, err
		}
	}
	if len(b.p.Lines) == 0 {
		return nil, empty()
	}
	return b.paper(), nil
}

// book gathers the paper of the tables of a file.
type book struct {
	w     *watch
	opts  Options
	p     *Paper
	known map[string]*Node
	texts []string // of the rows over the heads, which may state totals
	out   []*grid  // sheets that are no ledger

	totals []totalText // of total rows
}

// readGrid reads the ledgers of one sheet.
func (b *book) readGrid(g *grid) error {
	p := b.p
	p.Lines = append(p.Lines, g.lines()...)
	p.Warnings = append(p.Warnings, g.warnings...)
	heads := findHeaders(g, b.opts)
	if len(heads) == 0 {
		b.out = append(b.out, g)
		p.Tables = append(p.Tables, g.table(nil, 0, nil))
		return nil
	}
	p.Kind = KindLedger
	from := 0
	for _, h := range heads {
		b.texts = append(b.texts, p.readAbove(g, h, from)...)
		l, err := readLedger(b.w, g, h, b.known)
		if err != nil {
			return err
		}
		p.Nodes = append(p.Nodes, l.top...)
		p.Warnings = append(p.Warnings, l.warnings...)
		p.Tables = append(p.Tables, g.table(h, from, l.roles))
		b.totals = append(b.totals, l.totals()...)
		from = h.end
	}
	return nil
}

// paper is the paper when all is read.
func (b *book) paper() *Paper {
	p := b.p
	defer p.partNotes()
	p.Stated = statedTotals(b.texts)
	if p.Kind != KindLedger {
		p.Warnings = append(p.Warnings, warn(Source{}, "ledger.no-head"))
		return p
	}
	for _, g := range b.out {
		if !b.opts.sheetRule(g.sheet).LeftOut {
			p.Warnings = append(p.Warnings, warn(Source{Sheet: g.sheet}, "ledger.sheet-left-out", g.sheet))
		}
	}
	if len(p.Nodes) > 0 {
		p.countFindings(b.opts, [][]*Node{p.Nodes})
		b.compareTotals()
	}
	return p
}

// compareTotals warns of total rows that agree with no count.
func (b *book) compareTotals() {
	p := b.p
	for _, t := range b.totals {
		for _, s := range statedTotals([]string{t.text}) {
			same := func(c Count) bool { return c.Count == s.Count }
			if slices.ContainsFunc(p.Counted, same) || len(p.Counted) == 0 {
				continue
			}
			s.Text = t.text
			p.Stated = append(p.Stated, s)
			p.Warnings = append(p.Warnings, warn(t.source, "totals.differ", s.Unit, s.Count, p.Counted[len(p.Counted)-1].Count))
		}
	}
}

// lines are the rows of a grid as text, their cells parted by tabs.
func (g *grid) lines() []Line {
	var out []Line
	for i, r := range g.rows {
		var cells []string
		for _, col := range g.filled(i) {
			cells = append(cells, strings.ReplaceAll(r.cells[col], "\n", " "))
		}
		out = append(out, Line{Text: strings.Join(cells, "\t"), Source: r.source})
	}
	return out
}

// readAbove takes title, issuer and date from the rows above the head of the
// first ledger, and gives their texts.
func (p *Paper) readAbove(g *grid, h *header, from int) []string {
	var texts []string
	for row := from; row < h.first; row++ {
		for _, col := range g.filled(row) {
			text := strings.TrimSpace(g.at(row, col))
			texts = append(texts, text)
			if m := filledBy.FindStringSubmatch(text); m != nil {
				orText(&p.Issuer, m[1])
				if date, ok := findDate(text); ok && filledOn.MatchString(text) {
					orText(&p.Date, date)
				}
				continue
			}
			if date, ok := findDate(text); ok && filledOn.MatchString(text) {
				orText(&p.Date, date)
				continue
			}
			if m := numberLine.FindStringSubmatch(squeezed(text)); m != nil {
				orText(&p.DocumentNumber, m[1])
				continue
			}
			if !attachmentLabel.MatchString(squeezed(text)) && len([]rune(text)) > 3 {
				orText(&p.Title, strings.Join(strings.Fields(text), ""))
			}
		}
	}
	return texts
}

var attachmentLabel = regexp.MustCompile(`^附(?:件|表)[0-9一二三四五六七八九十]{0,3}[：:]?$|^单位[：:]`)

// totalText is what a total row says, as a sentence would.
type totalText struct {
	text   string
	source Source
}

// totals are the rows that give totals of the whole.
func (l *ledger) totals() []totalText {
	var out []totalText
	for row, role := range l.roles {
		if cols := l.g.filled(row); role == RowTotal && len(cols) > 0 && wholeTotal.MatchString(squeezed(l.g.at(row, cols[0]))) {
			text := "共"
			for _, col := range cols {
				if cell := squeezed(l.g.at(row, col)); countedCell.MatchString(cell) {
					text += cell
				}
			}
			out = append(out, totalText{text, l.g.rows[row].source})
		}
	}
	return out
}

var (
	wholeTotal  = regexp.MustCompile(`^(?:全部|本表|总体)?(?:合计|总计|共计|总数)`)
	countedCell = regexp.MustCompile(`[0-9一二三四五六七八九十]+(?:个|项|条|类)`)
)
