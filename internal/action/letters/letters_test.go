package letters_test

import (
	"slices"
	"testing"

	"bihuan/internal/action"
	"bihuan/internal/action/letters"
	"bihuan/internal/domain/letter"
	"bihuan/internal/domain/org"
	"bihuan/internal/fault"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

// colleague is a second member of the inspection office.
func colleague(t *testing.T, w *testkit.World) {
	t.Helper()
	w.Write(t, func(tx *store.Tx) error {
		if err := store.Accounts.Insert(tx, &org.Account{ID: "office2", OrgID: "office", Login: "office2", Name: "office2", Lang: "zh-CN"}); err != nil {
			return err
		}
		return store.Grants.Insert(tx, &org.Grant{ID: "g-office2", AccountID: "office2", OrgID: "office", Role: org.RoleOffice})
	})
}

func draft(problems ...string) *letters.Draft {
	return &letters.Draft{InspectionID: "i-bureau", Kind: letter.Supervision, Content: letters.Content{Problems: problems, Title: "巡察整改督办通知书",
		Addressee: "中共市市场监管局党组", Basis: "超过时限仍未完成。", Demand: "请抓紧整改。"}}
}

func of(t *testing.T, w *testkit.World, id string) (l letter.Letter) {
	t.Helper()
	w.See(t, func(tx *store.Tx) (err error) { l, err = store.Letters.Get(tx, id); return err })
	return l
}

func refused(t *testing.T, w *testkit.World, what, account string, cmd action.Command, kind fault.Kind) {
	t.Helper()
	if _, err := w.Do(t, account, cmd); !fault.Is(err, kind) {
		t.Errorf("%s: %s gets %v", what, account, err)
	}
}

// TestALetterFromDraftToSettlement walks the whole way with everybody who must
// not do a step trying it first.
func TestALetterFromDraftToSettlement(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		colleague(t, w)
		w.Clock.Set("2026-07-01")
		refused(t, w, "draft", "team", draft("p1"), fault.Denied)
		refused(t, w, "draft", "head", draft("p1"), fault.Denied)
		refused(t, w, "draft about a foreign problem", "office", draft("other-p1"), fault.Invalid)
		refused(t, w, "draft about nothing", "office", draft(), fault.Invalid)
		id := w.Must(t, "office", draft("p2", "p1", "p1"))
		l := of(t, w, id)
		if l.DueOn != "2026-07-15" || l.State != letter.Draft || l.IssuerID != "office" {
			t.Errorf("the draft is %+v", l)
		}
		w.See(t, func(tx *store.Tx) error {
			items, err := store.LetterItems.List(tx, "WHERE letter_id = ? ORDER BY seq", id)
			if len(items) != 2 || items[0].ProblemID != "p1" || items[1].Deadline != "2026-06-30" {
				t.Errorf("it names %+v", items)
			}
			return err
		})
		refused(t, w, "a draft is not there for the addressee", "clerk", &letters.Receive{ID: id, Version: l.Version}, fault.NotFound)
		refused(t, w, "approving a draft", "office2", &letters.Decide{ID: id, Version: 1, Agree: true}, fault.Conflict)
		w.Must(t, "office", &letters.Propose{ID: id, Version: 1})
		refused(t, w, "approving one's own", "office", &letters.Decide{ID: id, Version: 2, Agree: true}, fault.Denied)
		refused(t, w, "giving back without a word", "office2", &letters.Decide{ID: id, Version: 2}, fault.Invalid)
		w.Must(t, "office2", &letters.Decide{ID: id, Version: 2, Opinion: "请写明要求"})
		edit := &letters.Edit{ID: id, Version: 3, Content: draft("p1").Content}
		edit.Demand, edit.Due = "请于7月15日前报告。", "2026-07-15"
		refused(t, w, "a stale edit", "office", &letters.Edit{ID: id, Version: 2, Content: edit.Content}, fault.Conflict)
		w.Must(t, "office", edit)
		w.Must(t, "office", &letters.Propose{ID: id, Version: 4})
		w.Must(t, "office2", &letters.Decide{ID: id, Version: 5, Agree: true})
		refused(t, w, "issue without a number", "office", &letters.Issue{ID: id, Version: 6, On: "2026-07-01"}, fault.Invalid)
		refused(t, w, "issue before the approval", "office", &letters.Issue{ID: id, Version: 6, Typed: "市巡督〔2026〕1号", On: "2026-06-30"}, fault.Invalid)
		frozen := letter.Letter{}
		w.Must(t, "office", &letters.Issue{ID: id, Version: 6, Typed: "市巡督[2026]01号", On: "2026-07-01", Freeze: func(_ *store.Tx, l letter.Letter, items []letter.Item) (letter.File, error) {
			frozen = l
			return letter.File{Name: "督办.docx", Hash: "aa", Size: int64(len(items))}, nil
		}})
		if frozen.Number != "市巡督〔2026〕1号" || of(t, w, id).FileSize != 1 {
			t.Errorf("frozen as %+v", frozen)
		}
		refused(t, w, "changing what is issued", "office", &letters.Edit{ID: id, Version: 7, Content: edit.Content}, fault.Conflict)
		refused(t, w, "receiving by somebody else", "officer", &letters.Receive{ID: id, Version: 7}, fault.Denied)
		refused(t, w, "receiving elsewhere", "other-clerk", &letters.Receive{ID: id, Version: 7}, fault.NotFound)
		w.Must(t, "clerk", &letters.Receive{ID: id, Version: 7})
		refused(t, w, "an empty answer", "clerk", &letters.Reply{ID: id, Version: 8}, fault.Invalid)
		refused(t, w, "foreign proof", "clerk", &letters.Reply{ID: id, Version: 8, Text: "已补齐。", Proof: []string{"nowhere"}}, fault.Invalid)
		w.Must(t, "clerk", &letters.Reply{ID: id, Version: 8, Text: "已补齐。"})
		refused(t, w, "the addressee judging", "clerk", &letters.Settle{ID: id, Version: 9, Accept: true}, fault.Denied)
		w.Must(t, "office", &letters.Settle{ID: id, Version: 9, Outcome: "没有附台账"})
		if l := of(t, w, id); l.State != letter.Received || l.RepliedOn != "" || l.Reply != "已补齐。" {
			t.Errorf("handed back: %+v", l)
		}
		w.Must(t, "head", &letters.Reply{ID: id, Version: 10, Text: "已补齐，附台账。"})
		w.Must(t, "office", &letters.Settle{ID: id, Version: 11, Accept: true})
		if l := of(t, w, id); l.State != letter.Settled || l.SettledOn != "2026-07-01" {
			t.Errorf("settled: %+v", l)
		}
	})
}

