package read

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"
	"time"
)

// BenchmarkPaper reads a paper of about 40 pages that Word numbers.
func BenchmarkPaper(b *testing.B) {
	var body strings.Builder
	body.WriteString(para("关于巡察市水利局党组的反馈意见") + listed(1, 0, "主要问题"))
	for i := range 12 {
		body.WriteString(listed(1, 1, fmt.Sprintf("第%d个方面的情况", i)))
		for range 5 {
			body.WriteString(listed(1, 2, "学习贯彻不够深入。"+strings.Repeat("全年仅学习三次，传达不及时，督办不到位，台账不完整。", 12)))
		}
	}
	data := docxOf(b, body.String(), "word/numbering.xml", numberingPart(usualList))
	benchmark(b, "a.docx", data)
}

// BenchmarkLedger reads a ledger of 10,000 rows with twelve columns.
func BenchmarkLedger(b *testing.B) {
	rows := []string{"序号|方面|反馈问题|原因分析|整改目标|整改措施|责任领导|牵头科室|配合科室|责任人|完成时限|完成情况"}
	for i := range 10_000 {
		rows = append(rows, fmt.Sprintf(`%d|方面%d|问题%d不深入，全年仅学习三次|认识不到位|建立制度|1.制定计划；\n2.开展研讨。|张三|办公室|人事科、财务科|李四、王五|2026年6月底前|已完成`, i+1, i/500, i))
	}
	benchmark(b, "a.xlsx", sheetOf(b, rows))
}

func benchmark(b *testing.B, name string, data []byte) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Parse(context.Background(), name, bytes.NewReader(data), int64(len(data)), Options{MaxTime: time.Minute}); err != nil {
			b.Fatal(err)
		}
	}
}

// wideRow is one row of a ledger of fifteen columns.
func wideRow(i int, breaks string) string {
	return fmt.Sprintf(`%d|方面%d|问题%d不深入，全年仅学习三次|具体表现%d|认识不到位|建立制度|1.制定计划；%s2.开展研讨。|张三|办公室|人事科、财务科|李四、王五|2026年6月底前|已制定计划|已完成|备注`, i+1, i/500, i/2, i, breaks)
}

const wideHead = "序号|方面|反馈问题|具体表现|原因分析|整改目标|整改措施|责任领导|牵头科室|配合科室|责任人|完成时限|进展情况|完成情况|备注"

// BenchmarkMergedLedger reads a ledger of 10,000 rows and fifteen columns in which
// aspects and every two problems are merged.
func BenchmarkMergedLedger(b *testing.B) {
	rows, merges := []string{wideHead}, []string{}
	for i := range 10_000 {
		row := wideRow(i, `\n`)
		if i%2 == 1 {
			cells := strings.Split(row, "|")
			cells[0], cells[2] = "", ""
			row = strings.Join(cells, "|")
			merges = append(merges, fmt.Sprintf("A%d:A%d", i+1, i+2), fmt.Sprintf("C%d:C%d", i+1, i+2))
		}
		rows = append(rows, row)
	}
	benchmark(b, "a.xlsx", sheetOf(b, rows, merges...))
}

// BenchmarkCSV reads the same ledger as separated values.
func BenchmarkCSV(b *testing.B) {
	rows := []string{wideHead}
	for i := range 10_000 {
		rows = append(rows, wideRow(i, ""))
	}
	benchmark(b, "a.csv", []byte(strings.ReplaceAll(strings.Join(rows, "\n"), "|", ",")))
}
