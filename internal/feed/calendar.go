// Package feed writes what leaves the house by itself: a calendar, an e-mail a
// day, a robot's line. It tells numbers and days; wording only where the
// installation allows it.
package feed

import (
	"strings"
	"time"

	"bihuan/internal/domain/workday"
	"bihuan/internal/locale"
	"bihuan/internal/query"

	ics "github.com/arran4/golang-ical"
)

// Outgoing is what holds for everything that leaves.
type Outgoing struct {
	Detail bool                     // wording may leave, not only numbers
	Link   func(path string) string // the address of a page as readers reach it; "" for none
}

// Calendar is somebody's days as iCalendar (RFC 5545): each an event of a whole
// day, private, that takes no time.
func Calendar(o Outgoing, lang, name string, events []query.FeedEvent, now time.Time) string {
	cal := ics.NewCalendarFor("bihuan")
	cal.SetMethod(ics.MethodPublish)
	cal.SetXWRCalName(line(name))
	cal.SetRefreshInterval("PT6H")
	for _, e := range events {
		day := e.On.Time(workday.Zone)
		event := cal.AddEvent(e.Code + "-" + e.ID + "@bihuan")
		event.SetDtStampTime(now)
		event.SetAllDayStartAt(day)
		event.SetAllDayEndAt(day.AddDate(0, 0, 1))
		event.SetSummary(line(o.summary(lang, e)))
		event.SetProperty(ics.ComponentPropertyClass, string(ics.ClassificationPrivate))
		event.SetTimeTransparency(ics.TransparencyTransparent)
		if link := o.Link(e.Path); link != "" {
			event.SetURL(link)
		}
	}
	return cal.Serialize(ics.WithNewLineWindows)
}

// summary is one line: what it is, where, its number, and the wording where
// that may leave.
func (o Outgoing) summary(lang string, e query.FeedEvent) string {
	parts := []string{locale.Text(lang, "feed."+e.Code), e.Number}
	if e.Code == "stage" {
		parts = []string{e.Detail}
	} else if o.Detail {
		parts = append(parts, e.Detail)
	}
	text := strings.TrimSpace(strings.Join(parts, " "))
	return text + "（" + e.Org + "）"
}

// line makes a text one line.
func line(text string) string { return strings.Join(strings.Fields(text), " ") }
