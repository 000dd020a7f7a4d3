package gongwen

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
	"pgregory.net/rapid"
)

func parse(t interface{ Fatalf(string, ...any) }, d *Document) *html.Node {
	n, err := html.Parse(strings.NewReader(HTML(d)))
	if err != nil {
		t.Fatalf("parse the preview: %v", err)
	}
	return n
}

// attr returns an attribute's value, "" where it is absent.
func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func visible(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}

func TestPreviewCarriesSourcesAndGaps(t *testing.T) {
	doc := parse(t, upwardReport())
	sources, gaps := map[string]string{}, ""
	for n := range doc.Descendants() {
		switch {
		case strings.HasPrefix(attr(n, "class"), "src"):
			if attr(n, "tabindex") != "0" {
				t.Errorf("source %q cannot be reached by keyboard", visible(n))
			}
			sources[attr(n, "data-refs")] = visible(n)
		case attr(n, "class") == "gw-missing":
			gaps += visible(n)
		}
	}
	if got := sources["feedback-1 p-1"]; !strings.HasPrefix(got, "2026年3月12日") {
		t.Errorf("the sentence on feedback-1 and p-1 reads %q", got)
	}
	if gaps != "【缺：动员会日期】【缺：整改中问题数】" {
		t.Errorf("gaps shown: %s", gaps)
	}
}

// TestPreviewIsHarmless holds for any text: the reader sees it, and it makes no
// element and no attribute of its own.
func TestPreviewIsHarmless(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{`<script>alert(1)</script>`, `"><img src=x onerror=y>`, `' onclick='x`, `</span>`, `<!--`})).Draw(t, "text")
		d := &Document{Title: []Run{Text(text, text)}, Number: Lack(text), Blocks: []Block{
			P(Run{Text: text, Refs: []string{text}, Missing: text}), Table{Caption: Text(text), Rows: []Row{{C(Text(text, text))}}}}}
		doc := parse(t, d)
		if want := strings.ReplaceAll(clean(text), "\n", ""); !strings.Contains(visible(doc), want) {
			t.Fatalf("%q is not shown", want)
		}
		for n := range doc.Descendants() {
			for _, a := range n.Attr {
				switch a.Key {
				case "class", "lang", "data-refs", "tabindex", "colspan", "rowspan":
				default:
					t.Fatalf("attribute %s appeared on %s", a.Key, n.Data)
				}
			}
			if n.Data == "script" || n.Data == "img" || n.Type == html.CommentNode {
				t.Fatalf("element %s appeared", n.Data)
			}
		}
	})
}

func TestEveryClassIsStyled(t *testing.T) {
	structural := map[string]bool{"gw-head": true, "gw-to": true, "gw-no": true, "gw-signers": true, "gw-list-names": true,
		"gw-list-name": true, "gw-sign-name": true, "gw-by": true, "gw-on": true}
	for _, d := range []*Document{upwardReport(), plainReport(), letter(), minutes()} {
		for n := range parse(t, d).Descendants() {
			for class := range strings.FieldsSeq(attr(n, "class")) {
				if !structural[class] && !strings.Contains(PaperCSS, "."+class) {
					t.Errorf("paper.css has no rule for %s", class)
				}
			}
		}
	}
}
