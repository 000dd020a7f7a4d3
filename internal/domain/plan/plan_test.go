package plan_test

import (
	"slices"
	"strings"
	"testing"

	"bihuan/internal/domain/plan"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"

	"pgregory.net/rapid"
)

func content() plan.Content {
	duty := plan.Duty{Leader: plan.Ref{ID: "l1", Name: "李明"}, Lead: plan.Ref{ID: "d1", Name: "人教科"},
		Owner: plan.Ref{ID: "o1", Name: "孙磊"}, Deadline: "2026-06-30"}
	return plan.Content{Title: "整改方案", Problems: []plan.Problem{
		{ID: "p1", Number: "1.1", Title: "台账不全", Goal: "齐全", Duty: duty, Measures: []plan.Measure{
			{ID: "m1", Kind: work.Direct, Text: "补齐台账", Duty: duty, Steps: []plan.Step{{Text: "清点", Due: "2026-03-31"}}},
			{ID: "m2", Kind: work.LongTerm, Text: "修订办法", Duty: duty}}},
		{ID: "p2", Number: "1.2", Title: "审核不严", Duty: duty},
	}}
}

func seal(t interface{ Fatal(...any) }, c plan.Content) (string, string) {
	snapshot, hash, err := c.Seal()
	if err != nil {
		t.Fatal(err)
	}
	return snapshot, hash
}

func TestASnapshotReadsBackAndSealsAlike(t *testing.T) {
	snapshot, hash := seal(t, content())
	back, err := plan.Open(snapshot)
	if err != nil {
		t.Fatal(err)
	}
	if _, again := seal(t, back); again != hash {
		t.Error("the same content has another hash after reading it back")
	}
	if hash != plan.HashOf(snapshot) || len(hash) != 64 || strings.Contains(snapshot, "null") {
		t.Errorf("hash %s over %s", hash, snapshot)
	}
	other := content()
	other.Problems[0].Measures[0].Steps[0].Due = "2026-04-01"
	if _, changed := seal(t, other); changed == hash {
		t.Error("a changed step leaves the hash as it was")
	}
}

