package read

import "regexp"

var (
	// ledBy matches 由办公室牵头，人事科、财务科配合.
	ledBy = regexp.MustCompile(`由([^，。；：（）]{2,24}?)(?:负责)?牵头(?:负责|组织|落实)?(?:[，、]\s*(?:由)?([^，。；（）]{2,40}?)(?:等)?(?:共同|积极|协同)?(?:参与)?(?:配合|协助|协办))?`)
	// inCharge matches （办公室牵头，人事科、财务科配合） and （市水利局负责）.
	inCharge = regexp.MustCompile(`（([^（），。；：]{2,24}?)(?:负责|牵头(?:负责)?)(?:[，、；]\s*([^（）。；]{2,40}?)(?:等)?(?:配合|协助|参与))?(?:[，；][^（）]*)?）`)
	// doneBy matches the deadline inside a sentence.
	doneBy  = regexp.MustCompile(`(?:[0-9]{4}年[^，。；：（）年]{0,10}?(?:日|月|底|末|季度|半年|年)?(?:底|末|上旬|中旬|下旬)?(?:之前|以前|前|内)(?:[^，。；：（）]{0,6}?(?:完成|办结|到位|落实|建成|修订|出台|印发))?(?:[，]?并?(?:长期坚持|持续坚持|持续推进))?)`)
	lasting = regexp.MustCompile(`(?:立行立改(?:[，、]?并?长期坚持)?|(?:并)?长期坚持)[。；）]?$`)
)

// readSentence finds in a measure's own words who leads, who assists and by
// when. What a label said already stands.
func (m *Measure) readSentence() {
	for _, pattern := range []*regexp.Regexp{ledBy, inCharge} {
		found := pattern.FindStringSubmatch(m.Text)
		if found == nil {
			continue
		}
		orText(&m.LeadUnit, found[1])
		if len(m.SupportUnits) == 0 && found[2] != "" {
			m.SupportUnits = splitNames(found[2])
		}
	}
	if m.Due.IsZero() {
		m.Due = dueInSentence(m.Text)
	}
}

// dueInSentence reads the deadlines that a sentence names; of several the
// latest counts, and all stand in the term.
func dueInSentence(text string) Due {
	found := doneBy.FindAllString(text, -1)
	if len(found) == 1 {
		return parseDue(found[0])
	}
	term := ""
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
