package proofread

import (
	"slices"
	"strings"
	"unicode"

	"bihuan/internal/domain/workday"
)

// posts are those that a person is given in the text and did not hold on the
// day that the text speaks of.
func posts(p Paper, k Known) []Finding {
	var out []Finding
	known := allTitles(k.People)
	var years reckoning
	for _, s := range p.Sentences {
		days := years.daysIn(s)
		for _, person := range k.People {
			for from := 0; ; {
				at := strings.Index(s.Text[from:], person.Name)
				if at < 0 {
					break
				}
				at += from
				from = at + len(person.Name)
				title := before(s.Text[:at], known)
				on := dayBefore(days, at, p.Day)
				if title != "" && !person.held(title, on) {
					out = append(out, s.in(Post, title+person.Name, person.titleOn(on), on.Chinese()))
				}
			}
		}
	}
	return out
}

// allTitles are the titles that anybody holds or held, the longest first.
func allTitles(people []Person) []string {
	var out []string
	for _, p := range people {
		for _, h := range p.Posts {
			if h.Title != "" && !slices.Contains(out, h.Title) {
				out = append(out, h.Title)
			}
		}
	}
	slices.SortFunc(out, func(a, b string) int { return len(b) - len(a) })
	return out
}

// before is the title that ends where a name begins; 时任 makes it one of the past.
func before(text string, titles []string) string {
	for _, t := range titles {
		if rest, ok := strings.CutSuffix(text, t); ok {
			if strings.HasSuffix(rest, "时任") || strings.HasSuffix(rest, "原") || strings.HasSuffix(rest, "、") {
				return ""
			}
			return t
		}
	}
	return ""
}

// dayBefore is the day that words at a place speak of: the last one before them
// in the sentence, otherwise that of the paper.
func dayBefore(days []dated, at int, paper workday.Date) workday.Date {
	on := paper
	for _, d := range days {
		if d.from < at && d.on.Valid() {
			on = d.on
		}
	}
	return on
}

// held reports whether a title, or the end of one, was the person's on a day or
// is on the day of the paper.
func (p Person) held(title string, on workday.Date) bool {
	for _, h := range p.Posts {
		if (h.Title == title || strings.HasSuffix(h.Title, "、"+title)) && h.on(on) {
			return true
		}
	}
	return false
}

func (h Held) on(day workday.Date) bool {
	return (h.From == "" || h.From <= day) && (h.Until == "" || day <= h.Until)
}

// titleOn is the post of a day; empty for none.
func (p Person) titleOn(on workday.Date) string {
	for _, h := range p.Posts {
		if h.on(on) {
			return h.Title
		}
	}
	return ""
}

// surnames are the common ones: what begins with one behind a post is a name.
const surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"

// names are those behind a post that nobody of the records bears.
func names(p Paper, k Known) []Finding {
	var out []Finding
	titles := allTitles(k.People)
	for _, s := range p.Sentences {
		out = append(out, s.strangers(k.People)...)
		for _, t := range titles {
			if len([]rune(t)) < 3 {
				continue
			}
			for from := 0; ; {
				at := strings.Index(s.Text[from:], t)
				if at < 0 {
					break
				}
				from += at + len(t)
				if name := nameAt(s.Text[from:]); name != "" && !someone(k.People, s.Text[from:]) && !longer(titles, t, s.Text, from) {
					out = append(out, s.in(Name, t+name))
				}
			}
		}
	}
	return unique(out)
}

// persons are the words by which a column lists people.
var persons = []string{"领导", "责任人", "负责人", "联系人", "经办人", "姓名", "申请人", "核查人", "移交人", "接收人"}

// strangers are the names that somebody typed into a place for people and that
// nobody of the records bears.
func (s Sentence) strangers(people []Person) []Finding {
	var out []Finding
	if !s.Free || !contains(s.Cell.Column, persons) {
		return nil
	}
	for _, name := range strings.FieldsFunc(s.Text, func(r rune) bool { return !unicode.Is(unicode.Han, r) }) {
		if nameAt(name) == name && !someone(people, name) {
			out = append(out, s.in(Name, name))
		}
	}
	return out
}

// nameAt is a name of two or three characters at the head of a text, with a
// mark or a word behind it that names end at.
func nameAt(text string) string {
	r := []rune(text)
	for _, n := range []int{3, 2} {
		if len(r) < n || !strings.ContainsRune(surnames, r[0]) || !han(r[:n]) {
			continue
		}
		if len(r) == n || strings.ContainsRune("，、。；：（）()任主为同等带率参出作负牵督检召说指到", r[n]) {
			return string(r[:n])
		}
	}
	return ""
}

func han(r []rune) bool {
	for _, c := range r {
		if !unicode.Is(unicode.Han, c) {
			return false
		}
	}
	return true
}

// someone reports whether a text begins with a name of the records.
func someone(people []Person, text string) bool {
	return slices.ContainsFunc(people, func(p Person) bool { return strings.HasPrefix(text, p.Name) })
}

// longer reports whether a longer title ends at the same place.
func longer(titles []string, t, text string, end int) bool {
	return slices.ContainsFunc(titles, func(x string) bool { return len(x) > len(t) && strings.HasSuffix(text[:end], x) })
}

// unique leaves out what was found before at the same words.
func unique(list []Finding) []Finding {
	var out []Finding
	seen := map[string]bool{}
	for _, f := range list {
		if key := f.Quote + f.Within; !seen[key] {
			seen[key] = true
			out = append(out, f)
		}
	}
	return out
}
