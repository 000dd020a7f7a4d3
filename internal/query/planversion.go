package query

import (
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
	Issued   bool // some version of the plan is issued

	SeesRecords, MayRestore bool

	MayDraft, MayComment, MayAnswer, MayAdopt, MayConsent, MayIssue bool
	Today                                                           workday.Date
}

// CommentRow is one comment with the names that it needs.
type CommentRow struct {
	plan.Comment
	Number string // of the problem; empty for the plan as a whole
	From   string // department or team, and the organisation where it is another
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
	out.MayComment = v.Can(org.PlanComment, t) && f.MayComment(v.Inside(t), v.Today) == nil
	out.MayAdopt, out.MayIssue = v.Can(org.PlanAdopt, t), v.Can(org.PlanIssue, t)
	out.MayConsent = v.Can(org.PlanConsent, t) && len(out.Mine) > 0
	for _, b := range f.Bodies {
		out.Bodies[b.ID] = b.Name
	}
	if out.Content, err = plan.Open(f.Version.Snapshot); err != nil {
		return out, err
	}
	for _, load := range []func(*PlanVersionPage, bool) error{v.loadComments, v.loadOthers, v.loadMeetings, v.loadSince} {
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
	_, t, err := v.Inspection(version.InspectionID, org.SeeDetail)
	if err != nil {
		return plan.File{}, t, err
	}
	if version.SharedOn == "" && !v.Inside(t) {
		return plan.File{}, t, fault.New(fault.NotFound, "fault.not-found")
	}
	f, err := store.PlanFile(v.Tx, id)
	return f, t, err
}

// loadComments lists the comments; who looks from outside sees those that came
// from outside.
func (v *View) loadComments(out *PlanVersionPage, inside bool) error {
	list, err := store.PlanComments.List(v.Tx, "WHERE version_id = ? ORDER BY at, id", out.File.Version.ID)
	if err != nil {
		return err
	}
	numbers := map[string]string{}
	for _, p := range out.Content.Problems {
		numbers[p.ID] = p.Number
	}
	for _, c := range list {
		own := c.FromOrgID == out.File.Version.OrgID
		if own && !inside {
			continue
		}
		row := CommentRow{Comment: c, Number: numbers[c.ProblemID], From: c.FromDept}
		if !own && row.From == "" {
			o, err := store.Organisations.Get(v.Tx, c.FromOrgID)
			if err != nil {
				return err
			}
			row.From = o.Name
		}
		out.Comments = append(out.Comments, row)
	}
	return nil
}

func (v *View) loadOthers(out *PlanVersionPage, inside bool) error {
	all, err := store.PlanVersions.List(v.Tx, "WHERE inspection_id = ? AND id <> ? ORDER BY number DESC", out.InspectionID, out.File.Version.ID)
	if !inside {
		all = shared(all)
	}
	out.Others = all
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
