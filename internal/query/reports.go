package query

import (
	"slices"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/store"
)

// ReportList is the reports of an inspection.
type ReportList struct {
	Inspection inspection.Inspection
	Rows       []inspection.Report // newest first; drafts for those inside only
	Due        workday.Due         // when the reports are due
	CanWrite   bool
	SeesFacts  bool // may see what a report would say now
}

// Reports lists the reports of an inspection.
func Reports(v *View, inspectionID string) (ReportList, error) {
	i, t, err := v.Inspection(inspectionID, org.SeePapers)
	if err != nil {
		return ReportList{}, err
	}
	l := ReportList{Inspection: i, CanWrite: v.Can(org.ReportWrite, t), SeesFacts: v.Can(org.SeeTalks, t)}
	round, err := v.round(i.RoundID)
	if err != nil {
		return l, err
	}
	l.Due = v.deadlines(i, round)[workday.Reports]
	where, args := "WHERE inspection_id = ?", []any{inspectionID}
	if !v.Inside(t) {
		where += " AND submitted_on <> ''"
	}
	l.Rows, err = store.Reports.List(v.Tx, where+" ORDER BY created_at DESC, id DESC", args...)
	return l, err
}

// ReportPage is one report with what the caller may do about it.
type ReportPage struct {
	Inside
	Inspection inspection.Inspection
	Report     inspection.Report
	Number     string   // document number, from the register
	Numbers    []Option // series of numbers, with the next one of each, where it has none yet
	Reserved   []Option
	CanNumber  bool
	Meeting    string   // that adopted it
	Meetings   []Option // that may have adopted it
	CanSubmit  bool
	SeesFacts  bool
	// Joint is its joint review; nil for a draft, and for one that was decided
	// on before bodies reviewed reports.
	Joint    *JointReview
	Returned []ReturnedReport // earlier ones of its kind, for a draft
	// CanBringBack: an edited .docx of it may be compared with it.
	CanBringBack bool
}

// Report gives one report; a draft is there for those inside only. It gives
// the target too, for asking about the records behind it.
func (v *View) Report(id string) (ReportPage, org.Target, error) {
	r, t, err := store.ReportTarget(v.Tx, id)
	if err != nil {
		return ReportPage{}, t, err
	}
	if err := v.Need(org.SeePapers, t); err != nil {
		return ReportPage{}, t, err
	}
	i, it, err := store.InspectionTarget(v.Tx, r.InspectionID)
	if err != nil {
		return ReportPage{}, t, err
	}
	p := ReportPage{Inside: Inside{r.InspectionID}, Inspection: i, Report: r, SeesFacts: v.Can(org.SeeTalks, it),
		CanSubmit: r.State == inspection.ReportDraft && v.Can(org.ReportSubmit, t), CanBringBack: v.Can(org.ReportWrite, t)}
	if err := v.numberOf(r, t, &p); err != nil {
		return p, t, err
	}
	if err := v.reviewOfReport(&p, t); err != nil {
		return p, t, err
	}
	if r.MeetingID != "" {
		m, err := store.Meetings.Get(v.Tx, r.MeetingID)
		if err != nil {
			return p, t, err
		}
		p.Meeting = m.Title + "（" + string(m.HeldOn) + "）"
	}
	if p.CanSubmit {
		p.Meetings, err = v.adoptingMeetings(r.InspectionID)
	}
	return p, it, err
}

// adoptingMeetings are the meetings that adopted the organisation's report.
func (v *View) adoptingMeetings(inspectionID string) ([]Option, error) {
	list, err := store.Meetings.List(v.Tx, `WHERE inspection_id = ? AND adopted_report = 1 AND held_on <> '' AND held_on <= ?
		ORDER BY held_on DESC, id`, inspectionID, v.Today)
	var out []Option
	for _, m := range list {
		out = append(out, Option{Value: m.ID, Label: string(m.HeldOn) + " " + m.Title})
	}
	return out, err
}

// numberOf fills in the document number of a report, or what it can be given.
func (v *View) numberOf(r inspection.Report, t org.Target, p *ReportPage) (err error) {
	if p.Number, err = store.NumberOf(v.Tx, r.OrgID, store.Reports.Name(), r.ID); err != nil || p.Number != "" {
		return err
	}
	if p.CanNumber = v.Can(org.RegisterEdit, t) && r.State != inspection.ReportReturned; p.CanNumber {
		p.Numbers, p.Reserved, err = v.numberChoices(r.OrgID)
	}
	return err
}

// OtherReports are the other reports of the same kind and inspection that the
// caller may see, newest first.
func (v *View) OtherReports(r inspection.Report) ([]inspection.Report, error) {
	l, err := Reports(v, r.InspectionID)
	return slices.DeleteFunc(l.Rows, func(o inspection.Report) bool { return o.ID == r.ID || o.Kind != r.Kind }), err
}
