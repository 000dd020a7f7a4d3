package templates

import (
	"bihuan/internal/domain/work"
	"bihuan/internal/query"
	"bihuan/internal/web/ui"
)

// verdictParts are the verdicts as parts of one bar.
func verdictParts(p ui.Page, list string, c query.Counts) []ui.Part {
	var out []ui.Part
	for _, v := range work.Verdicts() {
		if n := c.ByVerdict[v]; n > 0 {
			out = append(out, ui.Part{Label: p.T("verdict." + string(v)), Count: n, Kind: verdictKinds[v], Href: list + "verdict=" + string(v)})
		}
	}
	return out
}

// cutLink is the problem list narrowed to one part of a cut.
func cutLink(base, filter, id, more string) string {
	if id == "" {
		id = query.None
	}
	if filter == "department" {
		more += "&part=" + query.PartLead
	}
	return base + "/problems?" + filter + "=" + id + more
}

func labelOr(label, otherwise string) string {
	if label == "" {
		return otherwise
	}
	return label
}

// stageSpans are the stages against their deadlines.
func stageSpans(p ui.Page, base string, o query.Overview) []ui.StageSpan {
	var out []ui.StageSpan
	for _, s := range o.Stages {
		out = append(out, ui.StageSpan{Name: p.T("stage." + s.Code), From: string(o.Inspection.FeedbackOn), Due: string(s.Due),
			Begun: string(o.Inspection.FeedbackOn), Done: string(s.Done), State: ui.StageState(s.State), Href: base + StageHref[s.Code]})
	}
	return out
}

// StageHref is where a stage leads, below the inspection.
var StageHref = map[string]string{
	query.StageFeedback: "/feedback", query.StagePlan: "/plan", query.StageCarrying: "/problems",
	query.StageLife: "/life-meetings", query.StageClosing: "/signoffs", query.StageReport: "/reports",
	query.StagePublication: "/publication", query.StageEvaluation: "/evaluations",
}

func today(o query.Overview) string { return string(o.Today) }
