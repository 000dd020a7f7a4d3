package query

import (
	"slices"

	"bihuan/internal/domain/org"
	"bihuan/internal/domain/plan"
	"bihuan/internal/store"
)

// comments lists the comments on a version that the caller may see. Who looks
// from outside sees those of his own body; the inspection office all that came
// from outside.
func (v *View) comments(version plan.Version, inside bool) ([]CommentRow, error) {
	content, err := plan.Open(version.Snapshot)
	if err != nil {
		return nil, err
	}
	return v.commentsOn(version.ID, version.OrgID, content.Problems, inside)
}

// commentsOn is comments for a version of the plan or a report, with the
// problems that it is about.
func (v *View) commentsOn(subjectID, orgID string, problems []plan.Problem, inside bool) ([]CommentRow, error) {
	list, err := store.PlanComments.List(v.Tx, "WHERE version_id = ? ORDER BY at, id", subjectID)
	if err != nil {
		return nil, err
	}
	var out []CommentRow
	for _, c := range list {
		if inside && c.Held != "" || !inside && !v.readsComment(c, orgID) {
			continue
		}
		row, err := v.commentRow(c, problems, orgID)
		if err != nil {
			return nil, err
		}
		out = append(out, row)
	}
	return out, nil
}

// readsComment tells which comments somebody outside reads.
func (v *View) readsComment(c plan.Comment, orgID string) bool {
	if c.BodyID == "" {
		return c.FromOrgID != orgID && c.FromOrgID == v.Actor.OrgID
	}
	return v.Actor.Has(org.RoleOffice) || slices.ContainsFunc(v.Actor.Grants, func(g org.Grant) bool {
		return g.TeamID == c.BodyID || g.Role == org.RoleReviewer && g.OrgID == c.BodyID
	})
}

func (v *View) commentRow(c plan.Comment, problems []plan.Problem, orgID string) (CommentRow, error) {
	row := CommentRow{Comment: c, From: c.FromDept}
	for _, p := range problems {
		if p.ID != c.ProblemID {
			continue
		}
		row.Number, row.Title = p.Number, p.Title
		for n, m := range p.Measures {
			if m.ID == c.MeasureID {
				row.Measure = n + 1
			}
		}
	}
	if c.FromOrgID == orgID || row.From != "" {
		return row, nil
	}
	o, err := store.Organisations.Get(v.Tx, c.FromOrgID)
	row.From = o.Name
	return row, err
}

// CommentLedger is the comments on the plan and what became of them
// (意见征集及采纳情况表), and how those who were asked answered.
type CommentLedger struct {
	Ledger
	Inside
	Plan     string // title of the plan
	Rows     []CommentEntry
	Rounds   []RoundRow
	ByAnswer map[plan.Answer]int
}

// CommentEntry is a comment with the version and the round in which it came.
type CommentEntry struct {
	CommentRow
	Version string
	Round   string
}

// ExportComments gives the table of comments for taking out, to those inside.
func ExportComments(v *View, in ListIn) (CommentLedger, error) {
	i, t, err := v.Inspection(in.Inspection, org.PlanTable)
	if err != nil {
		return CommentLedger{}, err
	}
	o, err := store.Organisations.Get(v.Tx, i.OrgID)
	if err != nil {
		return CommentLedger{}, err
	}
	out := CommentLedger{Inside: Inside{i.ID}, Ledger: Ledger{Organisation: o.Name, Title: i.Title, On: v.Today}, ByAnswer: map[plan.Answer]int{}}
	if out.Plan, err = store.PlanTitle(v.Tx, i.ID); err != nil {
		return out, err
	}
	if out.Rounds, err = v.planRounds(t, "WHERE inspection_id = ? ORDER BY number", i.ID); err != nil {
		return out, err
	}
	versions, err := store.PlanVersions.List(v.Tx, "WHERE inspection_id = ? ORDER BY number", i.ID)
	if err != nil {
		return out, err
	}
	for _, version := range versions {
		rows, err := v.comments(version, true)
		if err != nil {
			return out, err
		}
		for _, r := range rows {
			out.Rows = append(out.Rows, CommentEntry{CommentRow: r, Version: version.Name, Round: out.roundName(r.RoundID)})
			out.ByAnswer[r.Answer]++
		}
	}
	return out, nil
}

func (l CommentLedger) roundName(id string) string {
	for _, r := range l.Rounds {
		if r.ID == id {
			return r.Name
		}
	}
	return ""
}

// RoundChoices are the parties that a new round can ask.
type RoundChoices struct {
	Departments, Leaders, Staff []Option
	Bodies                      []plan.Body
}

// roundChoices lists who can be asked about a version.
func (v *View) roundChoices(f plan.File) (RoundChoices, error) {
	c, err := v.ChoicesOf(f.Version.OrgID)
	if err != nil {
		return RoundChoices{}, err
	}
	out := RoundChoices{Departments: c.Departments, Leaders: c.Leaders}
	out.Bodies, err = store.PlanAskable(v.Tx, f.Version.InspectionID)
	for _, p := range c.People {
		if !slices.Contains(c.Leaders, p) {
			out.Staff = append(out.Staff, p)
		}
	}
	return out, err
}

// rewordings fills in what adopting each comment would change.
func (v *View) rewordings(rows []CommentRow) error {
	for n := range rows {
		r, err := v.rewording(rows[n].Comment)
		if err != nil {
			return err
		}
		rows[n].Rewording = r
	}
	return nil
}
