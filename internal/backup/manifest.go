// Package backup copies a data directory while the server runs, and puts a
// copy back on an empty machine, proving each byte by its SHA-256.
package backup

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"bihuan/internal/fault"
)

// manifestFile is written last: a backup without it never ended.
const manifestFile = "manifest.json"

// Manifest says what a backup holds.
type Manifest struct {
	Format  int       `json:"format"`
	Program string    `json:"program"` // version of the program that made it
	MadeAt  time.Time `json:"madeAt"`
	Files   []Entry   `json:"files"`
}

// Entry is one file of a backup.
type Entry struct {
	Path   string `json:"path"` // below the backup, with slashes
	Size   int64  `json:"size"`
	SHA256 string `json:"sha256"`
}

// format is the number of the layout that this program writes and reads.
const format = 1

// Size is how many bytes the files have together.
func (m Manifest) Size() int64 {
	var n int64
	for _, e := range m.Files {
		n += e.Size
	}
	return n
}

func readManifest(dir string) (Manifest, error) {
	var m Manifest
	text, err := os.ReadFile(filepath.Join(dir, manifestFile))
	if err != nil {
		return m, fault.Because(err, fault.Invalid, "backup.none", dir)
	}
	if err := json.Unmarshal(text, &m); err != nil {
		return m, fault.Because(err, fault.Invalid, "backup.none", dir)
	}
	if m.Format != format {
		return m, fault.New(fault.Invalid, "backup.format", m.Format, format, m.Program)
	}
	for _, e := range m.Files {
		if !filepath.IsLocal(filepath.FromSlash(e.Path)) {
			return m, fault.New(fault.Invalid, "backup.damaged", e.Path)
		}
	}
	return m, nil
}

func (m Manifest) write(dir string) error {
	text, err := json.MarshalIndent(m, "", " ")
	if err != nil {
		return fmt.Errorf("write manifest: %w", err)
	}
	return writeFile(filepath.Join(dir, manifestFile), append(text, '\n'))
}
