package htmlcheck

import (
	"strings"
	"testing"
)

const good = `<!DOCTYPE html><title>t</title><main><h1>x</h1>
<form method="post" action="/a"><input type="hidden" name="form_key" value="k.1"><label for="f">f</label><input id="f"></form>
<svg><use href="/s.svg#check"></use></svg><a href="#f">f</a> <b>report.docx</b> <code>a.b</code><article><h1>标题</h1></article></main>`

func TestGoodPagePasses(t *testing.T) {
	if wrong, err := Page(strings.NewReader(good), []string{"check"}); err != nil || len(wrong) != 0 {
		t.Errorf("%v %v", wrong, err)
	}
}

func TestEachFaultIsFound(t *testing.T) {
	for _, c := range []struct{ from, to, want string }{
		{"<h1>x</h1>", "<h1>x</h1><h1>y</h1>", "2 h1"},
		{"<main>", "<main><p style='color:red'>", "style attribute"},
		{"<main>", "<main><p onclick='x()'>", "onclick handler"},
		{"<main>", "<main><script>x()</script>", "inline script"},
		{"<main>", "<main><p id='f'></p>", "stands twice"},
		{"<main>", "<main><p id=''></p>", "empty id"},
		{"<main>", "<main><p>problems.title</p>", "message \"problems.title\""},
		{"for=\"f\"", "for=\"g\"", "label for refers to #g"},
		{"value=\"k.1\"", "value=\"\"", "without form_key"},
		{"#check", "#other", "icon \"other\""},
		{"<title>t</title>", "", "no title"},
	} {
		wrong, err := Page(strings.NewReader(strings.Replace(good, c.from, c.to, 1)), []string{"check"})
		if err != nil || !strings.Contains(strings.Join(wrong, "\n"), c.want) {
			t.Errorf("%s → %s: %q, want %q", c.from, c.to, wrong, c.want)
		}
	}
}
