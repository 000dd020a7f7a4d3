package query

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/party"
	"bihuan/internal/domain/plan"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/store"
)

// IssuePage is the issue of the plan: the frozen copy, who got it, what the
// departments answered, and what changed since.
type IssuePage struct {
	Inside
	Version   plan.Version // the issued one; zero before the issue
	Adoption  *Adopted
	Cover     *Covered // of the issued version
	Copy      *plan.IssuedCopy
	Receivers []ReceiverRow
	Claims    []ClaimRow
	Due       workday.Due // by when the departments claim
	Late      bool        // unclaimed after that
	Unclaimed int
	Mine      int // unclaimed tasks of the caller's own departments
	Questions []QuestionRow
	Changes   []AmendmentRow

	// Before the issue: the number that it could bear.
	Ready            *plan.Version // waits for the issue
	Series, Reserved []Option
	Departments      []Option
	CanIssue         bool
	CanAnswer        bool
	Today            workday.Date
}

// Adopted is the meeting that adopted the plan.
type Adopted struct {
	Meeting         party.Meeting
	Present, Absent int
	By              string
}

// ReceiverRow is one who gets the issued copy.
type ReceiverRow struct {
	plan.Recipient
	Label   string
	CanSign bool
}

// ClaimRow is how a department stands to its issued tasks.
type ClaimRow struct {
	DepartmentID, Department       string
	Total, Claimed, Asked, Refused int
	Open                           int // not answered
	Mine                           bool
}

// QuestionRow is a question with the task that it is about.
type QuestionRow struct {
	plan.Question
	Number, Measure, Department string
}

// AmendmentRow is a change after the issue with what it is about.
type AmendmentRow struct {
	plan.Amendment
	Number, Title, Measure string
	CanDecide              bool
}

// Issue gives the issue of the plan, to those who see detail.
func Issue(v *View, inspectionID string) (IssuePage, error) {
	i, t, err := v.Inspection(inspectionID, org.SeeDetail)
	if err != nil {
		return IssuePage{}, err
	}
	out := IssuePage{Inside: Inside{i.ID}, Today: v.Today, CanIssue: v.Can(org.PlanIssue, t), CanAnswer: v.Can(org.TaskAnswer, t)}
	issued, ok, err := store.IssuedPlan(v.Tx, i.ID)
	if err != nil {
		return out, err
	}
	if !ok {
		return out, v.readyToIssue(i, &out)
	}
	out.Version = issued
	if out.Cover, err = v.coveredBy(issued.ID, v.Inside(t)); err != nil {
		return out, err
	}
	for _, load := range []func(inspection.Inspection, org.Target, *IssuePage) error{v.loadAdoption, v.loadCopy, v.loadClaims, v.loadQuestions, v.loadAmendments} {
		if err := load(i, t, &out); err != nil {
			return out, err
		}
	}
	return out, nil
}

// readyToIssue offers the version that waits for its issue, if one does.
func (v *View) readyToIssue(i inspection.Inspection, out *IssuePage) error {
	list, err := store.PlanVersions.List(v.Tx, "WHERE inspection_id = ? ORDER BY number DESC LIMIT 1", i.ID)
	if err != nil || len(list) == 0 || !out.CanIssue {
		return err
	}
	f, err := store.PlanFile(v.Tx, list[0].ID)
	if err != nil {
		return err
	}
	if f.May(plan.DoIssue) == nil {
		out.Ready = &f.Version
	}
	if out.Series, out.Reserved, err = v.numberChoices(i.OrgID); err != nil {
		return err
	}
	c, err := v.ChoicesOf(i.OrgID)
	out.Departments = c.Departments
	return err
}

