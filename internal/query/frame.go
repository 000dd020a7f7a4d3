package query

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/party"
	"bihuan/internal/domain/workday"
	"bihuan/internal/store"
)

// The stages of the bar above every page of an inspection.
const (
	StageFeedback    = "feedback"
	StagePlan        = "plan"
	StageCarrying    = "carrying"
	StageLife        = "life-meeting"
	StageClosing     = "closing"
	StageReport      = "report"
	StagePublication = "publication"
	StageEvaluation  = "evaluation"
)

// States of a stage.
const (
	StageDone    = "done"
	StageNow     = "now"
	StageLate    = "late"
	StageWaiting = "waiting"
)

// Stage is one stage: how far it is, and when it was done or is due.
type Stage struct {
	Code  string
	State string
	Date  workday.Date // done on, or due
	Due   workday.Date
	Done  workday.Date
}

// Frame is what stands around every page of one inspection.
type Frame struct {
	ID           string
	OrgID        string
	Title        string
	Organisation string
	Round        string
	Team         string
	FeedbackOn   workday.Date
	Stages       []Stage
	Inside       bool // the caller belongs to the organisation
	SeesDetail   bool
	SeesPlan     bool
	SeesParty    bool
	SeesTalks    bool
	SeesPapers   bool
	SeesResult   bool // evaluations
	SeesSurvey   bool
	SeesPeople   bool
	SeesLetters  bool
	// What is told of the accepted report, and what came in about it.
	SeesPublication bool
	SeesOpinions    bool
	MayImport       bool // ledgers and plans
}

// Note is the line under the inspection's name.
func (f Frame) Note(t func(string, ...any) string) string {
	if f.FeedbackOn == "" {
		return t("frame.note.before", f.Round, f.Team)
	}
	return t("frame.note", f.Round, f.Team, f.FeedbackOn)
}

// FrameOf gives the frame of an inspection that the caller may see.
func FrameOf(v *View, id string) (Frame, error) {
	i, t, err := v.Inspection(id, org.SeeInspection)
	if err != nil {
		return Frame{}, err
	}
	f := Frame{ID: i.ID, OrgID: i.OrgID, Title: i.Title, FeedbackOn: i.FeedbackOn,
		Inside: v.Inside(t), SeesDetail: v.Can(org.SeeDetail, t), SeesPlan: v.Can(org.SeePlan, t), SeesParty: v.Can(org.SeeParty, t),
		SeesTalks: v.Can(org.SeeTalks, t), SeesPapers: v.Can(org.SeePapers, t), SeesPeople: v.Can(org.SeePeople, t),
		SeesResult: v.Can(org.SeeEvaluation, t), SeesSurvey: v.Can(org.SeeSurvey, t)}
	o, err := store.Organisations.Get(v.Tx, i.OrgID)
	if err != nil {
		return Frame{}, err
	}
	round, err := v.round(i.RoundID)
	if err != nil {
		return Frame{}, err
	}
	team, err := store.Teams.Get(v.Tx, i.TeamID)
	if err != nil {
		return Frame{}, err
	}
	f.SeesPublication, f.SeesOpinions = v.Can(org.PublicationSee, t), v.seesSomeOpinion(t)
	f.MayImport, f.SeesLetters = v.Can(org.LedgerImport, t), v.Can(org.LetterSee, t)
	f.Organisation, f.Round, f.Team = o.Name, round.Name, team.Name
	f.Stages, err = v.stages(i, round)
	return f, err
}

