package workday

import (
	"errors"
	"testing"
	"unicode/utf8"
)

func TestParseDeadline(t *testing.T) {
	cases := []struct {
		text string
		want Deadline
	}{
		{"立行立改", Deadline{Immediate: true}},
		{"长期坚持", Deadline{LongTerm: true}},
		{"立行立改并长期坚持", Deadline{Immediate: true, LongTerm: true}},
		{"立行立改，长期坚持", Deadline{Immediate: true, LongTerm: true}},
		{"2026年底前", Deadline{Date: "2026-12-31"}},
		{"2026年内完成", Deadline{Date: "2026-12-31"}},
		{"2026年6月底前", Deadline{Date: "2026-06-30"}},
		{"2028年2月底前完成", Deadline{Date: "2028-02-29"}},
		{"2026年6月", Deadline{Date: "2026-06-30"}},
		{"2026年6月中旬", Deadline{Date: "2026-06-20"}},
		{"2026年6月30日前", Deadline{Date: "2026-06-30"}},
		{"２０２６年６月３０日前", Deadline{Date: "2026-06-30"}},
		{"2026年12月31日前完成，长期坚持", Deadline{Date: "2026-12-31", LongTerm: true}},
		{"立行立改、2026年3月31日前完成并长期坚持", Deadline{Date: "2026-03-31", Immediate: true, LongTerm: true}},
		{"2026年上半年", Deadline{Date: "2026-06-30"}},
		{"2026年第三季度末", Deadline{Date: "2026-09-30"}},
		{"2026.6.30前", Deadline{Date: "2026-06-30"}},
	}
	for _, c := range cases {
		c.want.Term = c.text
		if got, err := ParseDeadline(c.text); err != nil || got != c.want {
			t.Errorf("ParseDeadline(%q) = %+v, %v; want %+v", c.text, got, err, c.want)
		}
	}
	for _, text := range []string{"2026-06-30", "2026年6月30日", "2026.6.30", "2026/06/30", " 2026年06月30日 "} {
		got, err := ParseDeadline(text)
		if err != nil || got != (Deadline{Date: "2026-06-30"}) || got.String() != "2026年6月30日" {
			t.Errorf("bare day %q = %+v, %v", text, got, err)
		}
	}
}

func TestWhatIsNoDeadline(t *testing.T) {
	bad := []string{"6月底前", "尽快", "2026年2月30日前", "2026年13月底前", "2026年", "2026", "立行立改和别的",
		"2026年6月底前2026年7月底前", "2026-06-30T00:00", "2026年6月31日", "前"}
	for _, text := range bad {
		if got, err := ParseDeadline(text); !errors.Is(err, ErrDeadline) || !got.IsZero() {
			t.Errorf("ParseDeadline(%q) = %+v, %v; want ErrDeadline", text, got, err)
		}
	}
	if got, err := ParseDeadline("  "); err != nil || !got.IsZero() || got.String() != "" {
		t.Errorf("blank: %+v, %v", got, err)
	}
}

func FuzzParseDeadline(f *testing.F) {
	for _, seed := range []string{"立行立改并长期坚持", "2026年底前", "2026年6月30日前完成，长期坚持", "2026.6.30", "２０２６年６月"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := ParseDeadline(text)
		if err != nil {
			return
		}
		if d.Date != "" && !d.Date.Valid() {
			t.Fatalf("%q gives the day %q", text, d.Date)
		}
		if !d.IsZero() && d.Date == "" && !d.Immediate && !d.LongTerm {
			t.Fatalf("%q gives a term that says nothing: %+v", text, d)
		}
		again, err := ParseDeadline(d.String())
		if err != nil || again != d {
			t.Fatalf("%q → %+v → %q → %+v, %v", text, d, d.String(), again, err)
		}
		if utf8.ValidString(text) && !utf8.ValidString(d.Term) {
			t.Fatalf("wording of %q is broken: %q", text, d.Term)
		}
	})
}
