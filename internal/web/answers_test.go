package web_test

import (
	"path/filepath"
	"strings"
	"testing"

	"bihuan/internal/domain/party"
	"bihuan/internal/domain/regulation"
	"bihuan/internal/domain/workday"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

// TestAProblemNamesItsMeetingsAndStudies: what was deliberated and studied about
// a problem stands on its page, and on no other.
func TestAProblemNamesItsMeetingsAndStudies(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db string) {
		w := testkit.NewWorld(t, db)
		w.Write(t, func(tx *store.Tx) error {
			for _, insert := range []func() error{
				insertion(tx, store.Meetings, party.Meeting{ID: "mt", OrgID: "bureau", InspectionID: "i-bureau", Kind: party.ProgressMeeting, Title: "差旅费专题推进会", HeldOn: "2026-03-02",
					Topics: []party.Topic{{Title: "清退", Problems: []string{"p1"}}}}),
				insertion(tx, store.Studies, party.Study{ID: "st", OrgID: "bureau", InspectionID: "i-bureau", Kind: party.CentralGroup, Title: "财经纪律专题学习", HeldOn: "2026-03-03",
					Problems: []string{"p1"}}),
			} {
				if err := insert(); err != nil {
					return err
				}
			}
			return nil
		})
		clerk := visit(t, w, "clerk")
		page := clerk.get("/problems/p1")
		wantText(t, page, "#answers", "差旅费专题推进会")
		wantText(t, page, "#answers", "财经纪律专题学习")
		if other := clerk.get("/problems/p2").body; strings.Contains(other, "差旅费专题推进会") || strings.Contains(other, "财经纪律专题学习") {
			t.Error("another problem names them too")
		}
	})
}

// TestARegulationToBeReviewedIsWarnedOf: whoever keeps a regulation in force is
// warned near the day on which it is looked at again, and of no other.
func TestARegulationToBeReviewedIsWarnedOf(t *testing.T) {
	w := testkit.NewWorld(t, filepath.Join(t.TempDir(), "bihuan.db"))
	w.Write(t, func(tx *store.Tx) error {
		kept := regulation.Regulation{ID: "r1", OrgID: "bureau", InspectionID: "i-bureau", DepartmentID: "d1", Title: "差旅费管理办法", State: regulation.InForce, ReviewOn: "2026-03-20"}
		gone := kept
		gone.ID, gone.Title, gone.State = "r2", "旧差旅费办法", regulation.Repealed
		if err := store.Regulations.Insert(tx, &kept); err != nil {
			return err
		}
		return store.Regulations.Insert(tx, &gone)
	})
	for day, want := range map[workday.Date]bool{"2026-03-12": false, "2026-03-18": true, "2026-03-23": true} {
		w.Clock.Set(day)
		for _, who := range []string{"clerk", "depthead"} {
			body := visit(t, w, who).get("/warnings?kind=review").body
			if got := strings.Contains(body, "《差旅费管理办法》"); got != want {
				t.Errorf("%s, %s is warned: %v", day, who, got)
			}
			if strings.Contains(body, "旧差旅费办法") {
				t.Errorf("%s, %s is warned of a repealed regulation", day, who)
			}
		}
		if strings.Contains(visit(t, w, "depthead2").get("/warnings").body, "差旅费管理办法") {
			t.Errorf("%s: another department is warned", day)
		}
	}
}
