package planning_test

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"bihuan/internal/action"
	"bihuan/internal/action/planning"
	"bihuan/internal/domain/party"
	"bihuan/internal/domain/plan"
	"bihuan/internal/domain/workday"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

var errWorked = errors.New("it worked")

// tried is a command that is taken back once it worked.
type tried struct{ action.Command }

// Run implements action.Command.
func (c tried) Run(s *action.Step) error {
	if err := c.Command.Run(s); err != nil {
		return err
	}
	return errWorked
}

// everybody is an account of each role, and some of others' organisations.
const everybody = "clerk head leader leader2 depthead depthead2 officer resident office team team2 reviewer sysadmin secadmin auditor other-clerk other-head"

// planActs says who does what to a version, and in which of its states: the
// law of the plan, written down apart from the code.
var planActs = map[string]struct {
	who    string
	states []plan.State
	unsent bool // the version must not have been sent yet
	cmd    func(v plan.Version) action.Command
}{
	"draft": {"clerk", append(plan.States(), plan.Returned), false,
		func(plan.Version) action.Command {
			return &planning.DraftPlan{InspectionID: "i-bureau", Name: "新稿"}
		}},
	"comments": {"clerk", []plan.State{plan.Draft, plan.Comments}, false,
		func(v plan.Version) action.Command {
			return &planning.OpenComments{ID: v.ID, Version: v.Version, Until: "2026-03-20"}
		}},
	"share": {"clerk", []plan.State{plan.Draft, plan.Comments, plan.Adopted}, true,
		func(v plan.Version) action.Command { return &planning.SharePlan{ID: v.ID, Version: v.Version} }},
	"adopt": {"head", []plan.State{plan.Draft, plan.Comments}, false,
		func(v plan.Version) action.Command {
			return &planning.AdoptPlan{ID: v.ID, Version: v.Version, MeetingID: "good"}
		}},
	"consent": {"office team reviewer", []plan.State{plan.Adopted}, false,
		func(v plan.Version) action.Command { return &planning.ConsentPlan{ID: v.ID, Version: v.Version} }},
	"return": {"office team reviewer", []plan.State{plan.Adopted}, false,
		func(v plan.Version) action.Command {
			return &planning.ReturnPlan{ID: v.ID, Version: v.Version, Reason: "不具体"}
		}},
	"issue": {"clerk head", []plan.State{plan.Consented}, false,
		func(v plan.Version) action.Command {
			return &planning.IssuePlan{ID: v.ID, Version: v.Version, DocumentNumber: "市监党〔2026〕5号", On: "2026-03-10"}
		}},
	"claim": {"depthead", []plan.State{plan.Issued, plan.Claimed}, false,
		func(plan.Version) action.Command {
			return &planning.ClaimMeasures{InspectionID: "i-bureau", IDs: []string{"m1"}}
		}},
	"answer": {"clerk", []plan.State{plan.Draft, plan.Comments, plan.Adopted, plan.Consented, plan.Returned}, false,
		func(plan.Version) action.Command {
			return &planning.AnswerComment{ID: "asked", Version: 1, Answer: "refused", Reason: "另有安排"}
		}},
}

// inState puts the version into a state with the approvals that lead there.
func inState(t *testing.T, w *testkit.World, id string, s plan.State, sent workday.Date) plan.Version {
	t.Helper()
	w.Write(t, func(tx *store.Tx) error {
		v, err := store.PlanVersions.Get(tx, id)
		if err != nil {
			return err
		}
		v.State, v.SharedOn, v.CommentsUntil = s, sent, "2026-03-09"
		if err := store.PlanVersions.Update(tx, &v); err != nil {
			return err
		}
		if _, err := tx.Exec("DELETE FROM plan_approval"); err != nil {
			return err
		}
		given := map[plan.ApprovalKind]string{}
		if s != plan.Draft && s != plan.Comments {
			given[plan.Adoption] = ""
		}
		if s == plan.Consented || s == plan.Issued || s == plan.Claimed {
			given[plan.ConsentOffice], given[plan.ConsentTeam], given[plan.ConsentBody] = "office", "team1", "reviewer"
		}
		for kind, body := range given {
			a := plan.Approval{ID: string(kind), OrgID: "bureau", VersionID: id, Kind: kind, BodyID: body, Hash: v.Hash, On: "2026-03-10"}
			if err := store.PlanApprovals.Insert(tx, &a); err != nil {
				return err
			}
		}
		return nil
	})
	return version(t, w, id)
}

// X2: every state × action × role. What the law above does not allow is
// refused, and what it allows works.
func TestEveryStateActionAndRole(t *testing.T) {
	w := planned(t, filepath.Join(t.TempDir(), "bihuan.db"))
	meeting(t, w, "good", party.PartyGroup, "2026-03-10", "head", "leader")
	id := draft(t, w, "送审稿")
	w.Write(t, func(tx *store.Tx) error {
		return store.PlanComments.Insert(tx, &plan.Comment{ID: "asked", OrgID: "bureau", VersionID: id, Text: "时限过紧", Answer: plan.Partly})
	})
	worked := 0
	for name, law := range planActs {
		for _, state := range append(plan.States(), plan.Returned) {
			sent := workday.Date("2026-03-09")
			if law.unsent {
				sent = ""
			}
			v := inState(t, w, id, state, sent)
			for _, who := range strings.Fields(everybody) {
				_, err := w.Do(t, who, tried{law.cmd(v)})
				may := slices.Contains(strings.Fields(law.who), who) && slices.Contains(law.states, state)
				switch {
				case may && !errors.Is(err, errWorked):
					t.Errorf("%s by %s in %s: %v", name, who, state, err)
				case !may && (err == nil || errors.Is(err, errWorked)):
					t.Errorf("%s by %s in %s worked", name, who, state)
				case may:
					worked++
				}
			}
		}
	}
	if worked < 20 {
		t.Errorf("only %d combinations worked", worked)
	}
}
