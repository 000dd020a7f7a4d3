package checkup_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"bihuan/internal/action"
	"bihuan/internal/action/issuing"
	"bihuan/internal/blob"
	"bihuan/internal/checkup"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/server"
	"bihuan/internal/store"
)

// issued issues a paper through the product's own action.
func issued(t *testing.T, in *server.Installation) inspection.IssuedPaper {
	t.Helper()
	write(t, in, func(tx *store.Tx) error {
		return store.Inspections.Insert(tx, &inspection.Inspection{ID: "i", OrgID: "o"})
	})
	cmd := &issuing.Issue{PaperAsk: inspection.PaperAsk{InspectionID: "i", Kind: inspection.LedgerPaper},
		Print: func(*store.Tx, org.Actor, inspection.PaperAsk) (inspection.PrintedPaper, error) {
			return inspection.PrintedPaper{Composed: inspection.Composed{Title: "整改台账", Body: []byte(`{"Subject":"整改台账"}`), Data: []byte("null")},
				OrgID: "o", Docx: []byte("docx")}, nil
		},
		Keep: func(ctx context.Context, body []byte) (string, int64, error) {
			f, err := in.Files.Put(ctx, bytes.NewReader(body), 1<<20)
			return f.Hash, f.Size, err
		}}
	clerk := org.Actor{AccountID: "clerk", Name: "陈静", Grants: []org.Grant{{Role: org.RoleClerk, OrgID: "o"}}}
	res, err := in.Runner.Do(t.Context(), action.Call{Actor: clerk}, cmd)
	if err != nil {
		t.Fatal(err)
	}
	var p inspection.IssuedPaper
	if err := in.DB.Read(t.Context(), func(tx *store.Tx) (err error) { p, err = store.IssuedPapers.Get(tx, res.ID); return err }); err != nil {
		t.Fatal(err)
	}
	return p
}

// flip changes one byte of a stored file.
func flip(t *testing.T, in *server.Installation, hash string) {
	t.Helper()
	rel, err := blob.Path(hash)
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(in.Config.FilesDir(), rel)
	body, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	body[0] ^= 1
	if err := os.Chmod(name, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, body, 0o600); err != nil {
		t.Fatal(err)
	}
}

// TestAChangedPaperIsFound changes an issued paper in one place at a time: its
// file by a byte, what it says, its hash together with that.
func TestAChangedPaperIsFound(t *testing.T) {
	for code, spoil := range map[string]func(*testing.T, *server.Installation, inspection.IssuedPaper){
		"":                   func(*testing.T, *server.Installation, inspection.IssuedPaper) {},
		"check.file.damaged": func(t *testing.T, in *server.Installation, p inspection.IssuedPaper) { flip(t, in, p.FileHash) },
		"check.paper.changed": func(t *testing.T, in *server.Installation, p inspection.IssuedPaper) {
			rewrite(t, in, p.ID, `{"Subject":"整改台帐"}`, p.Hash)
		},
		"check.paper.not-logged": func(t *testing.T, in *server.Installation, p inspection.IssuedPaper) {
			p.Body = []byte(`{"Subject":"整改台帐"}`)
			rewrite(t, in, p.ID, string(p.Body), p.Seal())
		},
	} {
		t.Run(code, func(t *testing.T) {
			in := sound(t, same)
			spoil(t, in, issued(t, in))
			found := ""
			for _, f := range all(t, in) {
				if f.Level != checkup.Good {
					found += f.Code
				}
			}
			if found != code {
				t.Errorf("found %q", found)
			}
		})
	}
}

// rewrite changes an issued paper behind the program's back.
func rewrite(t *testing.T, in *server.Installation, id, body, hash string) {
	t.Helper()
	write(t, in, func(tx *store.Tx) error {
		if _, err := tx.Exec("DROP TRIGGER issued_paper_unchanged"); err != nil {
			return err
		}
		_, err := tx.Exec("UPDATE issued_paper SET body = ?, hash = ? WHERE id = ?", body, hash, id)
		return err
	})
}
