package feed_test

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"bihuan/internal/domain/workday"
	"bihuan/internal/feed"
	"bihuan/internal/locale"
	"bihuan/internal/query"

	ics "github.com/arran4/golang-ical"
	"pgregory.net/rapid"
)

var now = time.Date(2026, 7, 1, 1, 0, 0, 0, time.UTC)

// TestACalendarIsWhatRFC5545Wants checks lines, folding and the properties that
// every event needs, for any wording, and reads the events back.
func TestACalendarIsWhatRFC5545Wants(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		detail := rapid.Bool().Draw(t, "detail")
		title := rapid.StringMatching(`[公务接待台账不全;,:\\a-z\n\t ]{0,120}`).Draw(t, "title")
		events := []query.FeedEvent{{ID: "p1", Code: "problem", On: "2026-06-30", Org: "市市场监管局", Number: "1.1.1", Detail: title, Path: "/problems/p1"},
			{ID: "i-end", Code: "stage", On: "2026-12-31", Org: "市水务局", Detail: "集中整改期结束", Path: "/inspections/i"}}
		o := feed.Outgoing{Detail: detail, Link: func(p string) string { return "https://zg.example.cn" + p }}
		text := feed.Calendar(o, locale.Chinese, "整改时限", events, now)
		for _, line := range strings.SplitAfter(text, "\r\n") {
			if line == "" {
				continue
			}
			body, ended := strings.CutSuffix(line, "\r\n")
			if !ended || strings.ContainsAny(body, "\r\n") || len(body) > 75 || !utf8.ValidString(body) {
				t.Fatalf("line of %d bytes is wrong: %q", len(body), line)
			}
		}
		for _, need := range []string{"BEGIN:VCALENDAR\r\n", "VERSION:2.0\r\n", "PRODID:", "END:VCALENDAR\r\n", "DTSTART;VALUE=DATE:20260630\r\n", "DTEND;VALUE=DATE:20260701\r\n", "CLASS:PRIVATE\r\n"} {
			if !strings.Contains(text, need) {
				t.Fatalf("there is no %q in\n%s", need, text)
			}
		}
		cal, err := ics.ParseCalendar(strings.NewReader(text))
		if err != nil || len(cal.Events()) != 2 {
			t.Fatalf("read back: %d events, %v", len(cal.Events()), err)
		}
		seen := map[string]bool{}
		for _, e := range cal.Events() {
			stamp := e.GetProperty(ics.ComponentPropertyDtstamp)
			if seen[e.Id()] || stamp == nil || stamp.Value != "20260701T010000Z" {
				t.Fatalf("event %s, stamp %v", e.Id(), stamp)
			}
			seen[e.Id()] = true
		}
		words := cal.Events()[0].GetProperty(ics.ComponentPropertySummary).Value
		want := strings.Join(strings.Fields(title), " ")
		if want != "" && strings.Contains(words, want) != detail && len(want) > 8 {
			t.Fatalf("wording may leave: %v, the summary is %q", detail, words)
		}
	})
}

func TestADigestTellsNoWordingUnlessItMay(t *testing.T) {
	l := query.WarningList{All: 3, Unread: 2, ByColour: map[workday.Colour]int{workday.Red: 1, workday.Yellow: 2},
		Rows: []query.WarningRow{{Number: "1.1.1", Title: "公务接待台账不全", Org: "市市场监管局"}}}
	o := feed.Outgoing{Link: func(string) string { return "" }}
	for _, lang := range []string{locale.Chinese, locale.English} {
		subject, text := feed.Digest(o, lang, l, "2026-07-01")
		if strings.Contains(subject+text, "台账") || strings.Contains(text, "1.1.1") || !strings.Contains(text, "：1\n") {
			t.Errorf("%s\n%s", subject, text)
		}
		o.Detail = true
		if _, text := feed.Digest(o, lang, l, "2026-07-01"); !strings.Contains(text, "1.1.1 公务接待台账不全") {
			t.Errorf("with wording:\n%s", text)
		}
		o.Detail = false
	}
}
