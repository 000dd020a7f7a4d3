package main

import (
	"slices"
	"strconv"
	"time"
)

// operation is one thing measured, through the product and as raw SQL.
type operation struct {
	name string
	ours func(n int) error
	raw  func(n int) error
}

// sample is the times of one operation, sorted.
type sample []time.Duration

// at gives a percentile.
func (s sample) at(percent int) time.Duration { return s[min(len(s)-1, len(s)*percent/100)] }

// measure runs an operation once to warm up and then so often; each run gets
// its number, so that it can take other rows.
func measure(rounds int, f func(n int) error) (sample, error) {
	if err := f(0); err != nil {
		return nil, err
	}
	s := make(sample, 0, rounds)
	for n := 1; n <= rounds; n++ {
		began := time.Now()
		if err := f(n); err != nil {
			return nil, err
		}
		s = append(s, time.Since(began))
	}
	slices.Sort(s)
	return s, nil
}

func ms(d time.Duration) string {
	return strconv.FormatFloat(float64(d.Microseconds())/1000, 'f', 2, 64)
}
