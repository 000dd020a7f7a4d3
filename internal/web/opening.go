package web

import (
	"bytes"
	"errors"
	"io"
	"path"
	"strings"

	"bihuan/internal/action/carrying"
	"bihuan/internal/read"
)

// Bounds of what is read of a file for its first words.
const (
	openingText = 4 << 10
	openingFile = 16 << 20
)

// opening gives the first words of a text or a Word file; "" for others.
func (v *visit) opening(f carrying.File) (text string, err error) {
	word := strings.EqualFold(path.Ext(f.Name), ".docx")
	if !word && !plain(f.MIME) || f.Size > openingFile {
		return "", nil
	}
	r, err := v.files.Open(v.r.Context(), f.Hash, f.Size)
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, r.Close()) }()
	body, err := io.ReadAll(r)
	if err != nil {
		return "", err
	}
	if word {
		return read.Opening(bytes.NewReader(body), int64(len(body)), openingText), nil
	}
	return string(bytes.ToValidUTF8(body[:min(len(body), openingText)], nil)), nil
}
