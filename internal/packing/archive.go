package packing

import (
	"archive/zip"
	"bytes"
	"context"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"errors"
	"fmt"
	"html/template"
	"io"
	"path"
	"slices"
	"strings"

	"bihuan/internal/domain/workday"
)

// Archive is a filing package (归档包): its items in order, each of a group.
type Archive struct {
	Title string
	On    workday.Date
	Items []Item
	Left  []Leave // what is not filed
}

// Leave is something that is not filed, and why.
type Leave struct{ Title, Why string }

// Item is one file of a filing package: its bytes, or the stored file of a hash.
type Item struct {
	Seq          int // 件号
	Organisation string
	Group        string
	Title        string
	On           workday.Date
	Number       string // document number
	Name         string // of the file
	Path         string // in the archive
	Body         []byte
	Hash         string // SHA-256, hex
	Size         int64
	Pages        int  // 0 for not known
	Damaged      bool // the stored file is not what it was; it is left out
}

// Add files an item behind the others and gives it its number and its place.
func (a *Archive) Add(i Item) {
	i.Seq = len(a.Items) + 1
	i.Path = path.Join(safe(i.Organisation), safe(i.Group), fmt.Sprintf("%04d-%s", i.Seq, safe(i.Name)))
	if i.Body != nil {
		sum := sha256.Sum256(i.Body)
		i.Hash, i.Size = hex.EncodeToString(sum[:]), int64(len(i.Body))
	}
	a.Items = append(a.Items, i)
}

// Leave names something that is not filed.
func (a *Archive) Leave(title, why string) { a.Left = append(a.Left, Leave{title, why}) }

// mostName bounds a file's name in an archive, in characters: some systems take
// no more than 255 bytes.
const mostName = 60

// safe makes a name that can stand in an archive on every system.
func safe(name string) string {
	name = strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`/\<>:"|?*`, r) {
			return '_'
		}
		return r
	}, name)
	if r := []rune(name); len(r) > mostName {
		ext := []rune(path.Ext(name))
		name = string(r[:mostName-min(len(ext), mostName)]) + string(ext[:min(len(ext), mostName)])
	}
	if name = strings.Trim(name, ". "); name == "" {
		return "_"
	}
	return name
}

// Sums is the file of an archive that lists the hash of every other one, in the
// form that sha256sum checks.
const Sums = "SHA256SUMS"

//go:embed index.html
var indexText string

var index = template.Must(template.New("index").Parse(indexText))

// WriteArchive writes the filing package: the items, an index that any browser
// shows without this program, and the hashes. Damaged files are left out and
// said to be. after hears of each item.
func WriteArchive(ctx context.Context, w io.Writer, src Source, a *Archive, after func()) (damaged int, err error) {
	z := zip.NewWriter(w)
	var sums strings.Builder
	for n := range a.Items {
		i := &a.Items[n]
		if err := filed(ctx, z, src, i); err != nil {
			if ctx.Err() != nil || !errors.Is(err, errDamaged) {
				return damaged, errors.Join(ctx.Err(), err)
			}
			i.Damaged = true
			damaged++
		} else {
			fmt.Fprintf(&sums, "%s  %s\n", i.Hash, i.Path)
		}
		after()
	}
	var page bytes.Buffer
	if err := index.Execute(&page, a); err != nil {
		return damaged, err
	}
	sum := sha256.Sum256(page.Bytes())
	fmt.Fprintf(&sums, "%s  index.html\n", hex.EncodeToString(sum[:]))
	for _, f := range []struct {
		name string
		body []byte
	}{{"index.html", page.Bytes()}, {Sums, []byte(sums.String())}} {
		if err := put(z, f.name, bytes.NewReader(f.body)); err != nil {
			return damaged, err
		}
	}
	return damaged, z.Close()
}

var errDamaged = errors.New("the stored file is not what it was")

// filed writes an item when all of it could be read: a stored file is checked
// before a byte of it goes in.
func filed(ctx context.Context, z *zip.Writer, src Source, i *Item) error {
	if i.Body != nil {
		i.Pages = pagesOf(i.Name, i.Body)
		return put(z, i.Path, bytes.NewReader(i.Body))
	}
	for _, to := range []func(io.Reader) error{
		i.looked,
		func(r io.Reader) error { return put(z, i.Path, r) },
	} {
		r, err := src.Open(ctx, i.Hash, i.Size)
		if err != nil {
			return errors.Join(errDamaged, err)
		}
		if err := errors.Join(to(r), r.Close()); err != nil {
			return errors.Join(errDamaged, err)
		}
	}
	return nil
}

// looked reads a stored file to its end, and counts its pages where it can.
func (i *Item) looked(r io.Reader) error {
	var body bytes.Buffer
	var to io.Writer = io.Discard
	if counts(i.Name, i.Size) {
		to = &body
	}
	_, err := io.Copy(to, r)
	if err == nil {
		i.Pages = pagesOf(i.Name, body.Bytes())
	}
	return err
}

func put(z *zip.Writer, name string, r io.Reader) error {
	w, err := entry(z, zip.FileHeader{Name: name, Method: zip.Deflate})
	if err == nil {
		_, err = io.Copy(w, r)
	}
	return err
}

// Groups are the items group by group, organisation by organisation, in the
// order of the archive.
func (a *Archive) Groups() []Group {
	var out []Group
	for _, i := range a.Items {
		at := slices.IndexFunc(out, func(g Group) bool { return g.Organisation == i.Organisation && g.Name == i.Group })
		if at < 0 {
			out = append(out, Group{Organisation: i.Organisation, Name: i.Group})
			at = len(out) - 1
		}
		out[at].Items = append(out[at].Items, i)
	}
	return out
}

// Group is the items of one organisation and kind.
type Group struct {
	Organisation string
	Name         string
	Items        []Item
}

// Href is the item's place as a relative link.
func (i Item) Href() string {
	return "./" + i.Path
}

// Kilobytes is the item's size as people read it.
func (i Item) Kilobytes() string { return fmt.Sprintf("%d KB", (i.Size+1023)/1024) }
