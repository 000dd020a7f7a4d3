package intake_test

import (
	"testing"

	"bihuan/internal/action/intake"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/fault"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

func matter(t *testing.T, w *testkit.World, id string) (m inspection.Immediate) {
	t.Helper()
	w.See(t, func(tx *store.Tx) (err error) { m, err = store.Immediates.Get(tx, id); return err })
	return m
}

func TestAnImmediateMatterIsAnsweredAndAccepted(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		id := w.Must(t, "team", &intake.AddImmediate{InspectionID: "i-bureau", Number: "青巡一组立〔2026〕1号", Text: "罚没物品混放",
			Demand: "立即清点", IssuedOn: "2026-03-04", Due: "2026-03-14"})
		if _, err := w.Do(t, "team", &intake.AcceptImmediate{ID: id, Version: 1, Accept: true}); !fault.Is(err, fault.Conflict) {
			t.Errorf("accepted without a reply: %v", err)
		}
		w.Must(t, "clerk", &intake.ReplyImmediate{ID: id, Version: 1, Reply: "已清点登记127件"})
		w.Must(t, "team", &intake.AcceptImmediate{ID: id, Version: 2, Accept: true})
		if m := matter(t, w, id); !m.Accepted || m.RepliedOn != "2026-03-10" {
			t.Errorf("the matter is %+v", m)
		}
		if _, err := w.Do(t, "clerk", &intake.ReplyImmediate{ID: id, Version: 3, Reply: "改写"}); !fault.Is(err, fault.Conflict) {
			t.Errorf("answered again after acceptance: %v", err)
		}
	})
}

func TestNobodyAcceptsHisOwnReply(t *testing.T) {
	w := testkit.NewWorld(t, t.TempDir()+"/db")
	id := w.Must(t, "office", &intake.AddImmediate{InspectionID: "i-bureau", Number: "1号", Text: "事项", Demand: "要求",
		IssuedOn: "2026-03-04", Due: "2026-03-14"})
	w.Must(t, "head", &intake.ReplyImmediate{ID: id, Version: 1, Reply: "已整改"})
	for _, account := range []string{"clerk", "head", "other-clerk", "team2"} {
		if _, err := w.Do(t, account, &intake.AcceptImmediate{ID: id, Version: 2, Accept: true}); err == nil {
			t.Errorf("%s accepted", account)
		}
	}
	if _, err := w.Do(t, "office", &intake.AddImmediate{InspectionID: "i-bureau", Number: "2号", Text: "事项", Demand: "要求",
		IssuedOn: "2026-03-04", Due: "2026-03-03"}); !fault.Is(err, fault.Invalid) {
		t.Errorf("due before it was issued: %v", err)
	}
}

func TestAReplyIsGivenBackWithAReasonAndAnsweredAgain(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		id := w.Must(t, "team", &intake.AddImmediate{InspectionID: "i-bureau", Number: "1号", Text: "消防通道堵塞", Demand: "立即清理", IssuedOn: "2026-03-09"})
		if m := matter(t, w, id); m.Due != "2026-03-19" {
			t.Errorf("due on %s, want ten natural days after the notice", m.Due)
		}
		w.Must(t, "clerk", &intake.ReplyImmediate{ID: id, Version: 1, Reply: "已清理"})
		if _, err := w.Do(t, "team", &intake.AcceptImmediate{ID: id, Version: 2}); !fault.Is(err, fault.Invalid) {
			t.Errorf("given back without a reason: %v", err)
		}
		w.Must(t, "team", &intake.AcceptImmediate{ID: id, Version: 2, Reason: "请附照片"})
		if m := matter(t, w, id); m.RepliedOn != "" || m.Reply != "已清理" {
			t.Errorf("after giving back: %+v", m)
		}
		w.Must(t, "clerk", &intake.ReplyImmediate{ID: id, Version: 3, Reply: "已清理，附照片"})
		w.Must(t, "team", &intake.AcceptImmediate{ID: id, Version: 4, Accept: true})
		if _, err := w.Do(t, "team", &intake.AcceptImmediate{ID: id, Version: 5, Reason: "反悔"}); !fault.Is(err, fault.Conflict) {
			t.Errorf("given back after the acceptance: %v", err)
		}
	})
}
