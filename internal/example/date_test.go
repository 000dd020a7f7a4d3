package example_test

import (
	"testing"

	"bihuan/internal/domain/workday"
)

func date(t *testing.T, text string) workday.Date {
	t.Helper()
	d, err := workday.ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}
