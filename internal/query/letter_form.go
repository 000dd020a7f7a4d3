package query

import (
	"cmp"
	"fmt"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/letter"
	"bihuan/internal/domain/org"
	"bihuan/internal/store"
)

// LetterFormIn asks for the form of a new letter, or of a draft.
type LetterFormIn struct {
	ID         string // of a draft
	Inspection string // of a new one
	Kind       string
	Department string
	Chosen     []string // problems chosen on a list; the overdue ones where empty
}

// LetterForm is the form of a letter.
type LetterForm struct {
	Inside
	letter.Letter
	Steps       []letter.Step
	Departments []Option // of a letter inside the organisation
	Problems    []Option // that it can name
	Chosen      []string
}

// LetterFormOf gives the form: what a draft says, or what is usual.
func LetterFormOf(v *View, in LetterFormIn) (LetterForm, error) {
	if in.ID != "" {
		return v.draftForm(in.ID)
	}
	i, t, err := v.Inspection(in.Inspection, org.LetterDraft)
	if err != nil {
		return LetterForm{}, err
	}
	round, err := v.round(i.RoundID)
	if err != nil {
		return LetterForm{}, err
	}
	role := org.RoleOffice
	if v.Inside(t) {
		role = org.RoleClerk
	}
	out := LetterForm{Inside: Inside{i.ID}, Steps: round.Settings.Letters.For(role)}
	if role == org.RoleClerk {
		c, err := v.ChoicesOf(i.OrgID)
		if err != nil {
			return out, err
		}
		out.Departments = c.Departments
		if in.Department, err = v.departmentMeant(i.ID, in); err != nil {
			return out, err
		}
	}
	out.Letter = letter.Letter{OrgID: i.OrgID, InspectionID: i.ID, RoundID: round.ID, DepartmentID: in.Department, Kind: in.Kind}
	if err := v.offerProblems(&out, in); err != nil {
		return out, err
	}
	return out, v.usual(&out, i, role)
}

// departmentMeant is the department asked for, else the one that leads the first
// problem chosen, else one with an overdue problem.
func (v *View) departmentMeant(inspectionID string, in LetterFormIn) (string, error) {
	if in.Department != "" {
		return in.Department, nil
	}
	late, args := isLate(v.Today)
	rest := "WHERE inspection_id = ? AND lead_dept_id <> '' AND " + isNotClosed + " AND " + late + " ORDER BY seq LIMIT 1"
	args = append([]any{inspectionID}, args...)
	if len(in.Chosen) > 0 {
		rest, args = "WHERE inspection_id = ? AND id IN ("+marks(len(in.Chosen))+") ORDER BY seq LIMIT 1", append([]any{inspectionID}, anyOf(in.Chosen)...)
	}
	list, err := store.Problems.List(v.Tx, rest, args...)
	if err != nil || len(list) == 0 {
		return "", err
	}
	return list[0].LeadDeptID, nil
}

func (v *View) draftForm(id string) (LetterForm, error) {
	l, items, t, err := v.letter(id)
	if err != nil {
		return LetterForm{}, err
	}
	if err := v.Need(org.LetterDraft, t); err != nil {
		return LetterForm{}, err
	}
	if err := l.Need(letter.Draft); err != nil {
		return LetterForm{}, err
	}
	out := LetterForm{Inside: Inside{l.InspectionID}, Letter: l}
	for _, i := range items {
		out.Chosen = append(out.Chosen, i.ProblemID)
	}
	return out, v.offerProblems(&out, LetterFormIn{Department: l.DepartmentID, Chosen: out.Chosen})
}

// offerProblems offers the overdue problems of the addressee and those chosen.
func (v *View) offerProblems(out *LetterForm, in LetterFormIn) error {
	late, args := isLate(v.Today)
	var w, either where
	w.add("inspection_id = ?", out.Within())
	var mine where
	mine.add(isNotClosed)
	mine.add(late, args...)
	if in.Department != "" {
		mine.department(in.Department, "")
	}
	either.add("("+mine.text()+")", mine.args...)
	if len(in.Chosen) > 0 {
		either.add("id IN ("+marks(len(in.Chosen))+")", anyOf(in.Chosen)...)
	}
	w.add("("+either.either()+")", either.args...)
	list, err := store.Problems.List(v.Tx, "WHERE "+w.text()+" ORDER BY seq LIMIT 500", w.args...)
	all := len(in.Chosen) == 0
	out.Chosen = nil
	for _, p := range list {
		out.Problems = append(out.Problems, Option{Value: p.ID, Label: p.Number + " " + p.Title, Hint: string(p.Deadline)})
		if all || contains(in.Chosen, p.ID) {
			out.Chosen = append(out.Chosen, p.ID)
		}
	}
	return err
}

// usual fills in what a letter of the kind usually says.
func (v *View) usual(out *LetterForm, i inspection.Inspection, role org.Role) error {
	if len(out.Steps) == 0 {
		return nil
	}
	step := out.Steps[0]
	for _, s := range out.Steps {
		if s.Code == out.Kind {
			step = s
		}
	}
	o, err := store.Organisations.Get(v.Tx, i.OrgID)
	if err != nil {
		return err
	}
	names, err := v.NamesOf(i.OrgID)
	if err != nil {
		return err
	}
	addressee, about := cmp.Or(o.PartyName, o.Name), "你单位"
	if role == org.RoleClerk {
		addressee, about = names.Department(out.DepartmentID), "你科室（单位）"
	}
	out.Kind, out.KindName, out.DueOn = step.Code, step.Name, step.Due(v.Today, v.Calendar)
	out.Title, out.Addressee = "巡察整改"+step.Name, addressee
	out.Basis = fmt.Sprintf("根据巡察反馈意见和巡察整改方案确定的完成时限，截至%s，%s下列%d个问题超过时限仍未完成整改。", v.Today.Chinese(), about, len(out.Chosen))
	out.Demand = fmt.Sprintf("请逐项查明未按期完成的原因，明确责任领导、责任人和完成时间，抓紧整改，并于%s前书面报告整改情况，附佐证材料。", out.DueOn.Chinese())
	if step.Interview {
		out.Demand = fmt.Sprintf("请主要负责人和相关责任领导按时参加约谈，如实说明整改情况和未按期完成的原因，并于%s前书面报告约谈后的整改措施。", out.DueOn.Chinese())
	}
	return nil
}

// LetterLadder is the settings page of a round's ladder of letters.
type LetterLadder struct {
	Round inspection.Round
	Steps []letter.Step
}

// LetterLadderOf gives the ladder to those who may change it.
func LetterLadderOf(v *View, id string) (LetterLadder, error) {
	if err := v.Need(org.RoundEdit, org.Target{}); err != nil {
		return LetterLadder{}, err
	}
	round, err := store.Rounds.Get(v.Tx, id)
	return LetterLadder{Round: round, Steps: round.Settings.Letters.Ladder()}, err
}
