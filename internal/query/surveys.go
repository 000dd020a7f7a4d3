package query

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/survey"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// SurveyRow is one survey with how many ballots were issued and came back.
type SurveyRow struct {
	survey.Survey
	Issued   SurveyCount
	Returned SurveyCount
	Invalid  int
	Blank    int
}

// SurveyCount is a number by the two ways of answering.
type SurveyCount struct{ Screen, Paper int }

// All is both together.
func (c SurveyCount) All() int { return c.Screen + c.Paper }

// Valid is the ballots that say something.
func (r SurveyRow) Valid() int { return r.Returned.All() - r.Invalid - r.Blank }

// SurveyList is the surveys of an inspection, newest first.
type SurveyList struct {
	InspectionID string
	Rows         []SurveyRow
	CanEdit      bool
}

// Surveys gives the surveys of an inspection. One that is being prepared is
// seen by those who prepare it.
func Surveys(v *View, inspectionID string) (SurveyList, error) {
	i, t, err := v.Inspection(inspectionID, org.SeeSurvey)
	if err != nil {
		return SurveyList{}, err
	}
	out := SurveyList{InspectionID: i.ID, CanEdit: v.Can(org.SurveyEdit, t)}
	list, err := store.Surveys.List(v.Tx, "WHERE inspection_id = ? AND (state <> ? OR ? = 1) ORDER BY at DESC, id", i.ID, survey.Draft, out.CanEdit)
	if err != nil {
		return out, err
	}
	for _, s := range list {
		row, _, _, err := v.surveyRow(s)
		if err != nil {
			return out, err
		}
		out.Rows = append(out.Rows, row)
	}
	return out, nil
}

// surveyRow counts one survey: the ballots on screen and the boxes of paper on
// which two agree.
func (v *View) surveyRow(s survey.Survey) (SurveyRow, survey.Tally, []survey.Box, error) {
	row := SurveyRow{Survey: s}
	err := v.Tx.QueryRow("SELECT COALESCE(SUM(size), 0) - COALESCE(SUM(voided), 0) FROM survey_batch WHERE survey_id = ?", s.ID).Scan(&row.Issued.Screen)
	if err != nil {
		return row, nil, nil, err
	}
	tally, err := store.TallyOf(v.Tx, s.ID)
	if err != nil {
		return row, nil, nil, err
	}
	row.Returned.Screen, row.Blank = tally[""][store.BallotReturned], tally[""][store.BallotBlank]
	boxes, err := store.SurveyBoxes.List(v.Tx, "WHERE survey_id = ? ORDER BY number", s.ID)
	for _, b := range boxes {
		if b.State != survey.Agreed {
			continue
		}
		row.Issued.Paper += b.First.Issued
		row.Returned.Paper += b.First.Returned
		row.Invalid += b.First.Invalid
		row.Blank += b.First.Blank
		for question, choices := range b.First.Tally {
			for choice, n := range choices {
				tally.Add(question, choice, n)
			}
		}
	}
	return row, tally, boxes, err
}

// SurveyLine is the answers to one question.
type SurveyLine struct {
	survey.Question
	Counts    []int // of its choices, in their order
	Answered  int
	Satisfied int
}

// SurveyPage is one survey.
type SurveyPage struct {
	SurveyRow
	Organisation string
	Batches      []BatchRow
	Boxes        []BoxRow
	Lines        []SurveyLine // empty while it is open and where too few answered
	TooFew       bool
	CanEdit      bool
	CanCount     bool
}

// Within gives the inspection.
func (p SurveyPage) Within() string { return p.InspectionID }

// BatchRow is codes issued together. How many of a batch are used is not told:
// who hands slips to few people would learn who has answered.
type BatchRow struct{ survey.Batch }

// BoxRow is one box of paper ballots, without its numbers before two agree.
type BoxRow struct {
	ID       string
	Number   int
	Label    string
	State    survey.BoxState
	Version  int
	First    string // names
	Second   string
	Count    survey.Count // agreed
	CanCount bool
}

// SurveyOf gives one survey.
func SurveyOf(v *View, id string) (SurveyPage, error) {
	s, t, err := store.SurveyTarget(v.Tx, id)
	if err != nil {
		return SurveyPage{}, err
	}
	if err := v.Need(org.SeeSurvey, t); err != nil {
		return SurveyPage{}, err
	}
	out := SurveyPage{CanEdit: v.Can(org.SurveyEdit, t)}
	if s.State == survey.Draft && !out.CanEdit {
		return out, fault.New(fault.NotFound, "fault.not-found")
	}
	row, tally, boxes, err := v.surveyRow(s)
	if err != nil {
		return out, err
	}
	out.SurveyRow = row
	out.CanCount = s.State == survey.Opened && v.Can(org.SurveyCount, t)
	o, err := store.Organisations.Get(v.Tx, s.OrgID)
	if err != nil {
		return out, err
	}
	out.Organisation = o.Name
	out.boxes(v, boxes)
	out.result(tally)
	batches, err := store.SurveyBatches.List(v.Tx, "WHERE survey_id = ? ORDER BY number", id)
	for _, b := range batches {
		out.Batches = append(out.Batches, BatchRow{b})
	}
	return out, err
}

