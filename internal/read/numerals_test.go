package read

import "testing"

func TestParseNumeral(t *testing.T) {
	good := map[string]int{
		"1": 1, "35": 35, "３５": 35, "一": 1, "十": 10, "十五": 15, "二十": 20, "二十一": 21, "九十九": 99,
		"一百": 100, "一百零三": 103, "一百二十": 120, "二〇二六": 2026, "二○二六": 2026, "两": 2, "一千零一": 1001,
	}
	for text, want := range good {
		if got, ok := ParseNumeral(text); !ok || got != want {
			t.Errorf("ParseNumeral(%q) = %d, %v; want %d", text, got, ok, want)
		}
	}
	for _, text := range []string{"", "*", "一 二", "十百", "一二十", "12345", "甲", "3个"} {
		if got, ok := ParseNumeral(text); ok {
			t.Errorf("ParseNumeral(%q) = %d, want nothing", text, got)
		}
	}
}
