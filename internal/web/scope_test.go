package web_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"bihuan/internal/domain/closing"
	"bihuan/internal/domain/evaluation"
	"bihuan/internal/domain/incoming"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/letter"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/party"
	"bihuan/internal/domain/plan"
	"bihuan/internal/domain/publication"
	"bihuan/internal/domain/register"
	"bihuan/internal/domain/signing"
	"bihuan/internal/domain/survey"
	"bihuan/internal/domain/warning"
	"bihuan/internal/domain/work"
	"bihuan/internal/signal"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
	"bihuan/internal/web"
)

// records names, for the first part of an address, a record of an
// organisation; every one of them is made by furnish.
func records(orgID, pre string) map[string]string {
	in := "i-" + orgID
	return map[string]string{"imports": pre + "import", "import-rows": pre + "import-row",
		"inspections": in, "problems": pre + "p1", "measures": pre + "m1", "organisations": orgID, "departments": pre + "d1",
		"people": pre + "officer", "grants": "g-" + pre + "clerk", "accounts": pre + "clerk", "meetings": pre + "meet", "studies": pre + "study",
		"regulations": pre + "reg", "evidence": pre + "ev", "talks": pre + "talk", "extensions": pre + "ext", "signoffs": pre + "app",
		"immediates": pre + "imm", "plans": pre + "plan", "plan-rounds": pre + "round", "plan-comments": pre + "comment", "plan-opinions": pre + "opinion", "report-remarks": pre + "remark", "resolutions": pre + "res", "linked-works": pre + "link",
		"life-meetings": pre + "life", "criticisms": pre + "crit", "directed": pre + "dir", "reports": pre + "report", "audit": "1", "rounds": "round",
		"issued-copies": pre + "copy", "recipients": pre + "recipient", "task-questions": pre + "question", "amendments": pre + "amend", "register-numbers": pre + "number", "handovers": pre + "hand", "sheets": pre + "sheet", "delegations": pre + "deleg",
		"letters": pre + "letter", "robots": pre + "robot", "signals": pre + "signal", "samples": pre + "sample", "evaluations": pre + "eval", "schemes": pre + "scheme", "outlines": "head", "surveys": pre + "survey", "survey-batches": pre + "batch", "progress": pre + "prog", "uploads": pre + "up",
		"public-opinions": pre + "heard", "edited-files": pre + "edited", "issued-papers": pre + "issued", "self-papers": pre + "self", "self-versions": pre + "selfv", "packages": pre + "pack", "reopenings": pre + "reopen", "follow-ends": pre + "end"}
}

