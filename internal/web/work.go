package web

import (
	"io"
	"mime"
	"net/http"
	"strconv"

	"bihuan/internal/action"
	"bihuan/internal/action/carrying"
	"bihuan/internal/action/closing"
	"bihuan/internal/query"
	"bihuan/internal/web/templates"
)

func addProgress(v *visit) error {
	return post(v, &carrying.AddProgress{ProblemID: v.id()}, "work.progress.saved", to("/problems/"+v.id()+"#progress"))
}

func withdrawEvidence(v *visit) error {
	return post(v, &carrying.WithdrawEvidence{ID: v.id()}, "saved", func(r action.Result) string { return "/problems/" + r.ID + "#evidence" })
}

// inline are the kinds of file that a browser may show by itself without
// running anything of theirs.
var inline = map[string]bool{"image/png": true, "image/jpeg": true, "image/gif": true, "image/webp": true,
	"application/pdf": true, "text/plain": true}

// evidenceFile hands a file out, checked against its recorded hash. The
// asking is recorded before the first byte leaves.
func evidenceFile(v *visit) error {
	cmd := &carrying.Download{ID: v.id()}
	if _, err := v.do(cmd); err != nil {
		return err
	}
	e := cmd.Evidence
	return v.stream(e.Name, e.MIME, e.Hash, e.Size)
}

// stream hands a stored file out; its length and hash are checked on the way.
func (v *visit) stream(name, media, hash string, size int64) error {
	file, err := v.files.Open(v.r.Context(), hash, size)
	if err != nil {
		return err
	}
	defer file.Close()
	kind, _, err := mime.ParseMediaType(media)
	if err != nil {
		kind = "application/octet-stream"
	}
	show := "attachment"
	if inline[kind] && v.r.URL.Query().Get("download") == "" {
		show = "inline"
	}
	if kind == "text/plain" {
		kind = media
	}
	h := v.w.Header()
	h.Set("Content-Type", kind)
	h.Set("Content-Length", strconv.FormatInt(size, 10))
	h.Set("Content-Disposition", mime.FormatMediaType(show, map[string]string{"filename": name}))
	policy := apart
	if kind != "application/pdf" { // a browser shows no PDF in a sandbox
		policy += "; sandbox"
	}
	h.Set("Content-Security-Policy", policy)
	if _, err := io.Copy(v.w, file); err != nil {
		v.log.Error("file broke off", "file", hash, "error", err)
		panic(http.ErrAbortHandler)
	}
	return nil
}

func askExtension(v *visit) error {
	return post(v, &carrying.AskExtension{ProblemID: v.id()}, "extension.sent", to("/problems/"+v.id()+"#extensions"))
}

func extensionList(v *visit) error {
	p, rows, err := inspect(v, v.id(), "extensions.title", query.Extensions, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.Extensions(p, rows))
}

func decideExtension(v *visit) error {
	return post(v, &carrying.DecideExtension{ID: v.id()}, "saved", to(v.back("/desk")))
}

func progressList(v *visit) error {
	q := v.r.URL.Query()
	page, err := strconv.Atoi(q.Get("page"))
	if err != nil {
		page = 1
	}
	in := query.ProgressIn{Inspection: v.id(), Difficult: q.Get("difficult") != "", Page: page}
	p, list, err := inspect(v, v.id(), "progress.title", query.ProgressEntries, in)
	if err != nil {
		return err
	}
	return v.show(templates.Progress(p, v.at(), list))
}

func applySignoff(v *visit) error {
	return post(v, &closing.Apply{ProblemID: v.id()}, "signoff.applied", func(r action.Result) string { return "/signoffs/" + r.ID })
}

func signoffList(v *visit) error {
	p, rows, err := inspect(v, v.id(), "signoffs.title", query.Signoffs, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.Signoffs(p, rows))
}

func signoffPage(v *visit) error {
	p, s, err := inside(v, "signoff.title", query.Signoff, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.Signoff(p, s))
}

func decideSignoff(v *visit) error {
	return post(v, &closing.Decide{ID: v.id()}, "signoff.decided", func(r action.Result) string { return "/signoffs/" + r.ID })
}

func withdrawSignoff(v *visit) error {
	return post(v, &closing.Withdraw{ID: v.id()}, "saved", func(r action.Result) string { return "/signoffs/" + r.ID })
}
