package ui_test

import (
	"context"
	"net/url"
	"strings"
	"testing"

	"bihuan/internal/web/ui"

	"github.com/a-h/templ"
	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"
)

// page answers a page whose messages are their keys with the arguments behind.
func page() ui.Page {
	return ui.Page{Lang: "zh-CN", FormKey: "key", Guard: "guard", T: func(key string, args ...any) string { return key }}
}

// show renders a component inside a page and parses the result.
func show(t *testing.T, c templ.Component) *html.Node {
	t.Helper()
	var out strings.Builder
	if err := c.Render(ui.With(context.Background(), page()), &out); err != nil {
		t.Fatal(err)
	}
	node, err := html.Parse(strings.NewReader(out.String()))
	if err != nil {
		t.Fatal(err)
	}
	return node
}

func all(t *testing.T, n *html.Node, selector string) []*html.Node {
	t.Helper()
	return cascadia.QueryAll(n, cascadia.MustCompile(selector))
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func text(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var out strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		out.WriteString(text(c))
	}
	return out.String()
}

func TestFilterBarKeepsTheRestOfTheAddress(t *testing.T) {
	at := ui.Address{Path: "/problems", Query: url.Values{
		"q": {"巡河"}, "department": {"river"}, "sort": {"-due"}, "page": {"3"}, "view": {"tasks"},
	}}
	n := show(t, ui.FilterBar(ui.FilterProps{At: at, Search: "搜", Selects: []ui.FilterSelect{
		{Name: "department", Label: "科室", Options: []ui.Option{{Value: "river", Label: "河湖管理科"}}},
	}}))
	hidden := map[string]string{}
	for _, input := range all(t, n, "input[type=hidden]") {
		hidden[attr(input, "name")] = attr(input, "value")
	}
	if len(hidden) != 2 || hidden["sort"] != "-due" || hidden["view"] != "tasks" {
		t.Errorf("carried along: %v, want sort and view and nothing else", hidden)
	}
	chips := all(t, n, ".chip")
	if len(chips) != 2 || !strings.Contains(text(chips[1]), "河湖管理科") {
		t.Fatalf("%d chips", len(chips))
	}
	want := url.Values{"q": {"巡河"}, "sort": {"-due"}, "view": {"tasks"}}
	if got := attr(all(t, chips[1], "a")[0], "href"); got != "/problems?"+want.Encode() {
		t.Errorf("removing the department leads to %s", got)
	}
}

func TestFilterOfUnknownValueIsShownAndRemovable(t *testing.T) {
	at := ui.Address{Path: "/p", Query: url.Values{"verdict": {"<gone>"}}}
	n := show(t, ui.FilterBar(ui.FilterProps{At: at, Selects: []ui.FilterSelect{{Name: "verdict", Label: "情况"}}}))
	if chips := all(t, n, ".chip"); len(chips) != 1 || !strings.Contains(text(chips[0]), "<gone>") {
		t.Error("a filter in force is not visible")
	}
}

func TestPagerReachesEveryPageByNeighbours(t *testing.T) {
	for total := 0; total <= 120; total++ {
		pages := max(1, (total+9)/10)
		for p := 1; p <= pages; p++ {
			at := ui.Address{Path: "/p", Query: url.Values{"q": {"x"}, "page": {"9"}}}
			n := show(t, ui.Pager(ui.PagerProps{At: at, Page: p, Size: 10, Total: total}))
			next, previous := all(t, n, "a[rel=next]"), all(t, n, "a[rel=prev]")
			if (len(next) == 1) != (p < pages) || (len(previous) == 1) != (p > 1) {
				t.Fatalf("page %d of %d: %d next, %d previous", p, pages, len(next), len(previous))
			}
			if current := all(t, n, "a[aria-current=page]"); pages > 1 && len(current) != 1 {
				t.Fatalf("page %d of %d is marked %d times", p, pages, len(current))
			}
			for _, a := range all(t, n, "a") {
				if !strings.Contains(attr(a, "href"), "q=x") {
					t.Fatalf("%s lost the search", attr(a, "href"))
				}
			}
		}
	}
}

func TestSortHeadTurnsTheOrder(t *testing.T) {
	for _, c := range []struct{ now, state, next string }{
		{"", "none", "due"}, {"due", "ascending", "-due"}, {"-due", "descending", "due"}, {"name", "none", "due"},
	} {
		at := ui.Address{Path: "/p", Query: url.Values{"sort": {c.now}, "page": {"4"}}}
		n := show(t, wrap("table", wrap("tr", ui.SortHead(at, "due", "时限"))))
		th := all(t, n, "th")[0]
		if attr(th, "aria-sort") != c.state || attr(all(t, th, "a")[0], "href") != "/p?sort="+c.next {
			t.Errorf("%q: %s → %s", c.now, attr(th, "aria-sort"), attr(all(t, th, "a")[0], "href"))
		}
	}
}

// wrap puts a component into an element, for those that only stand inside a table.
func wrap(element string, c templ.Component) templ.Component {
	return templ.Join(templ.Raw("<"+element+">"), c, templ.Raw("</"+element+">"))
}

