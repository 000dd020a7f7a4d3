package read

import (
	"bytes"
	"strings"
	"testing"
	"time"
	"unicode"
)

// letterCount counts the letters and digits of texts: what no step may lose.
func letterCount(into map[rune]int, by int, texts ...string) {
	for _, s := range texts {
		for _, r := range s {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				into[r] += by
			}
		}
	}
}

func checkNoneMissing(t *testing.T, what string, counts map[rune]int) {
	t.Helper()
	for r, n := range counts {
		if n < 0 {
			t.Errorf("%s: %c is lost %d times", what, r, -n)
		}
	}
}

// FuzzMark holds for every text: a mark is its beginning, and its number is one.
func FuzzMark(f *testing.F) {
	for _, s := range []string{"一、甲", "（一）、甲", "1.2.1 甲", "１．甲", "其一，甲", "第一个方面，甲", "第二章 甲", "①甲", "Ⅳ、甲", "一是甲", "问题1：甲", "【1】甲", "a)甲", "2.1.5万元"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		m, ok := markAt(s)
		if !ok {
			return
		}
		if m.size > len(s) || !strings.HasPrefix(s, m.printed) && !strings.HasPrefix(strings.TrimSpace(s), m.printed) || m.number < 0 || m.number >= 10_000 || m.level < int(m.form) {
			t.Errorf("markAt(%q) = %+v", s, m)
		}
	})
}

// FuzzPieces holds for every text: the pieces together are the text.
func FuzzPieces(f *testing.F) {
	f.Add("一、主要问题\n（一）甲：一是学习少；二是慢。\n3.（1）丙①丁②戊\n四、其一，己；其二，庚")
	f.Add("1.1.5万元\n（一）1.甲；2.乙。（1）丙。")
	f.Fuzz(func(t *testing.T, text string) {
		var lines []line
		counts := map[rune]int{}
		for s := range strings.SplitSeq(text, "\n") {
			if s = strings.TrimSpace(s); s != "" {
				lines = append(lines, line{text: s})
				letterCount(counts, -1, s)
			}
		}
		last := 0
		for _, p := range pieces(lines) {
			if p.place < last {
				t.Errorf("piece %q out of order", p.text)
			}
			last = p.place
			if letterCount(counts, 1, p.text); p.mark != nil {
				letterCount(counts, 1, p.mark.printed)
			}
		}
		checkNoneMissing(t, text, counts)
	})
}

// FuzzUnwrap holds for every text: joining lines loses page numbers at most.
func FuzzUnwrap(f *testing.F) {
	f.Add("　　根据市委统一部署，2025年10月至12月，市委第四巡\n察组对你委开展了巡察，共发现2个方面问题。\n— 1 —\n　　一、总体评价\n")
	f.Add("一\n是学习少；\n，二是慢。\n目 录\n1 / 3\n")
	f.Fuzz(func(t *testing.T, text string) {
		counts := map[rune]int{}
		physical := physicalLines(text)
		for _, l := range physical {
			if !pageNumber.MatchString(strings.TrimSpace(l.text)) {
				letterCount(counts, -1, l.text)
			}
		}
		for _, l := range unwrap(physical) {
			letterCount(counts, 1, l.text)
			for _, j := range l.joints {
				if j.at > len(l.text) {
					t.Errorf("joint at %d of %q", j.at, l.text)
				}
			}
		}
		checkNoneMissing(t, text, counts)
	})
}

// FuzzLabels holds for every text: what is not in a field stands before them.
func FuzzLabels(f *testing.F) {
	f.Add("订计划。（责任领导：张三；责任 单位：办公室）完成时限：2026年6月底前")
	f.Add("【整改目标】建制度【责任人】李四、王五")
	f.Add("责任领导　张三　责任单位　办公室")
	f.Fuzz(func(t *testing.T, text string) {
		counts := map[rune]int{}
		letterCount(counts, -1, text)
		before, fields := fieldsOf(text)
		letterCount(counts, 1, before)
		for _, l := range fields {
			letterCount(counts, 1, l.name, l.value)
			if labelKinds[l.name] != l.kind {
				t.Errorf("%q is no label of kind %d", l.name, l.kind)
			}
		}
		if bracketed.MatchString(text) {
			return // 牵头科室（单位）： is told by its first words
		}
		checkNoneMissing(t, text, counts)
	})
}

