package web_test

import (
	"net/http"
	"net/url"
	"path/filepath"
	"strings"
	"testing"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/workday"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

// acceptedBody is a report with the marks that composing sets: an opening, a
// section with two problems, and one that no outline has.
const acceptedBody = `{"Blocks":[{"Paragraph":{"Runs":[{"Text":"截至3月9日，已完成2个。","Role":"gist"},{"Text":"现将整改情况报告如下：","Role":"lead-in"}]}},` +
	`{"Heading":{"Level":1,"Numbered":true,"Text":[{"Text":"整改工作组织推进情况"}]}},{"Paragraph":{"Runs":[{"Text":"成立领导小组，组长head。"}]}},` +
	`{"Heading":{"Level":1,"Numbered":true,"Text":[{"Text":"反馈问题整改落实情况"}]}},` +
	`{"Heading":{"Level":3,"Numbered":true,"Role":"problem","Text":[{"Text":"关于“多报差旅费”的问题。"}],"Follow":[{"Text":"追回孙磊多报的12.5万元。"},{"Text":"该问题已完成。","Role":"gist"}]}},` +
	`{"Heading":{"Level":3,"Numbered":true,"Role":"problem","Text":[{"Text":"关于“线索处置慢”的问题。"}],"Follow":[{"Text":"移送1件。"},{"Text":"该问题已完成。","Role":"gist"}]}}],"Subject":"报告"}`

func accepted(t *testing.T, w *testkit.World) {
	t.Helper()
	w.Write(t, func(tx *store.Tx) error {
		i, err := store.Inspections.Get(tx, "i-bureau")
		if err != nil {
			return err
		}
		i.PlanSharedOn, i.PlanIssuedOn, i.ReportedOn, i.AcceptedOn = "2026-03-01", "2026-03-01", "2026-03-08", "2026-03-09"
		if err := store.Inspections.Update(tx, &i); err != nil {
			return err
		}
		return store.Reports.Insert(tx, &inspection.Report{ID: "accepted", OrgID: "bureau", InspectionID: "i-bureau", Kind: inspection.ProgressReport,
			State: inspection.ReportAccepted, Title: "报告", CutOff: "2026-03-08", Body: []byte(acceptedBody), Hash: inspection.BodyHash([]byte(acceptedBody)),
			SubmittedOn: "2026-03-08", DecidedOn: "2026-03-09"})
	})
}

// TestAReportIsPublishedInFullInsideAndMaskedToSociety walks a clerk and the
// head through both publications, and an opinion that comes in.
func TestAReportIsPublishedInFullInsideAndMaskedToSociety(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db string) {
		w := testkit.NewWorld(t, db)
		accepted(t, w)
		clerk, head, office := visit(t, w, "clerk"), visit(t, w, "head"), visit(t, w, "office")
		const at = "/inspections/i-bureau/publication"
		public := clerk.get(at + "?kind=public")
		wantText(t, public, "article.gw", "现将整改进展情况公布如下：")
		for _, inside := range []string{"领导小组", "追回"} {
			for _, block := range public.all("article.gw") {
				if strings.Contains(text(block), inside) {
					t.Errorf("society is told of %s", inside)
				}
			}
		}
		wantText(t, public, "#differs .diff-before", "追回孙磊多报的12.5万元。")
		form := url.Values{"kind": {"public"}, "version": {"0"}, "rules": {"names", "amounts"}, "phone": {"0700-1"}, "address": {"一号"}, "mail": {"a@b.cn"},
			"choices[0].part": {"b1"}, "choices[1].part": {"b3"}, "choices[2].part": {"b4"}, "choices[2].form": {"full"},
			"choices[3].part": {"b5"}, "choices[3].form": {"withheld"}}
		if got := clerk.post(at, at, form); got.status != http.StatusUnprocessableEntity && got.status != http.StatusBadRequest {
			t.Errorf("withheld without reason and consent answered %d", got.status)
		}
		for name, value := range map[string]string{"reason": "open-case", "permitted_by": "市纪委", "permitted_on": "2026-03-09", "permitted_paper": "复函"} {
			form.Set("choices[3]."+name, value)
		}
		if got := clerk.post(at, at, form); got.status != http.StatusSeeOther {
			t.Fatalf("saving answered %d: %s", got.status, got.body)
		}
		public = clerk.get(at + "?kind=public")
		wantText(t, public, "article.gw", "追回孙某多报的××万元。该问题已完成。")
		wantText(t, public, "article.gw", "另有1个问题的整改情况不予公开")
		wantText(t, public, "#differs", "不公开：线索或案件正在办理")
		wantText(t, public, "#masked", "孙磊")
		wantText(t, public, "article.gw .gw-masked", "孙某")
		if got := office.get(at + "?kind=public"); strings.Contains(got.body, "追回") {
			t.Error("the office reads what is being prepared")
		}
		for who, want := range map[string]int{"officer": http.StatusForbidden, "other-clerk": http.StatusNotFound, "sysadmin": http.StatusNotFound} {
			if got := visit(t, w, who).get(at + "?kind=public").status; got != want {
				t.Errorf("%s: %d, want %d", who, got, want)
			}
		}
		publish := url.Values{"kind": {"public"}, "version": {"1"}, "published_in": {"局网站"}, "published_on": {"2026-03-10"}}
		if got := clerk.post(at, at+"/publish", publish); got.status != http.StatusForbidden {
			t.Errorf("a clerk publishes: %d", got.status)
		}
		if got := head.post(at, at+"/publish", publish); got.status != http.StatusSeeOther {
			t.Fatalf("publishing answered %d: %s", got.status, got.body)
		}
		if got := clerk.post(at, at, form); got.status != http.StatusConflict {
			t.Errorf("a published paper is changed: %d", got.status)
		}
		page := office.get("/inspections/i-bureau/publication.html?kind=public")
		for _, want := range []string{`<html lang="zh-CN">`, "追回孙某多报的××万元。", "tel:0700-1", "mailto:a@b.cn", `datetime="2026-03-10"`} {
			if !strings.Contains(page.body, want) {
				t.Errorf("the page does not say %s", want)
			}
		}
		for _, never := range []string{"<script", "data-refs", "12.5", "移送", "孙磊"} {
			if strings.Contains(page.body, never) {
				t.Errorf("the page says %s", never)
			}
		}
		circular := url.Values{"kind": {"circular"}, "version": {"0"}}
		clerk.post(at, at, circular)
		head.post(at, at+"/publish", url.Values{"kind": {"circular"}, "version": {"1"}, "published_in": {"印发"}, "published_on": {"2026-03-09"}})
		wantText(t, clerk.get(at+"?kind=circular"), "article.gw", "现将整改进展情况通报如下：")
		w.See(t, func(tx *store.Tx) error {
			i, err := store.Inspections.Get(tx, "i-bureau")
			if i.PublishedOn != "2026-03-10" {
				t.Errorf("both published on %q", i.PublishedOn)
			}
			return err
		})
	})
}

