package reviewing

import (
	"fmt"
	"slices"

	"bihuan/internal/action"
	"bihuan/internal/domain/plan"
	"bihuan/internal/fault"
)

// Merged is how the inspection office makes one result of the opinions.
type Merged struct {
	Overall string
	Items   []MergeItem
}

// MergeItem is one remark as the merged result has it.
type MergeItem struct {
	Comment string `form:"comment"`
	Keep    bool   `form:"keep"`
	Text    string `form:"text"`
}

// Merge merges the bodies' opinions into one return. The inspection office does
// it, whose body it gives, and says of each remark whether the result takes it
// up, and in which words.
func Merge(s *action.Step, of Subject, m Merged) (plan.Body, error) {
	mine := plan.Speaks(s.Actor, of.Bodies)
	i := slices.IndexFunc(mine, func(b plan.Body) bool { return b.Kind == plan.ConsentOffice })
	if i < 0 || s.Actor.Belongs(of.OrgID) {
		return plan.Body{}, fault.New(fault.Denied, "review.office")
	}
	r, given, err := running(s, of)
	if err != nil {
		return plan.Body{}, err
	}
	if err := r.MayMerge(given, s.Today); err != nil {
		return plan.Body{}, err
	}
	for _, o := range given {
		if s.Actor.Is(o.By) && o.BodyKind != plan.ConsentOffice {
			return plan.Body{}, fault.New(fault.Conflict, "plan.same-person")
		}
	}
	wordings, err := m.wordings(s, of.ID)
	if err != nil {
		return plan.Body{}, err
	}
	if err := release(s, r.VersionID, wordings); err != nil {
		return plan.Body{}, err
	}
	return mine[i], decide(s, r, plan.Returns, m.Overall)
}

// wordings gives the wording of each remark; nil for one that is left out.
func (m Merged) wordings(s *action.Step, subjectID string) (map[string]*string, error) {
	held, err := heldRemarks(s, subjectID)
	if err != nil {
		return nil, err
	}
	var checks fault.Checks
	checks.Text("overall", m.Overall, action.LongText)
	out := map[string]*string{}
	for n, item := range m.Items {
		at := fmt.Sprintf("items[%d].text", n)
		if !slices.ContainsFunc(held, func(h plan.Comment) bool { return h.ID == item.Comment }) {
			checks.Add(at, "field.unknown-choice")
			continue
		}
		out[item.Comment] = nil
		if item.Keep {
			checks.Text(at, item.Text, action.LongText)
			out[item.Comment] = &item.Text
		}
	}
	return out, checks.Err()
}