func (v *View) loadAdoption(i inspection.Inspection, _ org.Target, out *IssuePage) error {
	list, err := store.PlanApprovals.List(v.Tx, "WHERE version_id = ? AND kind = ? ORDER BY at", out.Version.ID, plan.Adoption)
	if err != nil || len(list) == 0 {
		return err
	}
	a := Adopted{By: list[0].Name}
	if a.Meeting, err = store.Meetings.One(v.Tx, "WHERE id = ? AND inspection_id = ?", list[0].MeetingID, i.ID); err != nil {
		return err
	}
	a.Present, a.Absent, err = v.attended(a.Meeting.ID)
	out.Adoption = &a
	return err
}

// attended counts who was present at a meeting and who was not.
func (v *View) attended(meetingID string) (present, absent int, err error) {
	if present, err = v.Tx.Count("SELECT COUNT(*) FROM attendance WHERE meeting_id = ? AND presence = ?", meetingID, party.Present); err != nil {
		return 0, 0, err
	}
	absent, err = v.Tx.Count("SELECT COUNT(*) FROM attendance WHERE meeting_id = ? AND presence = ?", meetingID, party.Absent)
	return present, absent, err
}

func (v *View) loadCopy(i inspection.Inspection, t org.Target, out *IssuePage) error {
	list, err := store.IssuedCopies.List(v.Tx, "WHERE version_id = ?", out.Version.ID)
	if err != nil || len(list) == 0 {
		return err
	}
	out.Copy = &list[0]
	names, err := v.NamesOf(i.OrgID)
	if err != nil {
		return err
	}
	receivers, err := store.Recipients.List(v.Tx, "WHERE copy_id = ? ORDER BY department_id = '', id", out.Copy.ID)
	for _, r := range receivers {
		row := ReceiverRow{Recipient: r, Label: r.Outside}
		t.Departments = []string{r.DepartmentID}
		row.CanSign = r.ReceivedOn == "" && v.Can(org.ReceiptSign, t)
		if r.DepartmentID != "" {
			row.Label = names.Department(r.DepartmentID)
			row.CanSign = row.CanSign && contains(v.Actor.Departments(org.RoleDeptHead), r.DepartmentID)
		}
		out.Receivers = append(out.Receivers, row)
	}
	return err
}

func contains(list []string, s string) bool {
	for _, v := range list {
		if v == s {
			return true
		}
	}
	return false
}

// claimDue is by when the departments claim what was issued on a day.
func (v *View) claimDue(round inspection.Round, issuedOn workday.Date) workday.Due {
	rule := workday.Rule{Code: workday.Claim, Base: workday.IssueDay, Offset: workday.Offset{N: round.Settings.ClaimDays(), Unit: workday.Workdays}}
	return rule.Due(issuedOn, v.Calendar)
}

func (v *View) loadClaims(i inspection.Inspection, t org.Target, out *IssuePage) error {
	round, err := v.round(i.RoundID)
	if err != nil {
		return err
	}
	out.Due = v.claimDue(round, out.Version.IssuedOn)
	names, err := v.NamesOf(i.OrgID)
	if err != nil {
		return err
	}
	at := map[string]int{}
	own := v.Actor.Departments(org.RoleDeptHead)
	err = v.Tx.Each(func(scan func(...any) error) error {
		var dept, claim string
		var n int
		if err := scan(&dept, &claim, &n); err != nil {
			return err
		}
		if _, ok := at[dept]; !ok {
			at[dept] = len(out.Claims)
			out.Claims = append(out.Claims, ClaimRow{DepartmentID: dept, Department: names.Department(dept), Mine: contains(own, dept)})
		}
		out.Claims[at[dept]].add(work.Claim(claim), n)
		return nil
	}, "SELECT lead_dept_id, claim, COUNT(*) FROM measure WHERE inspection_id = ? AND "+isPlanned+" GROUP BY lead_dept_id, claim ORDER BY lead_dept_id, claim", i.ID)
	for _, row := range out.Claims {
		left := row.Total - row.Claimed
		out.Unclaimed += left
		if row.Mine {
			out.Mine += left
		}
	}
	out.Late = out.Unclaimed > 0 && out.Due.Date.Before(v.Today)
	return err
}

