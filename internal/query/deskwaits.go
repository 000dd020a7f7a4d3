package query

import (
	"bihuan/internal/domain/closing"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/plan"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// seals: a feedback paper was read and waits to be confirmed.
func (b *deskBuilder) seals(i inspection.Inspection, t org.Target) error {
	if !b.Can(org.FeedbackSeal, t) {
		return nil
	}
	f, err := store.Feedbacks.One(b.Tx, "WHERE inspection_id = ?", i.ID)
	if fault.Is(err, fault.NotFound) {
		return nil
	}
	if err == nil && f.State == inspection.FeedbackDraft {
		b.add(DeskSeal, DeskItem{Title: f.Title, Href: "/inspections/" + i.ID + "/feedback/draft"})
	}
	return err
}

// replies: an immediate matter is not answered.
func (b *deskBuilder) replies(i inspection.Inspection, t org.Target) error {
	if !b.Can(org.ImmediateReply, t) {
		return nil
	}
	ladder, err := b.ladderOf(i.ID)
	if err != nil {
		return err
	}
	list, err := store.Immediates.List(b.Tx, "WHERE inspection_id = ? AND replied_on = '' ORDER BY due", i.ID)
	if err != nil {
		return err
	}
	for _, m := range list {
		b.add(DeskReply, DeskItem{Title: m.Text, Note: m.Number, Href: "/inspections/" + i.ID + "/immediates",
			Due: b.dueOf(ladder, m.Due, m.Due, "", false)})
	}
	return nil
}

// invited: comment rounds that wait for the caller's answer.
func (b *deskBuilder) invited(i inspection.Inspection, t org.Target) error {
	rounds, err := b.planRounds(t, "WHERE inspection_id = ? AND ended_on = '' AND until_on >= ? ORDER BY number", i.ID, b.Today)
	if err != nil || len(rounds) == 0 {
		return err
	}
	ladder, err := b.ladderOf(i.ID)
	if err != nil {
		return err
	}
	for _, r := range rounds {
		for _, asked := range r.Asked {
			if asked.Standing == plan.Awaited && asked.Speaks(b.Actor) {
				b.add(DeskInvited, DeskItem{Title: r.Name, Note: asked.Name, Href: "/plan-rounds/" + r.ID, Due: b.dueOf(ladder, r.Until, r.Until, "", false)})
			}
		}
	}
	return nil
}

// plans: comments to answer, and versions that wait for somebody's yes.
func (b *deskBuilder) plans(i inspection.Inspection, t org.Target) error {
	list, err := store.PlanVersions.List(b.Tx, "WHERE inspection_id = ? ORDER BY number DESC LIMIT 1", i.ID)
	if err != nil || len(list) == 0 {
		return err
	}
	latest := list[0]
	href := "/inspections/" + i.ID + "/plan"
	if b.Can(org.PlanAnswer, t) {
		open, err := store.PlanComments.List(b.Tx, "WHERE version_id = ? AND answer = '' AND held = '' ORDER BY at", latest.ID)
		if err != nil {
			return err
		}
		for _, c := range open {
			b.add(DeskComments, DeskItem{Title: c.Text, Note: c.AuthorName, Href: href})
		}
	}
	if latest.State == plan.Adopted && b.Can(org.PlanConsent, t) {
		return b.reviews(latest)
	}
	waits := latest.State == plan.Comments && b.Can(org.PlanAdopt, t) ||
		latest.State == plan.Consented && b.Can(org.PlanIssue, t)
	if !waits {
		return nil
	}
	mine, err := b.Tx.Count("SELECT COUNT(*) FROM plan_approval WHERE version_id = ? AND by_id = ?", latest.ID, b.Actor.AccountID)
	if err == nil && mine == 0 {
		b.add(DeskApprove, DeskItem{Title: latest.Title, Note: latest.Name, Href: href})
	}
	return err
}

// reviews: a version that waits for the opinion of the caller's body, or for
// the inspection office to merge the opinions.
func (b *deskBuilder) reviews(v plan.Version) error {
	x, err := PlanReview(b.View, v.ID)
	if fault.Is(err, fault.NotFound) {
		return nil
	}
	if err == nil && (len(x.Mine) > 0 || x.MayMerge && x.Merge == nil) {
		b.add(DeskApprove, DeskItem{Title: v.Title, Note: v.Name, Href: "/plans/" + v.ID + "/review"})
	}
	return err
}

// reports: papers that wait for the head's submission or for the word of the
// caller's body, and those that came back.
func (b *deskBuilder) reports(i inspection.Inspection, t org.Target) error {
	if !b.Can(org.ReportSubmit, t) && !b.Can(org.ReportWrite, t) && !b.Can(org.ReportDecide, t) {
		return nil
	}
	list, err := store.Reports.List(b.Tx, "WHERE inspection_id = ? AND state <> ? ORDER BY created_at, id", i.ID, inspection.ReportAccepted)
	if err != nil {
		return err
	}
	for _, r := range list {
		group, err := b.reportWaits(r, t)
		if err != nil {
			return err
		}
		if group != "" {
			b.add(group, DeskItem{Title: r.Title, Note: r.CreatedName, Href: "/reports/" + r.ID})
		}
	}
	return nil
}

// papers: papers that wait for the caller to sign them for issue.
func (b *deskBuilder) papers(i inspection.Inspection, t org.Target) error {
	if !b.Can(org.PaperSign, t) {
		return nil
	}
	list, err := b.issuedHeads(t, "WHERE inspection_id = ? AND state = ? ORDER BY at, id", i.ID, inspection.IssueProposed)
	for _, p := range list {
		if b.Can(p.Kind.SignedWith(), t) && !b.Actor.Is(p.By) {
			b.add(DeskApprove, DeskItem{Title: p.Title, Note: p.Name, Href: "/issued-papers/" + p.ID})
		}
	}
	return err
}

// reportWaits says on which pile of the desk a report lies; empty for none.
func (b *deskBuilder) reportWaits(r inspection.Report, t org.Target) (string, error) {
	switch {
	case r.State == inspection.ReportDraft && b.Can(org.ReportSubmit, t):
		return DeskApprove, nil
	case r.State == inspection.ReportReturned && b.Can(org.ReportWrite, t):
		later, err := b.Tx.Count("SELECT COUNT(*) FROM report WHERE inspection_id = ? AND kind = ? AND created_at > ?", r.InspectionID, r.Kind, r.CreatedAt.UnixMilli())
		if err == nil && later == 0 {
			return DeskReportBack, nil
		}
		return "", err
	case r.State == inspection.ReportSubmitted && b.Can(org.ReportDecide, t):
		x, err := b.reportReview(r, t, nil)
		if err == nil && (len(x.Mine) > 0 || x.MayMerge && x.Merge == nil) {
			return DeskApprove, nil
		}
		return "", err
	}
	return "", nil
}

// signoffs: steps that are mine to decide, and applications of mine that were
// returned and not applied for again.
func (b *deskBuilder) signoffs(i inspection.Inspection, _ org.Target) error {
	list, err := store.Applications.List(b.Tx, "WHERE inspection_id = ? AND state IN (?, ?) ORDER BY applied_at",
		i.ID, closing.Open, closing.Returned)
	if err != nil {
		return err
	}
	for _, a := range list {
		p, t, err := store.ProofTarget(b.Tx, a.ProblemID)
		if err != nil {
			return err
		}
		item := DeskItem{Title: p.Title, Note: p.Number + " " + a.Applicant, Href: "/signoffs/" + a.ID}
		if a.State == closing.Returned {
			last, err := b.Tx.Count("SELECT COALESCE(MAX(round), 0) FROM application WHERE problem_id = ?", a.ProblemID)
			if err != nil {
				return err
			}
			if a.AppliedBy == b.Actor.AccountID && a.Round == last && !p.Closed() {
				item.Href = "/problems/" + p.ID + "#signoff"
				b.add(DeskReturned, item)
			}
			continue
		}
		kase, err := store.SignoffCase(b.Tx, p, a)
		if err != nil {
			return err
		}
		if b.Can(org.SignoffDecide, t) && kase.CheckDecider(a, b.Actor) == nil {
			b.add(DeskSignoff, item)
		}
	}
	return nil
}

// extensions: requests that are mine to decide.
func (b *deskBuilder) extensions(i inspection.Inspection, _ org.Target) error {
	list, err := store.Extensions.List(b.Tx, "WHERE inspection_id = ? AND state = ? ORDER BY asked_at", i.ID, work.ExtensionAsked)
	if err != nil {
		return err
	}
	for _, e := range list {
		row, err := b.extensionRow(e)
		if err != nil {
			return err
		}
		if row.CanDecide {
			b.add(DeskExtend, DeskItem{Title: row.Title, Note: row.Number + " " + string(e.OldDate) + " → " + string(e.NewDate),
				Href: "/inspections/" + i.ID + "/extensions"})
		}
	}
	return nil
}

// follows: what must be kept up and is due to be looked at, of mine; and
// requests to end a follow-up that are mine to decide.
func (b *deskBuilder) follows(i inspection.Inspection, t org.Target) error {
	ladder, err := b.ladderOf(i.ID)
	if err != nil {
		return err
	}
	if b.Inside(t) {
		due, err := store.Problems.List(b.Tx, "WHERE inspection_id = ? AND "+isFollowed+" AND follow_due <= ? ORDER BY follow_due, seq",
			i.ID, b.Today.AddDays(closing.FollowEarly))
		if err != nil {
			return err
		}
		for _, p := range due {
			if b.mine(DeskFollow, work.Measure{OrgID: p.OrgID, LeaderID: p.LeaderID, LeadDeptID: p.LeadDeptID, OwnerID: p.OwnerID}) {
				b.add(DeskFollow, DeskItem{Title: p.Title, Note: p.Number, Href: "/problems/" + p.ID + "#follow",
					Due: b.dueOf(ladder, p.FollowDue, p.FollowDue, "", false)})
			}
		}
	}
	if !b.Can(org.FollowEndDecide, t) {
		return nil
	}
	asked, err := store.FollowEnds.List(b.Tx, "WHERE inspection_id = ? AND state = ? ORDER BY asked_at", i.ID, closing.FollowEndAsked)
	for _, e := range asked {
		b.add(DeskFollow, DeskItem{Title: e.Reason, Note: e.AskedName, Href: "/problems/" + e.ProblemID + "#follow"})
	}
	return err
}
