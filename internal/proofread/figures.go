package proofread

import (
	"regexp"
	"strings"
)

// Figure is a number with what it counts.
type Figure struct {
	Number string
	Unit   string
}

// units are the measure words behind which a number says something that can be
// counted.
const units = `个|项|条|次|份|人|名|件|家|场|期|批|轮|篇|本|所|类|万元|亿元|元|%|％`

var figure = regexp.MustCompile(`(\d[\d,，]*(?:\.\d+)?)\s*(` + units + `)`)

// Figures finds the numbers of a text that count something. Days, years and
// document numbers count nothing.
func Figures(text string) []Figure {
	var out []Figure
	for _, m := range figure.FindAllStringSubmatch(text, -1) {
		out = append(out, Figure{strings.NewReplacer(",", "", "，", "").Replace(m[1]), strings.ReplaceAll(m[2], "％", "%")})
	}
	return out
}

// numbers are those in free text that no fact supports.
func numbers(p Paper, k Known) []Finding {
	var out []Finding
	for _, s := range p.Sentences {
		if !s.Free {
			continue
		}
		for _, f := range Figures(s.Text) {
			if !k.Numbers[f] {
				out = append(out, s.in(Number, f.Number+f.Unit))
			}
		}
	}
	return out
}

// counted are the counts that every paper of one cut-off must agree in.
var counted = []struct {
	what string
	at   *regexp.Regexp
}{
	{"具体问题", regexp.MustCompile(`指出[^。]*?(\d+)个具体问题`)},
	{"已完成", regexp.MustCompile(`个具体问题中，已完成(\d+)个`)},
	{"基本完成", regexp.MustCompile(`、基本完成(\d+)个`)},
	{"逾期未完成", regexp.MustCompile(`、逾期未完成(\d+)个`)},
	{"销号", regexp.MustCompile(`审核销号(\d+)个`)},
	{"长期坚持", regexp.MustCompile(`列为长期坚持(?:事项)?(\d+)个`)},
	{"整改措施", regexp.MustCompile(`制定整改措施(\d+)条`)},
}

// counts are those that differ from an earlier paper with the same cut-off.
func counts(p Paper, k Known) []Finding {
	var out []Finding
	for _, c := range counted {
		for _, s := range p.Sentences {
			m := c.at.FindStringSubmatch(s.Text)
			if m == nil || s.ofRecords() {
				continue
			}
			for _, e := range k.Earlier {
				if was := c.at.FindStringSubmatch(e.Text); was != nil && was[1] != m[1] {
					out = append(out, s.in(Count, m[0], c.what, e.Title, was[1]))
				}
			}
		}
	}
	return out
}

// length is how much longer the paper is than it may be.
func length(p Paper, k Known) []Finding {
	n := 0
	for _, s := range p.Sentences {
		if s.Cell == (Cell{}) {
			n += len([]rune(s.Text))
		}
	}
	if k.Longest == 0 || n <= k.Longest {
		return nil
	}
	return []Finding{{Kind: Length, Args: []string{itoa(n), itoa(k.Longest)}}}
}

// Facts are the figures and days of a text in its own words.
func Facts(text string) []string {
	return append(figure.FindAllString(text, -1), day.FindAllString(text, -1)...)
}
