package read

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"
)

// FuzzText holds for every text: nothing between the first node and the
// signature is lost, nodes come in reading order, and the tree survives JSON.
func FuzzText(f *testing.F) {
	for _, path := range corpus(f, "*.txt") {
		data, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data))
	}
	f.Add("一、主要问题\n（一）甲：一是学习少；二是记录缺。\n3.（1）丙①丁②戊\n整改措施：1.子2.丑\n某局\n2026年3月1日")
	f.Add("1.问题（责任人：甲）\n整改目标：\n（一）一\n是二\n— 3 —\n附件：1.表")
	f.Fuzz(func(t *testing.T, text string) {
		p, err := parseText(text)
		if err != nil {
			return
		}
		checkOrder(t, p)
		checkJSON(t, p)
		if decoded, err := decodeText([]byte(text)); err == nil {
			checkNothingLost(t, p, decoded)
		}
	})
}

func parseText(text string) (*Paper, error) { return parseWith(text, Options{}) }

func parseWith(text string, opts Options) (*Paper, error) {
	return Parse(context.Background(), "a.txt", strings.NewReader(text), int64(len(text)), opts)
}

func checkOrder(t *testing.T, p *Paper) {
	last := 0
	p.Walk(func(n *Node, _ int) {
		if n.Source.Paragraph < last {
			t.Errorf("node %q of line %d comes after line %d", n.Mark+n.Title, n.Source.Paragraph, last)
		}
		last = n.Source.Paragraph
	})
}

func checkJSON(t *testing.T, p *Paper) {
	first, err := json.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	var back Paper
	if err := json.Unmarshal(first, &back); err != nil {
		t.Fatal(err)
	}
	second, err := json.Marshal(&back)
	if err != nil || !bytes.Equal(first, second) || bytes.Contains(first, []byte(":null,\"")) && !bytes.Contains(first, []byte(`"date":null`)) {
		t.Errorf("the tree does not survive JSON: %v\n%s\n%s", err, first, second)
	}
}

// shortLabel matches labels whose text is read into another form.
var shortLabel = regexp.MustCompile(`(?:领导|科室|单位|部门|处室|股室|机构|方|人|人员|负责人|时限|时间|期限|日期|节点|要求|状态|情况|结论|完成)(?:[（(][^：:]*)?[】\]]?\s*(?:[：:】\]]|\n|$)`)

// checkNothingLost counts the Han characters of the body that no label can have
// taken: each stands in some node as often as in the text.
func checkNothingLost(t *testing.T, p *Paper, text string) {
	lines := withoutContents(unwrap(physicalLines(text)))
	fr := frameOf(lines)
	held := map[rune]int{}
	count := func(s string, by int) {
		for _, r := range s {
			if unicode.Is(unicode.Han, r) && !inLabels[r] {
				held[r] += by
			}
		}
	}
	for _, l := range lines[fr.first:fr.end] {
		if shortLabel.MatchString(l.text) {
			return
		}
		count(l.text, -1)
	}
	p.Walk(func(n *Node, _ int) {
		for _, s := range []string{n.Mark, n.Title, n.Text, n.Causes, n.Goal} {
			count(s, 1)
		}
		for _, m := range n.Measures {
			count(m.Text+m.Progress, 1)
		}
	})
	for r, n := range held {
		if n < 0 {
			t.Errorf("%c is lost %d times from\n%s\n%s", r, -n, text, sketch(p))
		}
	}
}

// inLabels are the characters of labels and of marks inside labelled lists.
var inLabels = func() map[rune]bool {
	in := map[rune]bool{}
	for word := range labelKinds {
		for _, r := range word {
			in[r] = true
		}
	}
	for _, r := range "零〇○一二两三四五六七八九十百千是第部分章节编篇问题" {
		in[r] = true
	}
	return in
}()

// FuzzDocx holds for every body of a document: no panic, order, JSON.
func FuzzDocx(f *testing.F) {
	f.Add(para("一、总体评价") + listed(1, 0, "甲") + listed(1, 1, "乙"))
	f.Add(`<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="3"/><w:vMerge/></w:tcPr>` + para("序号") + `</w:tc><w:tc>` + para("问题") + `</w:tc><w:tc>` + para("整改措施") + `</w:tc></w:tr></w:tbl>`)
	f.Add(`<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TOC</w:instrText><w:fldChar w:fldCharType="separate"/></w:r></w:p>`)
	f.Fuzz(func(t *testing.T, body string) {
		data := docxOf(t, body, "word/numbering.xml", numberingPart(usualList))
		p, err := Parse(context.Background(), "a.docx", bytes.NewReader(data), int64(len(data)), Options{})
		if err == nil {
			checkJSON(t, p)
		}
	})
}

// FuzzFile holds for any bytes under any name: no panic, and JSON where it reads.
func FuzzFile(f *testing.F) {
	f.Add("a.xlsx", sheetOf(f, []string{"序号|问题|措施|完成时限", "1|甲|1.子\n2.丑|2026年6月底前"}, "A1:A2"))
	f.Add("a.csv", []byte("序号,反馈问题,整改措施\n1,甲,乙\n"))
	f.Add("a.docx", docxOf(f, para("一、总体评价")))
	f.Add("a.txt", []byte("\xFF\xFE\x00\x4E\x01\x30"))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		p, err := Parse(context.Background(), name, bytes.NewReader(data), int64(len(data)), Options{})
		if err == nil {
			checkJSON(t, p)
		}
	})
}

// corpus gives the committed papers whose names match.
func corpus(t testing.TB, pattern string) []string {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join("testdata/papers", pattern))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no corpus: %v", err)
	}
	return paths
}
