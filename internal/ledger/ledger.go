// Package ledger lays the three lists (三个清单) out as tables, as the papers
// print them: for workbooks, and through sheet.Table as attachments of papers.
// Their words are Chinese in every language of the screens.
package ledger

import (
	"fmt"

	"bihuan/internal/domain/work"
	"bihuan/internal/locale"
	"bihuan/internal/query"
	"bihuan/internal/sheet"
)

// word is a term in Chinese.
func word(key string) string { return locale.Text(locale.Chinese, key) }

// text is a term in Chinese with its arguments.
func text(key string, args ...any) string { return locale.Text(locale.Chinese, key, args...) }

// sheetOf is a sheet with the head that all lists share.
func sheetOf(name string, l query.Ledger, unit string, columns []sheet.Column, rows [][]sheet.Cell) sheet.Sheet {
	cut := "截至" + l.On.Chinese()
	if l.Filtered {
		cut += "（按筛选条件）"
	}
	return sheet.Sheet{Name: name, Title: l.Organisation + "巡察反馈意见整改" + name, Subtitle: cut, Unit: unit,
		Columns: columns, Rows: sheet.Rows(rows), FreezeColumns: 1}
}

// book is a workbook of one list.
func book(s sheet.Sheet) sheet.Workbook {
	return sheet.Workbook{Title: s.Title, Sheets: []sheet.Sheet{s}}
}

// answer is a column of who answers.
func answer(key string, width float64) sheet.Column {
	return sheet.Column{Head: []string{"整改责任", word(key)}, Width: width}
}

// dueCell is a deadline as people write it.
func dueCell(d query.Due) sheet.Cell {
	if d.Term != "" {
		return sheet.Text(d.Term)
	}
	return sheet.Text(d.Date.Chinese())
}

func verdictCell(v work.Verdict) sheet.Cell { return sheet.Text(word("verdict." + string(v))) }

func persistence(longTerm bool) sheet.Cell {
	if longTerm {
		return sheet.Text(word("longterm"))
	}
	return sheet.Text(word("once"))
}

func count(n int, unit string) string { return fmt.Sprintf("共 %d %s", n, unit) }
