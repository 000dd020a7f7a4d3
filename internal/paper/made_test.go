package paper_test

import (
	"strings"
	"testing"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/gongwen"
	"bihuan/internal/paper"
	"bihuan/internal/query"
	"bihuan/internal/store"
)

// seeing reads as the head of the organisation with the short name, who sees
// all of its papers.
func seeing(t testing.TB, db *store.DB, short string, read func(v *query.View, i inspection.Inspection) error) {
	t.Helper()
	err := db.Read(t.Context(), func(tx *store.Tx) error {
		i, err := store.Inspections.One(tx, "WHERE org_id = (SELECT id FROM organisation WHERE short_name = ?)", short)
		if err != nil {
			return err
		}
		head := org.Actor{AccountID: "head", OrgID: i.OrgID, Grants: []org.Grant{{OrgID: i.OrgID, Role: org.RoleHead}}}
		return read(&query.View{Tx: tx, Actor: head, Now: tx.Now(), Today: tx.Today(), Calendar: workday.China()}, i)
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestThePapersOfTheExampleBureau holds every paper that is written from the
// records of the example city's market bureau: word for word, and as the .docx
// that a clerk takes along.
func TestThePapersOfTheExampleBureau(t *testing.T) {
	db := city(t)
	accept(t, db, "市市场监管局")
	seeing(t, db, "市市场监管局", func(v *query.View, i inspection.Inspection) error {
		choice, err := query.PaperChoices(v, i.ID)
		if err != nil {
			return err
		}
		for _, kind := range inspection.PaperKinds() {
			in := query.PaperIn{Inspection: i.ID, Kind: kind}
			switch {
			case kind == inspection.Minutes:
				in.Of = choice.MeetingsFor(kind)[len(choice.MeetingsFor(kind))-1].ID
			case kind.OfMeeting():
				in.Of = choice.Meetings[0].ID // still to come
			case kind == inspection.ImmediateNotice:
				in.Of = choice.Immediates[len(choice.Immediates)-1].ID
			}
			made, err := paper.Made(v, in)
			if err != nil {
				return err
			}
			for _, s := range made.Sources {
				if s.Label == "" && s.Path == "" {
					t.Errorf("%s: the source %s leads nowhere", kind, s.Ref)
				}
			}
			for _, f := range made.Findings {
				t.Errorf("%s is doubted: %s %q in %s %v", kind, f.Kind, f.Quote, f.Within, f.Args)
			}
			keepPaper(t, string(kind), made.Document)
		}
		return nil
	})
}

// accept has the organisation's progress report accepted, which the circular
// and the public version are projections of.
func accept(t testing.TB, db *store.DB, short string) {
	t.Helper()
	body, err := gongwen.Encode(written(t, db, short, inspection.ProgressReport))
	if err != nil {
		t.Fatal(err)
	}
	err = db.Write(t.Context(), func(tx *store.Tx) error {
		i, err := store.Inspections.One(tx, "WHERE org_id = (SELECT id FROM organisation WHERE short_name = ?)", short)
		if err != nil {
			return err
		}
		return store.Reports.Insert(tx, &inspection.Report{ID: "accepted", OrgID: i.OrgID, InspectionID: i.ID, Kind: inspection.ProgressReport,
			State: inspection.ReportAccepted, Title: "报告", CutOff: tx.Today(), Body: body, Hash: inspection.BodyHash(body), DecidedOn: tx.Today()})
	})
	if err != nil {
		t.Fatal(err)
	}
}

// keepPaper holds a paper against its golden text and its golden .docx.
func keepPaper(t *testing.T, name string, d *gongwen.Document) {
	t.Helper()
	golden(t, "paper-"+name+".txt", text(d))
	keepDocx(t, name, d)
}

// TestTheReportOnTheExampleRound holds the report of the inspection office on
// the round, and that its sums are those of its rows.
func TestTheReportOnTheExampleRound(t *testing.T) {
	db := city(t)
	asOffice(t, db, func(v *query.View, round inspection.Round) error {
		page, err := paper.Round(v, query.RoundSummaryIn{Round: round.ID})
		if err != nil {
			return err
		}
		keepPaper(t, "round", page.Document)
		sum := 0
		for _, r := range page.Rows {
			sum += r.Counts.Total
		}
		if sum != page.Totals.Total || sum == 0 {
			t.Errorf("the rows have %d problems, the total says %d", sum, page.Totals.Total)
		}
		return nil
	})
}

// text is a paper as a reader sees it, a line for each paragraph and each row
// of a table.
func text(d *gongwen.Document) string {
	var b strings.Builder
	line := func(runs ...gongwen.Run) {
		if text := strings.Join(words(runs), ""); text != "" {
			b.WriteString(text + "\n")
		}
	}
	line(d.Head...)
	line(append(gongwen.Line{d.Number}, d.Signatories...)...)
	line(d.Title...)
	line(d.Addressee)
	textOf(line, d.Blocks)
	for _, r := range d.Attendance {
		line(append(gongwen.Line{gongwen.Text(r.Label + "：")}, r.Names...)...)
	}
	if s := d.Signature; s != nil {
		for _, n := range s.Names {
			line(n)
		}
		line(s.Date)
	}
	line(d.Note)
	for _, a := range d.Attachments {
		line(gongwen.Text("附件："), a.Title)
		textOf(line, a.Blocks)
	}
	if i := d.Imprint; i != nil {
		line(i.CopyTo)
		line(i.Printer, i.PrintDate)
	}
	return b.String()
}

func textOf(line func(...gongwen.Run), blocks []gongwen.Block) {
	for _, block := range blocks {
		switch block := block.(type) {
		case gongwen.Heading:
			line(append(append(gongwen.Line{gongwen.Text(strings.Repeat("#", block.Level) + " ")}, block.Text...), block.Follow...)...)
		case gongwen.Paragraph:
			line(block.Runs...)
		case gongwen.Table:
			for _, row := range append(append([]gongwen.Row{}, block.Head...), block.Rows...) {
				var cells []gongwen.Run
				for _, c := range row {
					for _, l := range c.Lines {
						cells = append(append(cells, l...), gongwen.Text("　"))
					}
				}
				line(cells...)
			}
		}
	}
}
