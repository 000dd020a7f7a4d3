package party

import (
	"strings"

	"bihuan/internal/action"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/party"
	"bihuan/internal/domain/regulation"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// LibraryRow is one rule as the form gives it; one without anything is none,
// or takes away the one that stood there.
type LibraryRow struct {
	ID       string `form:"id"`
	Version  int    `form:"version"`
	Title    string `form:"title"`
	Issuer   string `form:"issuer"`
	Number   string `form:"number"`
	Year     int    `form:"year"`
	Required bool   `form:"required"`
}

// SaveRoundLibrary makes the rules to be studied in a round what was entered.
type SaveRoundLibrary struct {
	RoundID string       `form:"-"`
	Rows    []LibraryRow `form:"library"`
	round   inspection.Round
}

// Permission implements action.Command.
func (c *SaveRoundLibrary) Permission() org.Permission { return org.RoundEdit }

// Target implements action.Command.
func (c *SaveRoundLibrary) Target(s *action.Step) (org.Target, error) {
	var err error
	c.round, err = store.Rounds.Get(s.Tx, c.RoundID)
	return org.Target{Kind: store.Rounds.Name(), ID: c.RoundID}, err
}

// Run saves the rows.
func (c *SaveRoundLibrary) Run(s *action.Step) error {
	s.Return(c.RoundID)
	return saveLibrary(s, party.StudyRule{OrgID: c.round.OfficeID, RoundID: c.RoundID}, c.Rows)
}

// SaveOwnLibrary makes the rules that an organisation adds for its inspection
// what was entered.
type SaveOwnLibrary struct {
	InspectionID string       `form:"-"`
	Rows         []LibraryRow `form:"library"`
	around
}

// Permission implements action.Command.
func (c *SaveOwnLibrary) Permission() org.Permission { return org.StudyEdit }

// Target implements action.Command.
func (c *SaveOwnLibrary) Target(s *action.Step) (org.Target, error) { return c.load(s, c.InspectionID) }

// Run saves the rows.
func (c *SaveOwnLibrary) Run(s *action.Step) error {
	s.Return(c.inspection.ID)
	return saveLibrary(s, party.StudyRule{OrgID: c.inspection.OrgID, InspectionID: c.inspection.ID}, c.Rows)
}

// saveLibrary makes one library what was entered. A row that somebody else
// changed meanwhile is refused.
func saveLibrary(s *action.Step, of party.StudyRule, rows []LibraryRow) error {
	stored, err := store.StudyRules.List(s.Tx, "WHERE round_id = ? AND inspection_id = ?", of.RoundID, of.InspectionID)
	if err != nil {
		return err
	}
	before := map[string]party.StudyRule{}
	for _, r := range stored {
		before[r.ID] = r
	}
	var checks fault.Checks
	titles := map[string]bool{}
	for n, row := range rows {
		if row.blank() {
			continue
		}
		x := row.fill(of)
		x.Check(&checks, n)
		if titles[x.Title] {
			checks.Add("library", "party.study.twice", x.Title)
		}
		titles[x.Title] = true
	}
	if err := checks.Err(); err != nil {
		return err
	}
	for n, row := range rows {
		was, there := before[row.ID]
		if row.ID != "" && !there {
			return fault.New(fault.NotFound, "fault.not-found")
		}
		if err := saveRule(s, row, was, there, n, of); err != nil {
			return err
		}
	}
	return nil
}

func saveRule(s *action.Step, row LibraryRow, was party.StudyRule, there bool, n int, of party.StudyRule) error {
	if row.blank() {
		if there {
			return action.Remove(s, store.StudyRules, was)
		}
		return nil
	}
	after := row.fill(was)
	if !there {
		after = row.fill(of)
		after.ID = s.NewID()
	}
	after.Seq = n + 1
	if !there {
		return action.Insert(s, store.StudyRules, &after)
	}
	if after.Version = row.Version; after == was {
		return nil
	}
	return action.Save(s, store.StudyRules, was, &after)
}

func (r LibraryRow) blank() bool {
	return strings.TrimSpace(r.Title) == "" && r.Issuer == "" && r.Number == "" && r.Year == 0
}

func (r LibraryRow) fill(x party.StudyRule) party.StudyRule {
	x.Title, x.Issuer, x.Number, x.Year, x.Required = regulation.Unquoted(r.Title), strings.TrimSpace(r.Issuer), strings.TrimSpace(r.Number), r.Year, r.Required
	return x
}
