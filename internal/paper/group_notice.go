package paper

import (
	"bihuan/internal/gongwen"
	"bihuan/internal/query"
)

// GroupNotice composes the notice that founds the leading group (成立领导小组的通知)
// as it was founded: who sits in it, its office, and its duties.
func GroupNotice(f query.Facts) *gongwen.Document {
	p := &prose{Facts: f, self: partyBody(f.Organisation) + "主要负责人"}
	g := f.Group
	p.say(f.Feedback.PaperRefs, "为加强对巡察反馈意见整改工作的组织领导，压实整改责任，")
	if f.Feedback.NoticeTitle == "" || f.Feedback.NoticeNumber == "" {
		p.lack(atNotice)
		p.say(nil, "，")
	} else {
		p.sayf(f.Feedback.NoticeRefs, "根据%s（%s）要求，", booked(f.Feedback.NoticeTitle), f.Feedback.NoticeNumber)
	}
	if g == nil {
		p.gap(atGroup)
		d := p.headed(p.paper(groupTitle(f)))
		d.Addressee = departments(f)
		return d
	}
	p.sayf(g.Refs, "经研究，决定成立%s巡察整改工作领导小组。现将有关事项通知如下。", f.Organisation.ShortName)
	p.heading("领导小组组成人员", g.Refs...)
	p.roll("组　长：", []query.Officer{g.Leader}, atGroupLeader)
	if len(g.Deputies) > 0 {
		p.roll("副组长：", g.Deputies, atGroupMembers)
	}
	p.roll("成　员：", g.Members, atGroupMembers)
	p.heading("领导小组办公室", g.Refs...)
	p.groupOffice(*g)
	p.heading("工作职责", g.Refs...)
	if g.Duties == "" {
		p.gap(atGroupDuties)
	} else {
		p.say(g.Refs, "领导小组"+ended(g.Duties)+"。")
	}
	d := p.headed(p.paper(groupTitle(f)))
	d.Addressee, d.Number = departments(f), gongwen.Text(g.DocumentNumber, g.Refs...)
	return p.printed(d, gongwen.Text(f.Office.ShortName, f.OfficeRefs...), f.On.Chinese())
}

func groupTitle(f query.Facts) string {
	return partyTitle(f, "关于成立巡察整改工作领导小组的通知")
}

// roll is a paragraph for each person behind a label: name and post.
func (p *prose) roll(label string, people []query.Officer, at place) {
	if len(people) == 0 || people[0].Name == "" {
		p.say(nil, label)
		p.lack(at)
		p.end()
		return
	}
	for n, o := range people {
		if n > 0 {
			label = "　　　　"
		}
		p.say(o.Refs, label+spaced(o))
		if o.Title == "" {
			p.lack(atPost, o.Name)
		}
		p.end()
	}
}

// groupOffice tells where the office of the group sits and who is in it.
func (p *prose) groupOffice(g query.GroupFact) {
	if g.Department == "" {
		p.gap(atOffice)
	} else {
		p.sayf(g.Refs, "领导小组下设办公室，设在%s，承担整改日常工作。", g.Department)
	}
	p.end()
	if len(g.OfficeLeaders) > 0 {
		p.roll("主　任：", g.OfficeLeaders, atOfficeStaff)
	}
	if len(g.OfficeMembers) > 0 || len(g.OfficeLeaders) == 0 {
		p.roll("成　员：", g.OfficeMembers, atOfficeStaff)
	}
}
