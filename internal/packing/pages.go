package packing

import (
	"archive/zip"
	"bytes"
	"io"
	"path"
	"regexp"
	"strconv"
	"strings"
)

const (
	// mostCounted bounds the files whose pages are counted, in bytes.
	mostCounted = 32 << 20
	// mostProperties bounds the properties of a .docx that are read, in bytes.
	mostProperties = 1 << 20
	// mostPages bounds what a file may say of itself.
	mostPages = 100_000
)

// counts reports whether a file of that name has to be read for its pages: a
// PDF, or a .docx for what the program that saved it noted.
func counts(name string, size int64) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".pdf", ".docx":
		return size <= mostCounted
	}
	return false
}

// pagesOf gives how many pages a file has; 0 where it does not say.
func pagesOf(name string, body []byte) int {
	n := 0
	switch strings.ToLower(path.Ext(name)) {
	case ".pdf":
		n = pdfPages(body)
	case ".docx":
		n = docxPages(body)
	case ".jpg", ".jpeg", ".png":
		n = 1
	}
	if n > mostPages {
		return 0
	}
	return n
}

var (
	pdfTree   = regexp.MustCompile(`/Type\s*/Pages\b`)
	pdfPage   = regexp.MustCompile(`/Type\s*/Page\b`)
	pdfCount  = regexp.MustCompile(`/Count\s+(\d{1,6})\b`)
	linear    = regexp.MustCompile(`/Linearized[^>]{0,200}?/N\s+(\d{1,6})\b`)
	docxPaged = regexp.MustCompile(`<(?:\w+:)?Pages>(\d{1,6})</`)
)

// pdfPages counts the pages of a PDF whose page tree lies open; one that packs
// its objects says it at its head, or is not counted.
func pdfPages(body []byte) int {
	if !bytes.HasPrefix(body, []byte("%PDF-")) {
		return 0
	}
	if m := linear.FindSubmatch(body[:min(len(body), 2048)]); m != nil {
		return number(m[1])
	}
	if bytes.Contains(body, []byte("/ObjStm")) {
		return 0
	}
	most := 0
	for _, at := range pdfTree.FindAllIndex(body, -1) {
		from, to := bytes.LastIndex(body[:at[0]], []byte("obj")), bytes.Index(body[at[1]:], []byte("endobj"))
		if from < 0 || to < 0 {
			continue
		}
		if m := pdfCount.FindSubmatch(body[from : at[1]+to]); m != nil {
			most = max(most, number(m[1]))
		}
	}
	if most == 0 {
		most = len(pdfPage.FindAllIndex(body, -1))
	}
	return most
}

// docxPages is what the program that saved a .docx noted.
func docxPages(body []byte) int {
	z, err := zip.NewReader(bytes.NewReader(body), int64(len(body)))
	if err != nil {
		return 0
	}
	f, err := z.Open("docProps/app.xml")
	if err != nil {
		return 0
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, mostProperties))
	if err != nil {
		return 0
	}
	if m := docxPaged.FindSubmatch(text); m != nil {
		return number(m[1])
	}
	return 0
}

func number(digits []byte) int {
	n, err := strconv.Atoi(string(digits))
	if err != nil {
		return 0
	}
	return n
}

// PagesText is how many pages the item has, as the register says it.
func (i Item) PagesText() string {
	if i.Pages == 0 {
		return "—"
	}
	return strconv.Itoa(i.Pages)
}
