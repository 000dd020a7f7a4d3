package workday

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// tableRow is a line of a table of days: the day, what it is, and the holiday.
var tableRow = regexp.MustCompile(`^\s*(\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2})日?\s*[,，\t;；]\s*([^,，\t;；]+?)\s*(?:[,，\t;；]\s*([^,，\t;；]*?)\s*)?$`)

// What the second column of a table says.
var (
	offWords  = []string{"休", "放假", "休息", "假", "节假日"}
	workWords = []string{"班", "上班", "补班", "调休上班", "工作日"}
)

// ParseTable reads the days of a year as a table with one day a line (CSV or
// tab-separated): 2027-01-01,休,元旦 for a day off, 2027-01-09,班 for a make-up
// workday. A line of headings may come first. Days off of one name that follow
// each other are one holiday. Faults name the line and wrap ErrNotice.
func ParseTable(text string) (Notice, error) {
	var n Notice
	years := map[int]int{}
	for number, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(plainDigits(line))
		parts := tableRow.FindStringSubmatch(line)
		if parts == nil {
			if line == "" || number == 0 && len(n.Holidays) == 0 {
				continue
			}
			return n, fmt.Errorf("%w: line %d: %s", ErrNotice, number+1, line)
		}
		day, err := ParseDay(parts[1])
		if err != nil {
			return n, fmt.Errorf("%w: line %d: %w", ErrNotice, number+1, err)
		}
		years[day.Year()]++
		switch {
		case slices.Contains(offWords, parts[2]) && parts[3] != "":
			n.off(day, parts[3])
		case slices.Contains(workWords, parts[2]):
			n.MakeUp = append(n.MakeUp, day)
		default:
			return n, fmt.Errorf("%w: line %d: %s", ErrNotice, number+1, line)
		}
	}
	for year, days := range years {
		if days > years[n.Year] || days == years[n.Year] && year > n.Year {
			n.Year = year
		}
	}
	n.Source = fmt.Sprintf("%d年节假日安排（表格）", n.Year)
	return n, n.check()
}

// off adds a day to the holiday that it goes on with, or begins another.
func (n *Notice) off(day Date, name string) {
	if last := len(n.Holidays) - 1; last >= 0 && n.Holidays[last].Name == name && n.Holidays[last].To.AddDays(1) == day {
		n.Holidays[last].To = day
		return
	}
	n.Holidays = append(n.Holidays, Holiday{Name: name, From: day, To: day})
}

// isTable tells whether a text is a table of days.
func isTable(text string) bool {
	for _, line := range strings.Split(text, "\n") {
		if tableRow.MatchString(strings.TrimSpace(plainDigits(line))) {
			return true
		}
	}
	return false
}

// ParseDay reads a day as tables have it: 2027-1-1, 2027/01/01, 2027年1月1日.
func ParseDay(text string) (Date, error) {
	var year, month, day int
	plain := strings.NewReplacer("年", "-", "月", "-", "日", "", "/", "-", ".", "-").Replace(text)
	if _, err := fmt.Sscanf(plain, "%d-%d-%d", &year, &month, &day); err != nil {
		return "", fmt.Errorf("%q is no day: %w", text, err)
	}
	return NewDate(year, month, day)
}
