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
	p := ofMeetingPaper(f)
	p.follow(meetingNoticeOutline)
	d := p.paper()
	d.Addressee = departments(f.Facts)
	if len(f.Meeting.Invited) > 0 {
		d.Addressee = gongwen.Text("各参会人员", p.base...)
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
	p := ofMeetingPaper(f)
	p.follow(signInOutline)
	return p.paper()
}

func signInTable(p *prose, f query.PaperFacts) {
	m := f.Meeting.Meeting
	ref := query.Ref(store.Meetings, m.ID)
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
	p.blocks = append(p.blocks, t)
}

func namesOf(people []query.Ranked) []string {
	out := make([]string, len(people))
	for i, r := range people {
		out[i] = r.Name
	}
	return out
}
