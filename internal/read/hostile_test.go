package read

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"bihuan/internal/fault"
	"bihuan/internal/locale"
)

func TestHostileFilesAreRefusedInWords(t *testing.T) {
	book := func(sheet string, more ...string) []byte {
		return archiveOf(t, append([]string{
			"xl/workbook.xml", `<workbook xmlns:r="r"><sheets><sheet name="一" r:id="r1"/></sheets></workbook>`,
			"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>`,
			"xl/worksheets/sheet1.xml", `<worksheet><sheetData>` + sheet + `</sheetData></worksheet>`,
		}, more...)...)
	}
	deep := strings.Repeat("<w:tbl><w:tr><w:tc>", 200)
	cases := []struct {
		name string
		data []byte
		code string
	}{
		{"empty.txt", nil, "read.empty"},
		{"blank.txt", []byte(" \n\n"), "read.empty"},
		{"noise.txt", bytes.Repeat([]byte{0x01, 0x02, 0x80, 0xFF}, 500), "read.damaged"},
		{"lock/~$方案.docx", bytes.Repeat([]byte{1}, 162), "read.lock-file"},
		{"truncated.docx", docxOf(t, para("一、总体评价"))[:200], "read.damaged"},
		{"picture.docx", []byte("\x89PNG\r\n\x1a\n"), "read.damaged"},
		{"program.exe", []byte("MZ\x90\x00\x03\x00"), "read.unsupported"},
		{"other.zip", archiveOf(t, "a.txt", "x"), "read.unsupported"},
		{"password.docx", append([]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"...), "read.encrypted"},
		{"climbs.docx", archiveOf(t, "word/document.xml", "<a/>", "../../etc/passwd", "x"), "read.damaged"},
		{"entities.docx", archiveOf(t, "word/document.xml", `<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><d>&b;</d>`), "read.damaged"},
		{"outside.docx", archiveOf(t, "word/document.xml", `<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>`), "read.damaged"},
		{"bomb.docx", archiveOf(t, "word/document.xml", strings.Repeat(" ", 64<<20)), "read.damaged"},
		{"bomb2.docx", docxOf(t, strings.Repeat("<w:p/>", 10<<20)), "read.too-"},
		{"bomb3.docx", archiveOf(t, "word/document.xml", "<a/>", "media/a", strings.Repeat(" ", 257<<20)), "read.too-large.unpacked"},
		{"deep.docx", docxOf(t, deep), "read.damaged"},
		{"attributes.docx", docxOf(t, "<w:p "+strings.Repeat(`a="" `, 1<<20)+"/>"), "read.damaged"},
		{"entries.docx", archiveOf(t, manyParts(5001)...), "read.too-large.entries"},
		{"strings.xlsx", book("", "xl/sharedStrings.xml", "<sst>"+strings.Repeat("<si><t>a</t></si>", 600_000)+"</sst>"), "read.too-large.cells"},
		{"cells.xlsx", book("<row>" + strings.Repeat("<c><v>1</v></c>", 600_000) + "</row>"), "read.too-large.cells"},
		{"rows.xlsx", book(strings.Repeat("<row/>", 1_000_000)), "read.empty"},
		{"sparse.xlsx", book(`<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`), "read.empty"},
	}
	for _, c := range cases {
		began := time.Now()
		_, err := Parse(context.Background(), c.name, bytes.NewReader(c.data), int64(len(c.data)), Options{})
		var f *fault.Error
		if !errors.As(err, &f) || !strings.HasPrefix(f.Code, c.code) || !locale.Has(locale.English, f.Code) {
			t.Errorf("%s: %v, want %s", c.name, err, c.code)
		}
		if took := time.Since(began); took > 6*time.Second {
			t.Errorf("%s took %v", c.name, took)
		}
	}
}

func manyParts(n int) []string {
	parts := []string{"word/document.xml", "<a/>"}
	for i := range n {
		parts = append(parts, fmt.Sprintf("p%d", i), "")
	}
	return parts
}

func TestLimitsAreSettings(t *testing.T) {
	data := []byte("一、主要问题\n1.学习少\n")
	for code, opts := range map[string]Options{
		"read.too-large.file": {MaxFile: 8}, "read.too-large.text": {MaxRunes: 4},
	} {
		_, err := Parse(context.Background(), "a.txt", bytes.NewReader(data), int64(len(data)), opts)
		var f *fault.Error
		if !errors.As(err, &f) || f.Code != code || f.Kind != fault.TooLarge {
			t.Errorf("%v, want %s", err, code)
		}
	}
	slow := docxOf(t, strings.Repeat(para("一、总体评价"), 50_000))
	_, err := Parse(context.Background(), "a.docx", bytes.NewReader(slow), int64(len(slow)), Options{MaxTime: time.Nanosecond})
	var f *fault.Error
	if !errors.As(err, &f) || f.Code != "read.too-slow" {
		t.Errorf("%v, want read.too-slow", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Parse(ctx, "a.docx", bytes.NewReader(slow), int64(len(slow)), Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("%v, want a cancelled reading", err)
	}
}

func TestContentsDecideOverTheExtension(t *testing.T) {
	for name, data := range map[string][]byte{
		"a.doc":  docxOf(t, para("一、主要问题")+para("1.学习少")),
		"a.txt":  sheetOf(t, []string{"序号|问题|措施", "1|学习少|订计划"}),
		"a.docx": sheetOf(t, []string{"序号|问题|措施", "1|学习少|订计划"}),
	} {
		if p := mustParse(t, name, data); len(p.Nodes) != 1 {
			t.Errorf("%s: %s", name, sketch(p))
		}
	}
}