func TestDiffNamesWhatDiffers(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*plan.Content)
		want   string // number:kind:field=before→after …
	}{
		"nothing": {func(*plan.Content) {}, ""},
		"goal":    {func(c *plan.Content) { c.Problems[0].Goal = "齐全率 100%" }, "1.1:altered:goal=齐全→齐全率 100%"},
		"deadline of a measure": {func(c *plan.Content) { c.Problems[0].Measures[1].Duty.Term = "长期坚持" },
			"1.1:altered:修订办法.deadline=2026年6月30日→长期坚持"},
		"a measure goes": {func(c *plan.Content) { c.Problems[0].Measures = c.Problems[0].Measures[:1] },
			"1.1:altered:修订办法.measure=修订办法→"},
		"a measure comes": {func(c *plan.Content) {
			c.Problems[1].Measures = []plan.Measure{{ID: "m3", Text: "培训"}}
		}, "1.2:altered:培训.measure=→培训"},
		"order": {func(c *plan.Content) { slices.Reverse(c.Problems[0].Measures) },
			"1.1:altered:order=补齐台账\n修订办法→修订办法\n补齐台账"},
		"a problem goes": {func(c *plan.Content) { c.Problems = c.Problems[1:] }, "1.1:removed:"},
		"a problem comes": {func(c *plan.Content) {
			c.Problems = append(c.Problems, plan.Problem{ID: "p3", Number: "1.3", Title: "督办不力", Goal: "有回音"})
		}, "1.3:added:goal=→有回音"},
		"its number":  {func(c *plan.Content) { c.Problems[1].Number = "1.4" }, "1.4:altered:number=1.2→1.4"},
		"its wording": {func(c *plan.Content) { c.Problems[1].Title = "审核走过场" }, "1.2:altered:wording=审核不严→审核走过场"},
		"the title":   {func(c *plan.Content) { c.Title = "方案" }, ":altered:title=整改方案→方案"},
	} {
		after := content()
		after.Problems = slices.Clone(after.Problems)
		c.change(&after)
		var got []string
		for _, ch := range plan.Diff(content(), after) {
			line := ch.Number + ":" + string(ch.Kind) + ":"
			for _, f := range ch.Fields {
				if f.Measure != "" {
					line += f.Measure + "."
				}
				line += f.Field + "=" + f.Before + "→" + f.After
			}
			got = append(got, line)
		}
		if strings.Join(got, " | ") != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// walker is a plan that somebody tries things on.
type walker struct {
	live     plan.Content
	files    []plan.File
	comments int
}

var bodies = []plan.Body{{Kind: plan.ConsentOffice, ID: "office"}, {Kind: plan.ConsentTeam, ID: "team1"}, {Kind: plan.ConsentBody, ID: "reviewer"}}

func (w *walker) latest() *plan.File { return &w.files[len(w.files)-1] }

func (w *walker) refresh(t *rapid.T) {
	_, live := seal(t, w.live)
	commented := false
	for i := range w.files {
		f := &w.files[i]
		commented = commented || f.Version.State == plan.Comments || f.Commented
		f.Latest, f.Live, f.Open, f.Commented = i == len(w.files)-1, live, w.comments, commented
	}
}

func (w *walker) draft(t *rapid.T) {
	snapshot, hash := seal(t, w.live)
	w.files = append(w.files, plan.File{Version: plan.Version{ID: "v" + string(rune('a'+len(w.files))), Snapshot: snapshot,
		Hash: hash, State: plan.Draft}, Bodies: bodies})
}

func (w *walker) approve(f *plan.File, kind plan.ApprovalKind, body string) {
	*f = f.With(plan.Approval{VersionID: f.Version.ID, Kind: kind, BodyID: body, Hash: f.Version.Hash})
}

// order is how far a state is; a returned version comes from the review.
var order = map[plan.State]int{plan.Draft: 0, plan.Comments: 1, plan.Adopted: 2, plan.Consented: 3, plan.Issued: 4, plan.Claimed: 5, plan.Returned: 9}

// invariants hold for every version after whatever was done.
func (w *walker) invariants(t *rapid.T, before []plan.Version) {
	for i, f := range w.files {
		if i < len(before) && order[f.Version.State] < order[before[i].State] {
			t.Fatalf("a version goes back from %s to %s", before[i].State, f.Version.State)
		}
		if i < len(before) && i < len(w.files)-1 && f.Version != before[i] {
			t.Fatalf("a superseded version changed from %+v to %+v", before[i], f.Version)
		}
		for _, act := range []plan.Act{plan.DoComments, plan.DoShare, plan.DoAdopt, plan.DoConsent, plan.DoReturn, plan.DoIssue, plan.DoClaim} {
			err := f.May(act)
			switch {
			case err == nil && !f.Latest:
				t.Fatalf("%s on a superseded version", act)
			case err == nil && f.Version.State == plan.Returned:
				t.Fatalf("%s on a returned version", act)
			case err == nil && f.Changed() && (act == plan.DoAdopt || act == plan.DoIssue):
				t.Fatalf("%s although the records say something else", act)
			}
		}
		said := map[string]bool{}
		for _, a := range f.Approvals {
			if a.Hash != f.Version.Hash || a.VersionID != f.Version.ID {
				t.Fatalf("an approval is bound to something else: %+v", a)
			}
			if key := string(a.Kind) + a.BodyID; said[key] {
				t.Fatalf("%s is there twice", key)
			} else {
				said[key] = true
			}
		}
		if final := f.Version.State == plan.Issued || f.Version.State == plan.Claimed; final != (f.MayAnswer() != nil) {
			t.Fatalf("in %s comments are answered: %v", f.Version.State, f.MayAnswer())
		}
	}
}

// TestNothingIsIssuedWithoutEveryApprovalOfItsContent tries everything in any
// order and looks at each issued version; after every step it looks at the
// invariants of all versions.
func TestNothingIsIssuedWithoutEveryApprovalOfItsContent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := &walker{live: content()}
		w.draft(t)
		var before []plan.Version
		t.Repeat(map[string]func(*rapid.T){
			"": func(t *rapid.T) {
				w.refresh(t)
				w.invariants(t, before)
				before = before[:0]
				for _, f := range w.files {
					before = append(before, f.Version)
				}
			},
			"edit":  func(t *rapid.T) { w.live.Problems[0].Goal += "。" },
			"draft": func(t *rapid.T) { w.draft(t) },
			"open": func(t *rapid.T) {
				if f := w.latest(); f.May(plan.DoComments) == nil {
					f.Version.State, f.Version.CommentsUntil = plan.Comments, "2026-03-20"
				}
			},
			"comment": func(t *rapid.T) {
				if w.latest().Version.State == plan.Comments {
					w.comments++
				}
			},
			"answer": func(t *rapid.T) { w.comments = 0 },
			"share": func(t *rapid.T) {
				if f := w.latest(); f.May(plan.DoShare) == nil {
					f.Version.SharedOn = "2026-03-10"
				}
			},
			"adopt": func(t *rapid.T) {
				if f := w.latest(); f.May(plan.DoAdopt) == nil {
					w.approve(f, plan.Adoption, "")
				}
			},
			"consent": func(t *rapid.T) {
				b := rapid.SampledFrom(bodies).Draw(t, "body")
				if f := w.latest(); f.MayConsent(b) == nil {
					w.approve(f, b.Kind, b.ID)
				}
			},
			"return": func(t *rapid.T) {
				if f := w.latest(); f.May(plan.DoReturn) == nil {
					w.approve(f, plan.Return, "office")
				}
			},
			"issue": func(t *rapid.T) {
				f := w.latest()
				if f.May(plan.DoIssue) != nil {
					return
				}
				if f.Changed() || !f.Sound() || !f.Commented || f.Version.SharedOn == "" || len(f.Awaited()) > 0 {
					t.Fatalf("issued although %+v", f)
				}
				w.approve(f, plan.Issue, "")
			},
			"claim": func(t *rapid.T) {
				if f := w.latest(); f.May(plan.DoClaim) == nil {
					f.Version.State = plan.Claimed
				}
			},
		})
	})
}

func TestAnAlteredSnapshotStopsEverything(t *testing.T) {
	snapshot, hash := seal(t, content())
	f := plan.File{Version: plan.Version{Snapshot: snapshot + " ", Hash: hash, State: plan.Draft}, Latest: true, Live: hash, Commented: true}
	if err := f.May(plan.DoAdopt); !fault.Is(err, fault.Conflict) {
		t.Errorf("got %v", err)
	}
}
