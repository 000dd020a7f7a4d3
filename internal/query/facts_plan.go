package query

import (
	"bihuan/internal/domain/plan"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/store"
)

// PlanFact is the plan with its history up to the cut-off. Its title is one
// fact of the inspection; a plan issued under another one is a conflict.
type PlanFact struct {
	Title          string
	Drafted        workday.Date // the first version
	DraftName      string       // 征求意见稿
	Versions       int
	Comments       CommentCounts
	AdoptedOn      workday.Date
	AdoptedAt      string // title of the meeting
	AdoptionID     string // of the meeting
	OfficeOn       workday.Date
	OfficePaper    string // document number of its consent
	TeamOn         workday.Date
	TeamPaper      string
	IssuedOn       workday.Date
	DocumentNumber string
	AdoptionRefs   []Source
	ConsentRefs    []Source
	IssueRefs      []Source
	Based
}

// CommentCounts is how many comments on the plan were answered how.
type CommentCounts struct {
	Total, TakenUp, Partly, Refused, Open int
}

func (g *gatherer) plan() error {
	versions, err := store.PlanVersions.List(g.Tx, "WHERE inspection_id = ? ORDER BY number", g.i.ID)
	if err != nil {
		return err
	}
	f := &PlanFact{}
	if f.Title, err = store.PlanTitle(g.Tx, g.i.ID); err != nil {
		return err
	}
	for _, v := range versions {
		if made := workday.DateOf(v.CreatedAt, workday.Zone); made > g.CutOff {
			continue
		}
		if err := g.planVersion(f, v); err != nil {
			return err
		}
	}
	if f.Versions > 0 {
		g.Plan = f
	}
	return nil
}

func (g *gatherer) planVersion(f *PlanFact, v plan.Version) error {
	ref := refTo(store.PlanVersions, v.ID)
	if f.Versions == 0 {
		f.Drafted, f.DraftName = workday.DateOf(v.CreatedAt, workday.Zone), v.Name
	}
	f.Versions, f.Refs = f.Versions+1, append(f.Refs, ref)
	if g.until(v.IssuedOn) {
		if v.Title != f.Title {
			g.conflict(TwoPlanTitles, f.Refs, f.Title, v.Title)
		}
		f.IssuedOn, f.DocumentNumber, f.IssueRefs = v.IssuedOn, v.DocumentNumber, []Source{ref}
	}
	if err := g.countComments(f, v.ID); err != nil {
		return err
	}
	if err := g.approvals(f, v.ID); err != nil {
		return err
	}
	return g.consentPapers(f, v.ID)
}

// consentPapers finds under which numbers the bodies consented.
func (g *gatherer) consentPapers(f *PlanFact, versionID string) error {
	list, err := store.PlanOpinions.List(g.Tx, "WHERE version_id = ? AND verdict = ? AND on_day <= ? AND paper <> '' ORDER BY at, id",
		versionID, plan.Consents, g.CutOff)
	for _, o := range list {
		switch o.BodyKind {
		case plan.ConsentOffice:
			f.OfficePaper = o.Paper
		case plan.ConsentTeam:
			f.TeamPaper = o.Paper
		}
		f.ConsentRefs = append(f.ConsentRefs, refTo(store.PlanOpinions, o.ID))
	}
	return err
}

func (g *gatherer) countComments(f *PlanFact, versionID string) error {
	return g.Tx.Each(func(scan func(...any) error) error {
		var answer plan.Answer
		var n int
		if err := scan(&answer, &n); err != nil {
			return err
		}
		f.Comments.Total += n
		switch answer {
		case plan.TakenUp:
			f.Comments.TakenUp += n
		case plan.Partly:
			f.Comments.Partly += n
		case plan.Refused:
			f.Comments.Refused += n
		default:
			f.Comments.Open += n
		}
		return nil
	}, "SELECT answer, COUNT(*) FROM plan_comment WHERE version_id = ? AND held = '' GROUP BY answer", versionID)
}

func (g *gatherer) approvals(f *PlanFact, versionID string) error {
	list, err := store.PlanApprovals.List(g.Tx, "WHERE version_id = ? AND on_day <= ? ORDER BY at, id", versionID, g.CutOff)
	for _, a := range list {
		ref := refTo(store.PlanApprovals, a.ID)
		switch a.Kind {
		case plan.Adoption:
			f.AdoptedOn, f.AdoptionID, f.AdoptionRefs = a.On, a.MeetingID, []Source{ref}
			if f.AdoptedAt, err = g.meetingTitle(a.MeetingID); err != nil {
				return err
			}
			if a.MeetingID != "" {
				f.AdoptionRefs = append(f.AdoptionRefs, refTo(store.Meetings, a.MeetingID))
			}
		case plan.ConsentOffice:
			f.OfficeOn, f.ConsentRefs = a.On, append(f.ConsentRefs, ref)
		case plan.ConsentTeam:
			f.TeamOn, f.ConsentRefs = a.On, append(f.ConsentRefs, ref)
		}
	}
	return err
}

func (g *gatherer) meetingTitle(id string) (string, error) {
	if id == "" {
		return "", nil
	}
	m, err := store.Meetings.Get(g.Tx, id)
	return m.Title, err
}

// MeasureFacts is how many measures there are, and how the lead departments
// took them over.
type MeasureFacts struct {
	Total       int
	ByKind      map[work.MeasureKind]int
	Problems    int // that have measures
	Claimed     int
	Departments int // that claimed
	ClaimFrom   workday.Date
	ClaimUntil  workday.Date
}

func (g *gatherer) measures() error {
	m := &g.Measures
	m.ByKind = map[work.MeasureKind]int{}
	err := g.Tx.Each(func(scan func(...any) error) error {
		var kind work.MeasureKind
		var claim work.Claim
		var n int
		err := scan(&kind, &claim, &n)
		m.Total += n
		m.ByKind[kind] += n
		if claim == work.Claimed {
			m.Claimed += n
		}
		return err
	}, "SELECT kind, claim, COUNT(*) FROM measure WHERE inspection_id = ? AND "+isPlanned+" GROUP BY kind, claim", g.i.ID)
	if err != nil {
		return err
	}
	m.Problems, err = g.Tx.Count("SELECT COUNT(DISTINCT problem_id) FROM measure WHERE inspection_id = ? AND "+isPlanned, g.i.ID)
	if err != nil || m.Claimed == 0 {
		return err
	}
	var from, until int64
	err = g.Tx.QueryRow(`SELECT COUNT(DISTINCT lead_dept_id), MIN(claimed_at), MAX(claimed_at) FROM measure
		WHERE inspection_id = ? AND claim = ? AND `+isPlanned, g.i.ID, string(work.Claimed)).Scan(&m.Departments, &from, &until)
	m.ClaimFrom, m.ClaimUntil = dayOf(from), dayOf(until)
	return err
}
