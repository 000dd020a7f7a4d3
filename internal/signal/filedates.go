package signal

import "bihuan/internal/domain/workday"

// fileDates finds files whose own dates contradict the date that they are said
// to bear: a document made later (a scan may be), a photograph taken later or
// long before.
func fileDates(d *Dossier, c *Case) []Finding {
	var out []Finding
	for _, e := range c.Evidence {
		variant, says := contradicts(e, d.Settings)
		if variant == "" {
			continue
		}
		f := d.finding(FileDates, c, ProofStage, []Base{d.file(e)})
		f.Subject, f.Variant, f.Args = e.ID, variant, []string{e.Name, string(says), string(e.SpeaksFor)}
		out = append(out, f)
	}
	return out
}

func contradicts(e Proof, s Settings) (variant string, says workday.Date) {
	x := e.Facts
	switch {
	case e.SpeaksFor == "":
		return "", ""
	case x.TakenOn.After(e.SpeaksFor.AddDays(1)):
		return "photo-later", x.TakenOn
	case x.TakenOn.Before(e.SpeaksFor.AddDays(-s.PhotoDays)):
		return "photo-older", x.TakenOn
	case x.CreatedOn.After(workday.DateOf(e.At, workday.Zone).AddDays(1)) && !e.At.IsZero():
		return "", "" // later than the upload: its clock was wrong
	case !x.Scanned && x.CreatedOn.After(e.SpeaksFor.AddDays(s.FileDays)):
		return "made-later", x.CreatedOn
	}
	return "", ""
}
