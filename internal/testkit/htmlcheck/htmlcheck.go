// Package htmlcheck reads a rendered page as a strict reviewer: what every page has to hold,
// whatever it shows.
package htmlcheck

import (
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// Page lists what is wrong with a whole page. icons are the names of the sprite; without any, icons
// are not looked at.
func Page(r io.Reader, icons []string) ([]string, error) {
	c, err := read(r, icons)
	if err != nil {
		return nil, err
	}
	if n := c.count["h1"]; n != 1 {
		c.report("%d h1, want exactly one", n)
	}
	if c.title == "" {
		c.report("no title")
	}
	if c.count["main"] != 1 {
		c.report("%d main landmarks, want exactly one", c.count["main"])
	}
	return c.wrong, nil
}

// Fragment lists what is wrong with a part of a page.
func Fragment(r io.Reader, icons []string) ([]string, error) {
	c, err := read(r, icons)
	if err != nil {
		return nil, err
	}
	return c.wrong, nil
}

type checker struct {
	icons []string
	wrong []string
	ids   map[string]bool
	refs  map[string]string // id referred to → by what
	count map[string]int
	title string
}

func (c *checker) report(format string, args ...any) {
	c.wrong = append(c.wrong, fmt.Sprintf(format, args...))
}

func read(r io.Reader, icons []string) (*checker, error) {
	root, err := html.Parse(r)
	if err != nil {
		return nil, fmt.Errorf("htmlcheck: %w", err)
	}
	c := &checker{icons: icons, ids: map[string]bool{}, refs: map[string]string{}, count: map[string]int{}}
	for n := range root.Descendants() {
		switch n.Type {
		case html.ElementNode:
			c.element(n)
		case html.TextNode:
			c.text(n)
		}
	}
	for id, by := range c.refs {
		if !c.ids[id] {
			c.report("%s refers to #%s, which is not on the page", by, id)
		}
	}
	slices.Sort(c.wrong)
	return c, nil
}

func (c *checker) element(n *html.Node) {
	if n.Data != "h1" || !insidePaper(n) {
		c.count[n.Data]++
	}
	if n.Data == "title" && n.FirstChild != nil && n.Parent.Data == "head" {
		c.title = strings.TrimSpace(n.FirstChild.Data)
	}
	if n.Data == "script" && n.FirstChild != nil {
		c.report("inline script")
	}
	if n.Data == "form" && value(n, "method") == "post" && !carriesKey(n) {
		c.report("POST form to %s without form_key", value(n, "action"))
	}
	for _, a := range n.Attr {
		c.attribute(n, a)
	}
}

func (c *checker) attribute(n *html.Node, a html.Attribute) {
	switch {
	case a.Key == "style":
		c.report("style attribute on %s", n.Data)
	case strings.HasPrefix(a.Key, "on"):
		c.report("%s handler on %s", a.Key, n.Data)
	case a.Key == "id" && a.Val == "":
		c.report("empty id on %s", n.Data)
	case a.Key == "id" && c.ids[a.Val]:
		c.report("id %s stands twice", a.Val)
	case a.Key == "id":
		c.ids[a.Val] = true
	case n.Data == "use" && a.Key == "href":
		c.icon(a.Val)
	case slices.Contains([]string{"for", "aria-describedby", "aria-labelledby", "aria-controls", "list"}, a.Key):
		for id := range strings.FieldsSeq(a.Val) {
			c.refs[id] = n.Data + " " + a.Key
		}
	case n.Data == "a" && a.Key == "href" && len(a.Val) > 1 && a.Val[0] == '#':
		c.refs[a.Val[1:]] = "a link"
	}
}

func (c *checker) icon(href string) {
	_, name, _ := strings.Cut(href, "#")
	if len(c.icons) > 0 && !slices.Contains(c.icons, name) {
		c.report("icon %q is not in the sprite; add it to scripts/vendor-assets", name)
	}
}

// key is a message key that came out instead of its message: problems.title. file is a name that
// only looks like one.
var (
	key  = regexp.MustCompile(`^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$`)
	file = regexp.MustCompile(`\.(docx|xlsx|pdf|txt|csv|jpg|jpeg|png|zip|ofd)$`)
)

func (c *checker) text(n *html.Node) {
	if words := strings.TrimSpace(n.Data); key.MatchString(words) && !file.MatchString(words) && n.Parent.Data != "code" {
		c.report("message %q is missing", words)
	}
}

// insidePaper: a paper shown on a page has a title of its own.
func insidePaper(n *html.Node) bool {
	for up := range n.Ancestors() {
		if up.Data == "article" {
			return true
		}
	}
	return false
}

func carriesKey(form *html.Node) bool {
	for n := range form.Descendants() {
		if n.Type == html.ElementNode && n.Data == "input" && value(n, "name") == "form_key" {
			return value(n, "value") != ""
		}
	}
	return false
}

func value(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}
