package seed

import (
	"context"
	"fmt"
	"path"

	"bihuan/internal/blob"
)

// storedFile is a file that lies in the store of files.
type storedFile struct {
	hash, mime string
	size       int64
}

// largest bounds a file of the example.
const largest = 1 << 20

// putFiles puts every file of the example that records refer to into the store of
// files, before the records that name it.
func putFiles(ctx context.Context, src Source) (map[string]storedFile, error) {
	out := map[string]storedFile{}
	for _, o := range src.City.Organisations {
		names := []string{path.Join(o.Key, paper)}
		for _, e := range o.Progress.Evidence {
			names = append(names, path.Join(o.Key, "evidence", e.File))
		}
		for _, r := range o.Progress.Reopenings {
			names = append(names, path.Join(o.Key, "evidence", r.File))
		}
		for _, name := range names {
			if _, done := out[name]; done {
				continue
			}
			f, err := put(ctx, src, name)
			if err != nil {
				return nil, fmt.Errorf("store %s: %w", name, err)
			}
			out[name] = storedFile{hash: f.Hash, mime: f.MIME, size: f.Size}
		}
	}
	return out, nil
}

func put(ctx context.Context, src Source, name string) (f blob.File, err error) {
	r, err := src.Folder.Open(name)
	if err != nil {
		return blob.File{}, err
	}
	defer r.Close()
	return src.Files.Put(ctx, r, largest)
}