func (p *SurveyPage) boxes(v *View, list []survey.Box) {
	for _, b := range list {
		row := BoxRow{ID: b.ID, Number: b.Number, Label: b.Label, State: b.State, Version: b.Version, First: b.FirstName, Second: b.SecondName}
		row.CanCount = p.CanCount && (b.State == survey.Differs || b.State == survey.CountedOnce && !v.Actor.Is(b.FirstBy))
		if b.State == survey.Agreed {
			row.Count = b.First
		}
		p.Boxes = append(p.Boxes, row)
	}
}

// result is told once the survey is closed, and where enough people answered:
// the numbers of few tell who they were, and numbers that grow before one's
// eyes tell what the last one ticked.
func (p *SurveyPage) result(tally survey.Tally) {
	if p.State != survey.Closed {
		return
	}
	if p.TooFew = p.Valid() < p.Least; p.TooFew {
		return
	}
	for _, q := range p.Questions {
		line := SurveyLine{Question: q, Answered: tally.Of(q), Satisfied: tally.Satisfied(q)}
		for _, c := range q.Choices {
			line.Counts = append(line.Counts, tally[q.Key][c.Key])
		}
		p.Lines = append(p.Lines, line)
	}
}

// NewSurvey gives an empty survey with the shipped questions.
func NewSurvey(v *View, inspectionID string) (SurveyPage, error) {
	i, _, err := v.Inspection(inspectionID, org.SurveyEdit)
	if err != nil {
		return SurveyPage{}, err
	}
	out := SurveyPage{CanEdit: true, SurveyRow: SurveyRow{Survey: survey.Survey{InspectionID: i.ID, Least: survey.UsualLeast}}}
	out.Questions, err = survey.Shipped()
	return out, err
}

// EditSurvey gives a survey that is being prepared.
func EditSurvey(v *View, id string) (SurveyPage, error) {
	out, err := SurveyOf(v, id)
	if err == nil && (!out.CanEdit || out.State != survey.Draft) {
		err = fault.New(fault.Conflict, "survey.not-draft")
	}
	return out, err
}

// CountIn asks for the form in which a box is counted.
type CountIn struct{ Survey, Box string }

// CountForm is where one person's count of a box is entered: never with the
// numbers of another's.
type CountForm struct {
	survey.Survey
	Box BoxRow // empty for a new one
}

// Within gives the inspection.
func (f CountForm) Within() string { return f.InspectionID }

// NewCount gives the form of a count.
func NewCount(v *View, in CountIn) (CountForm, error) {
	page, err := SurveyOf(v, in.Survey)
	if err != nil {
		return CountForm{}, err
	}
	out := CountForm{Survey: page.Survey}
	if !page.CanCount {
		return out, fault.New(fault.Conflict, "survey.not-open")
	}
	if in.Box == "" {
		return out, nil
	}
	for _, b := range page.Boxes {
		if b.ID == in.Box && b.CanCount {
			out.Box = b
			return out, nil
		}
	}
	return out, fault.New(fault.NotFound, "fault.not-found")
}

// Ballot is what somebody who holds a code is asked.
type Ballot struct {
	survey.Survey
	Organisation string
}

// BallotOf gives the questions for a code, to whoever holds it.
func BallotOf(v *View, code string) (Ballot, error) {
	s, err := store.SurveyOfCode(v.Tx, survey.HashOf(code))
	if err != nil {
		return Ballot{}, fault.Because(err, fault.NotFound, "survey.bad-code")
	}
	if !s.Takes(v.Today) {
		return Ballot{}, fault.New(fault.Conflict, "survey.not-taking", s.OpensOn, s.ClosesOn)
	}
	o, err := store.Organisations.Get(v.Tx, s.OrgID)
	return Ballot{Survey: s, Organisation: o.Name}, err
}

// satisfied is the answers that count as satisfied, of all, in the surveys
// closed by a day whose results are told.
func (v *View) satisfied(i inspection.Inspection, day workday.Date) (n, of int, err error) {
	list, err := store.Surveys.List(v.Tx, "WHERE inspection_id = ? AND state = ? AND closed_on <= ?", i.ID, survey.Closed, day)
	for _, s := range list {
		row, tally, _, err := v.surveyRow(s)
		if err != nil {
			return n, of, err
		}
		if row.Valid() < s.Least {
			continue
		}
		for _, q := range s.Questions {
			n, of = n+tally.Satisfied(q), of+tally.Of(q)
		}
	}
	return n, of, err
}
