package paper

import (
	"cmp"
	"fmt"

	"bihuan/internal/domain/party"
	"bihuan/internal/gongwen"
	"bihuan/internal/query"
)

// LifeRequest composes the request to the superior committee for consent to
// the special democratic life meeting (民主生活会请示).
func LifeRequest(f query.Facts) *gongwen.Document {
	p := organised(f, nil)
	p.follow(requestOutline)
	d := p.upward(p.paper())
	d.Addressee, d.Note = superior(f), whomToAsk(f)
	return d
}

// whomToAsk is the note of a request: whom the superior calls (GB/T 9704-2012
// §7.3.9).
func whomToAsk(f query.Facts) gongwen.Run {
	switch {
	case f.Group == nil || len(f.Group.OfficeLeaders) == 0:
		return gongwen.Lack(string(atContact))
	case f.Organisation.Phone == "":
		return gongwen.Lack(string(atCall))
	}
	who := f.Group.OfficeLeaders[0]
	return gongwen.Text("联系人："+who.Name+"，联系电话："+f.Organisation.Phone, refsOf(who.Refs, f.OrgRefs)...)
}

// superior is the committee that consents to the life meeting.
func superior(f query.Facts) gongwen.Run {
	if f.Life == nil || f.Life.ConsentBy == "" {
		return gongwen.Lack(string(atSuperior))
	}
	return gongwen.Text(f.Life.ConsentBy, f.Life.Refs...)
}

// when tells the day of the meeting and who takes part.
func (p *prose) when(l query.LifeFact, before string) {
	if l.Planned == "" {
		p.gap(atLifeDay)
		return
	}
	p.sayf(l.Refs, "会议%s%s召开", before, p.day(l.Planned))
	if l.Host.Name != "" {
		p.sayf(refsOf(l.Refs, l.Host.Refs), "，由%s%s主持", l.Host.Title, l.Host.Name)
	}
	p.sayf(l.Refs, "，%s班子成员参加", partyBody(p.Organisation))
	if names := guestNames(l.Guests, func(g party.Guest) bool { return g.InvitedOn != "" && g.InvitedOn <= p.On }); names != "" {
		p.sayf(l.Refs, "，邀请%s派员列席指导", names)
	}
	p.say(l.Refs, "。")
}

// guestWords are the bodies that sit in; of another body its own words stand.
var guestWords = map[party.GuestBody]string{party.GuestOffice: "巡察办", party.GuestDiscipline: "纪委监委", party.GuestOrganisation: "组织部"}

// guestNames names the bodies of the guests that are meant.
func guestNames(guests []party.Guest, meant func(party.Guest) bool) string {
	var names []string
	for _, g := range guests {
		if meant(g) {
			names = append(names, cmp.Or(guestWords[g.Body], g.People))
		}
	}
	return joined(names)
}

// LifePlan composes the plan of the special democratic life meeting (方案).
func LifePlan(f query.Facts) *gongwen.Document {
	p := organised(f, nil)
	p.follow(lifePlanOutline)
	return p.headed(p.paper())
}

// preparing lists what comes before the meeting, each with its day where one
// is recorded.
func (p *prose) preparing(l query.LifeFact) {
	var steps []string
	dated := func(day, text string) {
		if day != "" {
			text = day + "前，" + text
		}
		steps = append(steps, text)
	}
	dated(l.StudyOn.Chinese(), "组织专题学习")
	opinions := "征求各方面意见建议并汇总"
	if l.Opinions > 0 && l.OpinionsOn != "" && l.OpinionsOn <= p.On {
		opinions = fmt.Sprintf("征求各方面意见建议并汇总（已收到%d条）", l.Opinions)
	}
	dated(l.OpinionsOn.Chinese(), opinions)
	dated("", "班子成员之间、班子成员与科室（单位）负责人开展谈心谈话")
	dated(l.PapersOn.Chinese(), "撰写班子和个人对照检查材料并审核把关")
	p.points(steps, l.Refs)
}

// LifeReport composes the report on the special democratic life meeting
// (民主生活会情况报告).
func LifeReport(f query.Facts) *gongwen.Document {
	p := organised(f, nil)
	p.follow(lifeReportOutline)
	d := p.upward(p.paper())
	d.Addressee = superior(f)
	return d
}

// said tells who chaired the meeting and how much was criticised at it.
func (p *prose) said(l query.LifeFact) {
	n, refs := l.Criticisms, []query.Source{listRef(query.ListCriticisms, l.ID)}
	if l.HeldOn == "" || n.Total == 0 {
		p.gap(atCriticisms)
		return
	}
	if l.Host.Name != "" {
		p.sayf(refsOf(l.Refs, l.Host.Refs), "会议由%s%s主持。", l.Host.Title, l.Host.Name)
	}
	if names := guestNames(l.Guests, func(g party.Guest) bool { return g.Attended }); names != "" {
		p.sayf(l.Refs, "%s派员到会指导。", names)
	}
	p.sayf(refs, "班子成员共开展自我批评%d条、相互批评%d条。", n.Self, n.Mutual)
}
