package paper_test

import (
	"bytes"
	"os"
	"path/filepath"
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

// TestTheReportsAndThePlanAsFiles holds the .docx of the papers whose words the
// other tests hold.
func TestTheReportsAndThePlanAsFiles(t *testing.T) {
	db := city(t)
	keepDocx(t, "head", written(t, db, "市市场监管局", inspection.HeadReport))
	keepPaper(t, "progress", written(t, db, "市市场监管局", inspection.ProgressReport))
	keepDocx(t, "plan", planOf(t, db, "市市场监管局").Document)
}

// TestTheFormsOfTheExampleCity holds the forms, letters and tables that the
// example city's records give: word for word, and as files.
func TestTheFormsOfTheExampleCity(t *testing.T) {
	db := city(t)
	drawn(t, db)
	asOffice(t, db, func(v *query.View, round inspection.Round) error {
		for name, form := range map[string]func() (*gongwen.Document, error){
			"signoff": func() (*gongwen.Document, error) {
				x, err := query.SignoffForm(v, firstOf(t, v, "application"))
				return paper.SignoffForm(x, nil), err
			},
			"extension": func() (*gongwen.Document, error) {
				x, err := query.Extension(v, firstOf(t, v, "extension"))
				return paper.ExtensionForm(x, nil), err
			},
			"letter": func() (*gongwen.Document, error) { return letterOf(v, firstOf(t, v, "letter")) },
			"evaluation": func() (*gongwen.Document, error) {
				e, err := query.EvaluationOf(v, firstOf(t, v, "evaluation"))
				return byOffice(e, err, paper.EvaluationForm)
			},
			"survey": func() (*gongwen.Document, error) {
				s, err := query.SurveyOf(v, firstOf(t, v, "survey"))
				return byOffice(s, err, paper.Survey)
			},
			"evaluations": func() (*gongwen.Document, error) {
				l, err := query.EvaluationsOfRound(v, round.ID)
				return byOffice(l, err, paper.Evaluations)
			},
			"checksheet": func() (*gongwen.Document, error) {
				c, err := query.CheckSheetOf(v, firstOf(t, v, "sample"))
				return byOffice(c, err, paper.CheckSheet)
			},
		} {
			d, err := form()
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			keepPaper(t, name, d)
		}
		return nil
	})
}

// byOffice is a table of the office, written from what was found.
func byOffice[T any](found T, err error, write func(T, string, map[string]outline.Version) (*gongwen.Document, error)) (*gongwen.Document, error) {
	if err != nil {
		return nil, err
	}
	return write(found, "市委巡察办", nil)
}

// asOffice reads as the inspection office of the example's round.
func asOffice(t *testing.T, db *store.DB, read func(v *query.View, round inspection.Round) error) {
	t.Helper()
	err := db.Read(t.Context(), func(tx *store.Tx) error {
		round, err := store.Rounds.One(tx, "ORDER BY id LIMIT 1")
		if err != nil {
			return err
		}
		office := org.Actor{AccountID: "office", OrgID: round.OfficeID, Grants: []org.Grant{{OrgID: round.OfficeID, Role: org.RoleOffice}}}
		return read(&query.View{Tx: tx, Actor: office, Now: tx.Now(), Today: tx.Today(), Calendar: workday.China()}, round)
	})
	if err != nil {
		t.Fatal(err)
	}
}

// firstOf is the first record of a table.
func firstOf(t *testing.T, v *query.View, table string) (id string) {
	t.Helper()
	err := v.Tx.Each(func(scan func(...any) error) error { return scan(&id) }, "SELECT id FROM "+table+" ORDER BY id LIMIT 1")
	if err != nil || id == "" {
		t.Fatalf("%s: %q, %v", table, id, err)
	}
	return id
}

func letterOf(v *query.View, id string) (*gongwen.Document, error) {
	l, err := store.Letters.Get(v.Tx, id)
	if err != nil {
		return nil, err
	}
	items, err := store.LetterItems.List(v.Tx, "WHERE letter_id = ? ORDER BY seq", id)
	if err != nil {
		return nil, err
	}
	f, err := query.LetterFactsOf(v.Tx, l, items)
	return paper.Letter(f), err
}

// keepDocx holds a paper against its golden .docx.
func keepDocx(t *testing.T, name string, d *gongwen.Document) {
	t.Helper()
	var file bytes.Buffer
	err := gongwen.WriteDocx(&file, d)
	keepFile(t, name, file.Bytes(), err)
}

// keepFile holds the bytes of a paper against its golden file.
func keepFile(t *testing.T, name string, file []byte, err error) {
	t.Helper()
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	path := filepath.Join("testdata", "paper-"+name+".docx")
	if *update {
		if err := os.WriteFile(path, file, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(want, file) {
		t.Errorf("%s differs; look at it and run with -update", path)
	}
}
