package party_test

import (
	"errors"
	"strings"
	"testing"

	do "bihuan/internal/action/party"
	"bihuan/internal/domain/party"
	"bihuan/internal/domain/register"
	"bihuan/internal/fault"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

func partyGroupMeeting() do.Meeting {
	return do.Meeting{Kind: party.PartyGroup, Title: "巡察整改专题党组会", HeldOn: "2026-03-06", Place: "三楼会议室", ChairID: "head",
		Topics: []do.Item{{Title: "研究巡察反馈意见整改"}},
		Attendance: []do.Attendee{{PersonID: "leader", Presence: party.Present}, {PersonID: "leader2", Presence: party.Absent, Reason: "出差"},
			{PersonID: "officer"}, {PersonID: "clerk", Presence: party.Observer}},
		Resolutions: []do.Decision{{Text: "制定整改方案", DepartmentID: "d1", Due: "2026-03-20"}, {}, {Text: "修订接待办法", DepartmentID: "d2"}}}
}

func TestAMeetingIsRecordedWithWhoWasThereAndWhatWasDecided(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		id := w.Must(t, "clerk", &do.AddMeeting{InspectionID: "i-bureau", Meeting: partyGroupMeeting()})
		m, there, decided := stored(t, w, id)
		if m.Title != "巡察整改专题党组会" || m.OrgID != "bureau" || m.Version != 1 {
			t.Errorf("stored %+v", m)
		}
		if there["head"] != "present" || there["leader2"] != "absent" || there["clerk"] != "observer" || len(there) != 4 {
			t.Errorf("attendance %v", there)
		}
		if strings.Join(decided, "、") != "制定整改方案、修订接待办法" {
			t.Errorf("resolutions %v", decided)
		}
	})
}

func TestEditingAMeetingKeepsWhatStaysAndDropsWhatWasTakenAway(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		id := w.Must(t, "clerk", &do.AddMeeting{InspectionID: "i-bureau", Meeting: partyGroupMeeting()})
		first := resolutions(t, w, id)
		w.Must(t, "clerk", &do.AnswerResolution{ID: first[0].ID, Answer: "已印发", DoneOn: "2026-03-09", Version: 1})

		in := partyGroupMeeting()
		in.Attendance = in.Attendance[:1]
		in.Resolutions = []do.Decision{{ID: first[1].ID}, {ID: first[0].ID, Text: "印发整改方案", DepartmentID: "d1", DoneOn: "2026-03-09"}}
		_, err := w.Do(t, "clerk", &do.EditMeeting{ID: id, Version: 1, Meeting: in})
		var stale *fault.Error
		if !errors.As(err, &stale) || stale.Kind != fault.Conflict || stale.Current == nil {
			t.Fatalf("an edit of the version before the resolution was finished gave %v", err)
		}
		w.Must(t, "clerk", &do.EditMeeting{ID: id, Version: 2, Meeting: in})

		_, there, decided := stored(t, w, id)
		if len(there) != 2 || there["leader"] != "present" || there["head"] != "present" {
			t.Errorf("attendance %v", there)
		}
		if left := resolutions(t, w, id); strings.Join(decided, "、") != "印发整改方案" || left[0].ID != first[0].ID || left[0].DoneOn != "2026-03-09" {
			t.Errorf("resolutions %+v", left)
		}
	})
}

func TestAPlannedMeetingCannotHaveDecidedAnything(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		in := partyGroupMeeting()
		in.HeldOn = "2026-03-11" // tomorrow
		_, err := w.Do(t, "clerk", &do.AddMeeting{InspectionID: "i-bureau", Meeting: in})
		wantFields(t, err, "attendance", "resolutions")
		in.Attendance, in.Resolutions = nil, nil
		id := w.Must(t, "clerk", &do.AddMeeting{InspectionID: "i-bureau", Meeting: in})
		if _, there, _ := stored(t, w, id); len(there) != 0 {
			t.Errorf("a planned meeting has attendance %v", there)
		}
	})
}

func TestAMeetingRefersOnlyToItsOwnOrganisation(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		in := partyGroupMeeting()
		in.ChairID = "other-head"
		in.Attendance = []do.Attendee{{PersonID: "other-leader", Presence: party.Present}}
		in.Resolutions = []do.Decision{{Text: "x", DepartmentID: "other-d1"}}
		_, err := w.Do(t, "clerk", &do.AddMeeting{InspectionID: "i-bureau", Meeting: in})
		wantFields(t, err, "chair", "attendance", "resolutions")

		mine := w.Must(t, "clerk", &do.AddMeeting{InspectionID: "i-bureau", Meeting: partyGroupMeeting()})
		second := w.Must(t, "clerk", &do.AddMeeting{InspectionID: "i-bureau", Meeting: partyGroupMeeting()})
		in = partyGroupMeeting()
		in.Resolutions[0].ID = resolutions(t, w, second)[0].ID
		if _, err := w.Do(t, "clerk", &do.EditMeeting{ID: mine, Version: 1, Meeting: in}); !fault.Is(err, fault.NotFound) {
			t.Errorf("a resolution of another meeting was taken: %v", err)
		}
	})
}

