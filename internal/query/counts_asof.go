package query

import (
	"time"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
)

// CountProblemsOn is CountProblems as the problems stood at the end of a day,
// for papers with a cut-off; for today it is CountProblems itself.
func (v *View) CountProblemsOn(inspectionID string, day workday.Date) (Counts, error) {
	if day >= v.Today {
		return v.CountProblems(inspectionID)
	}
	ladder, err := v.ladderOn(inspectionID, day)
	if err != nil {
		return Counts{}, err
	}
	list, err := v.problemsOn(inspectionID, day)
	return countOf(list, day, ladder), err
}

// countOf counts loaded problems by the rules that the conditions of
// CountProblems say in SQL.
func countOf(list []work.Problem, day workday.Date, ladder workday.Ladder) Counts {
	c := Counts{Total: len(list), ByVerdict: map[work.Verdict]int{}}
	until := day
	if len(ladder) > 0 {
		until = day.AddDays(ladder[0].DaysBefore)
	}
	for _, p := range list {
		c.ByVerdict[p.Effective(day)]++
		c.Late += one(work.Late(p.Verdict, p.Deadline, day))
		c.DueSoon += one(!finished(p.Verdict) && p.Deadline >= day && p.Deadline <= until)
		c.Closed += one(p.Closed())
		c.LongTerm += one(p.LongTerm)
		c.Unassigned += one(p.LeaderID == "" || p.LeadDeptID == "" || p.OwnerID == "" || p.Deadline == "" && p.Term == "")
	}
	return c
}

func one(holds bool) int {
	if holds {
		return 1
	}
	return 0
}

// CountNodes counts a confirmed feedback paper by kind: aspects, items,
// problems, recommendations, immediate matters.
func (v *View) CountNodes(inspectionID string) (map[inspection.NodeKind]int, error) {
	out := map[inspection.NodeKind]int{}
	err := v.Tx.Each(func(scan func(...any) error) error {
		var kind inspection.NodeKind
		var n int
		if err := scan(&kind, &n); err != nil {
			return err
		}
		out[kind] = n
		return nil
	}, "SELECT kind, COUNT(*) FROM node WHERE inspection_id = ? GROUP BY kind", inspectionID)
	return out, err
}

// dayOf is the day in China of a stored point in time.
func dayOf(ms int64) workday.Date { return workday.DateOf(time.UnixMilli(ms), workday.Zone) }