func (r *ClaimRow) add(c work.Claim, n int) {
	r.Total += n
	switch c {
	case work.Claimed:
		r.Claimed += n
	case work.Asked:
		r.Asked += n
	case work.Refused:
		r.Refused += n
	default:
		r.Open += n
	}
}

func (v *View) loadQuestions(i inspection.Inspection, t org.Target, out *IssuePage) error {
	if !v.Inside(t) {
		return nil
	}
	names, err := v.NamesOf(i.OrgID)
	if err != nil {
		return err
	}
	list, err := store.TaskQuestions.List(v.Tx, "WHERE inspection_id = ? ORDER BY asked_at DESC, id", i.ID)
	for _, q := range list {
		row := QuestionRow{Question: q, Department: names.Department(q.DepartmentID)}
		if row.Number, _, row.Measure, err = v.about("", q.MeasureID); err != nil {
			return err
		}
		out.Questions = append(out.Questions, row)
	}
	return err
}

// about says what a record speaks of: the number and wording of the problem,
// and the wording of the measure, as far as they still exist.
func (v *View) about(problemID, measureID string) (number, title, measure string, err error) {
	measures, err := store.Measures.List(v.Tx, "WHERE id = ?", measureID)
	for _, m := range measures {
		measure, problemID = m.Text, m.ProblemID
	}
	if err != nil {
		return number, title, measure, err
	}
	problems, err := store.Problems.List(v.Tx, "WHERE id = ?", problemID)
	for _, p := range problems {
		number, title = p.Number, p.Title
	}
	return number, title, measure, err
}

func (v *View) loadAmendments(i inspection.Inspection, t org.Target, out *IssuePage) error {
	list, err := store.Amendments.List(v.Tx, "WHERE inspection_id = ? ORDER BY asked_at DESC, id", i.ID)
	for _, a := range list {
		if !v.Inside(t) && a.State != plan.AmendmentAgreed {
			continue // a request is the organisation's own business until it is agreed
		}
		row, err := v.amendmentRow(a)
		if err != nil {
			return err
		}
		out.Changes = append(out.Changes, row)
	}
	return err
}

func (v *View) amendmentRow(a plan.Amendment) (row AmendmentRow, err error) {
	row.Amendment = a
	if row.Number, row.Title, row.Measure, err = v.about(a.ProblemID, a.MeasureID); err != nil {
		return row, err
	}
	_, t, err := store.ProblemTarget(v.Tx, a.ProblemID)
	row.CanDecide = err == nil && v.Can(org.AmendDecide, t) && a.CheckDecider(v.Actor) == nil
	return row, err
}

// afterIssue offers a change request in the place of a direct change.
func (v *View) afterIssue(out *ProblemPage, t org.Target) error {
	issued, err := v.planIssued(out.InspectionID)
	if err != nil || !issued {
		return err
	}
	out.CanAmend = !out.Problem.Closed() && v.Can(org.AmendAsk, t)
	out.CanMeasure = out.CanMeasure && out.Problem.Cycle > 0 // what an issued plan says takes a request
	return nil
}

// AmendPage is the form of a change request about one problem.
type AmendPage struct {
	Inside
	Problem  work.Problem
	Measures []work.Measure
	Choices  Choices
}

// Amend gives the form of a change request, to those who may ask.
func Amend(v *View, problemID string) (AmendPage, error) {
	p, _, err := v.Problem(problemID, org.AmendAsk)
	if err != nil {
		return AmendPage{}, err
	}
	out := AmendPage{Inside: Inside{p.InspectionID}, Problem: p}
	if out.Measures, err = store.Measures.List(v.Tx, "WHERE problem_id = ? ORDER BY seq", p.ID); err != nil {
		return out, err
	}
	out.Choices, err = v.ChoicesOf(p.OrgID)
	return out, err
}
