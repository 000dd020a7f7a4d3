package cli

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	signoff "bihuan/internal/domain/closing"
	"bihuan/internal/locale"
)

func TestASampleFileIsVerifiedOffline(t *testing.T) {
	s := signoff.Sample{Method: signoff.DrawMethod, Seed: "0715", Weigh: signoff.WeighEqual, Size: 1,
		Pool: []signoff.Candidate{{ID: "a", Weight: 1}, {ID: "b", Weight: 2}, {ID: "c", Weight: 1}}}
	s.Drawn = signoff.Draw(s.Seed, s.Weigh, s.Pool, s.Size)
	honest, touched := s.File(), s.File()
	touched.Drawn = []string{map[bool]string{true: "b", false: "a"}[s.Drawn[0] == "a"]}
	for name, c := range map[string]struct {
		content any
		want    int
	}{"honest": {honest, 0}, "touched": {touched, 1}, "other": {[]int{1}, 1}} {
		text, err := json.Marshal(c.content)
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(t.TempDir(), "sample.json")
		if err := os.WriteFile(path, text, 0o600); err != nil {
			t.Fatal(err)
		}
		code, out, errs := run(t, locale.Chinese, "sample", "verify", path)
		if (code != 0) != (c.want != 0) {
			t.Errorf("%s: %d, %s%s", name, code, out, errs)
		}
	}
}
