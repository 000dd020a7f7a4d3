package web

import (
	"bytes"
	"context"
)

// keep puts a paper away that was written on the way of a command.
func (v *visit) keep(ctx context.Context, body []byte) (hash string, size int64, err error) {
	stored, err := v.files.Put(ctx, bytes.NewReader(body), v.opts.UploadLimit)
	return stored.Hash, stored.Size, err
}
