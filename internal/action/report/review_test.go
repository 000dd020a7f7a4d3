package report_test

import (
	"context"
	"path/filepath"
	"testing"

	"bihuan/internal/action/report"
	"bihuan/internal/action/reviewing"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/plan"
	"bihuan/internal/query"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

// looks gives a report as somebody sees it.
func looks(t *testing.T, w *testkit.World, who, id string) query.ReportPage {
	t.Helper()
	x, err := query.Page(t.Context(), w.Reader, w.Actor(t, who), query.ReportReview, id)
	if err != nil {
		t.Fatalf("%s: %v", who, err)
	}
	return x
}

// sent is a report in its joint review.
func sent(t *testing.T, w *testkit.World) string {
	t.Helper()
	id := composed(t, w)
	w.Must(t, "head", &report.Submit{ID: id, Version: 1, MeetingID: "adopting"})
	return id
}

func TestAReturnIsMergedAndAnsweredBeforeTheNextGoesUp(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := world(t, url)
		id := sent(t, w)
		back := &report.GiveOpinion{ID: id, Verdict: plan.Returns}
		wantCode(t, w, "reviewer", back, "fault.invalid") // no reason
		back.Overall = "退回：逾期事项没有原因"
		back.Items = []reviewing.Item{{Problem: "p1", Text: "写明逾期原因"}, {Problem: "p2", Text: "可以更短"}}
		w.Must(t, "reviewer", back)
		w.Must(t, "team", consent(id))
		wantCode(t, w, "office", &report.MergeReview{ID: id, Version: 2, Overall: "退回"}, "review.waits")
		w.Must(t, "office", consent(id))
		if r, _ := get(t, w, id); r.State != inspection.ReportSubmitted {
			t.Fatalf("decided although one would return it: %s", r.State)
		}
		if x := looks(t, w, "clerk", id).Joint; len(x.Remarks) != 0 || x.Bodies[2].Opinion != nil || !x.Bodies[2].Given {
			t.Error("the organisation reads opinions before the result")
		}
		if x := looks(t, w, "team", id).Joint; len(x.Remarks) != 0 || x.Bodies[2].Opinion != nil || x.Bodies[1].Opinion == nil {
			t.Error("a body reads another's opinion, or not its own")
		}
		all := looks(t, w, "office", id).Joint
		if len(all.Remarks) != 2 || !all.MayMerge || all.Merge != nil {
			t.Fatalf("the office sees %d remarks, merges: %v", len(all.Remarks), all.Merge)
		}
		merge := &report.MergeReview{ID: id, Version: 2, Overall: "请修改后重新报送"}
		for _, c := range all.Remarks {
			merge.Items = append(merge.Items, reviewing.MergeItem{Comment: c.ID, Keep: c.ProblemID == "p1", Text: "逾期的写明原因"})
		}
		wantCode(t, w, "team", merge, "review.office")
		stale := *merge
		stale.Version = 1
		wantCode(t, w, "office", &stale, "fault.stale")
		w.Must(t, "office", merge)
		if r, i := get(t, w, id); r.State != inspection.ReportReturned || i.ReportedOn != "" || r.Opinion != "请修改后重新报送" {
			t.Fatalf("returned as %+v, reported on %q", r, i.ReportedOn)
		}
		wantCode(t, w, "office", merge, "report.not-submitted")
		answered(t, w, composed(t, w))
	})
}

// answered answers the one remark, and only then the next report goes up.
func answered(t *testing.T, w *testkit.World, next string) {
	t.Helper()
	submit := &report.Submit{ID: next, Version: 1, MeetingID: "adopting"}
	wantCode(t, w, "head", submit, "report.open-remarks")
	rows := looks(t, w, "clerk", next).Returned
	if len(rows) != 1 || len(rows[0].Remarks) != 1 || rows[0].Remarks[0].Merged != "逾期的写明原因" || !rows[0].CanAnswer {
		t.Fatalf("the draft goes on from %+v", rows)
	}
	c := rows[0].Remarks[0].Comment
	wantCode(t, w, "clerk", &report.AnswerRemark{ID: c.ID, Version: c.Version, Answer: "refused"}, "fault.invalid")
	wantCode(t, w, "officer", &report.AnswerRemark{ID: c.ID, Version: c.Version, Answer: "adopted"}, "fault.denied")
	wantCode(t, w, "other-clerk", &report.AnswerRemark{ID: c.ID, Version: c.Version, Answer: "adopted"}, "fault.not-found")
	w.Must(t, "clerk", &report.AnswerRemark{ID: c.ID, Version: c.Version, Answer: "partly", Reason: "写在第二部分"})
	w.Must(t, "head", submit)
	wantCode(t, w, "clerk", &report.AnswerRemark{ID: c.ID, Version: c.Version + 1, Answer: "adopted"}, "report.remarks.closed")
	x := looks(t, w, "reviewer", next)
	if len(x.Returned) != 1 || len(x.Returned[0].Remarks) != 2 || x.Returned[0].Remarks[0].Answer != plan.Partly || x.Joint.Review.Number != 2 {
		t.Errorf("the body sees of its earlier remarks %+v", x.Returned)
	}
	for _, who := range []string{"reviewer", "team", "office"} {
		w.Must(t, who, consent(next))
	}
	if r, _ := get(t, w, next); r.State != inspection.ReportAccepted {
		t.Errorf("the next is %s", r.State)
	}
}

