package proofread

import (
	"regexp"
	"strings"
)

// outside are the first words of titles that no organisation keeps in its own
// records: those of the Party and of the state.
var outside = []string{"中国共产党", "中华人民共和国", "中共中央", "国务院", "习近平", "关于新形势下党内", "党章", "宪法"}

// Titles finds what stands between 《 and 》 in a text, marks inside included.
func Titles(text string) []string {
	var out []string
	depth, start := 0, 0
	for i, r := range text {
		switch r {
		case '《':
			if depth == 0 {
				start = i + len("《")
			}
			depth++
		case '》':
			if depth--; depth == 0 {
				out = append(out, text[start:i])
			}
			depth = max(depth, 0)
		}
	}
	return out
}

// Bare is a title as it is compared: without marks and spaces.
func Bare(title string) string {
	return strings.NewReplacer("《", "", "》", "", "〈", "", "〉", "", " ", "", "　", "").Replace(title)
}

// titles are those that the records do not know.
func titles(p Paper, k Known) []Finding {
	var out []Finding
	for _, s := range p.Sentences {
		for _, t := range Titles(s.Text) {
			if k.Titles[Bare(t)] || startsWith(t, outside) {
				continue
			}
			out = append(out, s.in(Title, "《"+t+"》"))
		}
	}
	return out
}

func startsWith(text string, words []string) bool {
	for _, w := range words {
		if strings.HasPrefix(text, w) {
			return true
		}
	}
	return false
}

// organisations are the names of others, and in headings their field.
func organisations(p Paper, k Known) []Finding {
	var out []Finding
	for _, s := range p.Sentences {
		for _, o := range k.Others {
			if word := o.in(s); word != "" {
				out = append(out, s.in(Organisation, word))
			}
		}
	}
	return out
}

// in gives the words of another organisation in a sentence, the longest name first.
func (o Other) in(s Sentence) string {
	longest := ""
	for _, name := range o.Names {
		if len(name) > len(longest) && strings.Contains(s.Text, name) {
			longest = name
		}
	}
	if longest == "" && s.Heading && o.Field != "" && strings.Contains(s.Text, "与"+o.Field+"工作") {
		return "与" + o.Field + "工作"
	}
	return longest
}

var me = regexp.MustCompile(`本人`)

// firstPerson is 本人 in a paper in which nobody speaks of himself, and its
// absence where the head should.
func firstPerson(p Paper, _ Known) []Finding {
	var out []Finding
	for _, s := range p.Sentences {
		if at := me.FindString(s.Text); at != "" && !s.ofRecords() {
			if p.OwnWords {
				return nil
			}
			out = append(out, s.in(FirstPerson, at, "other"))
		}
	}
	if p.OwnWords && len(p.Sentences) > 0 {
		return []Finding{{Kind: FirstPerson, Args: []string{"missing"}}}
	}
	return out
}

var asks = regexp.MustCompile(`妥否|请批示|请批复|请予批准|请予批复|请审批|恳请|特此请示|望予支持|请予支持|请求[^，。；]{0,12}(?:支持|批准|同意|解决)`)

// requests are those in a report: 报告 asks for nothing, 请示 does.
func requests(p Paper, _ Known) []Finding {
	var out []Finding
	if !p.Report {
		return nil
	}
	for _, s := range p.Sentences {
		if at := asks.FindString(s.Text); at != "" && !s.ofRecords() {
			out = append(out, s.in(Request, at))
		}
	}
	return out
}
