package read

import "regexp"

// unitTail is how the units of an organisation end.
const unitTail = `(?:科|室|局|办|部|处|委|中心|组|股|队|所|站|院|支部|公司|单位|部门|党委|党组|镇|街道|校|馆|区|县|市|乡|村)`

var (
	// ledBy matches 由办公室牵头，人事科、财务科配合.
	ledBy = regexp.MustCompile(`由([^，。；：（）]{2,24}?)(?:负责)?牵头(?:负责|组织|落实)?(?:[，、；]\s*(?:由)?([^，。；（）]{2,40}?)(?:等)?(?:共同|积极|协同)?(?:参与)?(?:配合|协助|协办))?`)
	// leads matches 办公室牵头，人事科配合 at the start of a part of a sentence.
	leads = regexp.MustCompile(`(?:^|[，。；])([^，。；：（）由]{1,22}?` + unitTail + `)牵头(?:负责|组织|落实)?(?:[，、；]\s*([^，。；（）]{2,40}?)(?:等)?(?:共同|积极|协同)?(?:参与)?(?:配合|协助|协办))?`)
	// inCharge matches （办公室牵头，人事科、财务科配合） and （市水利局负责）.
	inCharge = regexp.MustCompile(`[（(]([^（），。；：()]{2,24}?)(?:具体负责|负责|牵头(?:负责)?)(?:[，、；,;]\s*([^（）()。；]{2,40}?)(?:等)?(?:配合|协助|参与))?(?:[，；,;][^（）()]*)?[）)]`)
	// doneBy matches the deadline inside a sentence, with the year or, after
	// another, without.
	doneBy  = regexp.MustCompile(`(?:[0-9]{4}年[^，。；：（）年]{0,10}?(?:日|月|底|末|季度|半年|年)?|(?:1[0-2]|[1-9])月[^，。；：（）年月]{0,4}?)(?:底|末|上旬|中旬|下旬)?(?:之前|以前|前|内)(?:[^，。；：（）]{0,6}?(?:完成|办结|到位|落实|建成|修订|出台|印发))?(?:[^，。；：（）]{0,8}?[，]?并?(?:长期坚持|持续坚持|持续推进))?`)
	lasting = regexp.MustCompile(`(?:立行立改(?:[，、]?并?长期坚持)?|(?:并)?长期坚持)[。；）)]*$`)
)

// readSentence finds in a measure's own words who leads, who assists and by
// when. What a label said already stands.
func (m *Measure) readSentence() {
	d := dutyInWords(m.Text)
	if !m.Due.IsZero() {
		d.due = Due{}
	}
	d.setMeasure(m)
}

// readSentence is the same for a node without measures, whose text is what is
// to be done.
func (n *Node) readSentence(planned bool) {
	d := dutyInWords(n.Title + "。" + n.Text)
	if !planned {
		d.due = Due{} // days in what was done are no deadlines
	}
	d.completeNode(n)
}

// dutyInWords reads the sentences of a text.
func dutyInWords(text string) duty {
	d := duty{due: dueInSentence(text)}
	for _, pattern := range []*regexp.Regexp{ledBy, leads, inCharge} {
		found := pattern.FindStringSubmatch(text)
		if found == nil {
			continue
		}
		if isPerson(found[1]) {
			orText(&d.leader, found[1])
			continue
		}
		orText(&d.leadUnit, found[1])
		if len(d.support) == 0 && found[2] != "" {
			d.support = splitNames(found[2])
		}
	}
	return d
}

// dueInSentence reads the deadlines that a sentence names; of several the
// latest counts, and all stand in the term.
func dueInSentence(text string) Due {
	term := ""
	found := doneBy.FindAllString(text, -1)
	if len(found) == 1 {
		return parseDue(found[0])
	}
	for _, f := range found {
		if term != "" {
			term += "；"
		}
		term += f
	}
	if term != "" {
		return Due{Date: latestDay(squeezed(term)), Term: term}
	}
	if term := lasting.FindString(text); term != "" {
		return Due{Term: trimStop(unbracketed(trimStop(term)))}
	}
	return Due{}
}
