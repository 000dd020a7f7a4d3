package inspection

// Bases are the kinds of records on which a person may rest a sentence: tables
// whose records belong to one inspection.
func Bases() map[string]bool {
	return map[string]bool{"problem": true, "measure": true, "evidence": true, "meeting": true, "study": true, "regulation": true}
}
