package paper

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/workday"
	"bihuan/internal/gongwen"
	"bihuan/internal/query"
	"bihuan/internal/store"
)

// ImmediateNotice composes the notice of one immediate matter (立行立改通知书) as a
// letter of the team: problem, demand, deadline, and the receipt to send back.
func ImmediateNotice(f query.PaperFacts) *gongwen.Document {
	p := organised(f.Facts, f)
	m := *f.Immediate
	refs := []query.Source{query.Ref(store.Immediates, m.ID)}
	p.base = refs
	p.follow(immediateOutline)
	d := p.paper()
	team := gongwen.Lack(string(atTeam))
	if f.Feedback.Team != "" {
		team = gongwen.Text(f.Feedback.Team, f.Feedback.MeetingRefs...)
	}
	d.Letter, d.Head, d.Author = true, []gongwen.Run{team}, f.Feedback.Team
	d.Addressee = gongwen.Text(f.Organisation.PartyName, f.OrgRefs...)
	d.Number = gongwen.Lack(string(atNumber))
	if m.Number != "" {
		d.Number = gongwen.Text(m.Number, refs...)
	}
	d.Signature = &gongwen.Signature{Names: []gongwen.Run{team}, Date: gongwen.Text(m.IssuedOn.Chinese(), refs...), Seal: true}
	d.Attachments = []gongwen.Attachment{receipt(f, m.Number, m.IssuedOn, refs)}
	return d
}

// immediateWords are what the notice of one immediate matter speaks of.
func immediateWords() vocabulary {
	matter := func(of func(inspection.Immediate) string, at place) func(*prose) {
		return about(func(p *prose, f query.PaperFacts) { p.stated(of(*f.Immediate), p.base, at) })
	}
	return vocabulary{facts: map[string]func(*prose){
		"移交问题":  matter(func(m inspection.Immediate) string { return ended(m.Text) }, atImmediate),
		"整改要求":  matter(func(m inspection.Immediate) string { return ended(m.Demand) }, atDemand),
		"办理时限":  matter(func(m inspection.Immediate) string { return m.Due.Chinese() }, atDue),
		"移交日期":  matter(func(m inspection.Immediate) string { return m.IssuedOn.Chinese() }, atImmediate),
		"通知书编号": matter(func(m inspection.Immediate) string { return m.Number }, atNumber),
	}}
}

// receipt is the slip that goes back: what has come, when, and who took it.
func receipt(f query.PaperFacts, number string, on workday.Date, refs []query.Source) gongwen.Attachment {
	row := func(label, text string) gongwen.Row {
		return gongwen.Row{{Lines: []gongwen.Line{{gongwen.Text(label)}}, Align: gongwen.Center}, gongwen.C(gongwen.Text(text, refs...))}
	}
	t := gongwen.Table{Points: 14, Widths: []float64{1.4, 4}, Rows: []gongwen.Row{
		row("通知书编号", number), row("发出日期", on.Chinese()), row("收到单位", f.Organisation.PartyName),
		{{Lines: []gongwen.Line{{gongwen.Text("收到日期")}}, Align: gongwen.Center}, gongwen.C(gongwen.Text("　　　　年　　月　　日"))},
		{{Lines: []gongwen.Line{{gongwen.Text("签收人（签名）")}}, Align: gongwen.Center}, gongwen.C(gongwen.Text("　"))},
		{{Lines: []gongwen.Line{{gongwen.Text("单位（盖章）")}}, Align: gongwen.Center}, gongwen.C(gongwen.Text("　"))}}}
	return gongwen.Attachment{Title: gongwen.Text("立行立改通知书回执"), Blocks: []gongwen.Block{t}}
}
