package query

import (
	"bihuan/internal/domain/evaluation"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/store"
)

// EvaluationRow is one evaluation of a list.
type EvaluationRow struct {
	evaluation.Evaluation
	Organisation string
	Scheme       string
	Number       int // version of the scheme
	Full         evaluation.Points
	SelfSum      evaluation.Points
	ReviewSum    evaluation.Points
	// ShowsReview: the caller is told the office's marks.
	ShowsReview bool
}

// RoundEvaluations is the evaluations of a round, organisation by organisation
// in the order of their feedback. It is no ranking.
type RoundEvaluations struct {
	Round   inspection.Round
	Rows    []EvaluationRow
	Schemes []Option // that can be taken
	Ready   []Option // inspections that can be evaluated
	ByState map[evaluation.State]int
	CanOpen bool
}

// EvaluationsOfRound gives the evaluations of a round, to those of the office.
func EvaluationsOfRound(v *View, roundID string) (RoundEvaluations, error) {
	round, err := store.Rounds.Get(v.Tx, roundID)
	if err != nil {
		return RoundEvaluations{}, err
	}
	out := RoundEvaluations{Round: round, ByState: map[evaluation.State]int{}, CanOpen: true}
	if err := v.Need(org.EvaluationOpen, org.Target{Kind: store.Rounds.Name(), ID: roundID, OrgID: round.OfficeID}); err != nil {
		return out, err
	}
	all, err := store.Inspections.List(v.Tx, "WHERE round_id = ? ORDER BY feedback_on, id", roundID)
	if err != nil {
		return out, err
	}
	list, err := store.Evaluations.List(v.Tx, "WHERE round_id = ? ORDER BY opened_at, id", roundID)
	if err != nil {
		return out, err
	}
	for _, i := range all {
		if err := v.evaluationsOf(&out, i, list); err != nil {
			return out, err
		}
	}
	schemes, err := store.LatestSchemes(v.Tx, round.OfficeID)
	for _, s := range schemes {
		if !s.Retired {
			out.Schemes = append(out.Schemes, Option{Value: s.ID, Label: s.Title})
		}
	}
	return out, err
}

func (v *View) evaluationsOf(out *RoundEvaluations, i inspection.Inspection, list []evaluation.Evaluation) error {
	o, err := store.Organisations.Get(v.Tx, i.OrgID)
	if err != nil {
		return err
	}
	free := i.PlanSharedOn != ""
	for _, e := range list {
		if e.InspectionID != i.ID {
			continue
		}
		row, err := v.evaluationRow(e, store.TargetOf(i), o.ShortName)
		if err != nil {
			return err
		}
		out.Rows = append(out.Rows, row)
		out.ByState[e.State]++
		free = free && e.State == evaluation.Final
	}
	if free {
		out.Ready = append(out.Ready, Option{Value: i.ID, Label: o.ShortName})
	}
	return nil
}

// evaluationRow shows each side what it is told: the office nothing of a self-
// evaluation that was not sent, the organisation nothing of a review at work.
func (v *View) evaluationRow(e evaluation.Evaluation, t org.Target, organisation string) (EvaluationRow, error) {
	s, err := v.scheme(e.SchemeID)
	if err != nil {
		return EvaluationRow{}, err
	}
	row := EvaluationRow{Organisation: organisation, Scheme: s.Title, Number: s.Number, Full: s.Full()}
	own := v.Can(org.EvaluationSelf, t) || v.Inside(t)
	row.ShowsReview = e.Reviewed() || v.Can(org.EvaluationReview, t)
	row.Evaluation = told(e, own, row.ShowsReview)
	row.SelfSum, row.ReviewSum = row.SelfTotal(s), row.ReviewTotal(s)
	return row, nil
}

func told(e evaluation.Evaluation, own, review bool) evaluation.Evaluation {
	marks := make([]evaluation.Mark, len(e.Marks))
	for n, m := range e.Marks {
		if !own && !e.Sent() {
			m.Self, m.Basis, m.Proof = nil, "", nil
		}
		if !review {
			m.Review, m.Reason = nil, ""
		}
		marks[n] = m
	}
	e.Marks = marks
	if !own && !e.Sent() {
		e.SelfNote = ""
	}
	if !review {
		e.Vetoes, e.VetoReason, e.Opinion = nil, "", ""
	}
	return e
}

func (v *View) scheme(id string) (evaluation.Scheme, error) {
	return once(&v.settled.schemes, id, func() (evaluation.Scheme, error) { return store.Schemes.Get(v.Tx, id) })
}

