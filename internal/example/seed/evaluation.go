package seed

import (
	"strings"

	"bihuan/internal/action"
	"bihuan/internal/action/evaluating"
	"bihuan/internal/action/surveying"
	"bihuan/internal/domain/evaluation"
	"bihuan/internal/domain/survey"
	"bihuan/internal/example"
	records "bihuan/internal/store"
)

// evaluate is the organisation's evaluation, as far as it came, and its survey.
func (t *tale) evaluate() {
	if e := t.o.Evaluated.Evaluation; e != nil {
		t.scheme(*e)
		t.evaluation(*e)
	}
	if s := t.o.Evaluated.Survey; s != nil {
		t.survey(*s)
	}
}

// scheme makes the office's scheme from the shipped one.
func (t *tale) scheme(e example.Evaluation) {
	office := t.city.InspectionOffice.People
	t.add(e.Opened, morning, office[1].Key, "scheme "+e.Preset, func(*action.Step) (action.Command, error) {
		list, err := evaluation.Presets()
		for _, p := range list {
			if p.Code == e.Preset {
				return schemeOf(p.Scheme, t.book.id("organisation", t.city.InspectionOffice.Key)), err
			}
		}
		return nil, err
	})
}

func schemeOf(p evaluation.Scheme, office string) *evaluating.SaveScheme {
	out := &evaluating.SaveScheme{OfficeID: office, Title: p.Title, Note: p.Note}
	for _, i := range p.Items {
		out.Items = append(out.Items, evaluating.ItemInput{Key: i.Key, Group: i.Group, Text: i.Text, Mode: i.Mode, Max: i.Max.String(), Hint: i.Hint, Fact: i.Fact})
	}
	for _, v := range p.Vetoes {
		out.Vetoes = append(out.Vetoes, v.Text)
	}
	for _, g := range p.Grades {
		out.Grades = append(out.Grades, evaluating.GradeInput{Name: g.Name, From: g.From.String()})
	}
	return out
}

func (t *tale) evaluation(e example.Evaluation) {
	office := t.city.InspectionOffice.People
	t.add(e.Opened, late, office[1].Key, "", func(*action.Step) (action.Command, error) {
		return &evaluating.Open{RoundID: t.book.id("round", t.city.Round.Key), SchemeID: t.book.ids["scheme "+e.Preset], Inspections: []string{t.inspectionID()},
			CutOff: e.CutOff, DueOn: e.Due}, nil
	})
	t.add(e.Sent, noon, e.SelfBy, "", func(s *action.Step) (action.Command, error) {
		was, err := t.evaluated(s)
		return &evaluating.SaveSelf{ID: was.ID, Version: was.Version, Marks: markRows(e.Self), Note: e.SelfNote, Send: true}, err
	})
	if e.Told == "" {
		return
	}
	t.add(e.Told, noon, office[2].Key, "", func(s *action.Step) (action.Command, error) {
		was, err := t.evaluated(s)
		return &evaluating.Review{ID: was.ID, Version: was.Version, Marks: markRows(e.Review), Opinion: e.Opinion, Send: true}, err
	})
}

func (t *tale) evaluated(s *action.Step) (evaluation.Evaluation, error) {
	return records.Evaluations.One(s.Tx, "WHERE inspection_id = ? ORDER BY opened_at DESC LIMIT 1", t.inspectionID())
}

func markRows(list []example.EvaluationMark) []evaluating.MarkInput {
	var out []evaluating.MarkInput
	for _, m := range list {
		out = append(out, evaluating.MarkInput{Item: m.Item, Points: m.Points, Words: m.Words})
	}
	return out
}

// survey is held on paper: two of the office count each box.
func (t *tale) survey(x example.Survey) {
	office, key := t.city.InspectionOffice.People, t.of("survey", x.Title)
	t.add(x.Opens, opening, office[1].Key, key, func(*action.Step) (action.Command, error) {
		shipped, err := survey.Shipped()
		cmd := &surveying.Save{InspectionID: t.inspectionID(), Title: x.Title, Audience: x.Audience, OpensOn: x.Opens, ClosesOn: x.Closes, Least: survey.UsualLeast}
		for _, q := range shipped {
			cmd.Questions = append(cmd.Questions, surveying.QuestionInput{Text: q.Text, Choices: action.ParseLines(choices(q))})
		}
		return cmd, err
	})
	t.add(x.Opens, morning, office[1].Key, "", func(s *action.Step) (action.Command, error) {
		was, err := records.Surveys.Get(s.Tx, t.book.ids[key])
		return &surveying.Open{ID: was.ID, Version: was.Version}, err
	})
	for n, b := range x.Boxes {
		for turn, person := range []string{office[1].Key, office[2].Key} {
			t.add(x.Closes, later+stepping*moment(2*n+turn), person, "", func(s *action.Step) (action.Command, error) {
				cmd := countOf(t.book.ids[key], b)
				if turn == 0 {
					return cmd, nil
				}
				box, err := records.SurveyBoxes.One(s.Tx, "WHERE survey_id = ? AND number = ?", t.book.ids[key], n+1)
				cmd.BoxID, cmd.Version = box.ID, box.Version
				return cmd, err
			})
		}
	}
	t.add(x.Closes, evening, office[1].Key, "", func(s *action.Step) (action.Command, error) {
		was, err := records.Surveys.Get(s.Tx, t.book.ids[key])
		return &surveying.Close{ID: was.ID, Version: was.Version}, err
	})
}

func choices(q survey.Question) string {
	var out []string
	for _, c := range q.Choices {
		if c.Satisfied {
			out = append(out, c.Text+"*")
			continue
		}
		out = append(out, c.Text)
	}
	return strings.Join(out, "\n")
}

func countOf(surveyID string, b example.SurveyBox) *surveying.CountBox {
	out := &surveying.CountBox{SurveyID: surveyID, Label: b.Label, Issued: b.Issued, Returned: b.Returned, Invalid: b.Invalid, Blank: b.Blank}
	for q, row := range b.Ticks {
		for c, n := range row {
			out.Ticks = append(out.Ticks, surveying.TickInput{Question: "q" + string(rune('1'+q)), Choice: string(rune('a' + c)), N: n})
		}
	}
	return out
}
