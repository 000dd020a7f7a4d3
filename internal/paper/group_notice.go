package paper

import (
	"bihuan/internal/gongwen"
	"bihuan/internal/query"
)

// GroupNotice composes the notice that founds the leading group (成立领导小组的通知)
// as it was founded: who sits in it, its office, and its duties.
func GroupNotice(f query.Facts) *gongwen.Document {
	p := organised(f, nil)
	p.follow(groupOutline)
	d := p.headed(p.paper())
	d.Addressee = departments(f)
	if f.Group == nil {
		return d
	}
	d.Number = gongwen.Text(f.Group.DocumentNumber, f.Group.Refs...)
	return p.printed(d, gongwen.Text(f.Office.ShortName, f.OfficeRefs...), f.On.Chinese())
}

func groupWords() vocabulary {
	return vocabulary{parts: map[string]func(*prose){"成立缘由": founding, "领导小组名单": groupSeats, "办公室名单": groupStaff, "工作职责": groupDuties}}
}

// founding says why and on what ground the group is founded.
func founding(p *prose) {
	p.say(p.Feedback.PaperRefs, "为加强对巡察反馈意见整改工作的组织领导，压实整改责任，")
	if p.Feedback.NoticeTitle == "" || p.Feedback.NoticeNumber == "" {
		p.lack(atNotice)
		p.say(nil, "，")
	} else {
		p.sayf(p.Feedback.NoticeRefs, "根据%s（%s）要求，", booked(p.Feedback.NoticeTitle), p.Feedback.NoticeNumber)
	}
	if p.Group == nil {
		p.gap(atGroup)
		return
	}
	p.sayf(p.Group.Refs, "经研究，决定成立%s巡察整改工作领导小组。现将有关事项通知如下。", p.Organisation.ShortName)
}

// groupSeats lists who sits in the group.
func groupSeats(p *prose) {
	if p.Group == nil {
		p.gap(atGroup)
		return
	}
	p.roll("组　长：", []query.Officer{p.Group.Leader}, atGroupLeader)
	if len(p.Group.Deputies) > 0 {
		p.roll("副组长：", p.Group.Deputies, atGroupMembers)
	}
	p.roll("成　员：", p.Group.Members, atGroupMembers)
}

// groupStaff tells of the group's office.
func groupStaff(p *prose) {
	if p.Group == nil {
		p.gap(atOffice)
		return
	}
	p.groupOffice(*p.Group)
}

// groupDuties says what the group does.
func groupDuties(p *prose) {
	if p.Group == nil || p.Group.Duties == "" {
		p.gap(atGroupDuties)
		return
	}
	p.say(p.Group.Refs, "领导小组"+ended(p.Group.Duties)+"。")
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