// TestAnOpinionIsAssignedAndAnswered holds that a department sees what was
// assigned to it and no more, and that a sender who can be reached is told.
func TestAnOpinionIsAssignedAndAnswered(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db string) {
		w := testkit.NewWorld(t, db)
		accepted(t, w)
		clerk, head, dept := visit(t, w, "clerk"), visit(t, w, "head"), visit(t, w, "depthead")
		const list = "/inspections/i-bureau/public-opinions"
		heard := url.Values{"way": {"letter"}, "came_on": {"2026-03-10"}, "sender": {"李四"}, "contact": {"13900000000"}, "said": {"食堂留样不全"}}
		if got := clerk.post(list, list+"/new", heard); got.status != http.StatusConflict {
			t.Errorf("an opinion before publication answered %d", got.status)
		}
		const at = "/inspections/i-bureau/publication"
		clerk.post(at, at, url.Values{"kind": {"public"}, "version": {"0"}, "phone": {"1"}, "address": {"一号"}})
		head.post(at, at+"/publish", url.Values{"kind": {"public"}, "version": {"1"}, "published_in": {"网站"}, "published_on": {"2026-03-10"}})
		if got := clerk.post(list, list+"/new", heard); got.status != http.StatusSeeOther {
			t.Fatalf("recording answered %d: %s", got.status, got.body)
		}
		id := ""
		w.See(t, func(tx *store.Tx) error {
			o, err := store.PublicOpinions.One(tx, "WHERE inspection_id = ?", "i-bureau")
			id = o.ID
			return err
		})
		wantText(t, clerk.get("/desk"), "#desk-heard", "食堂留样不全")
		if strings.Contains(dept.get(list).body, "食堂留样不全") {
			t.Error("a department reads what was not assigned to it")
		}
		answer := url.Values{"version": {"2"}, "answer": {"已补齐留样记录。"}}
		clerk.post(list, "/public-opinions/"+id+"/assign", url.Values{"version": {"1"}, "department": {"d1"}, "answer_by": {"2026-03-20"}})
		wantText(t, dept.get(list), ".card", "食堂留样不全")
		wantText(t, dept.get("/desk"), "#desk-heard", "食堂留样不全")
		for day, want := range map[workday.Date]bool{"2026-03-12": false, "2026-03-18": true, "2026-03-24": true} {
			w.Clock.Set(day)
			dept = visit(t, w, "depthead") // his session ended overnight
			if got := strings.Contains(dept.get("/warnings?kind=opinion").body, "食堂留样不全"); got != want {
				t.Errorf("on %s the department is warned: %v", day, got)
			}
		}
		if got := dept.post(list, "/public-opinions/"+id+"/answer", answer); got.status == http.StatusSeeOther {
			t.Error("a sender who can be reached is not told")
		}
		answer.Set("told", "telephone")
		if got := dept.post(list, "/public-opinions/"+id+"/answer", answer); got.status != http.StatusSeeOther {
			t.Fatalf("answering answered %d: %s", got.status, got.body)
		}
		clerk = visit(t, w, "clerk")
		wantText(t, clerk.get(list), "main", "收到1条，已答复1条")
		for _, of := range []*visitor{clerk, dept} {
			if strings.Contains(of.get("/desk").body+of.get("/warnings").body, "食堂留样不全") {
				t.Error("what is answered still waits")
			}
		}
		w.See(t, func(tx *store.Tx) error {
			n, err := tx.Count("SELECT COUNT(*) FROM audit_entry WHERE record LIKE '%李四%' OR record LIKE '%13900000000%'")
			if n > 0 {
				t.Error("the log tells who said it")
			}
			return err
		})
	})
}