func TestAnOpinionIsTakenBackAndGivenAnew(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := world(t, url)
		id := sent(t, w)
		back := &report.GiveOpinion{ID: id, Verdict: plan.Returns, Overall: "退回"}
		back.Items = []reviewing.Item{{Problem: "p1", Text: "不实"}}
		w.Must(t, "reviewer", back)
		mine := looks(t, w, "reviewer", id).Joint.Bodies[2]
		if !mine.CanWithdraw {
			t.Fatal("the body cannot take its opinion back")
		}
		gone := &reviewing.Withdraw{ID: mine.Opinion.ID, Version: 1, Reason: "核实后属实"}
		wantCode(t, w, "team", gone, "plan.not-your-body")
		wantCode(t, w, "clerk", gone, "fault.denied")
		wantCode(t, w, "reviewer", &reviewing.Withdraw{ID: mine.Opinion.ID, Version: 1}, "fault.invalid")
		w.Must(t, "reviewer", gone)
		wantCode(t, w, "reviewer", gone, "review.withdrawn-already")
		if x := looks(t, w, "office", id).Joint; len(x.Withdrawn) != 1 || len(x.Remarks) != 0 || x.Bodies[2].Given {
			t.Errorf("taken back, the office sees %+v", x)
		}
		for _, who := range []string{"reviewer", "team", "office"} {
			w.Must(t, who, consent(id))
		}
		if r, _ := get(t, w, id); r.State != inspection.ReportAccepted {
			t.Errorf("the report is %s", r.State)
		}
	})
}

func TestNobodyReviewsHisOwnReportAndASilentBodyIsPassedOverInTime(t *testing.T) {
	w := world(t, filepath.Join(t.TempDir(), "test.db"))
	id := sent(t, w)
	w.Write(t, func(tx *store.Tx) error {
		r, err := store.Reports.Get(tx, id)
		if err != nil {
			return err
		}
		r.CreatedBy = "team"
		return store.Reports.Update(tx, &r)
	})
	wantCode(t, w, "team", consent(id), "plan.own-work")
	w.Must(t, "reviewer", &report.GiveOpinion{ID: id, Verdict: plan.Returns, Overall: "退回"})
	merge := &report.MergeReview{ID: id, Version: 3, Overall: "退回"}
	wantCode(t, w, "office", merge, "review.waits")
	w.Clock.Set("2026-04-20")
	w.Must(t, "office", merge)
}

// TestAReportDecidedBeforeBodiesReviewedShowsAsItWas: there was one decision.
func TestAReportDecidedBeforeBodiesReviewedShowsAsItWas(t *testing.T) {
	w := world(t, filepath.Join(t.TempDir(), "test.db"))
	w.Write(t, func(tx *store.Tx) error {
		return store.Reports.Insert(tx, &inspection.Report{ID: "old", OrgID: "bureau", InspectionID: "i-bureau", Kind: inspection.HeadReport, Title: "报告",
			State: inspection.ReportAccepted, SubmittedOn: "2026-03-05", DecidedOn: "2026-03-06", DecidedName: "office", Opinion: "同意"})
	})
	if x := looks(t, w, "clerk", "old"); x.Joint != nil || x.Report.Opinion != "同意" || x.Report.DecidedName != "office" {
		t.Errorf("shown as %+v", x.Report)
	}
}

// TestTheFileThatWentUpIsKept: as it went up, and again once it bears a number.
func TestTheFileThatWentUpIsKept(t *testing.T) {
	w := world(t, filepath.Join(t.TempDir(), "test.db"))
	kept := map[string]string{}
	files := report.Files{
		Print: func(r inspection.Report, number string) ([]byte, error) { return []byte(string(r.Body) + number), nil },
		Keep: func(_ context.Context, body []byte) (string, int64, error) {
			hash := inspection.BodyHash(body)
			kept[hash] = string(body)
			return hash, int64(len(body)), nil
		}}
	id := composed(t, w)
	w.Must(t, "head", &report.Submit{ID: id, Version: 1, MeetingID: "adopting", Files: files})
	r, _ := get(t, w, id)
	if kept[r.SentHash] != string(r.Body) || r.SentName != "报告.docx" || r.SentSize != int64(len(r.Body)) {
		t.Errorf("kept as %s %q", r.SentName, kept[r.SentHash])
	}
	w.Must(t, "clerk", &report.Number{ID: id, Typed: "市监党组发〔2026〕8号", Files: files})
	if r, _ := get(t, w, id); kept[r.SentHash] != string(r.Body)+"市监党组发〔2026〕8号" || r.SentName != "报告（市监党组发〔2026〕8号）.docx" || len(kept) != 2 {
		t.Errorf("with its number kept as %s %q", r.SentName, kept[r.SentHash])
	}
}
