package packing

import (
	"archive/zip"
	"bytes"
	"testing"
)

// saved is a .docx that says so many pages of itself.
func saved(t *testing.T, properties string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create("docProps/app.xml")
	if err == nil {
		_, err = w.Write([]byte(properties))
	}
	if err != nil || z.Close() != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestPagesAreTakenFromWhatTheFileSays(t *testing.T) {
	tree := "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type /Pages /Kids[3 0 R 4 0 R] /Count 2>>endobj " +
		"3 0 obj<</Type/Page /Parent 2 0 R>>endobj 4 0 obj<</Type /Page/Parent 2 0 R>>endobj"
	for name, x := range map[string]struct {
		file string
		body string
		want int
	}{
		"a page tree":               {"a.pdf", tree, 2},
		"nested trees":              {"a.PDF", "%PDF-1.4\n2 0 obj<</Count 12/Type/Pages>>endobj 5 0 obj<</Type/Pages/Count 7>>endobj", 12},
		"packed objects":            {"a.pdf", "%PDF-1.5\n9 0 obj<</Type/ObjStm/N 3>>stream", 0},
		"packed, with a head":       {"a.pdf", "%PDF-1.5\n1 0 obj<</Linearized 1/L 900/O 3/E 800/N 31/T 700>>endobj /ObjStm", 31},
		"no PDF":                    {"a.pdf", "/Type/Page", 0},
		"a .docx saved in Word":     {"b.docx", string(saved(t, "<Properties><Pages>14</Pages></Properties>")), 14},
		"a .docx that says nothing": {"b.docx", string(saved(t, "<Properties/>")), 0},
		"no .docx":                  {"b.docx", "PK", 0},
		"a picture":                 {"c.jpg", "", 1},
		"a table":                   {"d.xlsx", "", 0},
		"a lie":                     {"b.docx", string(saved(t, "<Pages>999999</Pages>")), 0},
	} {
		if got := pagesOf(x.file, []byte(x.body)); got != x.want {
			t.Errorf("%s: %d pages, want %d", name, got, x.want)
		}
	}
}
