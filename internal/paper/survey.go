package paper

import (
	"bihuan/internal/gongwen"
	"bihuan/internal/ledger"
	"bihuan/internal/query"
	"bihuan/internal/sheet"
	"bihuan/internal/store"
)

// Survey is the statistics of a satisfaction survey (满意度测评统计): how
// many ballots were issued and came back, and the distribution of the answers.
// Where too few answered it says so and tells nothing more.
func Survey(s query.SurveyPage, by string, o drafts) (*gongwen.Document, error) {
	l := ledger.SurveyTable(s)
	l.Subtitle = "" // the text says it
	t, err := sheet.Table(l)
	if err != nil {
		return nil, err
	}
	t.Caption, t.Points = gongwen.Run{}, 10.5
	d := formProse(surveyOutline, laid[query.SurveyPage]{s, t}, o, query.Ref(store.Surveys, s.ID)).paper()
	d.Author = by
	return d, nil
}

// surveyTable is the distribution, where enough answered.
func surveyTable(p *prose, x laid[query.SurveyPage]) {
	if !x.of.TooFew {
		p.blocks = append(p.blocks, x.table)
	}
}
