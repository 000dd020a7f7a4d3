package gongwen

import "time"

// Document is one official paper. The zero value of every field leaves the
// element out; the order of the fields is the order on paper.
type Document struct {
	// CopyNumber, Secrecy and Urgency are 份号, 密级和保密期限 and 紧急程度; they
	// are printed only above a red head.
	CopyNumber, Secrecy, Urgency string
	// Head holds the lines of the red head (发文机关标志), such as 某市某局文件.
	// An empty head makes a plain paper whose title starts on the first line.
	Head []Run
	// Letter lays the paper out as a letter (信函格式, §10.1): the issuer 30 mm
	// below the edge of the page between double red lines, no number on the first
	// page, an imprint without lines and printer. It needs a head.
	Letter bool `json:",omitempty"`
	// Number is the document number (发文字号), such as 某发〔2026〕5号. Without a
	// red head it stands under the title.
	Number Run
	// Signatories are the 签发人 of an upward paper; they move the number to the left.
	Signatories []Run
	// Title holds one run per printed line; see [WrapTitle].
	Title []Run
	// Addressee is the 主送 without its colon.
	Addressee Run
	Blocks    []Block
	// Attendance are the 出席, 请假 and 列席 of minutes (纪要格式, §10.3), under the text.
	Attendance []Roll `json:",omitempty"`
	// Attachments are listed under the text and follow it, each on a new page.
	Attachments []Attachment
	Signature   *Signature
	// Note is the 附注 without its brackets.
	Note    Run
	Imprint *Imprint
	// Landscape turns the pages of the body, for ledgers that stand alone.
	Landscape bool
	// Fonts are the typefaces; empty fields take those of [DefaultFonts].
	Fonts Fonts
	// Author, Subject and Created go into the file's properties. A zero
	// Created is left out.
	Author, Subject string
	Created         time.Time
	// Outline names the version of the outline that the paper was written from;
	// empty for the shipped one. It is not printed.
	Outline string `json:",omitempty"`
}

// Roll is a list of people behind a label, as minutes end with.
type Roll struct {
	Label string // without its colon
	Names Line
}

// Attachment (附件) is a part behind the text.
type Attachment struct {
	// Title names the attachment in the list and heads its first page.
	Title  Run
	Blocks []Block
	// Landscape turns its pages; the page number stays where the portrait pages have it.
	Landscape bool
	// ListedOnly names the attachment under the text without printing it,
	// for one that is delivered as a file of its own.
	ListedOnly bool
}

// Signature is the block of 发文机关署名 and 成文日期.
type Signature struct {
	// Names are the issuers or the persons that sign, one per line.
	Names []Run
	// Date is the 成文日期, such as 2026年7月9日; see [Date].
	Date Run
	// Seal leaves the room that a seal needs: the date ends four characters
	// from the right instead of two, the names are centred over it.
	Seal bool
}

// Imprint is the 版记 at the foot of the last even page.
type Imprint struct {
	// CopyTo is the 抄送 without its label and full stop.
	CopyTo Run
	// Printer and PrintDate are 印发机关 and 印发日期, the latter without 印发.
	Printer, PrintDate Run
}

// Date writes a day as papers have it: Arabic figures without leading zeros.
func Date(t time.Time) string { return t.Format("2006年1月2日") }
