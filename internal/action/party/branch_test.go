package party_test

import (
	"path/filepath"
	"testing"

	do "bihuan/internal/action/party"
	"bihuan/internal/domain/party"
	"bihuan/internal/fault"
	"bihuan/internal/testkit"
)

// The head takes part in his branch's meeting as an ordinary member: he does
// not chair it, and what is said is for those who took part.
func TestTheHeadIsAnOrdinaryMemberOfHisBranch(t *testing.T) {
	w := testkit.NewWorld(t, filepath.Join(t.TempDir(), "bihuan.db"))
	meeting := do.LifeMeeting{Kind: party.OrganisationalLife, Branch: "机关一支部", HeldOn: "2026-03-08", HostID: "head", HeadAsMember: true}
	if _, err := w.Do(t, "clerk", &do.AddLifeMeeting{InspectionID: "i-bureau", LifeMeeting: meeting}); !fault.Is(err, fault.Invalid) {
		t.Errorf("the head chairs the meeting at which he is an ordinary member: %v", err)
	}
	meeting.HostID, meeting.Circle = "depthead", []string{"head"}
	id := w.Must(t, "clerk", &do.AddLifeMeeting{InspectionID: "i-bureau", LifeMeeting: meeting})
	said := do.Criticism{FromID: "depthead", ToID: "head", Text: "参加支部活动少"}
	for login, want := range map[string]fault.Kind{"officer": fault.Denied, "depthead": fault.Denied, "leader": fault.Denied} {
		if _, err := w.Do(t, login, &do.AddCriticism{LifeMeetingID: id, Criticism: said}); !fault.Is(err, want) {
			t.Errorf("%s: %v", login, err)
		}
	}
	w.Must(t, "clerk", &do.AddCriticism{LifeMeetingID: id, Criticism: said})
	w.Must(t, "head", &do.AddCriticism{LifeMeetingID: id, Criticism: do.Criticism{FromID: "head", ToID: "head", Text: "深入支部不够"}})
}
