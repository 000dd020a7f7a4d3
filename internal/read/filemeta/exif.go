package filemeta

import (
	"bytes"
	"encoding/binary"
)

// jpegExif gives the TIFF block of a JPEG's EXIF segment, nil for none.
func jpegExif(b []byte) []byte {
	for at := 2; at+4 <= len(b) && b[at] == 0xff; {
		marker, size := b[at+1], int(binary.BigEndian.Uint16(b[at+2:]))
		if marker == 0xda || size < 2 || at+2+size > len(b) {
			return nil
		}
		body := b[at+4 : at+2+size]
		if tiff, ok := bytes.CutPrefix(body, []byte("Exif\x00\x00")); ok && marker == 0xe1 {
			return tiff
		}
		at += 2 + size
	}
	return nil
}

// pngExif gives the eXIf chunk of a PNG, nil for none.
func pngExif(b []byte) []byte {
	for at := 8; at+12 <= len(b); {
		size := int(binary.BigEndian.Uint32(b[at:]))
		if size < 0 || size > len(b)-at-12 {
			return nil
		}
		if string(b[at+4:at+8]) == "eXIf" {
			return b[at+8 : at+8+size]
		}
		at += 12 + size
	}
	return nil
}

// Tags of EXIF that are read.
const (
	tagMake      = 0x010f
	tagModel     = 0x0110
	tagSoftware  = 0x0131
	tagDateTime  = 0x0132
	tagArtist    = 0x013b
	tagExifIFD   = 0x8769
	tagOriginal  = 0x9003
	tagDigitized = 0x9004
)

// exif reads a TIFF block: one directory and the EXIF directory that it names.
func (m *Meta) exif(tiff []byte) {
	if len(tiff) < 8 {
		return
	}
	var order binary.ByteOrder = binary.LittleEndian
	switch string(tiff[:4]) {
	case "II*\x00":
	case "MM\x00*":
		order = binary.BigEndian
	default:
		return
	}
	tags := directory(tiff, order, order.Uint32(tiff[4:]))
	inner := map[uint16]value{}
	if v, ok := tags[tagExifIFD]; ok {
		inner = directory(tiff, order, v.number)
	}
	m.Program = tags[tagSoftware].text
	if m.Program == "" {
		m.Program = tags[tagMake].text + " " + tags[tagModel].text
	}
	m.Author = tags[tagArtist].text
	const layout = "2006:01:02 15:04:05"
	for _, text := range []string{inner[tagOriginal].text, inner[tagDigitized].text} {
		if m.TakenOn == "" {
			m.TakenOn = day(text, layout)
		}
	}
	m.ModifiedOn = day(tags[tagDateTime].text, layout)
}

type value struct {
	text   string
	number uint32
}

// directory reads the entries of one directory; what lies outside the block is
// left out.
func directory(tiff []byte, order binary.ByteOrder, at uint32) map[uint16]value {
	out := map[uint16]value{}
	if uint64(at)+2 > uint64(len(tiff)) {
		return out
	}
	n := int(order.Uint16(tiff[at:]))
	for i := range n {
		from := uint64(at) + 2 + 12*uint64(i)
		if from+12 > uint64(len(tiff)) {
			return out
		}
		e := tiff[from : from+12]
		v := value{number: order.Uint32(e[8:])}
		if order.Uint16(e[2:]) == 2 { // text
			v.text = asciiAt(tiff, e, order)
		}
		out[order.Uint16(e)] = v
	}
	return out
}

func asciiAt(tiff, e []byte, order binary.ByteOrder) string {
	size, at := order.Uint32(e[4:]), uint64(order.Uint32(e[8:]))
	body := e[8:]
	if size > 4 {
		if at+uint64(size) > uint64(len(tiff)) || size > 1000 {
			return ""
		}
		body = tiff[at:]
	}
	text, _, _ := bytes.Cut(body[:size], []byte{0})
	return string(bytes.TrimSpace(text))
}
