package query

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/letter"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/store"
)

// LettersIn asks for the letters of an inspection, or of all inspections of a
// round that the caller sees.
type LettersIn struct {
	Inspection   string
	Round        string
	Kind         string
	State        letter.State
	Organisation string
	Department   string // of letters inside an organisation; None for those to the organisation
	Late         bool   // only those whose answer is overdue
	Page         int
}

// LetterRow is one letter of a list.
type LetterRow struct {
	letter.Letter
	Organisation string
	Department   string
	Problems     int
	Late         bool // its answer is overdue
}

// LetterList is one page of letters.
type LetterList struct {
	Inspection    inspection.Inspection // of one inspection
	Round         inspection.Round
	Rows          []LetterRow
	Total         int
	Page          int
	Size          int
	ByState       map[letter.State]int // with the other filters
	Late          int                  // with the other filters
	All           int                  // without any filter
	Kinds         []letter.Step
	Organisations []Option
	Proposals     []Proposal
	CanDraft      bool
	CanExport     bool
	CanSet        bool
	CanRobot      bool // may keep the robots beside
	On            workday.Date
}

// Letters lists the letters of one inspection that the caller may know of.
func Letters(v *View, in LettersIn) (LetterList, error) {
	i, t, err := v.Inspection(in.Inspection, org.LetterSee)
	if err != nil {
		return LetterList{}, err
	}
	round, err := v.round(i.RoundID)
	if err != nil {
		return LetterList{}, err
	}
	l, err := v.letterList(round, []inspection.Inspection{i}, in, ListSize)
	l.Inspection, l.CanDraft, l.CanExport = i, v.Can(org.LetterDraft, t), v.Can(org.Export, t)
	l.CanRobot = v.Can(org.RobotEdit, t)
	return l, err
}

// RoundLetters lists the letters of a round across its organisations.
func RoundLetters(v *View, in LettersIn) (LetterList, error) {
	round, all, err := v.inspectionsFor(in.Round, org.LetterSee)
	if err != nil {
		return LetterList{}, err
	}
	l, err := v.letterList(round, all, in, ListSize)
	if err != nil {
		return l, err
	}
	l.CanDraft, l.CanSet, l.CanExport = v.Can(org.LetterDraft, org.Target{}), v.Can(org.RoundEdit, org.Target{}), true
	l.CanRobot = v.Can(org.RobotEdit, org.Target{OrgID: round.OfficeID})
	l.Organisations, err = v.organisationsOf(all)
	return l, err
}

// ExportLetters gives all letters of a list, for its workbook.
func ExportLetters(v *View, in LettersIn) (LetterList, error) {
	if in.Round != "" {
		round, all, err := v.inspectionsFor(in.Round, org.LetterSee)
		if err != nil {
			return LetterList{}, err
		}
		return v.letterList(round, all, in, 0)
	}
	i, _, err := v.Inspection(in.Inspection, org.LetterSee)
	if err != nil {
		return LetterList{}, err
	}
	round, err := v.round(i.RoundID)
	if err != nil {
		return LetterList{}, err
	}
	l, err := v.letterList(round, []inspection.Inspection{i}, in, 0)
	l.Inspection = i
	return l, err
}

// letterList gives one page of the letters about some inspections; size 0 gives
// all of them.
func (v *View) letterList(round inspection.Round, of []inspection.Inspection, in LettersIn, size int) (LetterList, error) {
	l := LetterList{Round: round, Page: max(1, in.Page), Size: size, ByState: map[letter.State]int{}, Kinds: round.Settings.Letters.Ladder(), On: v.Today}
	if len(of) == 0 {
		return l, nil
	}
	all, err := v.letterRows(of)
	if err != nil {
		return l, err
	}
	l.All = len(all)
	for _, r := range all {
		if !in.keeps(r) {
			continue
		}
		l.ByState[r.State]++
		l.Late += one(r.Late)
		if (in.State == "" || r.State == in.State) && (!in.Late || r.Late) {
			l.Rows = append(l.Rows, r)
		}
	}
	l.Total = len(l.Rows)
	if size > 0 {
		from := min(l.Total, (l.Page-1)*size)
		l.Rows = l.Rows[from:min(l.Total, from+size)]
	}
	l.Proposals, err = v.nextSteps(round, of, all)
	return l, err
}

func (in LettersIn) keeps(r LetterRow) bool {
	return (in.Kind == "" || r.Kind == in.Kind) && (in.Organisation == "" || r.OrgID == in.Organisation) &&
		(in.Department == "" || r.DepartmentID == in.Department || in.Department == None && r.DepartmentID == "")
}

// letterRows gives the letters about some inspections of which the caller may
// know, the newest first.
func (v *View) letterRows(of []inspection.Inspection) ([]LetterRow, error) {
	ids := anyOf(idsOf(of, func(i inspection.Inspection) string { return i.ID }))
	counts := map[string]int{}
	err := v.Tx.Each(func(scan func(...any) error) error {
		var id string
		var n int
		err := scan(&id, &n)
		counts[id] = n
		return err
	}, "SELECT i.letter_id, COUNT(*) FROM letter_item i JOIN letter l ON l.id = i.letter_id WHERE l.inspection_id IN ("+marks(len(ids))+") GROUP BY i.letter_id", ids...)
	if err != nil {
		return nil, err
	}
	list, err := store.Letters.List(v.Tx, "WHERE inspection_id IN ("+marks(len(ids))+") ORDER BY CASE WHEN issued_on = '' THEN '9999' ELSE issued_on END DESC, drafted_at DESC, id", ids...)
	if err != nil {
		return nil, err
	}
	orgs := map[string]string{}
	var out []LetterRow
	for _, l := range list {
		if !l.Shown(v.Actor) {
			continue
		}
		row := LetterRow{Letter: l, Problems: counts[l.ID], Late: l.ReplyLate(v.Today)}
		row.Organisation, err = once(&orgs, l.OrgID, func() (string, error) {
			o, err := store.Organisations.Get(v.Tx, l.OrgID)
			return o.ShortName, err
		})
		if err != nil {
			return nil, err
		}
		names, err := v.NamesOf(l.OrgID)
		if err != nil {
			return nil, err
		}
		row.Department = names.Department(l.DepartmentID)
		out = append(out, row)
	}
	return out, nil
}

// lettersAbout gives the letters that name a problem and of which the caller
// may know, the newest first.
func (v *View) lettersAbout(problemID string, t org.Target) ([]letter.Letter, error) {
	if !v.Can(org.LetterSee, t) {
		return nil, nil
	}
	list, err := store.Letters.List(v.Tx, `WHERE state <> ? AND id IN (SELECT letter_id FROM letter_item WHERE problem_id = ?)
		ORDER BY issued_on DESC, id LIMIT 20`, letter.Dropped, problemID)
	var out []letter.Letter
	for _, l := range list {
		if l.Shown(v.Actor) {
			out = append(out, l)
		}
	}
	return out, err
}
