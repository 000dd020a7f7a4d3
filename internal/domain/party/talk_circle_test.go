package party

import (
	"slices"
	"testing"

	"bihuan/internal/fault"
)

func TestWhoWritesDownATalkIsNamedAndNobodyElse(t *testing.T) {
	k := Talk{FromID: "head", ToID: "leader", Topics: "差旅费"}
	for _, c := range []struct {
		by, topics string
		want       []string
	}{{"head", "差旅费", nil}, {"leader", "差旅费", nil}, {"clerk", "差旅费", []string{"clerk"}}, {"clerk", "", nil}, {"", "差旅费", nil}} {
		k.Topics = c.topics
		if got := k.Recorded(c.by, true, "2026-03-10").Circle; !slices.Equal(got, c.want) {
			t.Errorf("recorded by %q with %q: circle %v", c.by, c.topics, got)
		}
	}
	k.Topics, k.Circle = "差旅费", []string{"head", "resident", "resident", ""}
	if got := k.Recorded("clerk", true, "2026-03-10").Circle; !slices.Equal(got, []string{"resident", "clerk"}) {
		t.Errorf("circle %v", got)
	}
}

func TestATalkIsConfirmedByBothSidesAndAfterEachChangeAnew(t *testing.T) {
	k := Talk{FromID: "head", ToID: "leader", Topics: "差旅费"}.Recorded("head", true, "2026-03-09")
	if k.State() != TalkHalf || k.FromConfirmedOn != "2026-03-09" {
		t.Fatalf("who records his own talk confirms it: %v", k)
	}
	if got := k.Recorded("head", false, "2026-03-09"); got.State() != TalkRecorded {
		t.Error("a deputy's record is taken for a confirmation")
	}
	if _, err := k.Confirm("head", "2026-03-10"); !fault.Is(err, fault.Conflict) {
		t.Errorf("twice: %v", err)
	}
	for _, stranger := range []string{"clerk", ""} {
		if _, err := k.Confirm(stranger, "2026-03-10"); !fault.Is(err, fault.Denied) {
			t.Errorf("%q confirms: %v", stranger, err)
		}
	}
	k, err := k.Confirm("leader", "2026-03-10")
	if err != nil || k.State() != TalkConfirmed || k.Awaits("leader") {
		t.Errorf("%v %v", k, err)
	}
	if got := k.Recorded("leader", true, "2026-03-11"); got.State() != TalkHalf || !got.Awaits("head") {
		t.Errorf("a changed record is still confirmed: %v", got)
	}
}
