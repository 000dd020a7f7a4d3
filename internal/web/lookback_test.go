package web_test

import (
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"bihuan/internal/domain/closing"
	"bihuan/internal/domain/work"
	"bihuan/internal/store"
)

func TestASampleIsDrawnCheckedAndShown(t *testing.T) {
	w := signalWorld(t)
	w.Write(t, func(tx *store.Tx) error {
		p, err := store.Problems.Get(tx, "p1")
		if err != nil {
			return err
		}
		p.ClosedOn, p.SubmittedOn, p.Verdict = "2026-03-06", "2026-03-05", work.Done
		if err := store.ProgressEntries.Insert(tx, &work.Progress{ID: "e1", OrgID: "bureau", InspectionID: "i-bureau", ProblemID: "p1", On: "2026-03-05",
			Body: "向12人退还费用", People: 12, Amount: 360000}); err != nil {
			return err
		}
		return store.Problems.Update(tx, &p)
	})
	v := visit(t, w, "office")
	v.sendForm("/rounds/round/look-back", "/rounds/round/look-back", url.Values{"weigh": {"signals"}, "size": {"5"}, "seed": {"0715"}})
	list := v.get("/rounds/round/look-back")
	sample := attr(list.all(`td a[href^="/samples/"]`)[0], "href")
	if body := v.get(sample).body; !strings.Contains(body, "向12人退还费用") || !strings.Contains(body, "3600") || !strings.Contains(body, "重算结果一致") {
		t.Error("the sample's page does not show what to check")
	}
	for _, name := range []string{"/sheet.xlsx", "/sheet.docx"} {
		if p := v.get(sample + name); p.status != http.StatusOK || !strings.HasPrefix(p.body, "PK") {
			t.Errorf("%s gives %d", name, p.status)
		}
	}
	var f closing.SampleFile
	if err := json.Unmarshal([]byte(v.get(sample+"/sample.json").body), &f); err != nil || !f.Repeats() || len(f.Drawn) != 1 {
		t.Errorf("the sample's file: %v, %+v", err, f)
	}
	form := "/problems/p1/look-back?sample=" + strings.TrimPrefix(sample, "/samples/")
	v.sendForm(form, "/problems/p1/look-back", url.Values{"on": {"2026-03-09"}, "outcome": {"relapse"}, "fact_on": {"2026-03-08"}, "deadline": {"2026-09-30"},
		"note": {"问了7人，4人不知道此事"}, "asked": {"7"}, "agreed": {"3"}})
	own := visit(t, w, "clerk")
	if body := own.get("/inspections/i-bureau/look-back").body; !strings.Contains(body, "4人不知道此事") || !strings.Contains(body, "反弹") || !strings.Contains(body, "询问 7 人，属实 3 人") {
		t.Error("the organisation does not see the finding")
	}
	for _, path := range []string{sample, sample + "/sheet.xlsx", "/rounds/round/look-back", form} {
		if p := own.get(path); p.status == http.StatusOK {
			t.Errorf("a clerk reads %s", path)
		}
	}
}
