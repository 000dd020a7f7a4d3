package hostile

import (
	"archive/zip"
	"bytes"
	"fmt"
	"hash/crc32"
	"io"
	"strings"
	"testing"
)

// part is a part of an archive: its name, and its text so many times over.
type part struct {
	name, text string
	times      int
}

// zipped makes an archive.
func zipped(t testing.TB, parts ...part) []byte {
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	for _, p := range parts {
		w, err := z.Create(p.name)
		if err != nil {
			t.Fatal(err)
		}
		block := p.text
		for range max(p.times, 1) {
			if _, err := io.WriteString(w, block); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// packed are archives that unpack to more than they seem to, or elsewhere.
func packed(t testing.TB) []File {
	t.Helper()
	spaces := strings.Repeat(" ", 1<<20)
	inner := zipped(t, part{"word/document.xml", spaces, 64})
	many := []part{{name: "word/document.xml", text: "<a/>"}}
	for i := range 5001 {
		many = append(many, part{name: fmt.Sprintf("p%d", i)})
	}
	return []File{
		{"bomb.docx", zipped(t, part{"word/document.xml", spaces, 64}), "read.damaged"},
		{"bomb-of-pictures.docx", zipped(t, part{"word/document.xml", "<a/>", 1}, part{"media/a", spaces, 257}), "read.too-large.unpacked"},
		{"bomb-of-tags.docx", document(t, part{text: "<w:p/>", times: 10 << 20}), "read.too-"},
		{"nested.docx", zipped(t, part{"a.zip", string(inner), 1}, part{"word/document.xml", "<a/>", 1}), "read.empty"},
		{"nested.zip", zipped(t, part{"a.docx", string(inner), 1}), "read.unsupported"},
		{"entries.docx", zipped(t, many...), "read.too-large.entries"},
		{"climbs.docx", zipped(t, part{"word/document.xml", "<a/>", 1}, part{"../../etc/passwd", "x", 1}), "read.damaged"},
		{"climbs-backwards.xlsx", zipped(t, part{`xl\..\..\..\a`, "x", 1}, part{"xl/workbook.xml", "<a/>", 1}), "read.damaged"},
		{"lying-size.docx", lying(zipped(t, part{"word/document.xml", spaces, 64})), "read.damaged"},
		{"overlapping.docx", overlapping(t, 300), "read."},
		{"truncated.docx", zipped(t, part{"word/document.xml", "<w:document><w:body><w:p/></w:body></w:document>", 1})[:90], "read.damaged"},
		{"truncated-inside.xlsx", cutInside(Book(t, `<row><c t="inlineStr"><is><t>问题</t></is></c></row>`)), "read."},
	}
}

// lying makes the directory of an archive claim that its parts have ten bytes.
func lying(data []byte) []byte {
	out := bytes.Clone(data)
	if at := bytes.Index(out, []byte("PK\x01\x02")); at >= 0 {
		copy(out[at+24:], []byte{10, 0, 0, 0})
	}
	return out
}

// cutInside takes the middle out of an archive, and leaves its directory.
func cutInside(data []byte) []byte {
	return append(bytes.Clone(data[:len(data)/3]), data[len(data)/3+40:]...)
}

// overlapping is an archive whose directory names one packed part many times, each
// claiming to be small.
func overlapping(t testing.TB, n int) []byte {
	var buf bytes.Buffer
	body := []byte(strings.Repeat("<a/>", 1000))
	z := zip.NewWriter(&buf)
	w, err := z.CreateRaw(&zip.FileHeader{Name: "word/document.xml", Method: zip.Store, CRC32: crc32.ChecksumIEEE(body), CompressedSize64: uint64(len(body)), UncompressedSize64: uint64(len(body))})
	if err == nil {
		_, err = w.Write(body)
	}
	if err == nil {
		err = z.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	data := buf.Bytes()
	dir := bytes.Index(data, []byte("PK\x01\x02"))
	end := bytes.Index(data, []byte("PK\x05\x06"))
	entry := data[dir:end]
	out := bytes.Clone(data[:dir])
	for range n {
		out = append(out, entry...)
	}
	tail := bytes.Clone(data[end:])
	size := len(entry) * n
	copy(tail[8:], []byte{byte(n), byte(n >> 8), byte(n), byte(n >> 8), byte(size), byte(size >> 8), byte(size >> 16), byte(size >> 24)})
	return append(out, tail...)
}