func TestEveryPostFormHasItsOwnKey(t *testing.T) {
	n := show(t, templ.Join(
		ui.PostButton(ui.PostProps{Label: "认领", Action: "/claim", Hidden: map[string]string{"id": "1"}}),
		ui.PostButton(ui.PostProps{Label: "认领", Action: "/claim", Hidden: map[string]string{"id": "2"}}),
		ui.Form(ui.FormProps{Action: "/again", Key: "kept"}),
		ui.Form(ui.FormProps{Action: "/search", Method: "GET"}),
	))
	seen := map[string]bool{}
	for _, input := range all(t, n, "input[name=form_key]") {
		seen[attr(input, "value")] = true
	}
	if len(seen) != 3 || !seen["kept"] {
		t.Errorf("keys: %v, want three different ones with the one given kept", seen)
	}
	if guards := all(t, n, "form[method=post] input[name=guard][value=guard]"); len(guards) != 3 {
		t.Errorf("%d POST forms carry the guard, want 3", len(guards))
	}
	if leaked := all(t, n, "form[method=get] input"); len(leaked) != 0 {
		t.Error("a GET form puts a key into its address")
	}
}

func TestFieldIsTiedToItsLabelHintAndError(t *testing.T) {
	f := ui.Field{Name: "due", Label: "完成时限", Hint: "提示", Error: "早于反馈日", Required: true}
	options := []ui.Option{{Value: "a", Label: "甲"}}
	for kind, c := range map[string]templ.Component{
		"input": ui.Input(f), "textarea": ui.Textarea(f), "date": ui.DateInput(f), "file": ui.FileInput(f),
		"select": ui.Select(f, options), "multi": ui.MultiSelect(f, options), "suggest": ui.Suggest(f, options),
	} {
		n := show(t, c)
		control := all(t, n, "#f-due")
		if len(control) != 1 || len(all(t, n, "label[for=f-due]")) != 1 {
			t.Errorf("%s: no control with a label", kind)
			continue
		}
		if attr(control[0], "aria-invalid") != "true" || attr(control[0], "name") != "due" {
			t.Errorf("%s: %v", kind, control[0].Attr)
		}
		for id := range strings.FieldsSeq(attr(control[0], "aria-describedby")) {
			if len(all(t, n, "#"+id)) != 1 {
				t.Errorf("%s: described by %s, which is not there", kind, id)
			}
		}
	}
}

func TestErrorSummaryLeadsToTheField(t *testing.T) {
	wrong := []ui.FieldError{{Field: "due", Text: "早于反馈日"}, {Text: "整体"}}
	n := show(t, templ.Join(ui.ErrorSummary(wrong), ui.CheckList(ui.Field{Name: "due", Error: ui.ErrorOf(wrong, "due")}, nil)))
	links := all(t, n, "[role=alert] a")
	if len(links) != 1 || len(all(t, n, attr(links[0], "href"))) != 1 {
		t.Errorf("%d links; the first must lead to the field", len(links))
	}
	if len(all(t, show(t, ui.ErrorSummary(nil)), "[role=alert]")) != 0 {
		t.Error("an alert without a problem")
	}
}

func TestTypedTextIsNeverMarkup(t *testing.T) {
	const evil = `"><script>alert(1)</script>`
	n := show(t, templ.Join(
		ui.Badge(ui.Bad, evil), ui.Alert(ui.Warn, evil), ui.Input(ui.Field{Name: "a", Label: evil, Value: evil}),
		ui.Timeline([]ui.Event{{When: evil, Title: evil, Who: evil, Body: evil, Href: "javascript:alert(1)"}}),
		ui.KeyValue(ui.Pair{Label: evil, Value: evil, Href: "javascript:alert(1)"}),
		ui.Chart(ui.ChartProps{Label: evil, Height: ui.ChartLow, Option: map[string]string{"name": evil}}),
		ui.StackedBar(evil, []ui.Part{{Label: evil, Count: 1, Href: "javascript:alert(1)"}}),
	))
	if scripts := all(t, n, "script"); len(scripts) != 0 {
		t.Error("typed text became a script")
	}
	for _, a := range all(t, n, "a") {
		if strings.HasPrefix(strings.ToLower(attr(a, "href")), "javascript:") {
			t.Error("a link runs a script")
		}
	}
}

func TestDueBadgeSaysHowNearItIs(t *testing.T) {
	for _, c := range []struct {
		due  ui.Due
		want string
	}{
		{ui.Due{Date: "2026-06-30", Days: 40}, "2026-06-30"},
		{ui.Due{Date: "2026-06-30", Days: 5, Level: ui.DueYellow}, "2026-06-30 ui.due.left"},
		{ui.Due{Date: "2026-06-30", Days: 0, Level: ui.DueYellow}, "2026-06-30 ui.due.today"},
		{ui.Due{Date: "2026-06-30", Days: -3, Level: ui.DueRed}, "2026-06-30 ui.due.over"},
		{ui.Due{Date: "2026-06-30", Days: -3, Level: ui.DueRed, Closed: true}, "2026-06-30"},
		{ui.Due{Term: "长期坚持"}, "长期坚持"},
	} {
		got := strings.Join(strings.Fields(strings.ReplaceAll(text(show(t, ui.DueBadge(c.due))), "ui.", " ui.")), " ")
		if got != c.want {
			t.Errorf("%+v: %q, want %q", c.due, got, c.want)
		}
	}
}
