package workday

import (
	"fmt"
	"regexp"
	"strings"
)

var (
	announcedYear = regexp.MustCompile(`(\d{4})年(?:部分)?节假日安排`)
	announcedItem = regexp.MustCompile(`(?m)^\s*[一二三四五六七八九十]+、\s*([^：:\n]{2,20})[：:](.*)$`)
	announcedOff  = regexp.MustCompile(`(\d{1,2})月(\d{1,2})日(?:（[^）]*）|\([^)]*\))?(?:至(?:(\d{1,2})月)?(\d{1,2})日(?:（[^）]*）|\([^)]*\))?)?[^。，,；;]{0,6}放假`)
	announcedDays = regexp.MustCompile(`(?:共|放假)(\d{1,2})天`)
	announcedDay  = regexp.MustCompile(`(?:(\d{1,2})月)?(\d{1,2})日`)
	bracketed     = regexp.MustCompile(`（[^）]*）|\([^)]*\)`)
)

// ParseAnnouncement reads the notice of the General Office of the State Council
// on a year's holidays as it is published (国务院办公厅关于2026年部分节假日安排的通知):
// each holiday with its days off and its make-up workdays. The stated number of
// days must be that of the days read. What cannot be read wholly is an error
// that wraps ErrNotice: a holiday left out would be a wrong deadline.
func ParseAnnouncement(text string) (Notice, error) {
	text = plainDigits(text)
	year := announcedYear.FindStringSubmatch(text)
	if year == nil {
		return Notice{}, fmt.Errorf("%w: no year of a notice on holidays", ErrNotice)
	}
	n := Notice{Year: digits(year[1]), Source: sourceLine(text)}
	for _, item := range announcedItem.FindAllStringSubmatch(text, -1) {
		if err := n.announce(strings.TrimSpace(item[1]), item[2]); err != nil {
			return Notice{}, err
		}
	}
	return n, n.check()
}

// sourceLine is the line with the notice's title.
func sourceLine(text string) string {
	for _, line := range strings.Split(text, "\n") {
		if announcedYear.MatchString(line) {
			return strings.TrimSpace(line)
		}
	}
	return ""
}

// announce reads the sentences about one holiday.
func (n *Notice) announce(name, text string) error {
	off := announcedOff.FindStringSubmatch(text)
	if off == nil {
		return fmt.Errorf("%w: the days off of %s cannot be read: %s", ErrNotice, name, text)
	}
	from, err := NewDate(n.Year, digits(off[1]), digits(off[2]))
	if err != nil {
		return fmt.Errorf("%w: %s: %w", ErrNotice, name, err)
	}
	to := from
	if off[4] != "" {
		month := digits(off[1])
		if off[3] != "" {
			month = digits(off[3])
		}
		if to, err = NewDate(n.Year, month, digits(off[4])); err != nil {
			return fmt.Errorf("%w: %s: %w", ErrNotice, name, err)
		}
	}
	if stated := announcedDays.FindStringSubmatch(text); stated != nil && digits(stated[1]) != from.DaysUntil(to)+1 {
		return fmt.Errorf("%w: %s has %s days off, but %s to %s are %d", ErrNotice, name, stated[1], from, to, from.DaysUntil(to)+1)
	}
	n.Holidays = append(n.Holidays, Holiday{Name: name, From: from, To: to})
	return n.makeUps(name, text)
}

// makeUps reads the sentence that ends in 上班.
func (n *Notice) makeUps(name, text string) error {
	for _, sentence := range strings.Split(text, "。") {
		if !strings.Contains(sentence, "上班") {
			continue
		}
		month := 0
		for _, day := range announcedDay.FindAllStringSubmatch(bracketed.ReplaceAllString(sentence, ""), -1) {
			if day[1] != "" {
				month = digits(day[1])
			}
			d, err := NewDate(n.Year, month, digits(day[2]))
			if err != nil {
				return fmt.Errorf("%w: make-up workday of %s: %w", ErrNotice, name, err)
			}
			n.MakeUp = append(n.MakeUp, d)
		}
	}
	return nil
}

// ReadNotices reads what an administrator brings: the published text of one
// notice, or the JSON list of ParseNotices.
func ReadNotices(text string) ([]Notice, error) {
	if strings.HasPrefix(strings.TrimSpace(text), "[") {
		return ParseNotices([]byte(text))
	}
	if isTable(text) {
		n, err := ParseTable(text)
		return []Notice{n}, err
	}
	n, err := ParseAnnouncement(text)
	return []Notice{n}, err
}
