package workday

import "time"

// maxShift is more days or months than lie between FirstDate and LastDate, so
// that no count overflows on the way to a bound.
const maxShift = 4_000_000

// AddDays is d moved by n natural days, backwards when n is negative. No date
// stays none.
func (d Date) AddDays(n int) Date {
	t, ok := d.utc()
	if !ok {
		return ""
	}
	return fromTime(t.AddDate(0, 0, bounded(n)))
}

// AddMonths is the same day n months later, or the last day of that month
// where the month is shorter: 31 January + 1 month = 28 or 29 February. No
// date stays none.
func (d Date) AddMonths(n int) Date {
	t, ok := d.utc()
	if !ok {
		return ""
	}
	first := time.Date(t.Year(), t.Month(), 1, 0, 0, 0, 0, time.UTC).AddDate(0, bounded(n), 0)
	last := first.AddDate(0, 1, -1)
	return fromTime(first.AddDate(0, 0, min(t.Day(), last.Day())-1))
}

// DaysUntil is the number of natural days from d to other: positive when other
// lies ahead, 0 on the same day or when either is no date.
func (d Date) DaysUntil(other Date) int {
	from, ok := d.utc()
	to, alsoOK := other.utc()
	if !ok || !alsoOK {
		return 0
	}
	const secondsPerDay = 24 * 60 * 60
	return int((to.Unix() - from.Unix()) / secondsPerDay)
}

// EndOfMonth is the last day of the month of d.
func (d Date) EndOfMonth() Date {
	t, ok := d.utc()
	if !ok {
		return ""
	}
	return fromTime(time.Date(t.Year(), t.Month()+1, 0, 0, 0, 0, 0, time.UTC))
}

func bounded(n int) int { return max(-maxShift, min(n, maxShift)) }
