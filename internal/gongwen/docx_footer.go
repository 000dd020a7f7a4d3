package gongwen

// footer writes one footer part with body inside.
func footer(body string) string {
	return xmlHead + `<w:ftr xmlns:w="` + nsMain + `" xmlns:r="` + nsRel + `"` + drawNS + `>` + body + `</w:ftr>`
}

// pageNumber writes — 1 — with room, in hundredths of a character, to the outer
// edge of the type area.
func pageNumber(odd bool, room int) string {
	ind, align := indent{left: room}, "left"
	if odd {
		ind, align = indent{right: room}, "right"
	}
	text := func(t string) string {
		return `<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">` + t + `</w:t></w:r>`
	}
	return `<w:p><w:pPr><w:pStyle w:val="Footer"/>` + ind.props() + `<w:jc w:val="` + align + `"/></w:pPr>` +
		text("— ") + `<w:fldSimple w:instr=" PAGE ">` + text("1") + `</w:fldSimple>` + text(" —") + `</w:p>`
}

// turnedFooter writes the page number of a landscape page: a text box that
// stands where the portrait page has its number, turned with the page. The
// portrait's foot is the left edge here, its outer side top or bottom.
func turnedFooter(odd bool) string {
	const length = 2268 // 40 mm, room for any number
	room := chars(100)
	y := marginLeft + room
	if odd {
		y = pageShort - marginRight - room - length
	}
	box := textBox{id: 1, name: "页码", fromH: "page", posH: at(footerEdge), fromV: "page", posV: at(y),
		width: footerLine, height: length, direction: "vert", anchor: "t", content: pageNumber(odd, 0)}
	return `<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>` + box.xml() + `</w:p>`
}

// emptyFooter is the footer of pages without a number.
func emptyFooter() string { return footer(`<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr></w:p>`) }