func TestWhoMayRecordMeetings(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		for account, kind := range map[string]fault.Kind{"head": fault.Denied, "officer": fault.Denied, "office": fault.Denied,
			"other-clerk": fault.NotFound, "team2": fault.NotFound, "sysadmin": fault.NotFound} {
			if _, err := w.Do(t, account, &do.AddMeeting{InspectionID: "i-bureau", Meeting: partyGroupMeeting()}); fault.Of(err) != kind {
				t.Errorf("%s: %v", account, err)
			}
		}
	})
}

func stored(t *testing.T, w *testkit.World, id string) (party.Meeting, map[string]string, []string) {
	t.Helper()
	var m party.Meeting
	there := map[string]string{}
	w.See(t, func(tx *store.Tx) (err error) {
		if m, err = store.Meetings.Get(tx, id); err != nil {
			return err
		}
		list, err := store.Attendances.List(tx, "WHERE meeting_id = ?", id)
		for _, a := range list {
			there[a.PersonID] = string(a.Presence)
		}
		return err
	})
	var decided []string
	for _, r := range resolutions(t, w, id) {
		decided = append(decided, r.Text)
	}
	return m, there, decided
}

func resolutions(t *testing.T, w *testkit.World, meeting string) []party.Resolution {
	t.Helper()
	var out []party.Resolution
	w.See(t, func(tx *store.Tx) (err error) {
		out, err = store.Resolutions.List(tx, "WHERE meeting_id = ? ORDER BY seq", meeting)
		return err
	})
	return out
}

// wantFields fails unless the error names exactly these fields.
func wantFields(t *testing.T, err error, names ...string) {
	t.Helper()
	var f *fault.Error
	if !errors.As(err, &f) || f.Kind != fault.Invalid {
		t.Fatalf("got %v, want wrong %v", err, names)
	}
	wrong := map[string]bool{}
	for _, field := range f.Fields {
		wrong[field.Name] = true
	}
	for _, name := range names {
		if !wrong[name] {
			t.Errorf("%s was accepted: %v", name, err)
		}
		delete(wrong, name)
	}
	for name := range wrong {
		t.Errorf("%s was refused too: %v", name, err)
	}
}

func TestMinutesAreNumberedFromTheRegister(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		entries := func() (out []register.Entry) {
			w.See(t, func(tx *store.Tx) (err error) {
				out, err = store.RegisterEntries.List(tx, "WHERE org_id = 'bureau' ORDER BY series_id, sequence")
				return err
			})
			return out
		}
		meeting := do.Meeting{Kind: party.PartyGroup, Title: "局党组会议", HeldOn: "2026-03-02", ChairID: "head", DocumentNumber: "市监党组会纪[2026]第03号"}
		id := w.Must(t, "clerk", &do.AddMeeting{InspectionID: "i-bureau", Meeting: meeting})
		given := entries()
		if len(given) != 1 || given[0].Number != "市监党组会纪〔2026〕3号" || given[0].RecordID != id || given[0].State != register.Used {
			t.Fatalf("the register holds %+v", given)
		}
		if _, err := w.Do(t, "clerk", &do.AddMeeting{InspectionID: "i-bureau", Meeting: meeting}); !fault.Is(err, fault.Invalid) {
			t.Errorf("a number twice: %v", err)
		}
		meeting.DocumentNumber, meeting.SeriesID = "", given[0].SeriesID
		second := w.Must(t, "clerk", &do.AddMeeting{InspectionID: "i-bureau", Meeting: meeting})
		w.See(t, func(tx *store.Tx) error {
			m, err := store.Meetings.Get(tx, second)
			if m.DocumentNumber != "市监党组会纪〔2026〕4号" {
				t.Errorf("the next number is %q", m.DocumentNumber)
			}
			return err
		})
		meeting.SeriesID, meeting.DocumentNumber = "", "市监党组会纪〔2026〕9号"
		w.Must(t, "clerk", &do.EditMeeting{ID: second, Version: 1, Meeting: meeting})
		for _, e := range entries() {
			if (e.Sequence == 4) != (e.State == register.Voided) || e.State == register.Voided && (e.Reason == "" || e.RecordID != "") {
				t.Errorf("%d is %s of %q: %s", e.Sequence, e.State, e.RecordID, e.Reason)
			}
		}
	})
}
