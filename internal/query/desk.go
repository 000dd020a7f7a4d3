package query

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/store"
)

// The groups of my desk, in their order: what waits for me first, then what
// presses.
const (
	DeskSeal     = "seal"     // feedback papers to confirm
	DeskReply    = "reply"    // immediate matters to reply to
	DeskLetter   = "letter"   // letters to receive, answer, approve or settle
	DeskInvited  = "invited"  // comment rounds that ask me
	DeskComments = "comments" // comments on the plan to answer
	DeskApprove  = "approve"  // plans, reports and papers that wait for my yes
	DeskSignoff  = "signoff"  // sign-off steps that are mine
	DeskExtend   = "extend"   // extension requests to decide
	DeskPublish  = "publish"  // circular and public version to prepare or publish
	DeskHeard    = "heard"    // opinions about the public version to assign or answer
	DeskEvaluate = "evaluate" // evaluations that wait for my house
	DeskMeeting  = "meeting"  // meetings to which I am invited
	DeskMinutes  = "minutes"  // minutes that wait for my approval
	DeskResolve  = "resolve"  // resolutions of meetings that are mine to carry out
	DeskRegulate = "regulate" // regulations to be looked at again
	DeskHelp     = "help"     // difficulties in which I must help
	DeskReturned = "returned" // my applications that came back
	// DeskReportBack are reports that the joint review returned.
	DeskReportBack = "report-back"
	DeskClaim      = "claim"    // issued tasks to claim
	DeskAsked      = "asked"    // questions of departments to answer
	DeskAmend      = "amend"    // changes after the issue to decide
	DeskChase      = "chase"    // departments that have not claimed
	DeskTalk       = "talk"     // records of talks that I have to confirm
	DeskOpinion    = "opinion"  // opinions that are asked for before a life meeting
	DeskHandOver   = "handover" // hand-overs to confirm
	DeskLeaving    = "leaving"  // people who should hand over
	DeskLate       = "late"     // overdue
	DeskSoon       = "soon"     // coming due
	DeskReport     = "report"   // measures to report on in this period
	DeskFollow     = "follow"   // follow-ups to answer, and whether to end one
)

// DeskItem is one thing that waits.
type DeskItem struct {
	Title string
	Note  string // number, department, who asked
	Href  string
	Due   Due
	Org   string // short name, for those who see several organisations
}

// DeskGroup is things of one kind. Total may be larger than the items shown.
type DeskGroup struct {
	Code  string
	Items []DeskItem
	Total int
}

// Desk is what waits for one person.
type Desk struct {
	Groups []DeskGroup
	Total  int
	// Inspections are those that the person works on.
	Inspections []InspectionRow
	// Delegations that hold today or later: what the person lets others do, and
	// what others let him do. They do not wait.
	Given, Received []DelegationRow
}

// deskShown bounds the items shown of one group.
const deskShown = 30

// MyDesk gathers what waits for the caller over all inspections in his scope.
func MyDesk(v *View, _ struct{}) (Desk, error) {
	b := deskBuilder{View: v, groups: map[string]*DeskGroup{}}
	all, err := store.Inspections.List(v.Tx, "ORDER BY feedback_on DESC, id")
	if err != nil {
		return Desk{}, err
	}
	for _, i := range all {
		t := store.TargetOf(i)
		if !v.Can(org.SeeInspection, t) {
			continue
		}
		if err := b.inspection(i, t); err != nil {
			return Desk{}, err
		}
	}
	d := b.desk()
	if d.Given, err = v.delegationsAhead("from_account"); err != nil {
		return d, err
	}
	d.Received, err = v.delegationsAhead("to_account")
	return d, err
}

// deskBuilder fills the groups, inspection by inspection.
type deskBuilder struct {
	*View
	groups map[string]*DeskGroup
	rows   []InspectionRow
	short  string // short name of the organisation at hand
}

func (b *deskBuilder) add(code string, item DeskItem) {
	g := b.groups[code]
	if g == nil {
		g = &DeskGroup{Code: code}
		b.groups[code] = g
	}
	g.Total++
	if len(g.Items) < deskShown {
		item.Org = b.short
		g.Items = append(g.Items, item)
	}
}

func (b *deskBuilder) inspection(i inspection.Inspection, t org.Target) error {
	o, err := store.Organisations.Get(b.Tx, i.OrgID)
	if err != nil {
		return err
	}
	b.short = o.ShortName
	row, err := b.inspectionRow(i)
	if err != nil {
		return err
	}
	b.rows = append(b.rows, row)
	for _, part := range []func(inspection.Inspection, org.Target) error{
		b.seals, b.replies, b.letters, b.invited, b.plans, b.reports, b.papers, b.publishing, b.heard, b.signoffs, b.extensions, b.evaluations, b.meetings, b.regulations, b.helps, b.afterIssue, b.handOvers, b.talks, b.opinions, b.tasks, b.dueReports, b.follows} {
		if err := part(i, t); err != nil {
			return err
		}
	}
	return nil
}

func (b *deskBuilder) desk() Desk {
	d := Desk{Inspections: b.rows}
	for _, code := range []string{DeskSeal, DeskReply, DeskLetter, DeskInvited, DeskComments, DeskApprove, DeskReportBack, DeskSignoff, DeskExtend, DeskPublish, DeskHeard, DeskEvaluate, DeskMinutes, DeskMeeting, DeskResolve, DeskRegulate, DeskHelp, DeskReturned,
		DeskClaim, DeskAsked, DeskAmend, DeskChase, DeskTalk, DeskOpinion, DeskHandOver, DeskLeaving, DeskLate, DeskSoon, DeskReport, DeskFollow} {
		if g := b.groups[code]; g != nil {
			d.Groups = append(d.Groups, *g)
			d.Total += g.Total
		}
	}
	return d
}
