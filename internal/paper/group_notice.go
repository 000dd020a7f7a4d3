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

// groupWords are what the notice that founds the group speaks of.
func groupWords() vocabulary {
	return vocabulary{
		parts: map[string]func(*prose){"领导小组名单": groupSeats, "办公室名单": groupStaff},
		facts: map[string]func(*prose){
			"工作职责内容": func(p *prose) {
				if p.Group == nil {
					p.lack(atGroupDuties)
					return
				}
				p.stated(ended(p.Group.Duties), p.Group.Refs, atGroupDuties)
			},
			"成立日期": ofGroup(func(p *prose, g query.GroupFact) { p.stated(dayOf(p, g.FoundedOn), g.Refs, atGroupDay) }),
			"核对领导小组": func(p *prose) {
				if p.Group == nil {
					p.gap(atGroup)
				}
			},
		},
	}
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
