package gongwen

// endNodes writes the signature and the note. All but the last paragraph keep
// with the next one.
func (d *Document) endNodes() []node {
	var end []*para
	if s := d.Signature; s != nil {
		end = append(end, s.paras()...)
	}
	if !d.Note.IsZero() {
		text := append([]piece{{text: "（"}}, pieces(look{}, d.Note)...)
		end = append(end, &para{pieces: append(text, piece{text: "）"})})
	}
	nodes := make([]node, len(end))
	for i, p := range end {
		p.keepNext = i < len(end)-1
		nodes[i] = p
	}
	return nodes
}

func (s *Signature) paras() []*para {
	out := []*para{blank()}
	if s.Seal {
		out = append(out, blank())
	}
	date := halves(s.Date.String())
	right := s.dateRoom()
	for _, n := range s.Names {
		out = append(out, rightPara(n, s.nameRoom(n, date, right)))
	}
	if !s.Date.IsZero() {
		out = append(out, rightPara(s.Date, right))
	}
	return out
}

func rightPara(r Run, room int) *para {
	return &para{style: styleFlush, align: "right", ind: &indent{right: room}, pieces: pieces(look{}, r)}
}

// dateRoom is the room right of the date in hundredths of a character. With a
// seal it is 4. Without, the date starts two characters after the longest
// name, which ends 2 from the right, but never comes nearer than 2 itself.
func (s *Signature) dateRoom() int {
	longest := 0
	for _, n := range s.Names {
		longest = max(longest, halves(n.String()))
	}
	date := halves(s.Date.String())
	if s.Seal {
		// A long name centred over the date must not leave the type area.
		return max(400, (longest-date)*25)
	}
	return max(200, (longest-date)*50)
}

// nameRoom is the room right of a name: centred over the date with a seal,
// else starting two characters before it.
func (s *Signature) nameRoom(name Run, date, right int) int {
	width := halves(name.String())
	if s.Seal {
		return right + (date-width)*25
	}
	return right + 200 + (date-width)*50
}
