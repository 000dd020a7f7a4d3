package sheet

import "github.com/xuri/excelize/v2"

// tablePart is a part of the table, each with its own type.
type tablePart uint8

const (
	partTitle tablePart = iota
	partNote
	partHead
	partBody
	partTotal
)

// look is everything that tells two styles apart.
type look struct {
	part  tablePart
	kind  kind
	align Align
}

// look chooses how a cell of the column looks.
func (c Column) look(cell Cell, part tablePart) look {
	align := c.Align
	if align == Auto {
		align = Left
		if cell.kind == number || cell.kind == percent || cell.kind == date {
			align = Center
		}
	}
	return look{part: part, kind: cell.kind, align: align}
}

// styles makes each style of a workbook once.
type styles struct {
	file *excelize.File
	ids  map[look]int
}

func (s *styles) id(l look) (int, error) {
	if id, ok := s.ids[l]; ok {
		return id, nil
	}
	id, err := s.file.NewStyle(l.style())
	if err != nil {
		return 0, err
	}
	s.ids[l] = id
	return id, nil
}

// styled is a cell with its look.
type styled struct {
	Cell
	look look
}

// stored makes the cell for the stream.
func (s *styles) stored(c styled) (excelize.Cell, error) {
	c.look.kind = c.kind
	id, err := s.id(c.look)
	return excelize.Cell{StyleID: id, Value: c.value()}, err
}

// Number formats of the workbook standard: text, percent with two decimals.
const (
	formatText    = 49
	formatPercent = 10
)

func (l look) style() *excelize.Style {
	s := &excelize.Style{
		Font:      l.font(),
		Alignment: &excelize.Alignment{Horizontal: l.horizontal(), Vertical: "center", WrapText: l.part != partNote},
	}
	if l.part >= partHead {
		for _, side := range []string{"left", "top", "right", "bottom"} {
			s.Border = append(s.Border, excelize.Border{Type: side, Color: "000000", Style: 1})
		}
	}
	switch l.kind {
	case text:
		s.NumFmt = formatText // a formula typed as text stays text when edited
	case percent:
		s.NumFmt = formatPercent
	case date:
		format := "yyyy-mm-dd"
		s.CustomNumFmt = &format
	}
	return s
}

func (l look) font() *excelize.Font {
	switch l.part {
	case partTitle:
		return &excelize.Font{Family: "方正小标宋简体", Size: 20}
	case partHead:
		return &excelize.Font{Family: "黑体", Size: 11}
	case partTotal:
		return &excelize.Font{Family: "仿宋_GB2312", Size: 11, Bold: true}
	default:
		return &excelize.Font{Family: "仿宋_GB2312", Size: 11}
	}
}

func (l look) horizontal() string {
	switch {
	case l.part == partTitle || l.part == partHead || l.align == Center:
		return "center"
	case l.align == Right:
		return "right"
	default:
		return "left"
	}
}
