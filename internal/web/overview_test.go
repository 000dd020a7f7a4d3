package web_test

import (
	"net/http"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"bihuan/internal/domain/work"
	"bihuan/internal/store"
	"bihuan/internal/testkit"

	"golang.org/x/net/html"
)

// figureText is a figure as a page shows it.
var figureText = regexp.MustCompile(`^\d+$`)

// TestEveryFigureOfTheOverviewIsItsList follows each figure of the overview
// and counts the problems of the list that it opens.
func TestEveryFigureOfTheOverviewIsItsList(t *testing.T) {
	w := testkit.NewWorld(t, filepath.Join(t.TempDir(), "b.db"))
	w.Write(t, func(tx *store.Tx) error {
		for id, change := range map[string]func(*work.Problem){
			"p1": func(p *work.Problem) { p.Verdict, p.ClosedOn = work.Done, "2026-03-09" },
			"p2": func(p *work.Problem) { p.Verdict, p.Deadline, p.LeadDeptID = work.UnderWay, "2026-03-09", "d2" },
			"p3": func(p *work.Problem) { p.Deadline, p.LeaderID, p.LongTerm = "2026-03-20", "", true },
		} {
			p, err := store.Problems.Get(tx, id)
			if err != nil {
				return err
			}
			change(&p)
			if err := store.Problems.Update(tx, &p); err != nil {
				return err
			}
		}
		return nil
	})
	v := visit(t, w, "clerk")
	overview := v.get("/inspections/i-bureau")
	if overview.status != http.StatusOK {
		t.Fatalf("the overview answers %d", overview.status)
	}
	followed := 0
	for _, link := range overview.all(`main a[href*="/problems"]`) {
		figure := strings.TrimSpace(firstText(link))
		if !figureText.MatchString(figure) {
			continue
		}
		want, err := strconv.Atoi(figure)
		if err != nil {
			t.Fatal(err)
		}
		followed++
		href := attr(link, "href")
		if n := len(v.get(href).all(`tbody a[href^="/problems/"]:not([href*="#"])`)); n != want {
			t.Errorf("%s: the figure says %d, its list has %d", href, want, n)
		}
	}
	if followed < 20 {
		t.Errorf("only %d figures were found", followed)
	}
}

// firstText is the first text inside an element.
func firstText(n *html.Node) string {
	for d := range n.Descendants() {
		if d.Type == html.TextNode && strings.TrimSpace(d.Data) != "" {
			return d.Data
		}
	}
	return ""
}
