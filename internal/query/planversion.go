package query

import (
	"slices"

	"bihuan/internal/domain/org"
	"bihuan/internal/domain/party"
	"bihuan/internal/domain/plan"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// PlanVersionPage is one version of the plan: what it says, who approved it,
// what was commented, and what can be done with it.
type PlanVersionPage struct {
	Inside
	File     plan.File
	Content  plan.Content
	Comments []CommentRow
	Others   []plan.Version // to compare with, newest first
	Meetings []Option       // that can have adopted it
	Mine     []plan.Body    // bodies for which the caller can speak
	Since    []plan.Change  // what the records changed since
	Bodies   map[string]string
	Papers   []plan.Opinion // whose paper the caller may read
	Issued   bool           // some version of the plan is issued

	SeesRecords, MayRestore bool

	Rounds     []RoundRow
	Ask        RoundChoices // who can be asked in a further round
	canComment bool

	MayDraft, MayComment, MayAnswer, MayAdopt, MayConsent, MayIssue bool
	Today                                                           workday.Date
}

// CommentRow is one comment with the names that it needs.
type CommentRow struct {
	plan.Comment
	Number  string // of the problem; empty for the plan as a whole
	Title   string // of the problem
	Measure int    // place of the measure, from 1; 0 for none
	From    string // department or team, and the organisation where it is another
	// Rewording is what adopting the proposed wording would change; nil where
	// it has to be done by hand.
	Rewording *Rewording
}

// PlanVersion gives one version of the plan; from outside, only one that was
// sent there.
func PlanVersion(v *View, id string) (PlanVersionPage, error) {
	f, t, err := v.planFile(id)
	if err != nil {
		return PlanVersionPage{}, err
	}
	out := PlanVersionPage{Inside: Inside{f.Version.InspectionID}, File: f, Today: v.Today,
		Bodies: map[string]string{}, Mine: plan.Speaks(v.Actor, f.Bodies)}
	out.MayDraft, out.MayAnswer = v.Can(org.PlanDraft, t), v.Can(org.PlanAnswer, t) && f.MayAnswer() == nil
	out.canComment = v.Can(org.PlanComment, t)
	out.MayComment = out.canComment && f.MayRemark(v.Inside(t)) == nil
	out.MayAdopt, out.MayIssue = v.Can(org.PlanAdopt, t), v.Can(org.PlanIssue, t)
	out.MayConsent = v.Can(org.PlanConsent, t) && len(out.Mine) > 0
	for _, b := range f.Bodies {
		out.Bodies[b.ID] = b.Name
	}
	if out.Content, err = plan.Open(f.Version.Snapshot); err != nil {
		return out, err
	}
	for _, load := range []func(*PlanVersionPage, bool) error{v.loadComments, v.loadRounds, v.loadOthers, v.loadMeetings, v.loadSince, v.loadPapers} {
		if err := load(&out, v.Inside(t)); err != nil {
			return out, err
		}
	}
	out.Issued, err = v.planIssued(f.Version.InspectionID)
	out.SeesRecords, out.MayRestore = v.Inside(t), out.MayDraft && !out.Issued && f.Changed()
	return out, err
}

// planFile gives a version that the caller may see.
func (v *View) planFile(id string) (plan.File, org.Target, error) {
	version, err := store.PlanVersions.Get(v.Tx, id)
	if err != nil {
		return plan.File{}, org.Target{}, err
	}
	i, err := v.inspection(version.InspectionID)
	if err != nil {
		return plan.File{}, org.Target{}, err
	}
	t := store.TargetOf(i)
	left := t.Submitted // some version went outside: others are then as good as absent
	if t.Submitted, err = store.PlanSeen(v.Tx, version, v.Actor); err != nil {
		return plan.File{}, t, err
	}
	if left && !t.Submitted && !v.Inside(t) {
		return plan.File{}, t, fault.New(fault.NotFound, "fault.not-found")
	}
	if err := v.Need(org.SeePlan, t); err != nil {
		return plan.File{}, t, err
	}
	f, err := store.PlanFile(v.Tx, id)
	return f, t, err
}

func (v *View) loadComments(out *PlanVersionPage, inside bool) (err error) {
	if out.Comments, err = v.comments(out.File.Version, inside); err != nil || !out.MayAnswer {
		return err
	}
	return v.rewordings(out.Comments)
}

// loadRounds lists the comment rounds on the version, and who can be asked in
// a further one.
func (v *View) loadRounds(out *PlanVersionPage, inside bool) (err error) {
	t := org.Target{OrgID: out.File.Version.OrgID}
	if out.Rounds, err = v.planRounds(t, "WHERE version_id = ? ORDER BY number", out.File.Version.ID); err != nil {
		return err
	}
	for _, r := range out.Rounds {
		speaks := slices.ContainsFunc(r.Asked, func(i InviteeRow) bool { return i.Speaks(v.Actor) })
		out.MayComment = out.MayComment || out.canComment && out.File.Latest && r.Running && speaks
	}
	if inside && out.MayDraft && out.File.May(plan.DoComments) == nil {
		out.Ask, err = v.roundChoices(out.File)
	}
	return err
}

func (v *View) loadOthers(out *PlanVersionPage, _ bool) error {
	all, err := v.seenVersions(out.InspectionID, org.Target{OrgID: out.File.Version.OrgID})
	out.Others = slices.DeleteFunc(all, func(o plan.Version) bool { return o.ID == out.File.Version.ID })
	return err
}

// loadMeetings offers the meetings of the Party group that were held since the
// version was made.
func (v *View) loadMeetings(out *PlanVersionPage, _ bool) error {
	if !out.MayAdopt || out.File.May(plan.DoAdopt) != nil {
		return nil
	}
	made := workday.DateOf(out.File.Version.CreatedAt, workday.Zone)
	list, err := store.Meetings.List(v.Tx, "WHERE inspection_id = ? AND kind = ? AND held_on >= ? AND held_on <= ? ORDER BY held_on DESC, id",
		out.InspectionID, party.PartyGroup, made, v.Today)
	for _, m := range list {
		out.Meetings = append(out.Meetings, Option{Value: m.ID, Label: m.HeldOn.Chinese() + " " + m.Title})
	}
	return err
}

// loadSince compares the version with the records as they stand now. That is
// the organisation's own business until it makes a new version.
func (v *View) loadSince(out *PlanVersionPage, inside bool) error {
	if !inside || !out.File.Latest || !out.File.Changed() {
		return nil
	}
	now, err := store.PlanNow(v.Tx, out.InspectionID)
	out.Since = plan.Diff(out.Content, now)
	return err
}