func TestAClerkWritesToADepartmentAndNobodyOutsideKnows(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		w.Clock.Set("2026-07-01")
		inner := draft("p1")
		refused(t, w, "without a department", "clerk", inner, fault.Invalid)
		inner.Department = "other-d1"
		refused(t, w, "to a foreign department", "clerk", inner, fault.Invalid)
		inner.Department, inner.Kind = "d1", letter.Admonition
		refused(t, w, "a step that is not his", "clerk", inner, fault.Invalid)
		inner.Kind = letter.Reminder
		id := w.Must(t, "clerk", inner)
		w.Must(t, "clerk", &letters.Propose{ID: id, Version: 1})
		for _, outside := range []string{"office", "team", "other-clerk", "reviewer"} {
			refused(t, w, "a letter inside", outside, &letters.Take{ID: id}, fault.NotFound)
		}
		refused(t, w, "approving one's own", "clerk", &letters.Decide{ID: id, Version: 2, Agree: true}, fault.Denied)
		w.Must(t, "head", &letters.Decide{ID: id, Version: 2, Agree: true})
		w.Must(t, "clerk", &letters.Issue{ID: id, Version: 3, Typed: "市监整改督〔2026〕1号", On: "2026-07-01"})
		refused(t, w, "another department", "depthead2", &letters.Receive{ID: id, Version: 4}, fault.Denied)
		refused(t, w, "the sender", "clerk", &letters.Receive{ID: id, Version: 4}, fault.Denied)
		w.Must(t, "depthead", &letters.Reply{ID: id, Version: 4, Text: "已办。"})
		w.Must(t, "clerk", &letters.Settle{ID: id, Version: 5, Accept: true})
	})
}

func TestTheLadderIsASettingOfTheRound(t *testing.T) {
	w := testkit.NewWorld(t, t.TempDir()+"/bihuan.db")
	line := func(place int, code, name string, roles ...string) letters.LadderLine {
		return letters.LadderLine{Place: place, Code: code, Name: name, Days: 5, Unit: "days", Roles: roles}
	}
	refused(t, w, "nothing left", "office", &letters.SaveLadder{RoundID: "round", Version: 1}, fault.Invalid)
	refused(t, w, "nobody may send", "office", &letters.SaveLadder{RoundID: "round", Version: 1, Steps: []letters.LadderLine{line(1, "", "催办单")}}, fault.Invalid)
	refused(t, w, "a clerk", "clerk", &letters.SaveLadder{RoundID: "round", Version: 1}, fault.Denied)
	w.Must(t, "office", &letters.SaveLadder{RoundID: "round", Version: 1, Steps: []letters.LadderLine{
		line(2, letter.Supervision, "督办通知书", "office"), line(1, "", "催办单", "office", "rectification-office"), line(3, letter.Guidance, "")}})
	w.See(t, func(tx *store.Tx) error {
		r, err := store.Rounds.Get(tx, "round")
		var names []string
		for _, s := range r.Settings.Letters.Ladder() {
			names = append(names, s.Name)
		}
		if !slices.Equal(names, []string{"催办单", "督办通知书"}) {
			t.Errorf("the ladder is %v", names)
		}
		return err
	})
	w.Clock.Set("2026-07-01")
	d := draft("p1")
	d.Kind = "催办单"
	if l := of(t, w, w.Must(t, "office", d)); l.DueOn != "2026-07-06" || l.KindName != "催办单" {
		t.Errorf("drafted as %s, due %s", l.KindName, l.DueOn)
	}
}
