package main

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

const sheetSpaces = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`

// workbook gathers the shared strings of a workbook that is written.
type workbook struct {
	strings  []string
	date1904 bool
}

// xlsx writes the sheets raw, so that every form of a cell can be had:
//
//	@2026-06-30   a day as a number with a date format (@@ with 年月日)
//	#46203        a bare number
//	%0.5          a number shown as a percentage
//	=A1+1→2       a formula with its stored value (text or number)
//	~甲·乙         rich text of several runs, parted by ·
//	^text         an inline string
//	*text/zhuyin  a shared string with a phonetic run
func (s *spec) xlsx() ([]byte, error) {
	w := &workbook{date1904: s.head["date1904"] != ""}
	var list, overrides strings.Builder
	var parts [][2]string
	rels := []string{"rId100", "styles", "styles.xml", "rId101", "sharedStrings", "sharedStrings.xml"}
	for i, sh := range s.sheets {
		state := ""
		if sh.hidden {
			state = ` state="hidden"`
		}
		fmt.Fprintf(&list, `<sheet name="%s" sheetId="%d"%s r:id="rId%d"/>`, escaped(sh.name), i+1, state, i+1)
		fmt.Fprintf(&overrides, `<Override PartName="/xl/worksheets/sheet%d.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`, i+1)
		rels = append(rels, fmt.Sprintf("rId%d", i+1), "worksheet", fmt.Sprintf("worksheets/sheet%d.xml", i+1))
		parts = append(parts, [2]string{fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1), w.sheet(sh)})
	}
	properties := ""
	if w.date1904 {
		properties = `<workbookPr date1904="1"/>`
	}
	shared := fmt.Sprintf(`<sst %s count="%d" uniqueCount="%d">%s</sst>`, sheetSpaces, len(w.strings), len(w.strings), strings.Join(w.strings, ""))
	parts = append([][2]string{
		{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
			`<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>` + overrides.String() +
			`<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>` +
			`<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`},
		{"_rels/.rels", relationships("rId1", "officeDocument", "xl/workbook.xml")},
		{"xl/workbook.xml", `<workbook ` + sheetSpaces + `>` + properties + `<sheets>` + list.String() + `</sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", relationships(rels...)},
		{"xl/styles.xml", workbookStyles},
		{"xl/sharedStrings.xml", shared},
	}, parts...)
	return zipped(parts)
}

const workbookStyles = `<styleSheet ` + sheetSpaces + `><numFmts count="1"><numFmt numFmtId="177" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/></numFmts>` +
	`<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>` +
	`<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
	`<cellXfs count="4"><xf numFmtId="0" xfId="0"/><xf numFmtId="14" xfId="0" applyNumberFormat="1"/><xf numFmtId="177" xfId="0" applyNumberFormat="1"/><xf numFmtId="9" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`

func (w *workbook) sheet(sh *sheet) string {
	var b strings.Builder
	if len(sh.cols) > 0 {
		b.WriteString(`<cols>`)
		for _, c := range sh.cols {
			n := int(c[0]-'A') + 1
			fmt.Fprintf(&b, `<col min="%d" max="%d" width="10" hidden="1" customWidth="1"/>`, n, n)
		}
		b.WriteString(`</cols>`)
	}
	b.WriteString(`<sheetData>`)
	for i, row := range sh.rows {
		hidden := ""
		if sh.hide[i+1] {
			hidden = ` hidden="1"`
		}
		fmt.Fprintf(&b, `<row r="%d"%s>`, i+1, hidden)
		for j, c := range row {
			if c != "" {
				b.WriteString(w.cell(string(rune('A'+j))+strconv.Itoa(i+1), c))
			}
		}
		b.WriteString(`</row>`)
	}
	b.WriteString(`</sheetData>`)
	if len(sh.merges) > 0 {
		fmt.Fprintf(&b, `<mergeCells count="%d">`, len(sh.merges))
		for _, m := range sh.merges {
			b.WriteString(`<mergeCell ref="` + m + `"/>`)
		}
		b.WriteString(`</mergeCells>`)
	}
	return `<worksheet ` + sheetSpaces + `>` + b.String() + `</worksheet>`
}

func (w *workbook) cell(ref, c string) string {
	rest := c[1:]
	switch c[0] {
	case '@':
		style := "1"
		if day, ok := strings.CutPrefix(rest, "@"); ok {
			style, rest = "2", day
		}
		return `<c r="` + ref + `" s="` + style + `"><v>` + w.serial(rest) + `</v></c>`
	case '#':
		return `<c r="` + ref + `"><v>` + rest + `</v></c>`
	case '%':
		return `<c r="` + ref + `" s="3"><v>` + rest + `</v></c>`
	case '=':
		formula, value, _ := strings.Cut(rest, "→")
		if _, err := strconv.ParseFloat(value, 64); err == nil {
			return `<c r="` + ref + `"><f>` + escaped(formula) + `</f><v>` + value + `</v></c>`
		}
		return `<c r="` + ref + `" t="str"><f>` + escaped(formula) + `</f><v>` + escaped(value) + `</v></c>`
	case '^':
		return `<c r="` + ref + `" t="inlineStr"><is><t xml:space="preserve">` + escaped(rest) + `</t></is></c>`
	case '~':
		var runs strings.Builder
		for _, t := range strings.Split(rest, "·") {
			runs.WriteString(`<r><rPr><b/></rPr><t xml:space="preserve">` + escaped(t) + `</t></r>`)
		}
		return w.shared(ref, runs.String())
	case '*':
		text, sound, _ := strings.Cut(rest, "/")
		return w.shared(ref, `<t>`+escaped(text)+`</t><rPh sb="0" eb="2"><t>`+escaped(sound)+`</t></rPh><phoneticPr fontId="0"/>`)
	}
	return w.shared(ref, `<t xml:space="preserve">`+escaped(c)+`</t>`)
}

func (w *workbook) shared(ref, item string) string {
	w.strings = append(w.strings, `<si>`+item+`</si>`)
	return fmt.Sprintf(`<c r="%s" t="s"><v>%d</v></c>`, ref, len(w.strings)-1)
}

// serial is a day as a workbook counts it.
func (w *workbook) serial(day string) string {
	t, err := time.Parse("2006-01-02", day)
	if err != nil {
		return "0"
	}
	first := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	if w.date1904 {
		first = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	return strconv.Itoa(int(t.Sub(first).Hours() / 24))
}
