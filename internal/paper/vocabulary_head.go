package paper

import (
	"bihuan/internal/domain/party"
	"bihuan/internal/query"
)

// headWords are what the head tells of himself.
func headWords() vocabulary {
	return together(studyWords(), directedWords(), linkedWords(), vocabulary{
		facts: map[string]func(*prose){
			"表态发言":  (*prose).statement,
			"最初行动":  (*prose).began,
			"本人职责":  (*prose).post,
			"主持会议":  (*prose).convened,
			"组织生活会": (*prose).branches,
			"人员调整":  ofGroup(func(p *prose, g query.GroupFact) { p.seatChanges(g.Changes) }),
		},
		conditions: map[string]func(*prose) bool{"领导小组有调整": func(p *prose) bool { return p.Group != nil && len(p.Group.Changes) > 0 }},
	})
}

func studyWords() vocabulary {
	return vocabulary{
		facts: map[string]func(*prose){
			"学习方式":    func(p *prose) { p.stated(studyWays(p.Studies), studyRefs(p.Studies), atStudies) },
			"学习次数":    func(p *prose) { p.numbered(len(p.Studies), studyRefs(p.Studies)) },
			"学习的党纪党规": (*prose).rulesStudied,
			"学习的理论":   (*prose).theoryStudied,
			"学习成果":    (*prose).studyResults,
			"核对学习": func(p *prose) {
				if len(p.Studies) == 0 {
					p.gap(atStudies)
				}
			},
		},
		conditions: map[string]func(*prose) bool{"有学习记录": func(p *prose) bool { return len(p.Studies) > 0 },
			"学习.有成果": func(p *prose) bool { return present[query.StudyFact](p, "学习").Note != "" }},
		lists: map[string]listing{"学习": each(func(p *prose) []query.StudyFact { return p.Studies }, map[string]func(*prose, query.StudyFact){
			"日期": func(p *prose, s query.StudyFact) { p.say(s.Refs, p.day(s.HeldOn)) },
			"名称": func(p *prose, s query.StudyFact) { p.say(s.Refs, ended(s.Title)) },
			"方式": func(p *prose, s query.StudyFact) { p.say(s.Refs, studyKinds[s.Kind]) },
			"成果": func(p *prose, s query.StudyFact) { p.maybe(ended(s.Note), s.Refs...) },
		})},
	}
}

func directedWords() vocabulary {
	return vocabulary{
		facts: map[string]func(*prose){
			"督办事项数": func(p *prose) { p.numbered(len(p.Directed), directedRefs(p.Directed)) },
			"督办事项":  (*prose).directedMatters,
			"核对督办事项": func(p *prose) {
				if len(p.Directed) == 0 {
					p.gap(atDirected)
				}
			},
		},
		conditions: map[string]func(*prose) bool{"有督办事项": func(p *prose) bool { return len(p.Directed) > 0 }},
		lists: map[string]listing{"督办": each(func(p *prose) []query.DirectedFact { return p.Directed }, map[string]func(*prose, query.DirectedFact){
			"日期": func(p *prose, d query.DirectedFact) { p.say(d.Refs, p.day(d.On)) },
			"问题": func(p *prose, d query.DirectedFact) { p.maybe(some(endedAll(d.Titles), 3, quoted), d.Refs...) },
			"内容": func(p *prose, d query.DirectedFact) { p.say(d.Refs, ended(d.Text)) },
		})},
	}
}

// linkedWords tell what rectification was combined with, kind by kind.
func linkedWords() vocabulary {
	v := noWords()
	for name, kind := range map[string]party.LinkedKind{"年度计划": party.LinkedPlan, "纪律检查": party.LinkedDiscipline, "教育培训": party.LinkedTraining,
		"工作思路": party.LinkedIdea, "业务指标": party.LinkedTarget, "荣誉": party.LinkedHonour} {
		v.facts[name] = func(p *prose) { p.linked(kind) }
		v.conditions["有"+name] = func(p *prose) bool { return len(p.LinkedOf(kind)) > 0 }
		v.lists[name+"事项"] = each(func(p *prose) []query.LinkedFact { return p.LinkedOf(kind) }, map[string]func(*prose, query.LinkedFact){
			"日期": func(p *prose, l query.LinkedFact) { p.say(l.Refs, p.day(l.On)) },
			"标题": func(p *prose, l query.LinkedFact) { p.say(l.Refs, ended(l.Title)) },
			"内容": func(p *prose, l query.LinkedFact) { p.maybe(ended(l.Body), l.Refs...) },
		})
	}
	v.conditions["有统筹事项"] = func(p *prose) bool { return len(p.Linked) > 0 }
	v.facts["核对统筹事项"] = func(p *prose) {
		if len(p.Linked) == 0 {
			p.gap(atLinked)
		}
	}
	return v
}
