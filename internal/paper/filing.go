package paper

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/publication"
	"bihuan/internal/domain/workday"
	"bihuan/internal/gongwen"
	"bihuan/internal/packing"
	"bihuan/internal/query"
)

// Filing gathers a filing package (归档包): the papers that were issued as they
// were issued, those that are written from the records and lack nothing, and
// the evidence. Papers that lack something were not issued; they are named.
func Filing(v *query.View, of query.FilingOf) (packing.Archive, error) {
	title, list, err := query.Filing(v, of)
	a := packing.Archive{Title: title, On: v.Today}
	if err != nil {
		return a, err
	}
	for _, r := range list {
		w := &filer{view: v, FilingRecords: r, archive: &a}
		for _, step := range []func() error{w.feedback, w.plans, w.issued, w.made, w.reports, w.publications, w.evidence} {
			if err := step(); err != nil {
				return a, err
			}
		}
	}
	return a, nil
}

// filer files what belongs to one inspection.
type filer struct {
	view *query.View
	query.FilingRecords
	archive *packing.Archive
}

// The groups of a filing package, in its order.
const (
	groupFeedback = "反馈意见"
	groupPlan     = "整改方案"
	groupPapers   = "整改公文"
	groupReports  = "整改报告"
	groupPublic   = "通报和公开"
	groupEvidence = "佐证材料"
)

func (w *filer) add(group string, item packing.Item) {
	item.Group, item.Organisation = group, w.Organisation.ShortName
	w.archive.Add(item)
}

func (w *filer) document(group string, d *gongwen.Document, on workday.Date, number string) error {
	if number != "" {
		d.Number = gongwen.Text(number)
	}
	var b bytes.Buffer
	if err := gongwen.WriteDocx(&b, d); err != nil {
		return fmt.Errorf("file %s: %w", d.Subject, err)
	}
	w.add(group, packing.Item{Title: d.Subject, On: on, Number: d.Number.Text, Name: d.Subject + ".docx", Body: b.Bytes()})
	return nil
}

func (w *filer) feedback() error {
	if f := w.Feedback; f != nil && f.FileHash != "" {
		w.add(groupFeedback, packing.Item{Title: f.Title, On: f.Date, Number: f.DocumentNumber, Name: f.FileName, Hash: f.FileHash, Size: f.FileSize})
	}
	return nil
}

func (w *filer) plans() error {
	for _, c := range w.Plans {
		w.add(groupPlan, packing.Item{Title: strings.TrimSuffix(c.FileName, ".docx"), On: c.On, Number: c.Number, Name: c.FileName, Hash: c.FileHash, Size: c.FileSize})
	}
	return nil
}

// issued files the papers that went out, every version as it is kept.
func (w *filer) issued() error {
	for _, p := range w.Issued {
		w.add(groupPapers, packing.Item{Title: p.Title, On: p.On, Number: p.DocNumber, Name: p.FileName, Hash: p.FileHash, Size: p.FileSize})
	}
	return nil
}

// made files the papers that are written from the records and were never
// issued. Those of a publication are filed as they were published, blank forms
// not at all.
func (w *filer) made() error {
	for _, kind := range w.Choice.Kinds {
		if kind == inspection.Circular || kind == inspection.PublicVersion || kind == inspection.SignInSheet {
			continue
		}
		for _, id := range w.records(kind) {
			if w.went(kind, id) {
				continue
			}
			if err := w.madeOne(kind, id); err != nil {
				return err
			}
		}
	}
	return nil
}

// went reports whether the paper was issued.
func (w *filer) went(kind inspection.PaperKind, of string) bool {
	return slices.ContainsFunc(w.Issued, func(p inspection.IssuedPaper) bool { return p.Kind == kind && p.Of == of })
}

// records are those of which there is a paper of the kind, one each; a paper
// of the whole inspection has none.
func (w *filer) records(kind inspection.PaperKind) []string {
	if !kind.OfRecord() {
		return []string{""}
	}
	var out []string
	if kind.OfMeeting() {
		for _, m := range w.Choice.MeetingsFor(kind) {
			out = append(out, m.ID)
		}
		return out
	}
	for _, m := range w.Choice.Immediates {
		out = append(out, m.ID)
	}
	return out
}

func (w *filer) madeOne(kind inspection.PaperKind, of string) error {
	f, _, err := w.view.PaperFactsOf(query.PaperIn{Inspection: w.Inspection.ID, Kind: kind, Of: of})
	if err != nil {
		return err
	}
	d, err := makePaper(f, kind)
	if err != nil {
		return err
	}
	if err := number(w.view, d, w.Organisation.ID); err != nil {
		return err
	}
	if missing := d.Missing(); len(missing) > 0 {
		w.archive.Leave(w.Organisation.ShortName+" "+d.Subject, strings.Join(missing, "、"))
		return nil
	}
	return w.document(groupPapers, d, f.On, "")
}

func (w *filer) reports() error {
	for _, r := range w.Reports {
		if !r.HasText() {
			w.add(groupReports, packing.Item{Title: r.Title, On: r.SubmittedOn, Number: r.Number, Name: r.FileName, Hash: r.FileHash, Size: r.FileSize})
			continue
		}
		if !r.Intact() {
			w.archive.Leave(w.Organisation.ShortName+" "+r.Title, "正文与冻结时的校验值不符")
			continue
		}
		if r.SentHash != "" {
			w.add(groupReports, packing.Item{Title: r.Title, On: r.SubmittedOn, Number: r.Number, Name: r.SentName, Hash: r.SentHash, Size: r.SentSize})
			continue
		}
		d, err := gongwen.Decode(r.Body)
		if err != nil {
			return err
		}
		d.Subject = r.Title
		Bear(d, r.Number) // as it is taken out
		if err := w.document(groupReports, d, r.SubmittedOn, ""); err != nil {
			return err
		}
	}
	return nil
}

func (w *filer) publications() error {
	for _, p := range w.Publications {
		d, err := gongwen.Decode(p.Body)
		if err != nil {
			return err
		}
		if err := w.published(d, p); err != nil {
			return err
		}
		if p.Kind != inspection.PublicVersion {
			continue
		}
		var page bytes.Buffer
		if err := WriteWebpage(&page, d, p, w.Organisation.PartyName); err != nil {
			return err
		}
		w.add(groupPublic, packing.Item{Title: d.Subject + "（网页）", On: p.PublishedOn, Name: d.Subject + ".html", Body: page.Bytes()})
	}
	return nil
}

// published files what was published: the kept bytes, where there are any.
func (w *filer) published(d *gongwen.Document, p publication.Publication) error {
	if p.FileHash == "" {
		return w.document(groupPublic, d, p.PublishedOn, "")
	}
	w.add(groupPublic, packing.Item{Title: d.Subject, On: p.PublishedOn, Number: d.Number.Text, Name: p.FileName, Hash: p.FileHash, Size: p.FileSize})
	return nil
}

func (w *filer) evidence() error {
	for _, f := range w.Evidence.Files {
		w.add(groupEvidence, packing.Item{Title: f.Number + " " + f.Titled(), On: f.SpeaksFor, Name: f.Evidence.Name, Hash: f.Hash, Size: f.Evidence.Size})
	}
	return nil
}
