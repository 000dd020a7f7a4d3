// Package assets holds what a browser loads besides pages: stylesheets, scripts and icons. Each file
// is served under a name with the hash of its content, so a browser may keep it for ever and still
// gets the new one after an upgrade.
package assets

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"net/http"
	"path"
	"strings"
	"sync"

	"bihuan/internal/gongwen"
)

// Prefix is the path below which Handler serves.
const Prefix = "/assets/"

//go:embed app.css app.js form.js upload.js grid.js rows.js chart.js paper.js pages.js part.js mend.js plan.js ballot.js ballot.css favicon.svg vendor/tabler.min.css vendor/htmx.min.js vendor/echarts.common.min.js vendor/icons.svg
var files embed.FS

// names maps the short name that pages use to the embedded file.
var names = map[string]string{
	"app.css":     "app.css",
	"app.js":      "app.js",
	"form.js":     "form.js",
	"upload.js":   "upload.js",
	"grid.js":     "grid.js",
	"rows.js":     "rows.js",
	"chart.js":    "chart.js",
	"paper.js":    "paper.js",
	"pages.js":    "pages.js",
	"part.js":     "part.js",
	"mend.js":     "mend.js",
	"plan.js":     "plan.js",
	"ballot.js":   "ballot.js",
	"ballot.css":  "ballot.css",
	"favicon.svg": "favicon.svg",
	"tabler.css":  "vendor/tabler.min.css",
	"htmx.js":     "vendor/htmx.min.js",
	"echarts.js":  "vendor/echarts.common.min.js",
	"icons.svg":   "vendor/icons.svg",
}

// mimeTypes is our own: what the machine's table says must not matter.
var mimeTypes = map[string]string{
	".css": "text/css; charset=utf-8",
	".js":  "text/javascript; charset=utf-8",
	".svg": "image/svg+xml",
}

// file is one asset, ready to be sent.
type file struct {
	path     string // with the hash, below Prefix
	mimeType string
	plain    []byte
	gzipped  func() []byte // made at the first request that takes it
}

type set struct {
	byName map[string]*file
	byPath map[string]*file
}

var load = sync.OnceValue(func() set {
	s := set{byName: map[string]*file{}, byPath: map[string]*file{}}
	for name, source := range names {
		data, err := files.ReadFile(source)
		if err != nil {
			continue // not reachable: the embed directive names every source; the test looks each up
		}
		s.add(name, data)
	}
	s.add("paper.css", []byte(gongwen.PaperCSS))
	return s
})

func (s set) add(name string, data []byte) {
	f := newFile(name, data)
	s.byName[name], s.byPath[f.path] = f, f
}

func newFile(name string, data []byte) *file {
	sum := sha256.Sum256(data)
	ext := path.Ext(name)
	return &file{
		path:     fmt.Sprintf("%s%s.%s%s", Prefix, strings.TrimSuffix(name, ext), hex.EncodeToString(sum[:8]), ext),
		mimeType: mimeTypes[ext],
		plain:    data,
		gzipped:  sync.OnceValue(func() []byte { return compress(data) }),
	}
}

func compress(data []byte) []byte {
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	if _, err := w.Write(data); err != nil {
		return nil
	}
	if err := w.Close(); err != nil {
		return nil
	}
	return out.Bytes()
}

// Path answers the address of the asset with this short name ("app.css"), its content hash included.
// A name that does not exist answers an address that is not found.
func Path(name string) string {
	if f, ok := load().byName[name]; ok {
		return f.path
	}
	return Prefix + name
}

// Handler serves the assets below Prefix, compressed for browsers that take gzip. An address with
// another hash is not found: a page of an older version never gets the newer file under the old name.
func Handler() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		f, ok := load().byPath[r.URL.Path]
		if !ok {
			http.NotFound(w, r)
			return
		}
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			w.Header().Set("Allow", "GET, HEAD")
			http.Error(w, http.StatusText(http.StatusMethodNotAllowed), http.StatusMethodNotAllowed)
			return
		}
		f.serve(w, r)
	})
}

func (f *file) serve(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Content-Type", f.mimeType)
	h.Set("Cache-Control", "public, max-age=31536000, immutable")
	h.Set("Vary", "Accept-Encoding")
	h.Set("X-Content-Type-Options", "nosniff")
	body := f.plain
	if strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
		if packed := f.gzipped(); packed != nil {
			h.Set("Content-Encoding", "gzip")
			body = packed
		}
	}
	h.Set("Content-Length", fmt.Sprint(len(body)))
	if r.Method == http.MethodGet {
		_, _ = w.Write(body) // the client has gone when this fails; there is nobody to tell
	}
}
