package workday

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// TestShippedNoticesAgainstAnIndependentCount compares the table with totals
// counted by hand from the notices: days off are the weekdays that the notice
// frees, worked are the weekend days that it takes.
func TestShippedNoticesAgainstAnIndependentCount(t *testing.T) {
	cases := []struct{ year, weekdays, freed, taken, holidayDays int }{
		// 2024: freed 1 + 5 + 2 + 3 + 1 + 2 + 5 weekdays.
		{2024, 262, 19, 8, 1 + 8 + 3 + 5 + 1 + 3 + 7},
		// 2025: freed 1 + 6 + 1 + 3 + 1 + 6 weekdays.
		{2025, 261, 18, 5, 1 + 8 + 3 + 5 + 3 + 8},
		// 2026: freed 2 + 6 + 1 + 3 + 1 + 1 + 5 weekdays.
		{2026, 261, 19, 6, 3 + 9 + 3 + 5 + 3 + 3 + 7},
	}
	china := China()
	for _, c := range cases {
		work, off, makeUp := 0, 0, 0
		for d := Date(fmt.Sprintf("%d-01-01", c.year)); d.Year() == c.year; d = d.AddDays(1) {
			day := china.Day(d)
			if !day.Published {
				t.Fatalf("%s is not published", d)
			}
			work += count(day.Workday)
			off += count(day.Holiday != "")
			makeUp += count(day.MakeUp)
		}
		if want := c.weekdays - c.freed + c.taken; work != want || off != c.holidayDays || makeUp != c.taken {
			t.Errorf("%d: %d working days, %d of holidays, %d make-up; want %d, %d, %d",
				c.year, work, off, makeUp, want, c.holidayDays, c.taken)
		}
	}
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

func TestWhatADayIs(t *testing.T) {
	cases := []struct {
		date    Date
		workday bool
		holiday string
		makeUp  bool
	}{
		{"2024-02-09", true, "", false}, // New Year's Eve 2024 was only recommended
		{"2024-02-10", false, "春节", false},
		{"2024-02-18", true, "", true},
		{"2025-01-02", true, "", false},
		{"2025-10-08", false, "国庆节、中秋节", false},
		{"2026-01-04", true, "", true},
		{"2026-02-28", true, "", true},
		{"2026-07-11", false, "", false},
		{"2026-10-08", true, "", false},
		{"", false, "", false},
	}
	for _, c := range cases {
		got := China().Day(c.date)
		if got.Workday != c.workday || got.Holiday != c.holiday || got.MakeUp != c.makeUp {
			t.Errorf("Day(%s) = %+v", c.date, got)
		}
	}
}

func TestAddWorkdays(t *testing.T) {
	cases := []struct {
		from Date
		n    int
		want Date
	}{
		{"2026-07-09", 3, "2026-07-14"},
		{"2026-07-09", 15, "2026-07-30"},
		{"2026-07-11", 1, "2026-07-13"},  // from a Saturday
		{"2026-02-13", 1, "2026-02-14"},  // a Saturday that is worked
		{"2026-02-13", 2, "2026-02-24"},  // across the Spring Festival
		{"2026-09-30", 3, "2026-10-10"},  // across the National Day
		{"2026-10-08", -1, "2026-09-30"}, // and back
		{"2026-10-03", 0, "2026-10-03"},
		{"", 5, ""},
	}
	for _, c := range cases {
		got, unpublished := China().AddWorkdays(c.from, c.n)
		if got != c.want || len(unpublished) != 0 {
			t.Errorf("%s + %d working days = %s, unpublished %v; want %s", c.from, c.n, got, unpublished, c.want)
		}
	}
}

func TestAnUnpublishedYearIsNamed(t *testing.T) {
	got, unpublished := China().AddWorkdays("2026-12-30", 3)
	if got != "2027-01-04" || !slices.Equal(unpublished, []int{2027}) {
		t.Errorf("got %s resting on unpublished %v, want 2027-01-04 on 2027", got, unpublished)
	}
	extended, err := China().With(Notice{Year: 2027, Source: "测试", Holidays: []Holiday{{"元旦", "2027-01-01", "2027-01-03"}},
		MakeUp: []Date{"2026-12-27"}})
	if err != nil {
		t.Fatal(err)
	}
	got, unpublished = extended.AddWorkdays("2026-12-30", 3)
	if got != "2027-01-05" || len(unpublished) != 0 || !extended.IsWorkday("2026-12-27") {
		t.Errorf("after the notice of 2027: %s, unpublished %v", got, unpublished)
	}
	if China().Published(2027) {
		t.Error("extending changed the shipped calendar")
	}
}

func TestShippedNoticesAreSound(t *testing.T) {
	again, err := NewCalendar(China().Notices()...)
	if err != nil {
		t.Fatal(err)
	}
	if !again.Published(2024) || !again.Published(2025) || !again.Published(2026) {
		t.Error("a shipped year is missing")
	}
}

func TestWrongNotices(t *testing.T) {
	cases := map[string]string{
		"not JSON":            `{`,
		"text after the list": `[] []`,
		"unknown field":       `[{"year":2027,"holiday":[]}]`,
		"no holidays":         `[{"year":2027}]`,
		"year":                `[{"year":27,"holidays":[{"name":"元旦","from":"2027-01-01","to":"2027-01-01"}]}]`,
		"no name":             `[{"year":2027,"holidays":[{"from":"2027-01-01","to":"2027-01-01"}]}]`,
		"other year":          `[{"year":2027,"holidays":[{"name":"元旦","from":"2026-01-01","to":"2026-01-01"}]}]`,
		"backwards":           `[{"year":2027,"holidays":[{"name":"元旦","from":"2027-01-03","to":"2027-01-01"}]}]`,
		"too long":            `[{"year":2027,"holidays":[{"name":"春节","from":"2027-02-01","to":"2027-02-20"}]}]`,
		"no such day":         `[{"year":2027,"holidays":[{"name":"春节","from":"2027-02-29","to":"2027-02-29"}]}]`,
		"make-up on a Monday": `[{"year":2027,"holidays":[{"name":"元旦","from":"2027-01-01","to":"2027-01-01"}],"makeUp":["2027-01-04"]}]`,
	}
	for name, text := range cases {
		if _, err := ParseNotices([]byte(text)); !errors.Is(err, ErrNotice) {
			t.Errorf("%s: %v, want ErrNotice", name, err)
		}
	}
	both := Notice{Year: 2027, Holidays: []Holiday{{"元旦", "2027-01-01", "2027-01-03"}}, MakeUp: []Date{"2027-01-03"}}
	if _, err := NewCalendar(both); !errors.Is(err, ErrNotice) {
		t.Errorf("day off and worked: %v, want ErrNotice", err)
	}
}

// TestAddWorkdaysAgainstACount moves by n working days and counts the working
// days in between with a rule written another way.
func TestAddWorkdaysAgainstACount(t *testing.T) {
	china := China()
	rapid.Check(t, func(t *rapid.T) {
		from := Date("2024-01-01").AddDays(rapid.IntRange(0, 1095).Draw(t, "from"))
		n := rapid.IntRange(1, 260).Draw(t, "n")
		to, _ := china.AddWorkdays(from, n)
		if got := countWorked(from, to); got != n || !china.IsWorkday(to) {
			t.Fatalf("%s + %d = %s, with %d working days between", from, n, to, got)
		}
	})
}

// countWorked counts the working days after from up to to, with its own
// reading of the notices.
func countWorked(from, to Date) int {
	n := 0
	for day := from.Time(time.UTC); ; {
		day = day.AddDate(0, 0, 1)
		key := Date(day.Format(time.DateOnly))
		if key > to {
			return n
		}
		worked := day.Weekday() >= time.Monday && day.Weekday() <= time.Friday
		for _, notice := range statutory() {
			for _, h := range notice.Holidays {
				worked = worked && (key < h.From || key > h.To)
			}
			worked = worked || slices.Contains(notice.MakeUp, key)
		}
		n += count(worked)
	}
}

func FuzzParseNotices(f *testing.F) {
	f.Add([]byte(`[{"year":2027,"source":"","holidays":[{"name":"元旦","from":"2027-01-01","to":"2027-01-03"}],"makeUp":["2026-12-27"]}]`))
	f.Fuzz(func(t *testing.T, data []byte) {
		notices, err := ParseNotices(data)
		if err != nil {
			if !errors.Is(err, ErrNotice) {
				t.Fatalf("%v does not wrap ErrNotice", err)
			}
			return
		}
		if c, err := NewCalendar(notices...); err == nil && len(c.Notices()) > len(notices) {
			t.Fatal("more years than notices")
		}
	})
}
