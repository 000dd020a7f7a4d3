package party_test

import (
	"testing"

	do "bihuan/internal/action/party"
	"bihuan/internal/domain/party"
	"bihuan/internal/fault"
	"bihuan/internal/store"
	"bihuan/internal/testkit"

	"github.com/google/go-cmp/cmp"
)

func centralGroup() do.Study {
	return do.Study{Kind: party.CentralGroup, Title: "中心组第二次学习", HeldOn: "2026-03-08", LeaderID: "head",
		Participants: []string{"leader"}, Rules: []string{"《中国共产党章程》"}, Theory: []string{"党的二十大精神"}}
}

func TestAStudySessionIsRecordedAndChanged(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		id := w.Must(t, "clerk", &do.AddStudy{InspectionID: "i-bureau", Study: centralGroup()})
		in := centralGroup()
		in.Participants, in.Theory = []string{"leader2"}, nil
		w.Must(t, "clerk", &do.EditStudy{ID: id, Version: 1, Study: in})
		if _, err := w.Do(t, "clerk", &do.EditStudy{ID: id, Version: 1, Study: in}); !fault.Is(err, fault.Conflict) {
			t.Errorf("a stale edit gave %v", err)
		}
		w.See(t, func(tx *store.Tx) error {
			s, err := store.Studies.Get(tx, id)
			want := party.Study{ID: id, OrgID: "bureau", InspectionID: "i-bureau", Kind: party.CentralGroup, Title: "中心组第二次学习",
				HeldOn: "2026-03-08", LeaderID: "head", Participants: []string{"head", "leader2"},
				Materials: []party.Material{{Kind: party.MaterialRule, Title: "中国共产党章程"}}, Version: 2}
			if d := cmp.Diff(want, s); d != "" {
				t.Error(d)
			}
			return err
		})
	})
}

func TestStudyOfStrangersIsRefused(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		in := centralGroup()
		in.LeaderID, in.Participants = "other-head", nil
		_, err := w.Do(t, "clerk", &do.AddStudy{InspectionID: "i-bureau", Study: in})
		wantFields(t, err, "led_by", "participants")
		for account, kind := range map[string]fault.Kind{"head": fault.Denied, "officer": fault.Denied, "other-clerk": fault.NotFound} {
			if _, err := w.Do(t, account, &do.AddStudy{InspectionID: "i-bureau", Study: centralGroup()}); fault.Of(err) != kind {
				t.Errorf("%s: %v", account, err)
			}
		}
	})
}
