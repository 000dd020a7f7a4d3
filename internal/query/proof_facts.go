package query

import (
	"strings"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/store"
)

// ProofFacts are what a paper's words are looked over against, beside the
// facts that it was composed from.
type ProofFacts struct {
	Own      org.Organisation
	People   map[string][]org.Post // by name; of everybody the organisation has or had
	Others   []org.Organisation    // other inspected organisations
	Meetings []workday.Date        // on which something was held
	Titles   []string              // of what was studied, linked work, plans, regulations
	Wordings []string              // the feedback paper's own words and what notices say
	Earlier  []inspection.Report   // sent up before with the same cut-off
	Longest  int                   // characters that the head's report may have
}

// ProofFactsOf gathers them for a paper with a cut-off; a report is not held
// against itself. The caller has asked whether the facts may be seen.
func (v *View) ProofFactsOf(i inspection.Inspection, cutOff workday.Date, reportID string) (ProofFacts, error) {
	var f ProofFacts
	for _, load := range []func(*ProofFacts, inspection.Inspection) error{v.proofBodies, v.proofPeople, v.proofDays, v.proofTitles} {
		if err := load(&f, i); err != nil {
			return f, err
		}
	}
	var err error
	f.Earlier, err = store.Reports.List(v.Tx, "WHERE inspection_id = ? AND cut_off = ? AND id <> ? AND submitted_on <> '' AND state <> ? ORDER BY submitted_on, id",
		i.ID, cutOff, reportID, inspection.ReportReturned)
	return f, err
}

func (v *View) proofBodies(f *ProofFacts, i inspection.Inspection) error {
	all, err := store.Organisations.List(v.Tx, "ORDER BY id")
	for _, o := range all {
		switch {
		case o.ID == i.OrgID:
			f.Own = o
		case o.Kind.Inspected():
			f.Others = append(f.Others, o)
		}
	}
	if err != nil {
		return err
	}
	round, err := v.round(i.RoundID)
	f.Longest = round.Settings.LongestReport()
	return err
}

func (v *View) proofPeople(f *ProofFacts, i inspection.Inspection) error {
	names, err := v.NamesOf(i.OrgID)
	if err != nil {
		return err
	}
	posts, err := store.Posts.List(v.Tx, "WHERE org_id = ? ORDER BY from_on, id", i.OrgID)
	f.People = map[string][]org.Post{}
	for _, p := range posts {
		if name := names.Person(p.PersonID); name != "" {
			f.People[name] = append(f.People[name], p)
		}
	}
	return err
}

// proofDays are the days of meetings, studies and life meetings.
func (v *View) proofDays(f *ProofFacts, i inspection.Inspection) error {
	f.Meetings = append(f.Meetings, i.FeedbackOn)
	for _, table := range []string{"meeting", "study", "life_meeting"} {
		err := v.Tx.Each(func(scan func(...any) error) error {
			var day workday.Date
			err := scan(&day)
			f.Meetings = append(f.Meetings, day)
			return err
		}, "SELECT held_on FROM "+table+" WHERE inspection_id = ? AND held_on <> ''", i.ID)
		if err != nil {
			return err
		}
	}
	return nil
}

func (v *View) proofTitles(f *ProofFacts, i inspection.Inspection) error {
	f.Titles = append(f.Titles, i.NoticeTitle)
	studies, err := store.Studies.List(v.Tx, "WHERE inspection_id = ?", i.ID)
	for _, s := range studies {
		for _, m := range s.Materials {
			f.Titles = append(f.Titles, m.Title)
		}
	}
	if err != nil {
		return err
	}
	for _, table := range []string{"regulation", "linked_work", "plan_version", "report"} {
		err := v.eachText(&f.Titles, "SELECT title FROM "+table+" WHERE inspection_id = ?", i.ID)
		if err != nil {
			return err
		}
	}
	if err := v.eachText(&f.Titles, "SELECT title FROM feedback WHERE inspection_id = ?", i.ID); err != nil {
		return err
	}
	return v.eachText(&f.Wordings, "SELECT title || body FROM node WHERE inspection_id = ?", i.ID)
}

// eachText reads one column of text.
func (v *View) eachText(into *[]string, q string, args ...any) error {
	return v.Tx.Each(func(scan func(...any) error) error {
		var text string
		err := scan(&text)
		*into = append(*into, strings.TrimSpace(text))
		return err
	}, q, args...)
}
