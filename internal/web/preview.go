package web

import (
	"context"
	"errors"
	"fmt"
	"html"
	"io"
	"net/http"
	"path"
	"strconv"
	"strings"

	"bihuan/internal/action/carrying"
	"bihuan/internal/domain/work"
	"bihuan/internal/office"
	"bihuan/internal/preview"
	"bihuan/internal/query"
	"bihuan/internal/read"
)

// apart is the policy of what is shown of a stranger's file: it fetches nothing
// and stands only in pages of ours.
const apart = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; object-src 'self'; frame-ancestors 'self'"

// evidenceThumb is the small picture beside a file in a list.
func evidenceThumb(v *visit) error {
	e, err := see(v, query.EvidenceToSee, v.id())
	if err != nil {
		return err
	}
	return v.picture(e, preview.Small)
}

// evidencePicture is a picture as its page shows it. The asking is recorded.
func evidencePicture(v *visit) error {
	cmd := &carrying.Download{ID: v.id()}
	if _, err := v.do(cmd); err != nil {
		return err
	}
	return v.picture(cmd.Evidence, preview.Large)
}

func (v *visit) picture(e work.Evidence, side int) error {
	body, err := v.opts.Previews.Picture(v.r.Context(), fileOf(e), side)
	if err != nil {
		return v.instead(err)
	}
	return v.shown("image/jpeg", apart+"; sandbox", body)
}

// evidencePages is an Office file as the pages that LibreOffice makes of it.
// The asking is recorded.
func evidencePages(v *visit) error {
	cmd := &carrying.Download{ID: v.id()}
	if _, err := v.do(cmd); err != nil {
		return err
	}
	body, err := v.opts.Previews.Pages(v.r.Context(), fileOf(cmd.Evidence))
	if err != nil {
		return v.instead(err)
	}
	return v.shown("application/pdf", apart, body)
}

// mostText bounds the text that is shown, mostRead the file that is read for it.
const (
	mostText = 256 << 10
	mostRead = 16 << 20
)

// evidenceText is the beginning of a text file, whatever its encoding. The
// asking is recorded.
func evidenceText(v *visit) error {
	cmd := &carrying.Download{ID: v.id()}
	if _, err := v.do(cmd); err != nil {
		return err
	}
	text, err := v.textOf(cmd.Evidence)
	if err != nil {
		return v.instead(err)
	}
	return v.shown("text/plain; charset=utf-8", apart+"; sandbox", []byte(text))
}

func (v *visit) textOf(e work.Evidence) (text string, err error) {
	if e.Size > mostRead {
		return "", preview.ErrTooLarge
	}
	r, err := v.files.Open(v.r.Context(), e.Hash, e.Size)
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, r.Close()) }()
	data, err := io.ReadAll(r)
	if err != nil {
		return "", err
	}
	if text, err = read.Text(data); err != nil {
		return "", preview.ErrUnreadable
	}
	if len(text) > mostText {
		text = strings.ToValidUTF8(text[:mostText], "") + "\n……\n" + v.t("preview.cut")
	}
	return text, nil
}

func fileOf(e work.Evidence) preview.File {
	return preview.File{Hash: e.Hash, Size: e.Size, Ext: strings.ToLower(strings.TrimPrefix(path.Ext(e.Name), "."))}
}

func (v *visit) shown(kind, policy string, body []byte) error {
	h := v.w.Header()
	h.Set("Content-Type", kind)
	h.Set("Content-Length", strconv.Itoa(len(body)))
	h.Set("Content-Security-Policy", policy)
	h.Set("Cache-Control", "private, max-age=600")
	_, _ = v.w.Write(body) // who hangs up needs no picture
	return nil
}

// instead says in a picture of words why there is no preview; what has nothing
// to do with previews is a fault as everywhere.
func (v *visit) instead(err error) error {
	key := ""
	switch {
	case errors.Is(err, office.ErrNone):
		key = "preview.no-office"
	case errors.Is(err, preview.ErrTooLarge):
		key = "preview.too-large"
	case errors.Is(err, preview.ErrUnreadable):
		key = "preview.unreadable"
	case errors.Is(err, preview.ErrBusy), errors.Is(err, context.DeadlineExceeded):
		key = "preview.busy"
	default:
		return err
	}
	body := fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 120" width="640" height="120" role="img"><rect width="640" height="120" fill="#f5f3ef"/><text x="320" y="66" font-size="18" text-anchor="middle" fill="#57534e" font-family="sans-serif">%s</text></svg>`,
		html.EscapeString(v.t(key)))
	v.w.Header().Set("Content-Type", "image/svg+xml")
	v.w.Header().Set("Content-Security-Policy", apart+"; sandbox")
	v.w.WriteHeader(http.StatusOK)
	_, _ = io.WriteString(v.w, body)
	return nil
}
