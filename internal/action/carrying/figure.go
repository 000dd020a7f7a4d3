package carrying

import (
	"fmt"
	"strconv"
	"strings"

	"bihuan/internal/action"
	"bihuan/internal/domain/work"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// FigureInput is one result figure as typed. A row without an amount is none.
type FigureInput struct {
	Kind   work.ResultKind `form:"kind"`
	Text   string          `form:"text"`
	Amount string          `form:"amount"` // money in 元, other counts as whole numbers
	Unit   string          `form:"unit"`
	Total  bool            `form:"total"` // 累计
	Proof  []string        `form:"proof"`
}

// mostFigures bounds the figures of one entry.
const mostFigures = 30

// figures reads the rows, and the shorthands for people and money.
func (c *AddProgress) figures(s *action.Step, checks *fault.Checks) ([]work.Figure, error) {
	rows := c.Figures
	if c.People != 0 {
		rows = append(rows, FigureInput{Kind: work.ResultPeople, Amount: strconv.Itoa(c.People)})
		if c.People < 0 {
			checks.Add("people", "field.bad-number")
		}
	}
	if _, ok := work.ParseYuan(c.Yuan); !ok {
		checks.Add("yuan", "field.bad-money", c.Yuan)
	} else if c.Yuan != "" {
		rows = append(rows, FigureInput{Kind: work.ResultMoney, Amount: c.Yuan})
	}
	if len(rows) > mostFigures {
		checks.Add("figures", "progress.too-many-figures", mostFigures)
		return nil, nil
	}
	out := []work.Figure{}
	for n, row := range rows {
		f, ok := row.figure(checks, fmt.Sprintf("figures[%d].", n))
		if !ok {
			continue
		}
		if err := c.checkProof(s, checks, row.Proof); err != nil {
			return nil, err
		}
		out = append(out, f)
	}
	return out, nil
}

func (in FigureInput) figure(checks *fault.Checks, name string) (work.Figure, bool) {
	f := work.Figure{Result: work.Result{Kind: in.Kind, Text: in.Text, Unit: strings.TrimSpace(in.Unit)}, Total: in.Total, Proof: in.Proof}
	amount := strings.TrimSpace(in.Amount)
	if amount == "" {
		return f, false
	}
	checks.OneOf(name+"kind", string(in.Kind), kinds()...)
	checks.Max(name+"text", in.Text, action.ShortText)
	checks.Max(name+"unit", in.Unit, 8)
	ok := false
	if in.Kind == work.ResultMoney {
		f.Unit = "元"
		f.Amount, ok = work.ParseMoney(amount, strings.TrimSpace(in.Unit))
		if !ok {
			checks.Add(name+"amount", "field.bad-money", in.Amount)
		}
		return f, true
	}
	n, err := strconv.ParseInt(strings.ReplaceAll(amount, ",", ""), 10, 40)
	if err != nil || n < 0 {
		checks.Add(name+"amount", "field.bad-number")
	}
	f.Amount = n
	if f.Unit == "" {
		f.Unit = in.Kind.UsualUnit()
	}
	if f.Unit == "" {
		checks.Add(name+"unit", "progress.unit-missing")
	}
	return f, true
}

func kinds() []string {
	var out []string
	for _, k := range work.ResultKinds() {
		out = append(out, string(k))
	}
	return out
}

// checkProof: the files are evidence of the problem.
func (c *AddProgress) checkProof(s *action.Step, checks *fault.Checks, ids []string) error {
	if len(ids) == 0 {
		return nil
	}
	files, err := store.EvidenceOf(s.Tx, c.ProblemID)
	if err != nil {
		return err
	}
	for _, id := range ids {
		if !work.HasEvidence(files, id) {
			checks.Add("figures", "field.unknown-choice")
		}
	}
	return nil
}

// totals are the people and the money among the figures.
func totals(figures []work.Figure) (people int, amount int64) {
	for _, f := range figures {
		switch f.Kind {
		case work.ResultPeople:
			people += int(f.Amount)
		case work.ResultMoney:
			amount += f.Amount
		}
	}
	return people, amount
}
