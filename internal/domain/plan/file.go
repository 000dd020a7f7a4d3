package plan

import (
	"slices"

	"bihuan/internal/fault"
)

// Act is something that is done to a version.
type Act string

// The acts.
const (
	DoComments Act = "comments" // open the comment round
	DoShare    Act = "share"    // send it to the inspection office and the team
	DoAdopt    Act = "adopt"    // by a meeting of the Party group
	DoConsent  Act = "consent"  // by the bodies that review jointly
	DoReturn   Act = "return"   // by one of them
	DoIssue    Act = "issue"
	DoClaim    Act = "claim" // by the departments
)

// from says in which states each act is done.
var from = map[Act][]State{
	DoComments: {Draft, Comments},
	DoShare:    {Draft, Comments, Adopted},
	DoAdopt:    {Draft, Comments},
	DoConsent:  {Adopted},
	DoReturn:   {Adopted, Consented},
	DoIssue:    {Consented},
	DoClaim:    {Issued, Claimed},
}

// Body is one whose consent the plan needs.
type Body struct {
	Kind ApprovalKind // ConsentOffice, ConsentTeam or ConsentBody
	ID   string       // organisation or team
	Name string
}

// File is a version with all that decides what may be done to it.
type File struct {
	Version   Version
	Approvals []Approval
	Bodies    []Body
	Latest    bool   // there is no newer version
	Commented bool   // a comment round was held on it or on an earlier version
	Open      int    // comments on it or on earlier versions without an answer
	Live      string // hash of the records as they stand now
}

// Changed reports whether the records differ from what the version says, so
// that its approvals do not cover them.
func (f File) Changed() bool { return f.Live != f.Version.Hash }

// Sound reports whether the snapshot is what was hashed.
func (f File) Sound() bool { return HashOf(f.Version.Snapshot) == f.Version.Hash }

// May says whether the act can be done now, or a fault that tells why not.
func (f File) May(a Act) error {
	switch {
	case !f.Latest:
		return fault.New(fault.Conflict, "plan.superseded")
	case !slices.Contains(from[a], f.Version.State):
		return fault.New(fault.Conflict, "plan.not-now."+string(a))
	case !f.Sound():
		return fault.New(fault.Conflict, "plan.damaged")
	}
	switch a {
	case DoShare:
		return f.mayShare()
	case DoAdopt:
		return f.mayAdopt()
	case DoConsent, DoReturn:
		return f.mayReview()
	case DoIssue:
		return f.mayIssue()
	}
	return nil
}

func (f File) mayShare() error {
	if f.Version.SharedOn != "" {
		return fault.New(fault.Conflict, "plan.shared")
	}
	return nil
}

func (f File) mayAdopt() error {
	switch {
	case !f.Commented:
		return fault.New(fault.Conflict, "plan.no-comments")
	case f.Open > 0:
		return fault.New(fault.Conflict, "plan.open-comments", f.Open)
	case f.Changed():
		return fault.New(fault.Conflict, "plan.changed")
	}
	return nil
}

func (f File) mayReview() error {
	if f.Version.SharedOn == "" {
		return fault.New(fault.Conflict, "plan.not-shared")
	}
	return nil
}

func (f File) mayIssue() error {
	if f.Changed() {
		return fault.New(fault.Conflict, "plan.changed")
	}
	if !f.covers(Adoption, "") || len(f.Awaited()) > 0 {
		return fault.New(fault.Conflict, "plan.not-approved")
	}
	return nil
}

// covers reports whether there is an approval of the kind by the body that is
// bound to what the version says.
func (f File) covers(kind ApprovalKind, body string) bool {
	return slices.ContainsFunc(f.Approvals, func(a Approval) bool {
		return a.Kind == kind && a.BodyID == body && a.Hash == f.Version.Hash && a.VersionID == f.Version.ID
	})
}

// Awaited lists the bodies that have not consented yet.
func (f File) Awaited() []Body {
	var out []Body
	for _, b := range f.Bodies {
		if !f.covers(b.Kind, b.ID) {
			out = append(out, b)
		}
	}
	return out
}

// MayConsent is May for the consent of one body, once.
func (f File) MayConsent(b Body) error {
	if err := f.May(DoConsent); err != nil {
		return err
	}
	if f.covers(b.Kind, b.ID) {
		return fault.New(fault.Conflict, "plan.consented")
	}
	return nil
}

// MayRemark says whether somebody can comment without a comment round: those
// outside from the sharing to the consent.
func (f File) MayRemark(inside bool) error {
	switch {
	case !f.Latest:
		return fault.New(fault.Conflict, "plan.superseded")
	case inside || f.Version.SharedOn == "" || f.Version.State != Adopted:
		return fault.New(fault.Conflict, "plan.not-now.comment")
	}
	return nil
}

// MayAnswer says whether a comment can still be answered: until the issue.
func (f File) MayAnswer() error {
	if f.Version.State == Issued || f.Version.State == Claimed {
		return fault.New(fault.Conflict, "plan.not-now.answer")
	}
	return nil
}

// With is the file after an approval, with the state that follows from it.
func (f File) With(a Approval) File {
	f.Approvals = append(slices.Clone(f.Approvals), a)
	switch a.Kind {
	case Adoption:
		f.Version.State = Adopted
	case Return:
		f.Version.State = Returned
	case Issue:
		f.Version.State = Issued
	default:
		if len(f.Awaited()) == 0 {
			f.Version.State = Consented
		}
	}
	return f
}
