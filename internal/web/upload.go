package web

import (
	"encoding/json"
	"net/http"
	"strconv"
	"strings"

	"bihuan/internal/action"
	"bihuan/internal/action/carrying"
	"bihuan/internal/fault"
	"bihuan/internal/query"
	"bihuan/internal/web/templates"
)

// chunk is how many bytes of a file come in one part.
const chunk = 1 << 20

// uploading is how a file on its way in stands, for the page's script.
type uploading struct {
	ID     string `json:"id"`
	Offset int64  `json:"offset"` // so many bytes have arrived for good
	Chunk  int64  `json:"chunk"`
}

// startUpload begins a file, or finds the one that broke off.
func startUpload(v *visit) error {
	cmd := &carrying.StartUpload{ProblemID: v.id(), Limit: v.opts.UploadLimit}
	if err := v.decode(cmd); err != nil {
		return err
	}
	res, err := v.do(cmd)
	if err != nil {
		return err
	}
	offset, err := v.files.Arrived(v.r.Context(), res.ID)
	if err != nil {
		return err
	}
	return v.json(uploading{res.ID, offset, chunk})
}

// appendUpload takes one part. What the answer says has arrived stays, whatever
// happens to the connection or the server.
func appendUpload(v *visit) error {
	u, err := see(v, query.Upload, v.id())
	if err != nil {
		return err
	}
	if !v.headerHolds() {
		return fault.New(fault.Denied, "fault.form")
	}
	offset, err := strconv.ParseInt(v.r.URL.Query().Get("offset"), 10, 64)
	if err != nil || offset < 0 {
		return fault.New(fault.Invalid, "fault.form")
	}
	body := http.MaxBytesReader(v.w, v.r.Body, chunk)
	arrived, err := v.files.Append(v.r.Context(), u.ID, offset, body, u.Size)
	if err != nil {
		return v.uploadFault(err)
	}
	return v.json(uploading{u.ID, arrived, chunk})
}

// finishUpload makes the file of its parts and records it as proof.
func finishUpload(v *visit) error {
	u, err := see(v, query.Upload, v.id())
	if err != nil {
		return err
	}
	stored, err := v.files.Complete(v.r.Context(), u.ID, u.Hash, u.Size)
	if err != nil {
		return err
	}
	cmd := &carrying.AddEvidence{}
	if err := v.decode(cmd); err != nil {
		return err
	}
	cmd.ProblemID, cmd.UploadID = u.ProblemID, u.ID
	if err := v.asProof(cmd, carrying.File{Name: u.Name, Hash: stored.Hash, Size: stored.Size, MIME: stored.MIME}); err != nil {
		return err
	}
	res, err := v.do(cmd)
	if err != nil {
		return err
	}
	return v.json(uploading{res.ID, u.Size, chunk})
}

// asProof fills in the file, and what its first text says of its secrecy.
func (v *visit) asProof(cmd *carrying.AddEvidence, f carrying.File) error {
	var err error
	cmd.File, err = v.marked(f)
	return err
}

// marked fills in what the secrecy of a file is judged by.
func (v *visit) marked(f carrying.File) (carrying.File, error) {
	opening, err := v.opening(f)
	f.Opening, f.Allowed = opening, v.opts.Secrecy
	return f, err
}

// addEvidence puts the uploaded files away and records each as proof: the way
// without scripts.
func addEvidence(v *visit) error {
	files, err := v.manyFiles()
	if err != nil {
		return err
	}
	if len(files) == 0 {
		return &fault.Error{Kind: fault.Invalid, Code: "fault.invalid", Fields: []fault.Field{{Name: "file", Code: "field.required"}}}
	}
	key := v.r.PostFormValue("form_key")
	for n, f := range files {
		cmd := &carrying.AddEvidence{}
		if err := v.decode(cmd); err != nil {
			return err
		}
		cmd.ProblemID, cmd.Title = v.id(), onlyOne(cmd.Title, len(files))
		if err := v.asProof(cmd, f); err != nil {
			return err
		}
		call := action.Call{Actor: v.actor, Key: nth(key, n), Remote: v.remote()}
		if _, err := v.run.Do(v.r.Context(), call, cmd); err != nil {
			return err
		}
	}
	return v.saved("/problems/"+v.id()+"#evidence", "work.evidence.saved")
}

// onlyOne: a title belongs to one file; several keep their names.
func onlyOne(title string, files int) string {
	if files > 1 {
		return ""
	}
	return title
}

// nth is the key of the nth command of a form.
func nth(key string, n int) string {
	if key == "" || n == 0 {
		return key
	}
	return key + "/" + strconv.Itoa(n)
}

func evidencePage(v *visit) error {
	p, e, err := inside(v, "evidence.title", query.Evidence, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.Evidence(p, e))
}

func reviewEvidence(v *visit) error {
	return post(v, &carrying.ReviewEvidence{ID: v.id()}, "saved", to("/evidence/"+v.id()+"/view"))
}

func linkEvidence(v *visit) error {
	return post(v, &carrying.LinkEvidence{ID: v.id()}, "saved", to("/evidence/"+v.id()+"/view"))
}

// json answers the page's script.
func (v *visit) json(body any) error {
	text, err := json.Marshal(body)
	if err != nil {
		return err
	}
	v.w.Header().Set("Content-Type", "application/json; charset=utf-8")
	_, _ = v.w.Write(text) // a script that hangs up asks again
	return nil
}

// headerHolds is guardHolds for a request whose body is no form.
func (v *visit) headerHolds() bool { return v.r.Header.Get("X-Guard") == v.guard() }

// plain reports whether a file is text that a browser shows as it is.
func plain(mime string) bool { return strings.HasPrefix(mime, "text/plain") }
