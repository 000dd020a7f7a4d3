package assets

import (
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"regexp"
	"strings"
	"testing"
)

func get(t *testing.T, method, path, encoding string) *http.Response {
	t.Helper()
	r := httptest.NewRequest(method, path, nil)
	r.Header.Set("Accept-Encoding", encoding)
	w := httptest.NewRecorder()
	Handler().ServeHTTP(w, r)
	return w.Result()
}

func TestEveryAssetIsServedForEver(t *testing.T) {
	for name, source := range names {
		want, err := files.ReadFile(source)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for _, encoding := range []string{"", "gzip, br"} {
			res := get(t, http.MethodGet, Path(name), encoding)
			if res.StatusCode != http.StatusOK || !strings.Contains(res.Header.Get("Cache-Control"), "immutable") {
				t.Fatalf("%s: %s, %q", name, res.Status, res.Header.Get("Cache-Control"))
			}
			if got := body(t, res); string(got) != string(want) {
				t.Errorf("%s with encoding %q: %d bytes, want %d", name, encoding, len(got), len(want))
			}
		}
	}
}

func body(t *testing.T, res *http.Response) []byte {
	t.Helper()
	var r io.Reader = res.Body
	if res.Header.Get("Content-Encoding") == "gzip" {
		unzipped, err := gzip.NewReader(r)
		if err != nil {
			t.Fatal(err)
		}
		r = unzipped
	}
	data, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestOtherAddressesAreNotFound(t *testing.T) {
	old := regexp.MustCompile(`\.[0-9a-f]{16}\.`).ReplaceAllString(Path("app.css"), ".0000000000000000.")
	for _, path := range []string{old, "/assets/", "/assets/app.css", Path("nothing.css"), "/assets/../assets.go"} {
		if res := get(t, http.MethodGet, path, ""); res.StatusCode != http.StatusNotFound {
			t.Errorf("%s: %s", path, res.Status)
		}
	}
	if res := get(t, http.MethodPost, Path("app.css"), ""); res.StatusCode != http.StatusMethodNotAllowed {
		t.Errorf("POST: %s", res.Status)
	}
}

// The files and their list must not drift apart: somebody may have edited a vendored file by hand.
func TestVendoredFilesAreThoseListed(t *testing.T) {
	list, err := os.ReadFile("vendor/VENDOR.md")
	if err != nil {
		t.Fatal(err)
	}
	rows := regexp.MustCompile("(?m)^\\| `([^`]+)` .*`([0-9a-f]{64})` \\|$").FindAllStringSubmatch(string(list), -1)
	if len(rows) < 5 {
		t.Fatalf("only %d files listed", len(rows))
	}
	for _, row := range rows {
		data, err := os.ReadFile("../../../" + row[1])
		if err != nil {
			t.Error(err)
			continue
		}
		if sum := sha256.Sum256(data); hex.EncodeToString(sum[:]) != row[2] {
			t.Errorf("%s differs from what VENDOR.md lists; run scripts/vendor-assets", row[1])
		}
	}
}

// Pages forbid inline styles and evaluated code; our own files must not need them.
func TestOwnFilesKeepThePolicy(t *testing.T) {
	for _, name := range []string{"app.js", "form.js", "rows.js", "chart.js", "paper.js", "pages.js", "part.js", "mend.js", "plan.js", "ballot.js", "ballot.css", "app.css"} {
		data, err := files.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, bad := range []string{"eval(", "new Function", "innerHTML", "setAttribute(\"style\"", "@import", "http://", "https://"} {
			if strings.Contains(string(data), bad) {
				t.Errorf("%s contains %s", name, bad)
			}
		}
	}
}
