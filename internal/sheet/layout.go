package sheet

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// a4 is the number of the paper size.
const a4 = 9

// layout prepares the print: landscape A4 as wide as the page, heads repeated,
// pages numbered.
func layout(f *excelize.File, s *Sheet, name string) error {
	size, orientation, wide, high, fit, middle := a4, "landscape", 1, 0, true, true
	if err := f.SetPageLayout(name, &excelize.PageLayoutOptions{Size: &size, Orientation: &orientation, FitToWidth: &wide, FitToHeight: &high}); err != nil {
		return err
	}
	if err := f.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	side, end := 0.6, 0.75 // inches
	if err := f.SetPageMargins(name, &excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &end, Bottom: &end, Horizontally: &middle}); err != nil {
		return err
	}
	if err := f.SetHeaderFooter(name, &excelize.HeaderFooterOptions{OddFooter: "&C第 &P 页　共 &N 页"}); err != nil {
		return err
	}
	first := s.captionRows() + 1
	return f.SetDefinedName(&excelize.DefinedName{
		Name:     "_xlnm.Print_Titles",
		RefersTo: fmt.Sprintf("'%s'!$%d:$%d", strings.ReplaceAll(name, "'", "''"), first, first+headRows(s.Columns)-1),
		Scope:    name,
	})
}

// tabNames makes names that a workbook takes: at most 31 characters, none of
// : \ / ? * [ ], no quote at an end, none twice.
func tabNames(sheets []Sheet) []string {
	taken := map[string]bool{}
	names := make([]string, len(sheets))
	for i, s := range sheets {
		base := tabName(s.Name)
		name := base
		for n := 2; taken[strings.ToLower(name)]; n++ {
			tail := fmt.Sprintf("(%d)", n)
			name = clip(base, excelize.MaxSheetNameLength-len(tail)) + tail
		}
		taken[strings.ToLower(name)] = true
		names[i] = name
	}
	return names
}

func tabName(name string) string {
	name = strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune(`:\/?*[]`, r), r < 0x20, r == 0xFFFD:
			return '-'
		}
		return r
	}, name)
	name = strings.Trim(clip(name, excelize.MaxSheetNameLength), "' ")
	if name == "" {
		return "表"
	}
	return name
}

// clip cuts text to so many UTF-16 units, whole characters only.
func clip(s string, units int) string {
	for i, r := range s {
		units--
		if r > 0xFFFF {
			units--
		}
		if units < 0 {
			return s[:i]
		}
	}
	return s
}
