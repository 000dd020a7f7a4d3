package read

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"bihuan/internal/fault"
	"bihuan/internal/locale"
	"bihuan/internal/read/hostile"
)

func TestHostileFilesAreRefusedInWords(t *testing.T) {
	for _, c := range hostile.Files(t) {
		_, err := Parse(context.Background(), c.Name, bytes.NewReader(c.Data), int64(len(c.Data)), Options{})
		if code := codeOf(err); !c.Agrees(code) || code != "" && !locale.Has(locale.English, code) {
			t.Errorf("%s: %v, want %s", c.Name, err, c.Code)
		}
	}
}

// codeOf is the code of a refusal, "" for none.
func codeOf(err error) string {
	var f *fault.Error
	switch {
	case err == nil:
		return ""
	case errors.As(err, &f):
		return f.Code
	}
	return err.Error()
}

func TestLimitsAreSettings(t *testing.T) {
	data := []byte("一、主要问题\n1.学习少\n")
	for code, opts := range map[string]Options{
		"read.too-large.file": {MaxFile: 8}, "read.too-large.text": {MaxRunes: 4},
	} {
		_, err := Parse(context.Background(), "a.txt", bytes.NewReader(data), int64(len(data)), opts)
		var f *fault.Error
		if !errors.As(err, &f) || f.Code != code || f.Kind != fault.TooLarge {
			t.Errorf("%v, want %s", err, code)
		}
	}
	slow := docxOf(t, strings.Repeat(para("一、总体评价"), 50_000))
	_, err := Parse(context.Background(), "a.docx", bytes.NewReader(slow), int64(len(slow)), Options{MaxTime: time.Nanosecond})
	var f *fault.Error
	if !errors.As(err, &f) || f.Code != "read.too-slow" {
		t.Errorf("%v, want read.too-slow", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Parse(ctx, "a.docx", bytes.NewReader(slow), int64(len(slow)), Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("%v, want a cancelled reading", err)
	}
}

func TestContentsDecideOverTheExtension(t *testing.T) {
	for name, data := range map[string][]byte{
		"a.doc":  docxOf(t, para("一、主要问题")+para("1.学习少")),
		"a.txt":  sheetOf(t, []string{"序号|问题|措施", "1|学习少|订计划"}),
		"a.docx": sheetOf(t, []string{"序号|问题|措施", "1|学习少|订计划"}),
	} {
		if p := mustParse(t, name, data); len(p.Nodes) != 1 {
			t.Errorf("%s: %s", name, sketch(p))
		}
	}
}
