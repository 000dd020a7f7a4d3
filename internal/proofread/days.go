package proofread

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"bihuan/internal/domain/workday"
)

func itoa(n int) string { return strconv.Itoa(n) }

var day = regexp.MustCompile(`(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日`)

// ahead are the words with which a sentence speaks of what is to come.
var ahead = []string{"拟", "定于", "将", "计划", "时限", "前完成", "前办结", "截止", "到期", "预计", "下一步", "前，", "前报", "前书面", "延至", "有效期", "日前"}

// plans are the words by which a column tells what is to be done.
var plans = []string{"措施", "目标", "时限", "标准", "步骤", "安排", "计划", "要求", "期限", "延至"}

// dated is a day in a text; the year is that of the day before it where none
// is written.
type dated struct {
	text     string
	on       workday.Date
	from, to int
}

// daysIn reads the days of a text, carrying the year on.
func daysIn(text string, year *int) []dated {
	var out []dated
	for _, at := range day.FindAllStringSubmatchIndex(text, -1) {
		part := func(n int) int {
			if at[2*n] < 0 {
				return 0
			}
			v, err := strconv.Atoi(text[at[2*n]:at[2*n+1]])
			if err != nil {
				return 0
			}
			return v
		}
		if y := part(1); y != 0 {
			*year = y
		}
		on := workday.Date("")
		if *year != 0 {
			on = workday.Date(fmt.Sprintf("%04d-%02d-%02d", *year, part(2), part(3)))
		}
		out = append(out, dated{text[at[0]:at[1]], on, at[0], at[1]})
	}
	return out
}

// reckoning carries a year on from sentence to sentence: in prose, and within
// one place of a table.
type reckoning struct {
	year int
	cell Cell
}

func (r *reckoning) daysIn(s Sentence) []dated {
	if s.Cell != r.cell {
		r.year, r.cell = 0, s.Cell
	}
	return daysIn(s.Text, &r.year)
}

// dates are days that do not exist, that lie behind the paper's own although it
// tells them as past, and spans that end before they begin.
func dates(p Paper, _ Known) []Finding {
	var out []Finding
	var years reckoning
	for _, s := range p.Sentences {
		found := years.daysIn(s)
		for n, d := range found {
			switch {
			case d.on == "":
			case !d.on.Valid():
				out = append(out, s.in(Date, d.text, "none"))
			case p.Day != "" && d.on > p.Day && !contains(s.Text, ahead) && !contains(s.Cell.Column, plans):
				out = append(out, s.in(Date, d.text, "ahead", p.Day.Chinese()))
			case n > 0 && found[n-1].on.Valid() && strings.TrimSpace(s.Text[found[n-1].to:d.from]) == "至" && d.on < found[n-1].on:
				out = append(out, s.in(Date, s.Text[found[n-1].from:d.to], "span"))
			}
		}
	}
	return append(out, late(p)...)
}

// late is a cut-off behind the day of the paper.
func late(p Paper) []Finding {
	if p.Day == "" || p.CutOff <= p.Day {
		return nil
	}
	return []Finding{{Kind: Date, Quote: p.CutOff.Chinese(), Args: []string{"cut-off", p.Day.Chinese()}}}
}

var held = regexp.MustCompile(`(?:召开|举行)[^，。；]{0,24}?(?:会议|党组会|党委会|动员会|部署会|推进会|领导小组会)`)

// meetings are those in free text on a day on which the records have none.
func meetings(p Paper, k Known) []Finding {
	var out []Finding
	var years reckoning
	for _, s := range p.Sentences {
		found := years.daysIn(s)
		if !s.Free {
			continue
		}
		for _, at := range held.FindAllStringIndex(s.Text, -1) {
			for n := len(found) - 1; n >= 0; n-- {
				if found[n].to > at[0] {
					continue
				}
				if found[n].on.Valid() && !k.Meetings[found[n].on] {
					out = append(out, s.in(Meeting, found[n].text+s.Text[at[0]:at[1]]))
				}
				break
			}
		}
	}
	return out
}

func contains(text string, words []string) bool {
	for _, w := range words {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}
