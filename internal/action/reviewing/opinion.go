package reviewing

import (
	"fmt"

	"bihuan/internal/action"
	"bihuan/internal/action/carrying"
	"bihuan/internal/domain/plan"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// Fields are what a body says beside its verdict.
type Fields struct {
	Paper   string        `form:"review_paper"`
	PaperOn workday.Date  `form:"review_paper_on"`
	Items   []Item        `form:"items"`
	File    carrying.File `form:"-"` // the paper itself; may come later
}

// Item is what a body says about one problem: a grade, a text, or both.
type Item struct {
	Problem  string `form:"problem"`
	Grade    string `form:"grade"`
	Text     string `form:"text"`
	Proposed string `form:"proposed"`
}

// Word is what one body says of the whole.
type Word struct {
	Body    plan.Body
	Verdict plan.Verdict
	Overall string
	Fields
}

// Given is an opinion that was kept, with the review and all that stand.
type Given struct {
	Review  plan.Review
	Opinion plan.Opinion
	All     []plan.Opinion
}

// Give keeps the opinion of one body. Nobody speaks for two bodies, or about
// his own work.
func Give(s *action.Step, of Subject, w Word) (Given, error) {
	if s.Actor.Belongs(of.OrgID) || s.Actor.Is(of.DraftedBy) {
		return Given{}, fault.New(fault.Denied, "plan.own-work")
	}
	r, given, err := running(s, of)
	if err != nil {
		return Given{}, err
	}
	if err := r.MayGive(w.Body, given); err != nil {
		return Given{}, err
	}
	for _, g := range given {
		if s.Actor.Is(g.By) {
			return Given{}, fault.New(fault.Conflict, "plan.same-person")
		}
	}
	op := withPaper(opinion(s, of, r, w), w.File)
	if err := checkOpinion(s, op, r, w.Items); err != nil {
		return Given{}, err
	}
	for _, i := range w.Items {
		if i.Grade != "" {
			op.Grades[i.Problem] = plan.Grade(i.Grade)
		}
	}
	if err := action.Insert(s, store.PlanOpinions, &op); err != nil {
		return Given{}, err
	}
	return Given{Review: r, Opinion: op, All: append(given, op)}, remarks(s, op, w.Items)
}

func opinion(s *action.Step, of Subject, r plan.Review, w Word) plan.Opinion {
	return plan.Opinion{ID: s.NewID(), OrgID: r.OrgID, ReviewID: r.ID, VersionID: r.VersionID,
		BodyKind: w.Body.Kind, BodyID: w.Body.ID, BodyName: w.Body.Name, Verdict: w.Verdict, Overall: w.Overall, Hash: of.Hash,
		Paper: w.Paper, PaperOn: w.PaperOn, Grades: map[string]plan.Grade{}, On: s.Today, By: s.Actor.AccountID, Name: s.Actor.Name, At: s.Now}
}

func checkOpinion(s *action.Step, op plan.Opinion, r plan.Review, items []Item) error {
	var checks fault.Checks
	if op.Verdict == plan.Returns {
		checks.Text("opinion", op.Overall, action.LongText)
	}
	checks.Max("opinion", op.Overall, action.LongText)
	checkPaper(s, &checks, op)
	for n, i := range items {
		at := fmt.Sprintf("items[%d].", n)
		checks.Max(at+"text", i.Text, action.LongText)
		checks.Max(at+"proposed", i.Proposed, action.LongText)
		switch {
		case i.Grade == "":
		case !r.Grades:
			checks.Add(at+"grade", "review.no-grades")
		default:
			checks.OneOf(at+"grade", i.Grade, string(plan.Good), string(plan.Medium), string(plan.Poor))
		}
		if i.Text == "" && (i.Grade == string(plan.Poor) || i.Proposed != "") {
			checks.Add(at+"text", "review.why")
		}
		if err := action.CheckProblems(s, &checks, r.InspectionID, at+"problem", i.Problem); err != nil {
			return err
		}
	}
	return checks.Err()
}

// remarks keeps what the body says problem by problem, held back until the
// bodies' result.
func remarks(s *action.Step, op plan.Opinion, items []Item) error {
	for _, i := range items {
		if i.Text == "" {
			continue
		}
		c := plan.Comment{ID: s.NewID(), OrgID: op.OrgID, VersionID: op.VersionID, OpinionID: op.ID, Held: plan.HeldBack, BodyID: op.BodyID,
			ProblemID: i.Problem, Text: i.Text, Proposed: i.Proposed, FromOrgID: s.Actor.OrgID, FromDept: op.BodyName,
			AuthorID: op.By, AuthorName: op.Name, At: s.Now}
		if err := action.Insert(s, store.PlanComments, &c); err != nil {
			return err
		}
	}
	return nil
}