// furnish adds, to both bureaus, a record of every sort that has an address.
func furnish(t *testing.T, w *testkit.World) {
	t.Helper()
	secrets(t, w)
	w.Write(t, func(tx *store.Tx) error {
		for _, o := range []struct{ org, pre string }{{"bureau", ""}, {"other", "other-"}} {
			in, pre := "i-"+o.org, o.pre
			for _, insert := range []func() error{
				insertion(tx, store.Imports, incoming.Import{ID: pre + "import", OrgID: o.org, InspectionID: in, FileName: "机要.xlsx", State: incoming.Open}),
				insertion(tx, store.ImportRows, incoming.Row{ID: pre + "import-row", OrgID: o.org, ImportID: pre + "import", Seq: 1,
					Kind: incoming.ProblemRow, ProblemID: pre + "p1", Label: "机要", State: incoming.New}),
				insertion(tx, store.Extensions, work.Extension{ID: pre + "ext", OrgID: o.org, InspectionID: in, ProblemID: pre + "p1", NewDate: "2026-09-30", Reason: "机要"}),
				insertion(tx, store.Uploads, work.Upload{ID: pre + "up", OrgID: o.org, InspectionID: in, ProblemID: pre + "p1", AccountID: pre + "officer", Name: "机要"}),
				insertion(tx, store.ProgressEntries, work.Progress{ID: pre + "prog", OrgID: o.org, InspectionID: in, ProblemID: pre + "p1", Body: "机要", HelpDeptID: pre + "d1"}),
				insertion(tx, store.Applications, closing.Application{ID: pre + "app", OrgID: o.org, InspectionID: in, ProblemID: pre + "p1", Statement: "机要"}),
				insertion(tx, store.Immediates, inspection.Immediate{ID: pre + "imm", OrgID: o.org, InspectionID: in, Text: "机要"}),
				insertion(tx, store.PlanVersions, plan.Version{ID: pre + "plan", OrgID: o.org, InspectionID: in, Title: "机要方案", Number: 1}),
				insertion(tx, store.PlanRounds, plan.Round{ID: pre + "round", OrgID: o.org, InspectionID: in, VersionID: pre + "plan", Number: 1, Name: "机要"}),
				insertion(tx, store.PlanComments, plan.Comment{ID: pre + "comment", OrgID: o.org, VersionID: pre + "plan", Text: "机要"}),
				insertion(tx, store.PlanComments, plan.Comment{ID: pre + "remark", OrgID: o.org, VersionID: pre + "report", OpinionID: "of", Text: "机要"}),
				insertion(tx, store.PlanReviews, plan.Review{ID: pre + "review", OrgID: o.org, InspectionID: in, VersionID: pre + "plan", Number: 1, Overall: "机要"}),
				insertion(tx, store.PlanOpinions, plan.Opinion{ID: pre + "opinion", OrgID: o.org, ReviewID: pre + "review", VersionID: pre + "plan",
					BodyID: "nobody", Overall: "机要", FileName: "机要", FileHash: "0123"}),
				insertion(tx, store.Resolutions, party.Resolution{ID: pre + "res", OrgID: o.org, MeetingID: pre + "meet", Seq: 1, Text: "机要"}),
				insertion(tx, store.LinkedWorks, party.LinkedWork{ID: pre + "link", OrgID: o.org, InspectionID: in, Title: "机要"}),
				insertion(tx, store.LifeMeetings, party.LifeMeeting{ID: pre + "life", OrgID: o.org, InspectionID: in, Kind: party.DemocraticLife, Theme: "机要"}),
				insertion(tx, store.Criticisms, party.Criticism{ID: pre + "crit", OrgID: o.org, LifeMeetingID: pre + "life", Text: "机要"}),
				insertion(tx, store.SelfPapers, party.SelfPaper{ID: pre + "self", OrgID: o.org, LifeMeetingID: pre + "life", PersonID: pre + "leader", ReviewedBy: pre + "head"}),
				insertion(tx, store.SelfVersions, party.SelfVersion{ID: pre + "selfv", OrgID: o.org, LifeMeetingID: pre + "life", SelfPaperID: pre + "self", Seq: 1,
					Text: "机要私语材料", ByID: pre + "leader", On: "2026-03-05", FileName: "机要", FileHash: "ab", FileSize: 1}),
				insertion(tx, store.DirectedMatters, party.DirectedMatter{ID: pre + "dir", OrgID: o.org, InspectionID: in, Text: "机要"}),
				insertion(tx, store.IssuedCopies, plan.IssuedCopy{ID: pre + "copy", OrgID: o.org, InspectionID: in, VersionID: pre + "plan", FileName: "机要"}),
				insertion(tx, store.Recipients, plan.Recipient{ID: pre + "recipient", OrgID: o.org, InspectionID: in, CopyID: pre + "copy", DepartmentID: pre + "d1"}),
				insertion(tx, store.TaskQuestions, plan.Question{ID: pre + "question", OrgID: o.org, InspectionID: in, MeasureID: pre + "m1", Question: "机要"}),
				insertion(tx, store.Amendments, plan.Amendment{ID: pre + "amend", OrgID: o.org, InspectionID: in, ProblemID: pre + "p1", Reason: "机要", State: plan.AmendmentAsked}),
				insertion(tx, store.RegisterSeries, register.Series{ID: pre + "series", OrgID: o.org, Word: "机要"}),
				insertion(tx, store.RegisterEntries, register.Entry{ID: pre + "number", OrgID: o.org, SeriesID: pre + "series", Year: 2026, Sequence: 1, Subject: "机要"}),
				insertion(tx, store.Signals, signal.Signal{ID: pre + "signal", OrgID: o.org, InspectionID: in, RoundID: "round", ProblemID: pre + "p1",
					Rule: signal.OtherName, Args: []string{"机要局"}, Stage: signal.PlanStage, State: signal.Open, Answer: "机要"}),
				insertion(tx, store.SignalBases, signal.BaseRow{ID: pre + "base", OrgID: o.org, SignalID: pre + "signal", Kind: "measure", RecordID: pre + "m1",
					ProblemID: pre + "p1", InspectionID: in, OfOrg: o.org, Label: "机要"}),
				insertion(tx, store.Samples, closing.Sample{ID: pre + "sample", OrgID: "office", RoundID: "round", InspectionID: in, Number: len(pre) + 1,
					Seed: "机要", Method: closing.DrawMethod, Weigh: closing.WeighEqual, Size: 1, Drawn: []string{pre + "p1"}}),
				insertion(tx, store.SpotChecks, closing.SpotCheck{ID: pre + "spot", OrgID: o.org, InspectionID: in, ProblemID: pre + "p1", Note: "机要"}),
				insertion(tx, store.Schemes, evaluation.Scheme{ID: pre + "scheme", OrgID: "office", Family: pre + "scheme", Number: 1, Title: "机要评估",
					Items: []evaluation.Item{{Key: "i1", Text: "机要", Mode: evaluation.Score, Max: 100}}, Grades: []evaluation.Grade{{Name: "好"}}}),
				insertion(tx, store.Evaluations, evaluation.Evaluation{ID: pre + "eval", OrgID: o.org, InspectionID: in, RoundID: "round", SchemeID: pre + "scheme",
					CutOff: "2026-03-01", State: evaluation.SelfDue, SelfNote: "机要"}),
				insertion(tx, store.Packages, work.Package{ID: pre + "pack", OrgID: o.org, AccountID: pre + "nobody", InspectionID: in, Title: "机要", State: work.PackageReady}),
				insertion(tx, store.Reopenings, closing.Reopening{ID: pre + "reopen", OrgID: o.org, InspectionID: in, ProblemID: pre + "p1", Reason: "机要", FileName: "机要", FileHash: "ab", FileSize: 1}),
				insertion(tx, store.FollowEnds, closing.FollowEnd{ID: pre + "end", OrgID: o.org, InspectionID: in, ProblemID: pre + "p1", Reason: "机要", State: closing.FollowEndAsked}),
				insertion(tx, store.Letters, letter.Letter{ID: pre + "letter", OrgID: o.org, InspectionID: in, RoundID: "round", IssuerID: "office", Kind: letter.Supervision,
					Title: "机要", Reply: "机要", State: letter.Replied, IssuedOn: "2026-03-05", DueOn: "2026-03-19"}),
				insertion(tx, store.Robots, warning.Robot{ID: pre + "robot", OrgID: o.org, Name: "机要", Address: "https://oapi.dingtalk.com/robot/send?access_token=机要", Secret: "机要"}),
				insertion(tx, store.LetterItems, letter.Item{ID: pre + "item", OrgID: o.org, LetterID: pre + "letter", Seq: 1, ProblemID: pre + "p1", Title: "机要"}),
				insertion(tx, store.Surveys, survey.Survey{ID: pre + "survey", OrgID: o.org, InspectionID: in, RoundID: "round", Title: "机要测评", State: survey.Opened,
					Questions: []survey.Question{{Key: "q1", Text: "机要", Choices: []survey.Choice{{Key: "a", Text: "满意"}}}}}),
				insertion(tx, store.SurveyBatches, survey.Batch{ID: pre + "batch", OrgID: o.org, SurveyID: pre + "survey", Number: 1, Receiver: "机要"}),
				insertion(tx, store.HandOvers, work.HandOver{ID: pre + "hand", OrgID: o.org, InspectionID: in, FromName: "机要", State: work.HandOverOpen}),
				insertion(tx, store.Sheets, signing.Sheet{ID: pre + "sheet", OrgID: o.org, InspectionID: in, Title: "机要", ContentHash: "0123456789abcdef", Act: signing.Report, RecordID: pre + "report"}),
				insertion(tx, store.Delegations, org.Delegation{ID: pre + "deleg", OrgID: o.org, FromAccount: pre + "resident2", ToAccount: pre + "nobody", FromName: "机要"}),
				insertion(tx, store.Publications, publication.Publication{ID: pre + "pub", OrgID: o.org, InspectionID: in, ReportID: pre + "report",
					Kind: inspection.PublicVersion, Place: "机要"}),
				insertion(tx, store.EditedFiles, inspection.EditedFile{ID: pre + "edited", OrgID: o.org, InspectionID: in, ReportID: pre + "report", FileName: "机要"}),
				insertion(tx, store.PublicOpinions, publication.Opinion{ID: pre + "heard", OrgID: o.org, InspectionID: in, Text: "机要", Sender: "机要"}),
				insertion(tx, store.IssuedPapers, inspection.IssuedPaper{ID: pre + "issued", OrgID: o.org, InspectionID: in, Kind: inspection.LedgerPaper, Of: pre + "elsewhere", Number: 1,
					State: inspection.IssueDone, Title: "机要", Body: []byte(`{"Subject":"机要"}`), Hash: "0123456789abcdef"}),
				insertion(tx, store.Reports, inspection.Report{ID: pre + "report", OrgID: o.org, InspectionID: in, Title: "机要报告"}),
			} {
				if err := insert(); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

func insertion[T any](tx *store.Tx, t *store.Table[T], v T) func() error {
	return func() error { return t.Insert(tx, &v) }
}

// addressed fills in the id of a route's address; ok is false for a route
// without one. An area is the first part that is not "admin".
func addressed(t *testing.T, pattern string, ids map[string]string) (method, path string, ok bool) {
	t.Helper()
	method, path, _ = strings.Cut(pattern, " ")
	if !strings.Contains(path, "{id}") {
		return method, path, false
	}
	area := strings.Split(strings.TrimPrefix(path, "/admin"), "/")[1]
	id := ids[area]
	if id == "" {
		t.Errorf("%s: no record of %s to try it with", pattern, area)
	}
	return method, strings.Replace(path, "{id}", id, 1), true
}

// ask sends a request as the page of ours would, and gives the status.
func (v *visitor) ask(method, path, guard string) int {
	if method == http.MethodGet {
		return v.send(httptest.NewRequest(method, path, nil)).status
	}
	r := httptest.NewRequest(method, path, strings.NewReader(url.Values{"guard": {guard}}.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return v.send(r).status
}

// X1: no organisation sees another's data.
func TestAForeignRecordIsAnsweredAsAnAbsentOne(t *testing.T) {
	w := testkit.NewWorld(t, filepath.Join(t.TempDir(), "bihuan.db"))
	furnish(t, w)
	foreign, absent, tried := records("other", "other-"), map[string]string{}, 0
	for area := range foreign {
		absent[area] = "nowhere"
	}
	absent["audit"] = "999999"
	delete(foreign, "rounds") // both organisations are of the one round
	for _, login := range []string{"clerk", "head", "leader", "depthead", "officer", "resident", "team"} {
		v := visit(t, w, login)
		guard := v.get("/account").value(`input[name=guard]`)
		for _, pattern := range web.Patterns() {
			if strings.Contains(pattern, "/rounds/") {
				continue
			}
			method, path, ok := addressed(t, pattern, foreign)
			if !ok {
				continue
			}
			_, nowhere, _ := addressed(t, pattern, absent)
			tried++
			got, want := v.ask(method, path, guard), v.ask(method, nowhere, guard)
			if got != want || got < 400 || got >= 500 {
				t.Errorf("%s: %s %s gives %d, an absent one %d", login, method, path, got, want)
			}
			if got == http.StatusForbidden && !strings.Contains(path, "/admin/") && !strings.HasPrefix(path, "/audit/") {
				t.Errorf("%s: %s %s is refused, which tells that it exists", login, method, path)
			}
		}
	}
	if tried < 700 {
		t.Errorf("only %d requests were tried", tried)
	}
}

// A5: no administrator sees business data.
func TestAdministratorsSeeNoBusinessData(t *testing.T) {
	w := testkit.NewWorld(t, filepath.Join(t.TempDir(), "bihuan.db"))
	furnish(t, w)
	open := []string{"/", "/sign-in", "/account", "/account/password", "/desk", "/search", "/inspections", "/language", "/rounds", "/delegations", "/warnings", "/ballot", "/opinion-box"}
	may := map[string][]string{
		"sysadmin": append([]string{"/admin/accounts", "/admin/accounts/new", "/admin/accounts/clerk", "/admin/permissions",
			"/admin/calendar", "/admin/organisations", "/admin/organisations/bureau", "/people/officer"}, open...),
		"secadmin": append([]string{"/admin/accounts", "/admin/accounts/clerk", "/admin/permissions"}, open...),
		"auditor":  append([]string{"/audit", "/audit/1", "/audit/checkpoint"}, open...),
	}
	for login, allowed := range may {
		v := visit(t, w, login)
		for _, pattern := range web.Patterns() {
			method, path, _ := addressed(t, pattern, records("bureau", ""))
			if method != http.MethodGet {
				continue
			}
			p := v.send(httptest.NewRequest(method, path, nil))
			if p.status == http.StatusOK && !slices.Contains(allowed, path) {
				t.Errorf("%s sees %s", login, path)
			}
			for _, word := range []string{"机要", "公务接待台账"} {
				if strings.Contains(p.body, word) {
					t.Errorf("%s reads %s at %s", login, word, path)
				}
			}
		}
		for _, permission := range org.Permissions() {
			if strings.HasPrefix(string(permission), "problem.") && org.Can(w.Actor(t, login), permission, org.Target{OrgID: "bureau", Submitted: true}) {
				t.Errorf("%s may %s", login, permission)
			}
		}
	}
}
