package server_test

import (
	"archive/zip"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bihuan/internal/action"
	"bihuan/internal/action/oversight"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
	"bihuan/internal/packing"
	"bihuan/internal/server"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

// TestAPackageIsMadeInTheBackgroundInTheNameOfWhoAsked has a package made,
// reads it, and lets it be forgotten; one whose asker lost his rights meanwhile
// is not made.
func TestAPackageIsMadeInTheBackgroundInTheNameOfWhoAsked(t *testing.T) {
	ctx, clock := context.Background(), testkit.ClockAt("2026-07-01")
	in := furnished(t, filepath.Join(t.TempDir(), "b.db"), clock)
	clerk := org.Account{ID: "clerk", OrgID: "b", Login: "clerk", Name: "陈静"}
	grant := org.Grant{ID: "g", AccountID: "clerk", OrgID: "b", Role: org.RoleClerk}
	actor := org.Actor{AccountID: "clerk", OrgID: "b", Name: "陈静", Grants: []org.Grant{grant}}
	write := func(f func(*store.Tx) error) {
		t.Helper()
		if err := in.DB.Write(ctx, f); err != nil {
			t.Fatal(err)
		}
	}
	write(func(tx *store.Tx) error {
		if err := store.Accounts.Insert(tx, &clerk); err != nil {
			return err
		}
		if err := store.Teams.Insert(tx, &inspection.Team{ID: "t", RoundID: "r"}); err != nil {
			return err
		}
		if _, err := tx.Exec("UPDATE round SET office_id = 'w'"); err != nil {
			return err
		}
		if _, err := tx.Exec("UPDATE inspection SET team_id = 't'"); err != nil {
			return err
		}
		return store.Grants.Insert(tx, &grant)
	})
	ordered := func() string {
		t.Helper()
		cmd := &oversight.AskPackage{RecordPackage: oversight.RecordPackage{InspectionID: "i", Files: 1}, Title: "市市场监管局"}
		res, err := in.Runner.Do(ctx, action.Call{Actor: actor}, cmd)
		if err != nil {
			t.Fatal(err)
		}
		return res.ID
	}
	stateOf := func(id string) (p work.Package, err error) {
		err = in.DB.Read(ctx, func(tx *store.Tx) (err error) { p, err = store.Packages.Get(tx, id); return err })
		return p, err
	}
	first := ordered()
	if err := in.Upkeep(ctx); err != nil {
		t.Fatal(err)
	}
	p, err := stateOf(first)
	if err != nil || p.State != work.PackageReady || p.Files != 2 || p.Damaged != 1 {
		t.Fatalf("%+v, %v", p, err)
	}
	f, err := in.Packages.Open(first)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	body, err := io.ReadAll(f)
	if err != nil || int64(len(body)) != p.Size {
		t.Fatalf("%d bytes of %d: %v", len(body), p.Size, err)
	}
	if z, err := zip.NewReader(bytes.NewReader(body), p.Size); err != nil || len(z.File) != 3 {
		t.Errorf("it holds %d entries: %v", len(z.File), err)
	}
	filed := archived(t, in, actor)
	if err := in.Upkeep(ctx); err != nil {
		t.Fatal(err)
	}
	if p, err = stateOf(filed); err != nil || p.State != work.PackageReady || p.Damaged != 1 {
		t.Fatalf("the filing package: %+v, %v", p, err)
	}
	checkArchive(t, in, p)
	second := ordered()
	write(func(tx *store.Tx) error {
		_, err := tx.Exec("UPDATE role_grant SET org_id = 'w' WHERE id = 'g'")
		return err
	})
	if err := in.Upkeep(ctx); err != nil {
		t.Fatal(err)
	}
	if p, err := stateOf(second); err != nil || p.State != work.PackageFailed {
		t.Errorf("made for somebody who may not have it: %+v, %v", p, err)
	}
	clock.Add(49 * time.Hour)
	if err := in.Upkeep(ctx); err != nil {
		t.Fatal(err)
	}
	if _, err := in.Packages.Open(first); err == nil {
		t.Error("it can still be fetched after two days")
	}
	if _, err := stateOf(first); !fault.Is(err, fault.NotFound) {
		t.Errorf("its record: %v", err)
	}
}

// archived asks for a filing package of the inspection.
func archived(t *testing.T, in *server.Installation, actor org.Actor) string {
	t.Helper()
	cmd := &oversight.AskPackage{Title: "市市场监管局", RecordPackage: oversight.RecordPackage{InspectionID: "i", Files: 1, Kind: work.FilingPackage}}
	res, err := in.Runner.Do(t.Context(), action.Call{Actor: actor}, cmd)
	if err != nil {
		t.Fatal(err)
	}
	return res.ID
}

// TestARoundIsFiledOrganisationByOrganisation has the office file a round: what
// each organisation handed in is there under its name, what it did not is not.
func TestARoundIsFiledOrganisationByOrganisation(t *testing.T) {
	ctx, clock := context.Background(), testkit.ClockAt("2026-07-01")
	in := furnished(t, filepath.Join(t.TempDir(), "b.db"), clock)
	office := org.Account{ID: "office", OrgID: "w", Login: "office", Name: "郑怀舟"}
	grant := org.Grant{ID: "g", AccountID: "office", OrgID: "w", Role: org.RoleOffice}
	err := in.DB.Write(ctx, func(tx *store.Tx) error {
		e, err := store.Evidences.Get(tx, "e")
		if err != nil {
			return err
		}
		kept := func(id, orgID, inspectionID, problemID string) *work.Evidence {
			one := e
			one.ID, one.OrgID, one.InspectionID, one.ProblemID, one.Name = id, orgID, inspectionID, problemID, id+".docx"
			return &one
		}
		for _, err := range []error{
			store.Accounts.Insert(tx, &office), store.Grants.Insert(tx, &grant),
			store.Teams.Insert(tx, &inspection.Team{ID: "t", RoundID: "r"}),
			store.Organisations.Insert(tx, &org.Organisation{ID: "x", Name: "青禾市林业局", ShortName: "市林业局", Kind: org.Bureau}),
			store.Inspections.Insert(tx, &inspection.Inspection{ID: "j", RoundID: "r", OrgID: "x", FeedbackOn: "2026-03-02"}),
			store.Problems.Insert(tx, &work.Problem{ID: "q", OrgID: "x", InspectionID: "j", Title: "造林台账不实", SubmittedOn: "2026-06-01"}),
			store.Problems.Insert(tx, &work.Problem{ID: "own", OrgID: "x", InspectionID: "j", Title: "还没有申请销号"}),
			store.Evidences.Insert(tx, kept("验收单", "x", "j", "q")), store.Evidences.Insert(tx, kept("内部底稿", "x", "j", "own")),
		} {
			if err != nil {
				return err
			}
		}
		for _, sql := range []string{"UPDATE round SET office_id = 'w', name = '2026年第一轮'", "UPDATE inspection SET team_id = 't', plan_shared_on = '2026-04-01', plan_issued_on = '2026-04-02'",
			"UPDATE problem SET submitted_on = '2026-06-01' WHERE id = 'p'"} {
			if _, err := tx.Exec(sql); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	actor := org.Actor{AccountID: "office", OrgID: "w", Name: "郑怀舟", Grants: []org.Grant{grant}}
	res, err := in.Runner.Do(ctx, action.Call{Actor: actor}, &oversight.AskPackage{Title: "2026年第一轮", RecordPackage: oversight.RecordPackage{RoundID: "r", Files: 3, Kind: work.FilingPackage}})
	if err != nil {
		t.Fatal(err)
	}
	if err := in.Upkeep(ctx); err != nil {
		t.Fatal(err)
	}
	var p work.Package
	err = in.DB.Read(ctx, func(tx *store.Tx) (err error) { p, err = store.Packages.Get(tx, res.ID); return err })
	if err != nil || p.State != work.PackageReady || p.Files != 3 {
		t.Fatalf("the filing package: %+v, %v", p, err)
	}
	names := strings.Join(checkArchive(t, in, p), "\n")
	for _, want := range []string{"市市场监管局/佐证材料/", "市林业局/佐证材料/", "验收单.docx", "台账.docx"} {
		if !strings.Contains(names, want) {
			t.Errorf("the round lacks %s:\n%s", want, names)
		}
	}
	if strings.Contains(names, "内部底稿") {
		t.Errorf("the office files what was not handed in:\n%s", names)
	}
}

// checkArchive holds that the package is what its record says, that its files
// are those of its list, and that the index names the damaged one. It gives
// their names.
func checkArchive(t *testing.T, in *server.Installation, p work.Package) (names []string) {
	t.Helper()
	f, err := in.Packages.Open(p.ID)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	body, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	if sum := sha256.Sum256(body); hex.EncodeToString(sum[:]) != p.Hash {
		t.Error("the package is not the one of its hash")
	}
	found, err := packing.Check(bytes.NewReader(body), int64(len(body)))
	if err != nil || !found.OK() || found.Files != p.Files-p.Damaged+1 {
		t.Errorf("checked: %+v, %v; the record says %+v", found, err, p)
	}
	z, err := zip.NewReader(bytes.NewReader(body), int64(len(body)))
	if err != nil {
		t.Fatal(err)
	}
	index, err := z.Open("index.html")
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(index)
	if err != nil || !strings.Contains(string(text), "文件损坏，未能归档") || strings.Contains(string(text), "<script") {
		t.Errorf("the index says nothing of the damaged file, or runs something: %v", err)
	}
	for _, f := range z.File {
		names = append(names, f.Name)
	}
	return names
}
