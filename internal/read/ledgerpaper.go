package read

import (
	"regexp"
	"strings"
)

var (
	filledBy = regexp.MustCompile(`(?:填报单位|填表单位|单位名称|编制单位|责任单位|单位)(?:[（(][^）)]*[）)])?[：:]\s*([^\s：:（(]{3,40})`)
	filledOn = regexp.MustCompile(`(?:填报|填表|编制|制表|更新)?(?:时间|日期)[：:]|截至|截止`)
)

// ledgerPaper makes the paper of the tables of a file: every table with the
// head of a ledger gives its nodes.
func ledgerPaper(grids []*grid, opts Options) (*Paper, error) {
	p := &Paper{Kind: KindOther, Stated: []Stated{}, Counted: []Count{}, Nodes: []*Node{}, Warnings: []Warning{}}
	known := map[string]*Node{}
	var above []string
	for _, g := range grids {
		p.Lines = append(p.Lines, g.lines()...)
		h := findHeader(g)
		if h == nil {
			continue
		}
		p.Kind = KindLedger
		above = append(above, p.readAbove(g, h)...)
		l := readLedger(g, h, known)
		p.Nodes = append(p.Nodes, l.top...)
		p.Warnings = append(p.Warnings, l.warnings...)
	}
	if len(p.Lines) == 0 {
		return nil, empty()
	}
	p.Stated = statedTotals(above)
	if len(p.Nodes) > 0 {
		p.countFindings(opts, [][]*Node{p.Nodes})
	} else {
		p.Warnings = append(p.Warnings, warn(Source{}, "ledger.no-head"))
	}
	return p, nil
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
func (p *Paper) readAbove(g *grid, h *header) []string {
	var texts []string
	for row := range h.first {
		for _, col := range g.filled(row) {
			text := strings.TrimSpace(g.at(row, col))
			texts = append(texts, text)
			if m := filledBy.FindStringSubmatch(text); m != nil {
				orText(&p.Issuer, m[1])
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