// stages tells how far an inspection is, each stage against its deadline.
func (v *View) stages(i inspection.Inspection, round inspection.Round) ([]Stage, error) {
	done, err := v.stageDates(i)
	if err != nil {
		return nil, err
	}
	due := v.deadlines(i, round)
	codes := []struct {
		stage string
		rule  workday.Code
	}{
		{StageFeedback, ""}, {StagePlan, workday.Plan}, {StageCarrying, workday.PeriodEnd}, {StageLife, workday.LifeMeeting},
		{StageClosing, workday.PeriodEnd}, {StageReport, workday.Reports}, {StagePublication, workday.Publish}, {StageEvaluation, workday.Evaluate},
	}
	began, err := v.begun(i, done)
	if err != nil {
		return nil, err
	}
	var out []Stage
	for _, c := range codes {
		s := Stage{Code: c.stage, Due: due[c.rule].Date, Done: done[c.stage]}
		s.State, s.Date = stageState(s, began[c.stage], v.Today), s.Due
		if s.Done != "" {
			s.Date = s.Done
		}
		out = append(out, s)
	}
	return out, nil
}

// begun tells which stages have begun. Rectification begins with the feedback,
// not with the plan (即知即改); publication and evaluation follow the report.
func (v *View) begun(i inspection.Inspection, done map[string]workday.Date) (map[string]bool, error) {
	fed := done[StageFeedback] != ""
	out := map[string]bool{StageFeedback: true, StagePlan: fed, StageCarrying: fed, StageLife: fed,
		StagePublication: i.ReportedOn != "", StageEvaluation: i.ReportedOn != ""}
	for stage, table := range map[string]string{StageClosing: "application", StageReport: "report"} {
		n, err := v.Tx.Count("SELECT COUNT(*) FROM (SELECT 1 FROM "+table+" WHERE inspection_id = ? LIMIT 1) AS o", i.ID)
		if err != nil {
			return nil, err
		}
		out[stage] = n > 0
	}
	return out, nil
}

func stageState(s Stage, began bool, today workday.Date) string {
	switch {
	case s.Done != "":
		return StageDone
	case s.Due != "" && s.Due < today:
		return StageLate
	case began:
		return StageNow
	}
	return StageWaiting
}

// stageDates finds the day on which each stage was finished, from the records.
func (v *View) stageDates(i inspection.Inspection) (map[string]workday.Date, error) {
	out := map[string]workday.Date{StageReport: i.ReportedOn, StagePublication: i.PublishedOn, StageEvaluation: i.EvaluatedOn}
	sealed, err := v.Tx.Count("SELECT COUNT(*) FROM feedback WHERE inspection_id = ? AND state = ?", i.ID, inspection.FeedbackConfirmed)
	if err != nil {
		return nil, err
	}
	if sealed > 0 {
		out[StageFeedback] = i.FeedbackOn
	}
	for stage, q := range map[string]struct {
		text string
		args []any
	}{
		StagePlan: {"SELECT COALESCE(MIN(issued_on), '') FROM plan_version WHERE inspection_id = ? AND issued_on <> ''", []any{i.ID}},
		StageLife: {"SELECT COALESCE(MIN(held_on), '') FROM life_meeting WHERE inspection_id = ? AND kind = ? AND held_on <> ''",
			[]any{i.ID, party.DemocraticLife}},
	} {
		var d workday.Date
		if err := v.Tx.QueryRow(q.text, q.args...).Scan(&d); err != nil {
			return nil, err
		}
		out[stage] = d
	}
	out[StageClosing], err = v.allClosed(i.ID)
	out[StageCarrying] = out[StageClosing]
	return out, err
}

// allClosed gives the day on which the last problem was signed off, "" while
// one is open or none is there.
func (v *View) allClosed(inspectionID string) (workday.Date, error) {
	open, err := v.Tx.Count("SELECT COUNT(*) FROM (SELECT 1 FROM problem WHERE inspection_id = ? AND closed_on = '' LIMIT 1) AS o", inspectionID)
	if err != nil || open > 0 {
		return "", err
	}
	var last workday.Date
	err = v.Tx.QueryRow("SELECT COALESCE(MAX(closed_on), '') FROM problem WHERE inspection_id = ?", inspectionID).Scan(&last)
	return last, err
}
