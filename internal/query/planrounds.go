package query

import (
	"slices"

	"bihuan/internal/domain/org"
	"bihuan/internal/domain/plan"
	"bihuan/internal/domain/work"
	"bihuan/internal/store"
)

// RoundRow is one comment round with how those asked stand. From outside only
// one's own party shows.
type RoundRow struct {
	plan.Round
	Replies plan.Responses
	Asked   []InviteeRow
	Mine    []plan.Invitee // parties for which the caller can say that there is nothing to say
	Running bool
	Inside  bool // the caller sees everybody
}

// InviteeRow is one party with how it stands on the day.
type InviteeRow struct {
	plan.Invitee
	Standing plan.Reply
	Comments int
}

// planRounds lists the rounds that the condition selects and the caller may see.
func (v *View) planRounds(t org.Target, rest string, args ...any) ([]RoundRow, error) {
	rounds, err := store.PlanRounds.List(v.Tx, rest, args...)
	var out []RoundRow
	for _, r := range rounds {
		asked, err := store.PlanInvitees.List(v.Tx, "WHERE round_id = ? ORDER BY seq", r.ID)
		if err != nil {
			return nil, err
		}
		row, err := v.roundRow(r, asked, v.Inside(t))
		if err != nil {
			return nil, err
		}
		if row.Inside || len(row.Asked) > 0 {
			out = append(out, row)
		}
	}
	return out, err
}

func (v *View) roundRow(r plan.Round, asked []plan.Invitee, inside bool) (RoundRow, error) {
	row := RoundRow{Round: r, Running: r.Open(v.Today), Inside: inside, Replies: plan.CountReplies(r, asked, v.Today)}
	counts, err := v.commentsBy(r.ID)
	if err != nil {
		return row, err
	}
	for _, i := range asked {
		if row.Running && !i.Replied() && i.Commits(v.Actor) {
			row.Mine = append(row.Mine, i)
		}
		if inside || i.Speaks(v.Actor) {
			row.Asked = append(row.Asked, InviteeRow{i, i.Standing(r, v.Today), counts[i.ID]})
		}
	}
	return row, nil
}

// commentsBy counts the comments of a round by party.
func (v *View) commentsBy(roundID string) (map[string]int, error) {
	out := map[string]int{}
	err := v.Tx.Each(func(scan func(...any) error) error {
		var id string
		var n int
		err := scan(&id, &n)
		out[id] = n
		return err
	}, "SELECT invitee_id, COUNT(*) FROM plan_comment WHERE round_id = ? GROUP BY invitee_id", roundID)
	return out, err
}

// PlanRoundPage is one comment round.
type PlanRoundPage struct {
	Inside
	Row       RoundRow
	Version   plan.Version
	Comments  []CommentRow
	CanManage bool
	MayEnd    error // nil when the round can be ended now
}

// PlanRound gives one comment round; from outside, one that asks the caller.
func PlanRound(v *View, id string) (PlanRoundPage, error) {
	r, asked, t, err := store.RoundTarget(v.Tx, id, v.Actor)
	if err != nil {
		return PlanRoundPage{}, err
	}
	if err := v.Need(org.SeePlan, t); err != nil {
		return PlanRoundPage{}, err
	}
	out := PlanRoundPage{Inside: Inside{r.InspectionID}, CanManage: v.Can(org.PlanDraft, t) && r.EndedOn == "", MayEnd: r.MayEnd(asked, v.Today)}
	if out.Row, err = v.roundRow(r, asked, v.Inside(t)); err != nil {
		return out, err
	}
	if out.Version, err = store.PlanVersions.Get(v.Tx, r.VersionID); err != nil {
		return out, err
	}
	all, err := v.comments(out.Version, v.Inside(t))
	out.Comments = slices.DeleteFunc(all, func(c CommentRow) bool { return c.RoundID != id })
	return out, err
}

// Rewording is what adopting a comment would do to the field it is about.
type Rewording struct {
	Before, After string
	Seen          int // version of the record that holds the field
}

// rewording gives what applying a comment would change now; none where it
// cannot be applied.
func (v *View) rewording(c plan.Comment) (*Rewording, error) {
	if !c.Applies() || !c.AppliedAt.IsZero() {
		return nil, nil
	}
	problems, err := store.Problems.List(v.Tx, "WHERE id = ?", c.ProblemID)
	if err != nil || len(problems) == 0 {
		return nil, err
	}
	var m work.Measure
	seen := problems[0].Version
	if c.Field == "measures" {
		list, err := store.Measures.List(v.Tx, "WHERE id = ? AND problem_id = ?", c.MeasureID, c.ProblemID)
		if err != nil || len(list) == 0 {
			return nil, err
		}
		m, seen = list[0], list[0].Version
	}
	before := c.Target(problems[0], m)
	after, ok := plan.Reworded(before, c.Quote, c.Proposed)
	if !ok {
		return nil, nil
	}
	return &Rewording{Before: before, After: after, Seen: seen}, nil
}
