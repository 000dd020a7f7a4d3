package paper

import (
	"strings"

	"bihuan/internal/gongwen"
	"bihuan/internal/query"
)

// HeadReport composes the head's own report (主要负责人组织落实情况报告) in the
// first person: the opening and six sections as its outline orders them.
func HeadReport(f query.Facts) *gongwen.Document {
	p := organised(f, nil)
	p.self = me
	p.follow(headOutline)
	d := p.paper()
	d.Addressee, d.Signature = addressee(f), signature(f)
	return d
}

func addressee(f query.Facts) gongwen.Run {
	if f.Office.ShortName == "" {
		return gongwen.Lack(string(atAddressee))
	}
	return gongwen.Text(f.Office.ShortName, f.OfficeRefs...)
}

// signature is the organisation, the head with his post, and the date.
func signature(f query.Facts) *gongwen.Signature {
	s := &gongwen.Signature{Date: gongwen.Text(f.On.Chinese())}
	if f.Organisation.Name == "" {
		s.Names = append(s.Names, gongwen.Lack(string(atOrganisation)))
	} else {
		s.Names = append(s.Names, gongwen.Text(f.Organisation.Name, f.OrgRefs...))
	}
	if f.Head.Name == "" || f.Head.Title == "" {
		s.Names = append(s.Names, gongwen.Lack(string(atHead)))
	} else {
		s.Names = append(s.Names, gongwen.Text(f.Head.Title+"　"+f.Head.Name, f.Head.Refs...))
	}
	return s
}

// conflicts marks what the records contradict each other in.
func (p *prose) conflicts() {
	for _, c := range p.Conflicts {
		p.line = append(p.line, gongwen.Run{Missing: string(atConflict) + "：" + conflictWords(c), Refs: c.Refs})
	}
}

// conflictWords says what contradicts what.
func conflictWords(c query.Conflict) string {
	switch c.Kind {
	case query.NoHead:
		return "没有主要负责人（书记）的任职记录"
	case query.TwoHeads:
		return "同一天有多名书记的任职记录（" + c.Args[0] + "）"
	case query.LeaderNotHead:
		return "领导小组组长是" + c.Args[0] + "，主要负责人是" + c.Args[1]
	case query.HeadIsDeputy:
		return "主要负责人" + c.Args[0] + "在领导小组中不是组长"
	case query.StatedNotFound:
		return "反馈意见写明" + c.Args[0] + c.Args[1] + "，条目实有" + c.Args[2]
	case query.TwoPlanTitles:
		return "整改方案前后两个标题：" + strings.Join(c.Args, "／")
	}
	return string(c.Kind)
}
