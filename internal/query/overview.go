package query

import (
	"sort"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/store"
)

// Overview is the first page of one inspection: how many problems stand how,
// cut by aspect, department, leader and month, and how far each stage is.
// Every figure can be followed to the records that it counts.
type Overview struct {
	Inspection inspection.Inspection
	Counts     Counts
	Aspects    []Cut
	Depts      []Cut // lead departments; only for those who see the detail
	Leaders    []Cut
	Causes     []Cut // in the order of the taxonomy
	Months     []MonthCut
	Gaps       []PlanGap // what plans lack, for those who see the detail
	Stages     []Stage
	Deadlines  []workday.Due
	Letters    LetterCounts
	SeesDetail bool
	Confirmed  bool // the feedback paper is confirmed
	Today      workday.Date
}

// Cut is the counts of one part.
type Cut struct {
	ID    string // empty for those that have none
	Label string
	Counts
}

// MonthCut is the problems due in one month.
type MonthCut struct {
	Month string // 2026-06
	Total int
	Open  int // neither done nor basically done
}

// OverviewOf gives the overview of an inspection.
func OverviewOf(v *View, inspectionID string) (Overview, error) {
	i, t, err := v.Inspection(inspectionID, org.SeeInspection)
	if err != nil {
		return Overview{}, err
	}
	round, err := v.round(i.RoundID)
	if err != nil {
		return Overview{}, err
	}
	o := Overview{Inspection: i, SeesDetail: v.Can(org.SeeDetail, t), Today: v.Today}
	if o.Stages, err = v.stages(i, round); err != nil {
		return o, err
	}
	for _, d := range v.deadlines(i, round) {
		if d.Date != "" && !d.Rule.Repeat {
			o.Deadlines = append(o.Deadlines, d)
		}
	}
	sort.Slice(o.Deadlines, func(a, b int) bool { return o.Deadlines[a].Date < o.Deadlines[b].Date })
	if o.Counts, err = v.CountProblems(inspectionID); err != nil {
		return o, err
	}
	if o.Letters, err = v.lettersOf(i, t); err != nil {
		return o, err
	}
	o.Confirmed = o.Counts.Total > 0
	return o, v.cuts(&o)
}

func (v *View) cuts(o *Overview) error {
	aspects, err := store.Nodes.List(v.Tx, "WHERE inspection_id = ? AND kind = ? ORDER BY seq", o.Inspection.ID, inspection.KindAspect)
	if err != nil {
		return err
	}
	byAspect, err := v.countBy("aspect_id", o.Inspection.ID)
	if err != nil {
		return err
	}
	for _, a := range aspects {
		o.Aspects = append(o.Aspects, Cut{ID: a.ID, Label: a.Mark + a.Title, Counts: byAspect[a.ID]})
	}
	if !o.SeesDetail {
		return nil
	}
	names, err := v.NamesOf(o.Inspection.OrgID)
	if err != nil {
		return err
	}
	if o.Depts, err = v.cutBy("lead_dept_id", o.Inspection.ID, names.Department); err != nil {
		return err
	}
	if o.Leaders, err = v.cutBy("leader_id", o.Inspection.ID, names.Person); err != nil {
		return err
	}
	if o.Causes, err = v.causeCuts(o.Inspection.OrgID, o.Inspection.ID); err != nil {
		return err
	}
	if o.Gaps, err = v.planGaps(o.Inspection.ID); err != nil {
		return err
	}
	o.Months, err = v.months(o.Inspection.ID)
	return err
}

// cutBy cuts the counts by a column, the largest part first.
func (v *View) cutBy(column, inspectionID string, label func(string) string) ([]Cut, error) {
	groups, err := v.countBy(column, inspectionID)
	var out []Cut
	for id, c := range groups {
		out = append(out, Cut{ID: id, Label: label(id), Counts: c})
	}
	sort.Slice(out, func(a, b int) bool {
		if out[a].Total != out[b].Total {
			return out[a].Total > out[b].Total
		}
		return out[a].Label < out[b].Label
	})
	return out, err
}

func (v *View) months(inspectionID string) ([]MonthCut, error) {
	size := func(months []MonthCut) (n int) {
		for _, m := range months {
			n += m.Total
		}
		return n
	}
	return keeping(v, inspectionID, "month", size, func() ([]MonthCut, error) { return v.recountMonths(inspectionID) })
}

func (v *View) recountMonths(inspectionID string) ([]MonthCut, error) {
	var out []MonthCut
	err := v.Tx.Each(func(scan func(...any) error) error {
		var m MonthCut
		if err := scan(&m.Month, &m.Total, &m.Open); err != nil {
			return err
		}
		out = append(out, m)
		return nil
	}, `SELECT SUBSTR(deadline, 1, 7), COUNT(*), `+sum(isOpen)+` FROM problem
		WHERE inspection_id = ? AND deadline <> '' GROUP BY SUBSTR(deadline, 1, 7) ORDER BY 1`, inspectionID)
	return out, err
}
