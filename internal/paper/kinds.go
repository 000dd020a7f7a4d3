package paper

import (
	"embed"

	"bihuan/internal/domain/inspection"
)

// shipped are the outlines with which the product comes, by kind of paper.
//
//go:embed outlines/*.txt
var shipped embed.FS

// The kinds of papers that are written from outlines.
const (
	headOutline     = string(inspection.HeadReport)
	progressOutline = string(inspection.ProgressReport)
	groupOutline    = string(inspection.GroupNotice)

	immediateOutline     = string(inspection.ImmediateNotice)
	meetingNoticeOutline = string(inspection.MeetingNotice)
	minutesOutline       = string(inspection.Minutes)
	letterOutline        = "letter"
	roundOutline         = "round"
	planOutline          = "plan"

	circularOutline = string(inspection.Circular)
	publicOutline   = string(inspection.PublicVersion)

	requestOutline    = string(inspection.LifeRequest)
	lifePlanOutline   = string(inspection.LifePlan)
	lifeReportOutline = string(inspection.LifeReport)
)

// outlineKind is a kind of paper that is written from an outline.
type outlineKind struct {
	code  string
	words []func() vocabulary // what its outline may speak of
	trial trial               // how an outline of it is tried
}

// outlineKinds is the table of all of them, in the order in which
// rectification needs them.
func outlineKinds() []outlineKind {
	general := []func() vocabulary{bodyWords, recordWords}
	with := func(own ...func() vocabulary) []func() vocabulary {
		return append(general[:len(general):len(general)], own...)
	}
	return []outlineKind{
		{headOutline, with(headWords), ofReport()},
		{progressOutline, with(progressWords), ofReport()},
		{immediateOutline, with(immediateWords), ofImmediate()},
		{groupOutline, with(groupWords), ofInspection()},
		{planOutline, with(planWords, targetWords, taskWords), ofPlan()},
		{meetingNoticeOutline, with(meetingPaperWords), ofMeeting()},
		{minutesOutline, with(meetingPaperWords), ofMeeting()},
		{requestOutline, with(lifeRequestWords), ofInspection()},
		{lifePlanOutline, with(lifePlanWords), ofInspection()},
		{lifeReportOutline, with(lifeReportWords), ofInspection()},
		{circularOutline, with(publishingWords), ofAccepted()},
		{publicOutline, with(publishingWords), ofAccepted()},
		{letterOutline, []func() vocabulary{letterWords}, ofLetter()},
		{roundOutline, []func() vocabulary{roundWords}, trial{write: writeRound}},
	}
}

func kindOf(code string) outlineKind {
	for _, k := range outlineKinds() {
		if k.code == code {
			return k
		}
	}
	return outlineKind{}
}

// OutlineKinds lists the papers that are written from outlines.
func OutlineKinds() []string {
	var out []string
	for _, k := range outlineKinds() {
		out = append(out, k.code)
	}
	return out
}

// Shipped is the outline with which the product comes for a kind of paper;
// empty for one that is not written from an outline.
func Shipped(kind string) string {
	text, err := shipped.ReadFile("outlines/" + kind + ".txt")
	if err != nil {
		return ""
	}
	return string(text)
}
