package paper_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"testing"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/outline"
	"bihuan/internal/domain/workday"
	"bihuan/internal/gongwen"
	"bihuan/internal/paper"
	"bihuan/internal/query"
	"bihuan/internal/store"
)

// TestAnIssuedPaperIsReproducedBitByBit changes the records and the outline of
// the water bureau's notice: what was issued gives the same file, and only the
// records make a difference to today.
func TestAnIssuedPaperIsReproducedBitByBit(t *testing.T) {
	db := city(t)
	err := db.Write(t.Context(), func(tx *store.Tx) error {
		p, err := store.IssuedPapers.One(tx, "WHERE kind = ?", inspection.GroupNotice)
		if err != nil {
			return err
		}
		if got := fileHash(t, p); got != p.FileHash || !p.Intact() {
			t.Errorf("written again it has the hash %s, kept is %s", got, p.FileHash)
		}
		if changes := sinceIssued(t, tx, p); len(changes) > 0 {
			t.Errorf("untouched records differ: %+v", changes)
		}
		shipped := strings.Replace(paper.Shipped(string(inspection.GroupNotice)), "。", "，特此通知。", 1)
		office, err := store.Organisations.One(tx, "WHERE kind = ?", org.Office)
		if err != nil {
			return err
		}
		if err := store.Outlines.Insert(tx, &outline.Version{ID: "newer", OrgID: office.ID, Kind: string(inspection.GroupNotice), Number: 1, Text: shipped}); err != nil {
			return err
		}
		if changes := sinceIssued(t, tx, p); len(changes) > 0 {
			t.Errorf("another outline makes a difference: %+v", changes)
		}
		g, err := store.LeadingGroups.One(tx, "WHERE inspection_id = ?", p.InspectionID)
		if err != nil {
			return err
		}
		g.Duties = "统筹巡察整改，督促限期办结"
		if err := store.LeadingGroups.Update(tx, &g); err != nil {
			return err
		}
		if changes := sinceIssued(t, tx, p); len(changes) == 0 {
			t.Error("changed records make no difference")
		}
		if again, err := store.IssuedPapers.Get(tx, p.ID); err != nil || fileHash(t, again) != p.FileHash || again.Seal() != p.Hash {
			t.Errorf("what was issued changed: %v", err)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// fileHash is the hash of the file that the kept text makes.
func fileHash(t *testing.T, p inspection.IssuedPaper) string {
	t.Helper()
	d, err := gongwen.Decode(p.Body)
	if err != nil {
		t.Fatal(err)
	}
	d.Created = p.At
	var b bytes.Buffer
	if err := gongwen.WriteDocx(&b, d); err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(b.Bytes())
	return hex.EncodeToString(sum[:])
}

// sinceIssued is what the records of today would say otherwise.
func sinceIssued(t *testing.T, tx *store.Tx, p inspection.IssuedPaper) []paper.Change {
	t.Helper()
	clerk := org.Actor{Today: tx.Today(), OrgID: p.OrgID, Grants: []org.Grant{{Role: org.RoleClerk, OrgID: p.OrgID}}}
	page, err := paper.Issued(&query.View{Tx: tx, Actor: clerk, Now: tx.Now(), Today: tx.Today(), Calendar: workday.China()}, p.ID)
	if err != nil {
		t.Fatal(err)
	}
	return page.Changes
}

// TestAFilingPackageHoldsWhatWasIssued: by the hash of the kept file, and not
// written afresh.
func TestAFilingPackageHoldsWhatWasIssued(t *testing.T) {
	err := city(t).Read(t.Context(), func(tx *store.Tx) error {
		p, err := store.IssuedPapers.One(tx, "WHERE kind = ?", inspection.GroupNotice)
		if err != nil {
			return err
		}
		r, err := store.Reports.One(tx, "WHERE inspection_id = ? AND state = ?", p.InspectionID, inspection.ReportAccepted)
		if err != nil {
			return err
		}
		clerk := org.Actor{Today: tx.Today(), OrgID: p.OrgID, Grants: []org.Grant{{Role: org.RoleClerk, OrgID: p.OrgID}}}
		v := &query.View{Tx: tx, Actor: clerk, Now: tx.Now(), Today: tx.Today(), Calendar: workday.China()}
		archive, err := paper.Filing(v, query.FilingOf{Inspection: p.InspectionID})
		filed := map[string]string{}
		for _, item := range archive.Items {
			if _, twice := filed[item.Title]; twice && item.Title == p.Title {
				t.Errorf("%s is filed twice", p.Title)
			}
			filed[item.Title] = item.Hash
		}
		if filed[p.Title] != p.FileHash || filed[r.Title] != r.SentHash || r.SentHash == "" {
			t.Errorf("filed are %s and %s", filed[p.Title], filed[r.Title])
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
