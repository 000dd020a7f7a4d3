package cli

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bihuan/internal/locale"
)

func TestParsePrintsTheContract(t *testing.T) {
	file := filepath.Join(t.TempDir(), "反馈意见.txt")
	text := "关于巡察市水利局党组的反馈意见\n市水利局党组：\n发现2个问题。\n一、主要问题\n1.学习少\n市委第一巡察组\n2026年3月1日\n"
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	code, out, errs := run(t, locale.Chinese, "parse", "--json", file)
	if code != 0 || errs != "" {
		t.Fatalf("%d %s", code, errs)
	}
	var paper map[string]any
	if err := json.Unmarshal([]byte(out), &paper); err != nil {
		t.Fatal(err)
	}
	for key, want := range map[string]any{
		"file": "反馈意见.txt", "kind": "feedback", "title": "关于巡察市水利局党组的反馈意见", "documentNumber": "",
		"issuer": "市委第一巡察组", "recipient": "市水利局党组", "date": "2026-03-01",
	} {
		if paper[key] != want {
			t.Errorf("%s: %v, want %v", key, paper[key], want)
		}
	}
	if strings.Contains(out, ": null") && !strings.Contains(out, `"date": null`) || strings.Count(out, "[]") == 0 {
		t.Errorf("a list is null:\n%s", out)
	}
	code, out, errs = run(t, locale.English, "parse", file)
	if code != 0 || !strings.Contains(out, "  1.学习少") || !strings.Contains(out, "states 2 of 问题, but 1 were read") {
		t.Errorf("%d %s%s", code, out, errs)
	}
}

func TestParseTellsWhyAFileCannotBeRead(t *testing.T) {
	file := filepath.Join(t.TempDir(), "台账.xlsx")
	if err := os.WriteFile(file, []byte("no archive"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range [][2]string{{file, "damaged"}, {file + "x", "Cannot open"}} {
		if code, out, errs := run(t, locale.English, "parse", "--json", c[0]); code != 1 || out != "" || !strings.Contains(errs, c[1]) {
			t.Errorf("%s: %d %q %q", c[0], code, out, errs)
		}
	}
}
