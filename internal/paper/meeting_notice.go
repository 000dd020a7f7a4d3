package paper

import (
	"fmt"
	"strings"

	"bihuan/internal/gongwen"
	"bihuan/internal/query"
	"bihuan/internal/store"
)

// MeetingNotice composes the notice of a meeting (会议通知) to those invited: when
// and where, what it treats, what earlier meetings left open, who comes.
func MeetingNotice(f query.PaperFacts) *gongwen.Document {
	p := &prose{Facts: f.Facts, self: partyBody(f.Organisation) + "主要负责人"}
	m := f.Meeting.Meeting
	refs := []query.Source{query.Ref(store.Meetings, m.ID)}
	p.sayf(refs, "定于%s", p.day(m.HeldOn))
	if m.Place == "" {
		p.lack(atMeetingPlace)
	} else {
		p.say(refs, "在"+m.Place)
	}
	p.sayf(refs, "召开%s，现将有关事项通知如下。", ended(m.Title))
	p.section("会议议题", m.Agenda(), refs)
	if len(m.Topics) == 0 {
		p.end()
		p.gap(atTopics)
	}
	p.section("上次会议未办结事项", earlierPoints(f.Meeting.Earlier), refs)
	p.heading("参加人员", refs...)
	if len(f.Meeting.Invited) == 0 {
		p.gap(atInvited)
	} else {
		p.say(refs, joined(namesOf(f.Meeting.Invited))+"。")
	}
	p.end()
	p.heading("有关要求", refs...)
	p.say(refs, "请准时参加会议，因故不能参加的，提前向会议主持人请假。")
	p.title = gongwen.Line{gongwen.Text("关于召开" + ended(m.Title) + "的通知")}
	d := p.paper()
	d.Addressee = departments(f.Facts)
	if len(f.Meeting.Invited) > 0 {
		d.Addressee = gongwen.Text("各参会人员", refs...)
	}
	d.Signature = organisationSignature(p.Facts)
	return d
}

// earlierPoints says each resolution that earlier meetings left open, who sees
// to it, and what he answered.
func earlierPoints(list []query.EarlierResolution) []string {
	var out []string
	for _, r := range list {
		text := fmt.Sprintf("%s议定“%s”", r.Meeting.HeldOn.Chinese(), ended(r.Text))
		var who []string
		for _, w := range []string{r.Department, r.Person} {
			if w != "" {
				who = append(who, w)
			}
		}
		if len(who) > 0 {
			text += "（" + strings.Join(who, "，") + "）"
		}
		if r.Answer != "" {
			text += "，" + ended(r.Answer)
		}
		out = append(out, text)
	}
	return out
}

// signLines is how many empty lines the sheet has for who was not invited.
const signLines = 6

// SignInSheet is the sheet on which those who come to a meeting sign (会议签到表).
func SignInSheet(f query.PaperFacts) *gongwen.Document {
	m := f.Meeting.Meeting
	ref := query.Ref(store.Meetings, m.ID)
	title := ended(m.Title) + "签到表"
	t := gongwen.Table{Unit: gongwen.Text(strings.TrimSpace(m.HeldOn.Chinese()+"　"+m.Place), ref), Points: 12, Widths: []float64{0.8, 2, 3, 3, 1.6}}
	head := gongwen.Row{}
	for _, label := range []string{"序号", "姓名", "职务", "签名", "备注"} {
		head = append(head, gongwen.Cell{Lines: []gongwen.Line{{gongwen.Text(label)}}, Align: gongwen.Center})
	}
	t.Head = []gongwen.Row{head}
	for n := range len(f.Meeting.Invited) + signLines {
		var name, post string
		if n < len(f.Meeting.Invited) {
			name, post = f.Meeting.Invited[n].Name, f.Meeting.Invited[n].Post
		}
		t.Rows = append(t.Rows, gongwen.Row{{Lines: []gongwen.Line{{gongwen.Text(fmt.Sprint(n+1), ref)}}, Align: gongwen.Center},
			gongwen.C(gongwen.Text(name, ref)), gongwen.C(gongwen.Text(post, ref)), gongwen.C(), gongwen.C()})
	}
	return &gongwen.Document{Title: gongwen.WrapTitle(title), Author: f.Organisation.Name, Subject: title, Blocks: []gongwen.Block{t}}
}

func namesOf(people []query.Ranked) []string {
	out := make([]string, len(people))
	for i, r := range people {
		out[i] = r.Name
	}
	return out
}
