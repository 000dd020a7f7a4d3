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
func Survey(s query.SurveyPage, by string) (*gongwen.Document, error) {
	l := ledger.SurveyTable(s)
	d := &gongwen.Document{Title: gongwen.WrapTitle(l.Title), Author: by, Subject: l.Title}
	say := func(text string) {
		d.Blocks = append(d.Blocks, gongwen.P(gongwen.Text(text, query.Ref(store.Surveys, s.ID))))
	}
	say("测评对象：" + s.Audience + "。测评时间：" + s.OpensOn.Chinese() + "至" + s.ClosesOn.Chinese() + "。")
	say(ledger.SurveyCounts(s) + "。")
	if s.TooFew {
		say("有效票少于规定的最低数，为保护填写人，不公布各项结果。")
	} else {
		l.Subtitle = "" // the text says it
		table, err := sheet.Table(l)
		if err != nil {
			return nil, err
		}
		table.Caption, table.Points = gongwen.Run{}, 10.5
		d.Blocks = append(d.Blocks, table)
		say("满意率为“满意”类选项的票数占作答票数的比例；未作答的不计入。")
	}
	return d, nil
}
