package inspection

import (
	"errors"
	"testing"

	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
)

func TestACutOffLiesBetweenFeedbackAndToday(t *testing.T) {
	for cutOff, code := range map[workday.Date]string{"": "", "2026-03-02": "", "2026-06-30": "", "2026-07-01": "report.cut-off.ahead",
		"2026-03-01": "report.cut-off.before", "2026-02-30": "field.bad-date"} {
		var c fault.Checks
		CheckCutOff(&c, cutOff, "2026-03-02", "2026-06-30")
		var f *fault.Error
		got := ""
		if errors.As(c.Err(), &f) {
			got = f.Fields[0].Code
		}
		if got != code {
			t.Errorf("%q: %q, want %q", cutOff, got, code)
		}
	}
}

func TestAReportIsBoundToItsBody(t *testing.T) {
	r := Report{Body: []byte(`{"Title":"报告"}`)}
	r.Hash = BodyHash(r.Body)
	if !r.Intact() {
		t.Error("an untouched report is called changed")
	}
	r.Body = []byte(`{"Title":"报吿"}`)
	if r.Intact() {
		t.Error("a changed body is not noticed")
	}
}
