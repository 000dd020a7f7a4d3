package paper

import (
	"slices"
	"strconv"

	"bihuan/internal/query"
)

// regulationWords tell which regulations came of the rectification.
func regulationWords() vocabulary {
	return vocabulary{
		facts: map[string]func(*prose){
			"原有制度":   (*prose).regulatedBefore,
			"整改期间制度": func(p *prose) { p.during(p.Regulations) },
			"在建制度":   func(p *prose) { p.making(p.Regulations) },
			"长效制度数":  func(p *prose) { p.numbered(len(lasting(p)), regulationRefs(lasting(p))) },
			"制度对应问题数": func(p *prose) {
				p.say(orInspection(p, regulationRefs(lasting(p))), strconv.Itoa(p.Regulations.Problems))
			},
		},
		conditions: map[string]func(*prose) bool{
			"有原有制度": func(p *prose) bool { return len(p.Regulations.Before) > 0 },
			"有修订制度": func(p *prose) bool { return len(p.Regulations.Revised) > 0 },
			"有在建制度": func(p *prose) bool { return len(p.Regulations.Drafting)+len(p.Regulations.Revising) > 0 },
		},
		lists: map[string]listing{
			"废止制度": each(func(p *prose) []query.RegulationFact { return p.Regulations.Repealed }, regulationItem()),
			"起草中制度": each(func(p *prose) []query.RegulationFact { return p.Regulations.Drafting }, map[string]func(*prose, query.RegulationFact){
				"名称": func(p *prose, r query.RegulationFact) { p.say(r.Refs, booked(r.Title)) }}),
			"修订中制度": each(func(p *prose) []query.RegulationFact { return p.Regulations.Revising }, map[string]func(*prose, query.RegulationFact){
				"名称": func(p *prose, r query.RegulationFact) { p.say(r.Refs, booked(r.Title)) }}),
		},
	}
}

// lasting are the regulations enacted and revised.
func lasting(p *prose) []query.RegulationFact {
	return slices.Concat(p.Regulations.Enacted, p.Regulations.Revised)
}

func orInspection(p *prose, refs []query.Source) []query.Source {
	if len(refs) == 0 {
		return p.InspectionRefs
	}
	return refs
}

func (p *prose) regulatedBefore() {
	if len(p.Regulations.Before) > 0 {
		p.regulated("巡察反馈前，已", "出台", p.Regulations.Before, "。")
	}
}
