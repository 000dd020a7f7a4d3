package gongwen

import "unicode"

// Measures of GB/T 9704-2012 §5 to §7 in twips (1/20 pt; 1 mm is 56.693).
const (
	pageShort, pageLong = 11906, 16838 // A4

	marginTop, marginLeft     = 2098, 1587 // 37 mm, 28 mm
	marginRight, marginBottom = 1474, 1984 // 26 mm, 35 mm

	areaWidth  = pageShort - marginLeft - marginRight // 156 mm
	areaHeight = pageLong - marginTop - marginBottom  // 225 mm

	linesPerPage = 22
	charsPerLine = 28
	// linePitch is 28.95 pt: at 29 pt the 22nd line would not fit.
	linePitch = 579
	// charSpace narrows the 16 pt character to 15.79 pt, in 1/4096 pt: 28 of them
	// take 442.1 of 442.25 pt.
	charSpace = -860
	// bodySpacing narrows the 16 pt character to 15.75 pt, so that 28 stand on a
	// line in every office program. A character grid in the section would do the
	// same in Word and WPS, but LibreOffice gives a character that is wider than
	// the grid's pitch two places (docs/decisions/0010).
	bodySpacing = `<w:spacing w:val="-5"/>`
	// charTwips is one hundredth of a character pitch times 1000.
	charTwips = 3158

	// headTop is the 35 mm from the type area to the red head.
	headTop = 1984
	// The characters of a head stand headInk per cent of their size under the top
	// of their line and are as high as headHeight per cent of it.
	headInk, headHeight = 11, 92
	// ruleGap is the 4 mm from characters to the red line, ruleLine what remains of
	// it under an exact line, which ends below its characters.
	ruleGap, ruleLine = 227, 153

	// The head of a letter stands 30 mm below the edge of the page, its red lines
	// are 170 mm long, the lower one 20 mm above the edge.
	letterTop, letterRule, letterFoot = 1701, 9638, 1134

	// footerEdge puts the dash of the page number 7 mm under the type area: the
	// line is 18 pt high and the dash runs through its middle.
	footerEdge = 1435
	footerLine = 360
)

// Type sizes in half points.
const (
	sizeTitle = 44 // 2号
	sizeBody  = 32 // 3号
	sizeSmall = 28 // 4号
	sizeTable = 24 // 小四
)

// chars turns hundredths of a character into twips.
func chars(hundredths int) int { return hundredths * charTwips / 1000 }

// halves measures text in half characters, as 仿宋 sets it: ASCII takes one.
func halves(text string) int {
	n := 0
	for _, r := range text {
		switch {
		case r <= unicode.MaxASCII:
			n++
		default:
			n += 2
		}
	}
	return n
}

// halves measures a line of runs.
func (l Line) halves() int {
	n := 0
	for _, r := range l {
		n += halves(r.String())
	}
	return n
}
