package main

import (
	"fmt"
	"strings"
)

// numberingPart writes Word's automatic numbering from lines such as
//
//	abs 0: chineseCounting %1、; chineseCounting （%2）; decimal %3. legal style=H3 restart=0 start=5
//	num 1: abs=0
//	num 2: abs=0 start=2/1     (level 2 starts at 1 again)
//	num 3: abs=0 level=2/decimal/（%3）/1     (level 2 looks different, and starts at 1)
func numberingPart(lines []string) string {
	var abs, nums strings.Builder
	for _, line := range lines {
		name, rest, _ := strings.Cut(line, ":")
		kind, id, _ := strings.Cut(name, " ")
		if kind == "abs" {
			fmt.Fprintf(&abs, `<w:abstractNum w:abstractNumId="%s"><w:multiLevelType w:val="multilevel"/>`, id)
			for i, l := range strings.Split(rest, ";") {
				abs.WriteString(levelPart(i, strings.Fields(l)))
			}
			abs.WriteString(`</w:abstractNum>`)
			continue
		}
		nums.WriteString(numPart(id, strings.Fields(rest)))
	}
	return `<w:numbering ` + docxSpaces + `>` + abs.String() + nums.String() + `</w:numbering>`
}

func levelPart(i int, words []string) string {
	if len(words) < 2 {
		return ""
	}
	start, extra := "1", ""
	for _, w := range words[2:] {
		key, value, _ := strings.Cut(w, "=")
		switch key {
		case "legal":
			extra += `<w:isLgl/>`
		case "style":
			extra += `<w:pStyle w:val="` + value + `"/>`
		case "restart":
			extra += `<w:lvlRestart w:val="` + value + `"/>`
		case "start":
			start = value
		}
	}
	return fmt.Sprintf(`<w:lvl w:ilvl="%d"><w:start w:val="%s"/><w:numFmt w:val="%s"/>%s<w:suff w:val="nothing"/><w:lvlText w:val="%s"/></w:lvl>`,
		i, start, words[0], extra, words[1])
}

func numPart(id string, words []string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<w:num w:numId="%s">`, id)
	for _, w := range words {
		key, value, _ := strings.Cut(w, "=")
		level, rest, _ := strings.Cut(value, "/")
		switch key {
		case "abs":
			fmt.Fprintf(&b, `<w:abstractNumId w:val="%s"/>`, value)
		case "start":
			fmt.Fprintf(&b, `<w:lvlOverride w:ilvl="%s"><w:startOverride w:val="%s"/></w:lvlOverride>`, level, rest)
		case "level":
			format, text, _ := strings.Cut(rest, "/")
			text, from, restarts := strings.Cut(text, "/")
			if restarts {
				from = `<w:startOverride w:val="` + from + `"/>`
			}
			fmt.Fprintf(&b, `<w:lvlOverride w:ilvl="%s">%s<w:lvl w:ilvl="%s"><w:start w:val="1"/><w:numFmt w:val="%s"/><w:lvlText w:val="%s"/></w:lvl></w:lvlOverride>`,
				level, from, level, format, text)
		}
	}
	return b.String() + `</w:num>`
}

// stylesPart writes paragraph styles from "H1=1:0 H2=1:1>H1 T1=outline0": the
// numbering that a style carries, what it is based on, its outline level.
func stylesPart(declared string) string {
	var b strings.Builder
	b.WriteString(`<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>`)
	for _, d := range strings.Fields(declared) {
		id, rest, _ := strings.Cut(d, "=")
		rest, base, _ := strings.Cut(rest, ">")
		props := ""
		if level, ok := strings.CutPrefix(rest, "outline"); ok {
			props = `<w:outlineLvl w:val="` + level + `"/>`
		} else if num, level, ok := strings.Cut(rest, ":"); ok {
			props = `<w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="` + num + `"/></w:numPr>`
		}
		on := "a"
		if base != "" {
			on = base
		}
		fmt.Fprintf(&b, `<w:style w:type="paragraph" w:styleId="%s"><w:name w:val="%s"/><w:basedOn w:val="%s"/><w:pPr>%s</w:pPr></w:style>`, id, id, on, props)
	}
	return `<w:styles ` + docxSpaces + `>` + b.String() + `</w:styles>`
}