// FuzzTotals holds for every text: a total stands in its own words.
func FuzzTotals(f *testing.F) {
	for _, s := range []string{"共发现4个方面12项35个具体问题", "反馈问题，共23项", "提出三个方面的整改建议", "发现问题35个，制定措施90条", "上轮反馈的18个问题"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, s := range statedTotals([]string{text}) {
			if s.Count < 0 || s.Count >= 10_000 || s.Unit == "" || !strings.Contains(text, s.Text) {
				t.Errorf("%q gives %+v", text, s)
			}
		}
	})
}

// FuzzDates holds for every text: a day that is read exists.
func FuzzDates(f *testing.F) {
	for _, s := range []string{"2026年6月30日", "二〇二六年三月十日", "2026.6.30", "2026年3月底前完成，9月底前落实并长期坚持", "46203", "20260630", "2026年2月30日", "2026年上半年"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		days := []string{parseDue(s).Date, dueInSentence(s).Date}
		if day, ok := findDate(s); ok {
			days = append(days, day)
		}
		for _, day := range days {
			if _, err := time.Parse(time.DateOnly, day); day != "" && err != nil {
				t.Errorf("%q gives the day %q", s, day)
			}
		}
		if got := dayOrMonth(squeezed(s)); got != "" && len(got) != len("2006-01") && len(got) != len("2006-01-02") {
			t.Errorf("%q gives %q", s, got)
		}
	})
}

// FuzzNumeral holds for every number: it is read as it is written.
func FuzzNumeral(f *testing.F) {
	f.Add(1, "十五")
	f.Add(9999, "二〇二六")
	f.Fuzz(func(t *testing.T, n int, s string) {
		if got, ok := ParseNumeral(s); ok && (got < 0 || got >= 10_000) {
			t.Errorf("ParseNumeral(%q) = %d", s, got)
		}
		if n < 1 || n >= 10_000 {
			return
		}
		written := formatNumber(n, "chineseCountingThousand")
		if got, ok := ParseNumeral(written); !ok || got != n {
			t.Errorf("%d is written %s and read %d", n, written, got)
		}
	})
}

// FuzzNumbering holds for every definition of lists: no panic, order, JSON, and
// each paragraph's own text stays.
func FuzzNumbering(f *testing.F) {
	f.Add(usualList, "")
	f.Add(lvl(0, "ideographTraditional", "%1、", `<w:lvlRestart w:val="0"/>`)+lvl(1, "upperRoman", "%1.%2.%9", `<w:isLgl/>`), `<w:lvlOverride w:ilvl="1"><w:startOverride w:val="7"/></w:lvlOverride>`)
	f.Add(lvl(0, "none", "%", "")+lvl(8, "bullet", "●", ""), `<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimalZero"/><w:lvlText w:val="%1%1"/></w:lvl></w:lvlOverride>`)
	f.Fuzz(func(t *testing.T, levels, override string) {
		part := strings.Replace(numberingPart(levels), `<w:abstractNumId w:val="0"/></w:num>`, `<w:abstractNumId w:val="0"/>`+override+`</w:num>`, 1)
		data := docxOf(t, listed(1, 0, "甲甲")+listed(1, 1, "乙乙")+listed(1, 8, "丙丙")+listed(1, 1, "丁丁"), "word/numbering.xml", part)
		p, err := Parse(t.Context(), "a.docx", bytes.NewReader(data), int64(len(data)), Options{})
		if err != nil {
			return
		}
		checkOrder(t, p)
		checkJSON(t, p)
		for i, own := range []string{"甲甲", "乙乙", "丙丙", "丁丁"} {
			if i >= len(p.Lines) || !strings.HasSuffix(p.Lines[i].Text, own) {
				t.Errorf("%s is lost: %v", own, p.Lines)
			}
		}
	})
}
