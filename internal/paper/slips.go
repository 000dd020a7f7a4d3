package paper

import (
	"fmt"

	"rsc.io/qr"

	"bihuan/internal/domain/survey"
	"bihuan/internal/gongwen"
	"bihuan/internal/locale"
	"bihuan/internal/query"
)

// slipColumns is how many slips stand beside each other, slipSide how large
// their codes are.
const (
	slipColumns = 2
	slipSide    = 24 // mm
)

// Slips are the slips of a batch of codes (测评票): a QR code of the address with
// the code behind it, the code to type in, and until when. They are cut along the
// dashed lines. The codes stand in this paper and nowhere else.
func Slips(s query.SurveyPage, address string, codes []string) (*gongwen.Document, error) {
	t := gongwen.Table{Points: 9, Cut: true}
	for range slipColumns {
		t.Widths = append(t.Widths, 1, 2)
	}
	var row gongwen.Row
	for n, code := range codes {
		slip, err := slipCells(s, address, code)
		if err != nil {
			return nil, err
		}
		if row = append(row, slip...); len(row) == len(t.Widths) || n == len(codes)-1 {
			t.Rows, row = append(t.Rows, row), nil
		}
	}
	return &gongwen.Document{Blocks: []gongwen.Block{t}, Author: s.Organisation, Subject: s.Title}, nil
}

func slipCells(s query.SurveyPage, address, code string) ([]gongwen.Cell, error) {
	drawn, err := drawnCode(address+"#"+code, slipSide)
	if err != nil {
		return nil, err
	}
	line := func(text string) gongwen.Line { return gongwen.Line{gongwen.Text(text)} }
	return []gongwen.Cell{{Lines: []gongwen.Line{{drawn}}, Align: gongwen.Center}, {Lines: []gongwen.Line{
		{{Text: s.Title, Style: gongwen.Hei}}, line(locale.Text(locale.Chinese, "survey.slip.how", address)),
		{{Text: survey.Shown(code), Style: gongwen.Bold}}, line(locale.Text(locale.Chinese, "survey.slip.until", s.ClosesOn.Chinese()))}}}, nil
}

// drawnCode is a QR code as a picture in a line, as wide as it is high.
func drawnCode(text string, millimetres float64) (gongwen.Run, error) {
	c, err := qr.Encode(text, qr.M)
	if err != nil {
		return gongwen.Run{}, fmt.Errorf("QR code: %w", err)
	}
	return gongwen.Run{Picture: &gongwen.Picture{PNG: c.PNG(), Millimetres: millimetres, Words: "二维码"}}, nil
}
