package paper

import (
	"strconv"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/letter"
	"bihuan/internal/gongwen"
	"bihuan/internal/query"
	"bihuan/internal/store"
)

// letterWords are what the letters speak of: from the inspection office to an
// organisation, and from a rectification office to a department.
func letterWords() vocabulary {
	says := func(of func(letter.Letter) string, at place) func(*prose) {
		return about(func(p *prose, f query.LetterFacts) { p.stated(of(f.Letter), p.base, at) })
	}
	paragraphs := func(of func(letter.Letter) string) func(*prose) {
		return about(func(p *prose, f query.LetterFacts) { p.blocks = append(p.blocks, texts(of(f.Letter), p.base)...) })
	}
	step := func(code string) func(*prose) bool {
		return asked(func(f query.LetterFacts) bool { return f.Letter.Kind == code })
	}
	return vocabulary{
		facts: map[string]func(*prose){
			"函件标题": says(func(l letter.Letter) string { return l.Title }, atLetter),
			"函件种类": says(func(l letter.Letter) string { return l.KindName }, atLetter),
			"收文单位": says(func(l letter.Letter) string { return l.Addressee }, atAddressee),
			"发文机关": about(func(p *prose, f query.LetterFacts) { p.say(p.base, issuerName(f.Issuer, f.Letter.Outer())) }),
			"回复时限": says(func(l letter.Letter) string { return l.DueOn.Chinese() }, atReplyBy),
			"约谈时间": says(func(l letter.Letter) string { return l.MeetOn.Chinese() }, atInterview),
			"约谈地点": says(func(l letter.Letter) string { return l.MeetPlace }, atInterview),
			"问题数":  about(func(p *prose, f query.LetterFacts) { p.say(p.base, strconv.Itoa(len(f.Items))) }),
		},
		parts: map[string]func(*prose){
			"函件依据": paragraphs(func(l letter.Letter) string { return l.Basis }),
			"工作要求": paragraphs(func(l letter.Letter) string { return l.Demand }),
			"问题表":  about(func(p *prose, f query.LetterFacts) { p.blocks = append(p.blocks, itemTable(f.Items)) }),
		},
		conditions: map[string]func(*prose) bool{
			"是约谈":     asked(func(f query.LetterFacts) bool { return f.Letter.MeetOn != "" }),
			"发给单位":    asked(func(f query.LetterFacts) bool { return f.Letter.Outer() }),
			"是督办通知书":  step(letter.Supervision),
			"是指导书":    step(letter.Guidance),
			"是提醒书":    step(letter.Reminder),
			"是约谈通知书":  step(letter.Interview),
			"是告诫书":    step(letter.Admonition),
			"是问责建议书":  step(letter.Accountability),
			"有多个督办问题": asked(func(f query.LetterFacts) bool { return len(f.Items) > 1 }),
		},
		lists: map[string]listing{"督办问题": each(func(p *prose) []letter.Item { return subject[query.LetterFacts](p).Items }, letterItem())},
	}
}

func letterItem() map[string]func(*prose, letter.Item) {
	says := func(of func(letter.Item) string) func(*prose, letter.Item) {
		return func(p *prose, i letter.Item) { p.say([]query.Source{query.Ref(store.Problems, i.ProblemID)}, of(i)) }
	}
	return map[string]func(*prose, letter.Item){
		"编号":   says(func(i letter.Item) string { return i.Number }),
		"标题":   says(func(i letter.Item) string { return ended(i.Title) }),
		"完成时限": says(func(i letter.Item) string { return day(i.Deadline) }),
	}
}

// ofLetter tries outlines on the letters about an inspection.
func ofLetter() trial {
	return trial{records: func(v *query.View, in query.PaperIn) (out []query.Option, err error) {
		l, err := query.Letters(v, query.LettersIn{Inspection: in.Inspection})
		for _, r := range l.Rows {
			out = append(out, query.Option{Value: r.ID, Label: r.Title + " " + r.Number})
		}
		return out, err
	}, write: func(v *query.View, _ inspection.Inspection, in query.PaperIn, d drafts) (*gongwen.Document, error) {
		f, err := query.LetterFactsFor(v, in.Of)
		if err != nil {
			return nil, err
		}
		f.Outlines = d
		return Letter(f), nil
	}}
}