// EvaluationList is the evaluations of one inspection, newest first.
type EvaluationList struct {
	InspectionID string
	RoundID      string // for those who see the round's
	Rows         []EvaluationRow
}

// Evaluations gives the evaluations of an inspection.
func Evaluations(v *View, inspectionID string) (EvaluationList, error) {
	i, t, err := v.Inspection(inspectionID, org.SeeEvaluation)
	if err != nil {
		return EvaluationList{}, err
	}
	out := EvaluationList{InspectionID: i.ID}
	if v.Can(org.EvaluationOpen, t) {
		out.RoundID = i.RoundID
	}
	o, err := store.Organisations.Get(v.Tx, i.OrgID)
	if err != nil {
		return out, err
	}
	list, err := store.Evaluations.List(v.Tx, "WHERE inspection_id = ? ORDER BY opened_at DESC, id", i.ID)
	if err != nil {
		return out, err
	}
	for _, e := range list {
		row, err := v.evaluationRow(e, t, o.ShortName)
		if err != nil {
			return out, err
		}
		out.Rows = append(out.Rows, row)
	}
	return out, nil
}

// EvaluationLine is one item of an evaluation's page.
type EvaluationLine struct {
	evaluation.Item
	Number int
	Mark   evaluation.Mark
	Fact   *EvaluationFact
	Proof  []Option
}

// EvaluationPage is one evaluation.
type EvaluationPage struct {
	EvaluationRow
	Of         evaluation.Scheme
	Lines      []EvaluationLine
	RoundName  string
	GradeSoFar string // of the review as it stands
	Files      []Option
	CanSelf    bool
	CanAnswer  bool
	CanReview  bool
	CanReturn  bool
	CanClose   bool
	OwnReview  bool // the caller reviewed and so cannot fix the result
}

// Within gives the inspection.
func (p EvaluationPage) Within() string { return p.InspectionID }

// EvaluationOf gives one evaluation.
func EvaluationOf(v *View, id string) (EvaluationPage, error) {
	e, t, err := store.EvaluationTarget(v.Tx, id)
	if err != nil {
		return EvaluationPage{}, err
	}
	if err := v.Need(org.SeeEvaluation, t); err != nil {
		return EvaluationPage{}, err
	}
	o, err := store.Organisations.Get(v.Tx, e.OrgID)
	if err != nil {
		return EvaluationPage{}, err
	}
	out := EvaluationPage{}
	if out.EvaluationRow, err = v.evaluationRow(e, t, o.Name); err != nil {
		return out, err
	}
	i, round, err := v.roundOf(e.InspectionID)
	if err != nil {
		return out, err
	}
	out.RoundName = round.Name
	if out.Of, err = v.scheme(e.SchemeID); err != nil {
		return out, err
	}
	if out.ShowsReview && e.ReviewBy != "" {
		out.GradeSoFar = out.GradeOf(out.Of, out.ReviewSum)
	}
	if err := v.evaluationLines(&out, i); err != nil {
		return out, err
	}
	out.CanSelf = e.State == evaluation.SelfDue && v.Can(org.EvaluationSelf, t)
	out.CanAnswer = e.State == evaluation.Discussed && v.Can(org.EvaluationSelf, t)
	mayReview := v.Can(org.EvaluationReview, t) && e.CheckReviewer(v.Actor) == nil
	out.CanReturn = mayReview && e.State == evaluation.ReviewDue
	out.CanReview = mayReview && (e.State == evaluation.ReviewDue || e.State == evaluation.ToClose && e.Objects)
	out.OwnReview = e.Closable(v.Today) && v.Can(org.EvaluationClose, t) && e.CheckCloser(v.Actor) != nil
	out.CanClose = e.Closable(v.Today) && v.Can(org.EvaluationClose, t) && !out.OwnReview
	if out.CanSelf {
		out.Files, err = v.evidenceOptions(work.Evidence.Stands, "inspection_id = ?", e.InspectionID)
	}
	return out, err
}

func (v *View) evaluationLines(out *EvaluationPage, i inspection.Inspection) error {
	for n, item := range out.Of.Items {
		line := EvaluationLine{Item: item, Number: n + 1, Mark: out.Mark(item.Key)}
		if item.Fact != "" {
			f, err := v.evaluationFact(i, item.Fact, out.CutOff)
			if err != nil {
				return err
			}
			line.Fact = &f
		}
		if len(line.Mark.Proof) > 0 {
			var err error
			if line.Proof, err = v.evidenceOptions(anyFile, "id IN ("+marks(len(line.Mark.Proof))+")", anyOf(line.Mark.Proof)...); err != nil {
				return err
			}
		}
		out.Lines = append(out.Lines, line)
	}
	return nil
}
