package journey

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"bihuan/internal/packing"
)

// TestAFilingPackageIsVerifiedByTheRealProgram: bihuan archive verify says of a
// package that it is as it was filed, and names a changed byte, a missing file
// and one more file. It needs no data folder.
func TestAFilingPackageIsVerifiedByTheRealProgram(t *testing.T) {
	program := built(t)
	a := packing.Archive{Title: "市水务局", On: "2026-07-06"}
	a.Add(packing.Item{Organisation: "市水务局", Group: "整改报告", Title: "报告", Name: "报告.docx", Body: []byte("报告全文")})
	a.Add(packing.Item{Organisation: "市水务局", Group: "佐证材料", Title: "照片", Name: "照片.jpg", Body: []byte("照片")})
	var filed bytes.Buffer
	if _, err := packing.WriteArchive(t.Context(), &filed, nil, &a, func() {}); err != nil {
		t.Fatal(err)
	}
	photo := a.Items[1].Path
	for what, x := range map[string]struct {
		change func(name, text string) (string, string)
		says   string
		fails  bool
	}{
		"as filed": {func(name, text string) (string, string) { return name, text }, "3件全部与归档时相同", false},
		"a changed byte": {func(name, text string) (string, string) {
			if name == photo {
				text = "照牌"
			}
			return name, text
		}, "内容已变：" + photo, true},
		"a missing file": {func(name, text string) (string, string) { return strings.Replace(name, photo, "", 1), text }, "缺少：" + photo, true},
		"an extra file":  {func(name, text string) (string, string) { return strings.Replace(name, photo, "多的.jpg", 1), text }, "多出：多的.jpg", true},
	} {
		file := filepath.Join(t.TempDir(), "归档包.zip")
		if err := os.WriteFile(file, repacked(t, filed.Bytes(), x.change), 0o600); err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(program, "archive", "verify", file)
		cmd.Env = append(os.Environ(), "LANG=zh_CN.UTF-8")
		out, err := cmd.CombinedOutput()
		if (err != nil) != x.fails || !strings.Contains(string(out), x.says) {
			t.Errorf("%s: %v, %s", what, err, out)
		}
	}
}

// repacked is an archive with its files changed; one without a name is left out.
func repacked(t *testing.T, body []byte, change func(name, text string) (string, string)) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(body), int64(len(body)))
	if err != nil {
		t.Fatal(err)
	}
	var file bytes.Buffer
	out := zip.NewWriter(&file)
	for _, f := range in.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		name, changed := change(f.Name, string(text))
		if name == "" {
			continue
		}
		w, err := out.Create(name)
		if err == nil {
			_, err = io.WriteString(w, changed)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}
