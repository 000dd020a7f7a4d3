package plan

import (
	"slices"
	"time"

	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
)

// Subject is what a joint review is of.
type Subject string

// The subjects, by the noun of the record.
const (
	OfPlan   Subject = "plan_version"
	OfReport Subject = "report"
)

// Review is one submission of a version of the plan, or of a report, to the
// bodies that review it jointly (会审). Which bodies, and whether they grade, is
// fixed when it is submitted.
type Review struct {
	ID            string
	OrgID         string
	InspectionID  string
	Kind          Subject // what is reviewed
	VersionID     string  // of the plan, or the report
	Number        int     // of the submission, from 1 within the inspection and subject
	Bodies        []Body
	Grades        bool // each problem can be graded 好, 中 or 差
	Due           workday.Date
	SubmittedOn   workday.Date
	SubmittedBy   string
	SubmittedName string
	Result        Verdict // empty while the bodies review
	Overall       string  // the merged opinion of a return
	DecidedOn     workday.Date
	DecidedBy     string
	DecidedName   string
	Version       int
}

// Verdict is what a body, or all of them together, say to a version.
type Verdict string

// The verdicts.
const (
	Consents Verdict = "consent"
	Returns  Verdict = "return"
)

// Grade is how well a body thinks a problem is planned for.
type Grade string

// The grades.
const (
	Good   Grade = "good"   // 好
	Medium Grade = "medium" // 中
	Poor   Grade = "poor"   // 差
)

// Grades lists the grades, the best first.
func Grades() []Grade { return []Grade{Good, Medium, Poor} }

// Opinion is what one body says in a review, bound to the content that it saw.
type Opinion struct {
	ID        string
	OrgID     string
	ReviewID  string
	VersionID string // of the plan, or the report
	BodyKind  ApprovalKind
	BodyID    string
	BodyName  string
	Verdict   Verdict
	Overall   string
	Hash      string
	Paper     string // document number of the paper, or where it lies
	PaperOn   workday.Date
	FileName  string // the paper itself, once it was uploaded
	FileHash  string // SHA-256, hex; empty before
	FileSize  int64
	FileMIME  string
	Grades    map[string]Grade // by problem
	On        workday.Date
	By        string // account
	Name      string
	At        time.Time
	// WithdrawnOn: the body took it back, for WithdrawnWhy, before there was a
	// result. It counts no more.
	WithdrawnOn  workday.Date
	WithdrawnWhy string
	Version      int
}

// Standing are the opinions that were not taken back.
func Standing(all []Opinion) []Opinion {
	return slices.DeleteFunc(slices.Clone(all), func(o Opinion) bool { return o.WithdrawnOn != "" })
}

// HasPaper reports whether the record says anything of a paper.
func (o Opinion) HasPaper() bool { return o.Paper != "" || o.PaperOn != "" || o.FileHash != "" }

// Body is the body whose opinion it is.
func (o Opinion) Body() Body { return Body{Kind: o.BodyKind, ID: o.BodyID, Name: o.BodyName} }

// MayAddPaper says whether somebody can add the paper of the opinion: once, and
// for a body to which he belongs.
func (o Opinion) MayAddPaper(by org.Actor) error {
	switch {
	case len(Speaks(by, []Body{o.Body()})) == 0:
		return fault.New(fault.Denied, "plan.not-your-body")
	case o.FileHash != "":
		return fault.New(fault.Conflict, "review.paper.there")
	}
	return nil
}

// MayWithdraw says whether somebody can take the opinion back: for a body to
// which he belongs, while the review runs. The consent to a plan stands: it is
// an approval.
func (r Review) MayWithdraw(o Opinion, by org.Actor) error {
	switch {
	case len(Speaks(by, []Body{o.Body()})) == 0:
		return fault.New(fault.Denied, "plan.not-your-body")
	case r.Result != "":
		return fault.New(fault.Conflict, "review.over")
	case o.WithdrawnOn != "":
		return fault.New(fault.Conflict, "review.withdrawn-already")
	case r.Kind == OfPlan && o.Verdict == Consents:
		return fault.New(fault.Conflict, "review.consent-stands")
	}
	return nil
}

// Shows reports whether an opinion is for the eyes of somebody: its body's, the
// inspection office's, and, once there is a result, the organisation's.
func (r Review) Shows(o Opinion, to org.Actor, inside bool) bool {
	if inside {
		return r.Result != ""
	}
	return slices.ContainsFunc(Speaks(to, r.Bodies), func(b Body) bool { return b.ID == o.BodyID || b.Kind == ConsentOffice })
}

// How a comment of an opinion stands until the bodies' result.
const (
	HeldBack  = "held"      // only the body and the inspection office see it
	LeftOut   = "left"      // the merged result did not take it up
	TakenBack = "withdrawn" // with the opinion that it was part of
)

// Agreed reports whether every body consents.
func (r Review) Agreed(given []Opinion) bool {
	return len(r.Awaits(given)) == 0 && !slices.ContainsFunc(given, func(o Opinion) bool { return o.Verdict != Consents })
}

// Awaits lists the bodies that have given no opinion.
func (r Review) Awaits(given []Opinion) []Body {
	return slices.DeleteFunc(slices.Clone(r.Bodies), func(b Body) bool {
		return slices.ContainsFunc(given, func(o Opinion) bool { return o.BodyID == b.ID })
	})
}

// MayGive says whether a body can give its opinion: once, while the review runs.
func (r Review) MayGive(b Body, given []Opinion) error {
	switch {
	case r.Result != "":
		return fault.New(fault.Conflict, "review.over")
	case slices.ContainsFunc(given, func(o Opinion) bool { return o.BodyID == b.ID }):
		return fault.New(fault.Conflict, "plan.consented")
	}
	return nil
}

// MayMerge says whether the opinions can be merged into a return on a day: some
// body wants it, and all have spoken or had their time.
func (r Review) MayMerge(given []Opinion, today workday.Date) error {
	left := len(r.Awaits(given))
	switch {
	case r.Result != "":
		return fault.New(fault.Conflict, "review.over")
	case !slices.ContainsFunc(given, func(o Opinion) bool { return o.Verdict == Returns }):
		return fault.New(fault.Conflict, "review.no-return")
	case left > 0 && (r.Due == "" || today <= r.Due):
		return fault.New(fault.Conflict, "review.waits", left, r.Due)
	}
	return nil
}
