package evaluation_test

import (
	"testing"

	"bihuan/internal/domain/evaluation"
	"bihuan/internal/domain/org"
	"bihuan/internal/fault"
)

func TestPointsAreReadAsTheyAreWritten(t *testing.T) {
	for text, want := range map[string]evaluation.Points{"8": 80, "8.5": 85, "0": 0, "0.5": 5, "100": 1000} {
		p, ok := evaluation.ParsePoints(text)
		if !ok || p != want || p.String() != text {
			t.Errorf("%s: %d %q, %v", text, p, p, ok)
		}
	}
	for _, text := range []string{"", "-1", "8.55", "8.", ".5", "1e2", "八", "+3", "8.-1"} {
		if p, ok := evaluation.ParsePoints(text); ok {
			t.Errorf("%q was read as %s", text, p)
		}
	}
}

func TestTheShippedSchemesHold(t *testing.T) {
	list, err := evaluation.Presets()
	if err != nil || len(list) < 2 {
		t.Fatal(len(list), err)
	}
	for _, p := range list {
		var c fault.Checks
		p.Check(&c)
		if err := c.Err(); err != nil || p.Full() != 1000 {
			t.Errorf("%s: full %s, %v", p.Code, p.Full(), err)
		}
	}
}

func points(p evaluation.Points) *evaluation.Points { return &p }

var scheme = evaluation.Scheme{Title: "评估", Items: []evaluation.Item{
	{Key: "a", Text: "完成率", Mode: evaluation.Score, Max: 900}, {Key: "b", Text: "推广", Mode: evaluation.Bonus, Max: 50},
	{Key: "c", Text: "疑点", Mode: evaluation.Deduct, Max: 200}},
	Vetoes: []evaluation.Veto{{Key: "v", Text: "虚假整改"}},
	Grades: []evaluation.Grade{{Name: "好", From: 850}, {Name: "一般", From: 600}, {Name: "差", From: 0}}}

func TestPointsAddUpAndAVetoFixesTheGrade(t *testing.T) {
	e := evaluation.Evaluation{Marks: []evaluation.Mark{{Item: "a", Self: points(900), Review: points(880)}, {Item: "b", Self: points(50), Review: points(20)},
		{Item: "c", Self: points(0), Review: points(45)}}}
	if s, r := e.SelfTotal(scheme), e.ReviewTotal(scheme); s != 950 || r != 855 || e.GradeOf(scheme, r) != "好" {
		t.Errorf("self %s, review %s, %s", s, r, e.GradeOf(scheme, r))
	}
	if e.GradeOf(scheme, 845) != "一般" || e.GradeOf(scheme, 0) != "差" {
		t.Error("a grade begins at its own points")
	}
	e.Vetoes = []string{"v"}
	if e.GradeOf(scheme, 950) != "差" {
		t.Error("the veto did not hold")
	}
	e.Marks[2].Review = points(2000)
	if e.ReviewTotal(scheme) != 0 {
		t.Error("less than nothing")
	}
}

func TestASchemeWithoutEndOrOrderIsRefused(t *testing.T) {
	for name, bend := range map[string]func(*evaluation.Scheme){
		"no item":      func(s *evaluation.Scheme) { s.Items = nil },
		"only deducts": func(s *evaluation.Scheme) { s.Items = s.Items[2:] },
		"grades rise": func(s *evaluation.Scheme) {
			s.Grades = []evaluation.Grade{{Name: "差", From: 0}, {Name: "好", From: 900}}
		},
		"no last grade": func(s *evaluation.Scheme) { s.Grades = s.Grades[:1] },
		"unknown fact": func(s *evaluation.Scheme) {
			s.Items = []evaluation.Item{{Text: "x", Mode: evaluation.Score, Max: 10, Fact: "guess"}}
		},
		"without points": func(s *evaluation.Scheme) { s.Items = []evaluation.Item{{Text: "x", Mode: evaluation.Score}} },
	} {
		bent := scheme
		bend(&bent)
		var c fault.Checks
		bent.Check(&c)
		if c.Err() == nil {
			t.Errorf("%s was taken", name)
		}
	}
}

func TestWhatASideOwesBeforeItIsTold(t *testing.T) {
	e := evaluation.Evaluation{Marks: []evaluation.Mark{{Item: "a", Self: points(900), Basis: "台账", Review: points(880)}, {Item: "b", Self: points(0), Review: points(0)},
		{Item: "c", Self: points(0), Review: points(0)}}}
	var c fault.Checks
	e.CheckSelf(&c, scheme)
	if f := c.Err(); f == nil || len(f.(*fault.Error).Fields) != 1 {
		t.Errorf("an item without basis: %v", f)
	}
	c = fault.Checks{}
	e.CheckReview(&c, scheme)
	if f := c.Err(); f == nil || len(f.(*fault.Error).Fields) != 1 {
		t.Errorf("a difference without reason: %v", f)
	}
}

func TestNobodyJudgesHisOwnMarks(t *testing.T) {
	e := evaluation.Evaluation{SelfBy: "clerk", ReviewBy: "office"}
	deputy := org.Actor{AccountID: "deputy", Beside: org.Identity{AccountID: "office"}}
	if e.CheckReviewer(org.Actor{AccountID: "clerk"}) == nil || e.CheckCloser(org.Actor{AccountID: "office"}) == nil || e.CheckCloser(deputy) == nil {
		t.Error("own work was judged")
	}
	if e.CheckReviewer(org.Actor{AccountID: "office"}) != nil || e.CheckCloser(org.Actor{AccountID: "office2"}) != nil {
		t.Error("others' work was not")
	}
}
