package paper_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"image/png"
	"io"
	"strings"
	"testing"

	"bihuan/internal/domain/signing"
	"bihuan/internal/domain/survey"
	"bihuan/internal/gongwen"
	"bihuan/internal/paper"
	"bihuan/internal/query"
)

// filesOf are the files of a .docx.
func filesOf(t *testing.T, d *gongwen.Document) map[string]string {
	t.Helper()
	var b bytes.Buffer
	if err := gongwen.WriteDocx(&b, d); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		out[f.Name] = string(text)
	}
	return out
}

// TestEachSlipHasItsOwnCode: as many slips as codes, two beside each other, each
// with the code in words and a picture of its own, along dashed lines.
func TestEachSlipHasItsOwnCode(t *testing.T) {
	s := query.SurveyPage{SurveyRow: query.SurveyRow{Survey: survey.Survey{Title: "满意度测评", ClosesOn: "2026-06-26"}}, Organisation: "市水务局"}
	codes := []string{"K7QF3M2X90ZTA", "A1B2C3D4E5F6G", "Z9Y8X7W6V5T4S"}
	d, err := paper.Slips(s, "https://a.example/ballot", codes)
	if err != nil {
		t.Fatal(err)
	}
	files := filesOf(t, d)
	pictures := map[string]bool{}
	for n, code := range codes {
		if got := strings.Count(files["word/document.xml"], survey.Shown(code)); got != 1 {
			t.Errorf("%s stands %d times", code, got)
		}
		picture := files[fmt.Sprintf("word/media/image%d.png", n+1)]
		if _, err := png.Decode(strings.NewReader(picture)); err != nil {
			t.Errorf("picture %d: %v", n+1, err)
		}
		pictures[picture] = true
		if !strings.Contains(files["word/_rels/document.xml.rels"], fmt.Sprintf("media/image%d.png", n+1)) {
			t.Errorf("picture %d is tied to nothing", n+1)
		}
	}
	if len(pictures) != 3 || strings.Count(files["word/document.xml"], "<w:tr>") != 2 || !strings.Contains(files["word/document.xml"], `w:val="dashed"`) {
		t.Errorf("%d pictures, %d rows", len(pictures), strings.Count(files["word/document.xml"], "<w:tr>"))
	}
	for _, want := range []string{"满意度测评", "2026年6月26日", "https://a.example/ballot"} {
		if strings.Count(files["word/document.xml"], want) != 3 {
			t.Errorf("%s is not on every slip", want)
		}
	}
}

// TestASigningSheetTellsWhatItIsBoundTo: the matter, its lines, the code and
// room to sign on one page.
func TestASigningSheetTellsWhatItIsBoundTo(t *testing.T) {
	x := query.SheetPage{Organisation: "市水务局", Sheet: signing.Sheet{Act: "signoff.decide", Title: "1.1.1 台账不全", Signer: "李明", ContentHash: strings.Repeat("ab", 32),
		Summary: []signing.Line{{Label: "applicant", Text: "孙磊"}, {Label: "content", Text: strings.Repeat("cd", 32)}, {Label: "reason"}}}}
	d, err := paper.SigningSheet(x, "https://a.example/sheets/1#ab", nil)
	if err != nil {
		t.Fatal(err)
	}
	said := text(d)
	for _, want := range []string{"销号审批签批单", "市水务局", "1.1.1 台账不全", "申请人　孙磊", "cdcdcdcdcdcdcdcd", "abababababababab", "签字（李明）", "意见（同意 / 不同意及理由）"} {
		if !strings.Contains(said, want) {
			t.Errorf("the sheet does not say %q:\n%s", want, said)
		}
	}
	if strings.Contains(said, "事由") || filesOf(t, d)["word/media/image1.png"] == "" {
		t.Error("an empty line, or no code")
	}
}
