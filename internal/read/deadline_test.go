package read

import (
	"slices"
	"testing"
)

func TestParseDue(t *testing.T) {
	cases := map[string]Due{
		"":              {},
		"2026年6月30日":    {Date: "2026-06-30"},
		"2026年6月30日前完成": {Date: "2026-06-30"},
		"2026.6.30":     {Date: "2026-06-30"},
		"2026-06-30":    {Date: "2026-06-30"},
		"2026/6/30":     {Date: "2026-06-30"},
		"20260630":      {Date: "2026-06-30"},
		"46203":         {Date: "2026-06-30"},
		"二〇二六年六月三十日":    {Date: "2026-06-30"},
		"2026年6月底前":     {Date: "2026-06-30", Term: "2026年6月底前"},
		"2026年2月":       {Date: "2026-02-28", Term: "2026年2月"},
		"2026.6":        {Date: "2026-06-30", Term: "2026.6"},
		"2026年6月中旬":     {Date: "2026-06-20", Term: "2026年6月中旬"},
		"2026年底前":       {Date: "2026-12-31", Term: "2026年底前"},
		"2026年第三季度":     {Date: "2026-09-30", Term: "2026年第三季度"},
		"2026年上半年":      {Date: "2026-06-30", Term: "2026年上半年"},
		"2026年3月至8月":    {Date: "2026-08-31", Term: "2026年3月至8月"},
		"立行立改":          {Term: "立行立改"},
		"立行立改并长期坚持":     {Term: "立行立改并长期坚持"},
		"2026年6月底前完成并长期坚持。":    {Date: "2026-06-30", Term: "2026年6月底前完成并长期坚持"},
		"2026年3月修订，2026年9月底落实": {Date: "2026-09-30", Term: "2026年3月修订，2026年9月底落实"},
		"2026年2月30日":           {Term: "2026年2月30日"},
		"6月底前":                 {Term: "6月底前"},
	}
	for text, want := range cases {
		if got := parseDue(text); got != want {
			t.Errorf("parseDue(%q) = %+v, want %+v", text, got, want)
		}
	}
}

func TestSplitNames(t *testing.T) {
	cases := map[string][]string{
		"张三、李四":       {"张三", "李四"},
		"张 三、李　四":     {"张三", "李四"},
		"张三 李四":       {"张三", "李四"},
		"办公室，财务科；人事科": {"办公室", "财务科", "人事科"},
		"无":           {},
		"":            {},
		"办公室\n人教科":    {"办公室", "人教科"},
	}
	for text, want := range cases {
		if got := splitNames(text); !slices.Equal(got, want) {
			t.Errorf("splitNames(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestVerdictOf(t *testing.T) {
	for text, want := range map[string]string{
		"已完成": "已完成", "完成": "已完成", "已整改到位": "已完成", "已完成并长期坚持": "已完成", "基本完成": "基本完成",
		"正在整改": "整改中", "持续推进": "整改中", "未启动": "未启动", "未完成": "未完成", "逾期未完成": "未完成", "已销号": "已完成",
	} {
		if got, known := verdictOf(text); got != want || !known {
			t.Errorf("verdictOf(%q) = %q, %v; want %q", text, got, known, want)
		}
	}
	if got, known := verdictOf("长期坚持"); known || got != "长期坚持" {
		t.Errorf("长期坚持 is no verdict, got %q, %v", got, known)
	}
}