// TestPublicationWaitsForWhoTakesItsNextStep: an accepted report waits for the
// clerk, what he prepared for the head, and both are warned near the deadline.
func TestPublicationWaitsForWhoTakesItsNextStep(t *testing.T) {
	w := testkit.NewWorld(t, filepath.Join(t.TempDir(), "bihuan.db"))
	accepted(t, w)
	clerk, head := visit(t, w, "clerk"), visit(t, w, "head")
	const at = "/inspections/i-bureau/publication"
	waits := func(who *visitor) bool { return len(who.get("/desk").all("#desk-publish")) > 0 }
	warned := func(who *visitor) bool { return strings.Contains(who.get("/warnings?kind=publish").body, at) }
	if !waits(clerk) || waits(head) {
		t.Error("before anything is prepared it is the clerk's turn alone")
	}
	for _, kind := range []string{"circular", "public"} {
		clerk.post(at, at, url.Values{"kind": {kind}, "version": {"0"}, "phone": {"1"}, "address": {"一号"}})
	}
	if waits(clerk) || !waits(head) {
		t.Error("what is prepared is the head's turn alone")
	}
	if warned(head) {
		t.Error("warned long before the deadline")
	}
	w.Clock.Set("2026-03-20")                               // two working days before the tenth after the acceptance
	clerk, head = visit(t, w, "clerk"), visit(t, w, "head") // their sessions ended overnight
	if !warned(head) || !warned(clerk) || warned(visit(t, w, "officer")) {
		t.Error("near the deadline those are warned who publish, and nobody else")
	}
	for _, kind := range []string{"circular", "public"} {
		if got := head.post(at, at+"/publish", url.Values{"kind": {kind}, "version": {"1"}, "published_in": {"网站"}, "published_on": {"2026-03-20"}}); got.status != http.StatusSeeOther {
			t.Fatalf("publishing answered %d: %s", got.status, got.body)
		}
	}
	if waits(head) || warned(head) {
		t.Error("what is published still waits")
	}
}
