package paper

import (
	"bihuan/internal/gongwen"
	"bihuan/internal/ledger"
	"bihuan/internal/query"
	"bihuan/internal/sheet"
	"bihuan/internal/store"
)

// Evaluations is the results of a round (整改评估汇总表).
func Evaluations(l query.RoundEvaluations, by string, o drafts) (*gongwen.Document, error) {
	return tablePaper(evaluationsOutline, tabled[query.RoundEvaluations]{l, ledger.EvaluationsTable(l)}, by, o)
}

// EvaluationForm is the form of one evaluation (整改评估表), to be printed and
// signed.
func EvaluationForm(e query.EvaluationPage, by string, o drafts) (*gongwen.Document, error) {
	return tablePaper(evaluationOutline, tabled[query.EvaluationPage]{e, ledger.EvaluationTable(e)}, by, o, query.Ref(store.Evaluations, e.ID))
}

// tabled is records with the table that is made of them.
type tabled[X any] struct {
	of    X
	table sheet.Sheet
}

// tablePaper is one wide table as a paper, with what its outline says around it.
func tablePaper[X any](kind string, x tabled[X], by string, o drafts, base ...query.Source) (*gongwen.Document, error) {
	t, err := sheet.Table(x.table)
	if err != nil {
		return nil, err
	}
	t.Caption, t.Points = gongwen.Run{}, 9
	return formProse(kind, laid[X]{x.of, t}, o, base...).across(by), nil
}

// laid is records with their table laid out.
type laid[X any] struct {
	of    X
	table gongwen.Table
}

// tableOfIt is the part that is the table itself.
func tableOfIt[X any]() func(*prose) {
	return about(func(p *prose, x laid[X]) { p.blocks = append(p.blocks, x.table) })
}
