package web_test

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"net/http"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"bihuan/internal/domain/work"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

func TestAPackageHoldsTheFilesAndTheirRegister(t *testing.T) {
	w := testkit.NewWorld(t, filepath.Join(t.TempDir(), "bihuan.db"))
	put, err := stored.Put(context.Background(), strings.NewReader("凭证全文"), 100)
	if err != nil {
		t.Fatal(err)
	}
	w.Write(t, func(tx *store.Tx) error {
		for _, insert := range []func() error{
			insertion(tx, store.Evidences, work.Evidence{ID: "e1", OrgID: "bureau", InspectionID: "i-bureau", ProblemID: "p1", Name: "凭证.txt", Hash: put.Hash, Size: put.Size, State: work.EvidenceSubmitted}),
			insertion(tx, store.Evidences, work.Evidence{ID: "e2", OrgID: "bureau", InspectionID: "i-bureau", ProblemID: "p1", Name: "丢失.txt", Hash: "gone", Size: 3, State: work.EvidenceSubmitted}),
			insertion(tx, store.Evidences, work.Evidence{ID: "e3", OrgID: "bureau", InspectionID: "i-bureau", ProblemID: "p1", Name: "旧.txt", Hash: put.Hash, Size: put.Size, State: work.EvidenceSuperseded}),
			insertion(tx, store.EvidenceLinks, work.EvidenceLink{ID: "l1", OrgID: "bureau", InspectionID: "i-bureau", EvidenceID: "e1", ProblemID: "p2"}),
		} {
			if err := insert(); err != nil {
				return err
			}
		}
		return nil
	})
	v := visit(t, w, "clerk")
	for _, path := range []string{"/problems/p1/evidence.zip", "/inspections/i-bureau/evidence.zip"} {
		p := v.get(path)
		if p.status != http.StatusOK {
			t.Fatalf("%s: %d", path, p.status)
		}
		z, err := zip.NewReader(bytes.NewReader([]byte(p.body)), int64(len(p.body)))
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for _, f := range z.File {
			names = append(names, f.Name)
		}
		if want := []string{"市市场监管局/1.1.1/001-凭证.txt", "00-目录.xlsx", "00-目录.docx"}; !slices.Equal(names, want) {
			t.Errorf("%s holds %v", path, names)
		}
		r, err := z.File[0].Open()
		if err != nil {
			t.Fatal(err)
		}
		if body, err := io.ReadAll(r); string(body) != "凭证全文" || err != nil {
			t.Errorf("%q, %v", body, err)
		}
	}
	for login, want := range map[string]int{"other-clerk": http.StatusNotFound, "office": http.StatusForbidden, "sysadmin": http.StatusNotFound} {
		if p := visit(t, w, login).get("/problems/p1/evidence.zip"); p.status != want {
			t.Errorf("%s: %d, want %d", login, p.status, want)
		}
	}
	if p := visit(t, w, "clerk").get("/rounds/round/evidence.zip"); p.status == http.StatusOK {
		t.Error("an organisation takes the files of a round")
	}
}
