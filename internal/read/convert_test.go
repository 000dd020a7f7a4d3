package read

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"bihuan/internal/fault"
	"bihuan/internal/office"
	"bihuan/internal/testkit/tool"
)

func TestOldFormatsGoThroughTheOfficeSuite(t *testing.T) {
	suite := tool.Path(t, "soffice")
	data := docxOf(t, para("关于巡察某局党组的反馈意见")+listed(1, 0, "主要问题")+listed(1, 1, "学习少"), "word/numbering.xml", numberingPart(usualList),
		"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/></Types>`,
		"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
		"word/_rels/document.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/></Relationships>`)
	old, err := office.Convert(t.Context(), office.Job{Input: bytes.NewReader(data), From: "docx", To: "doc"})
	if err != nil {
		t.Fatalf("%s made no .doc: %v", suite, err)
	}
	t.Setenv("TMPDIR", t.TempDir())
	p, err := Parse(t.Context(), "反馈.doc", bytes.NewReader(old), int64(len(old)), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := sketch(p), "section 一、 主要问题\n  problem （一） 学习少\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if left, err := os.ReadDir(os.Getenv("TMPDIR")); err != nil || len(left) != 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
}

func TestOldFormatsThatCannotBeTurned(t *testing.T) {
	data := []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
	for code, script := range map[string]string{
		"read.unsupported": "",
		"read.damaged":     "true",
		"read.too-slow":    "sleep 60 & wait",
	} {
		dir := t.TempDir()
		if script != "" {
			if err := os.WriteFile(filepath.Join(dir, "soffice"), []byte("#!/bin/sh\n"+script), 0o700); err != nil {
				t.Fatal(err)
			}
		}
		t.Setenv("PATH", dir)
		if script != "" {
			t.Setenv("PATH", dir+":/bin:/usr/bin")
		}
		_, err := Parse(t.Context(), "a.doc", bytes.NewReader(data), int64(len(data)), Options{MaxOfficeTime: 300 * time.Millisecond})
		var f *fault.Error
		if !errors.As(err, &f) || f.Code != code {
			t.Errorf("%v, want %s", err, code)
		}
	}
}
