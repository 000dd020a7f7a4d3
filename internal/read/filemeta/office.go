package filemeta

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"slices"
	"time"
)

// mostEntries bounds the parts of an archive.
const mostEntries = 10_000

// office reads the properties of an Office file: two small parts of it, each
// inflated to a bound.
func (m *Meta) office(body []byte) {
	if bytes.Count(body, []byte("PK\x01\x02")) > mostEntries {
		m.Broken = true
		return
	}
	z, err := zip.NewReader(bytes.NewReader(body), int64(len(body)))
	if err != nil {
		m.Broken = true
		return
	}
	var core struct {
		Creator  string `xml:"creator"`
		Last     string `xml:"lastModifiedBy"`
		Created  string `xml:"created"`
		Modified string `xml:"modified"`
	}
	var app struct {
		Company     string `xml:"Company"`
		Application string `xml:"Application"`
	}
	if !part(z, "docProps/core.xml", &core) {
		return
	}
	m.Kind = "office"
	part(z, "docProps/app.xml", &app)
	m.Author, m.LastAuthor, m.Company, m.Program = core.Creator, core.Last, app.Company, app.Application
	m.CreatedOn, m.ModifiedOn = day(core.Created, time.RFC3339, "2006-01-02T15:04:05"), day(core.Modified, time.RFC3339, "2006-01-02T15:04:05")
}

// part decodes a part of an archive; false where there is none, or none that
// can be read.
func part(z *zip.Reader, name string, into any) bool {
	at := slices.IndexFunc(z.File, func(f *zip.File) bool { return f.Name == name })
	if at < 0 {
		return false
	}
	f, err := z.File[at].Open()
	if err != nil {
		return false
	}
	defer f.Close()
	body, err := io.ReadAll(io.LimitReader(f, mostPart))
	if err != nil {
		return false
	}
	return xml.Unmarshal(body, into) == nil
}
