package paper

import (
	"embed"
	"strings"

	"bihuan/internal/domain/inspection"
)

// shipped are the outlines with which the product comes, by kind of paper.
//
//go:embed outlines
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

	signInOutline      = string(inspection.SignInSheet)
	regulationsOutline = string(inspection.RegulationList)
	ledgerOutline      = string(inspection.LedgerPaper)
	commentsOutline    = "comments"
	signoffOutline     = "signoff"
	extensionOutline   = "extension"
	handOverOutline    = "handover"
	sheetOutline       = "sheet"
	surveyOutline      = "survey"
	evaluationOutline  = "evaluation"
	evaluationsOutline = "evaluations"
	checkSheetOutline  = "checksheet"

	requestOutline    = string(inspection.LifeRequest)
	lifePlanOutline   = string(inspection.LifePlan)
	lifeReportOutline = string(inspection.LifeReport)
)

// outlineKind is a kind of paper that is written from an outline.
type outlineKind struct {
	code  string
	words []func() vocabulary // what its outline may speak of
	trial trial               // how an outline of it is tried
	// sections are words that stand for whole sections of the shipped outline,
	// by the file that holds their lines.
	sections map[string]string
}

// outlineKinds is the table of all of them, in the order in which
// rectification needs them.
func outlineKinds() []outlineKind {
	general := []func() vocabulary{bodyWords, recordWords, heldWords}
	with := func(own ...func() vocabulary) []func() vocabulary {
		return append(general[:len(general):len(general)], own...)
	}
	return append([]outlineKind{
		{headOutline, with(reportWords, headWords), ofReport(), headSections()},
		{progressOutline, with(reportWords, progressWords), ofReport(), progressSections()},
		{immediateOutline, with(immediateWords), ofImmediate(), nil},
		{groupOutline, with(feedbackWords, groupWords), ofInspection(), map[string]string{"成立缘由": "founding", "工作职责": "duties"}},
		{planOutline, with(planWords, targetWords, taskWords), ofPlanPaper(), nil},
		{meetingNoticeOutline, with(meetingPaperWords), ofMeeting(), nil},
		{minutesOutline, with(meetingPaperWords), ofMeeting(), nil},
		{requestOutline, with(lifeWords, lifeRequestWords), ofInspection(), map[string]string{"会议主题": "theme"}},
		{lifePlanOutline, with(lifeWords, lifePlanWords), ofInspection(), map[string]string{"召开依据": "consent", "会议主题": "theme"}},
		{lifeReportOutline, with(lifeWords, lifeReportWords), ofInspection(), map[string]string{"召开依据": "held", "会前准备情况": "prepared"}},
		{circularOutline, with(publishingWords), ofAccepted(), nil},
		{publicOutline, with(publishingWords), ofAccepted(), nil},
		{letterOutline, []func() vocabulary{letterWords}, ofLetter(), nil},
		{roundOutline, []func() vocabulary{roundWords}, trial{write: writeRound}, nil},
	}, formKinds(with)...)
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
	text := shippedText(kind)
	for name, file := range kindOf(kind).sections {
		text = strings.Replace(text, "{"+name+"}\n", shippedText(kind+"/"+file), 1)
	}
	return text
}

func shippedText(file string) string {
	text, err := shipped.ReadFile("outlines/" + file + ".txt")
	if err != nil {
		return ""
	}
	return string(text)
}
