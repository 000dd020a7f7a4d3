package party

import (
	"slices"

	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
)

// PaperOutcome is what the reviewer said of a version of a paper.
type PaperOutcome string

// The outcomes; empty while the reviewer has not spoken.
const (
	PaperReturned PaperOutcome = "returned" // 退回修改
	PaperAccepted PaperOutcome = "accepted" // 审核通过
)

// SelfVersion is one version of a self-examination paper as it was written.
type SelfVersion struct {
	ID            string
	OrgID         string
	LifeMeetingID string
	SelfPaperID   string
	Seq           int // from 1
	Text          string
	FileName      string
	FileHash      string
	FileMIME      string
	FileSize      int64
	ByID          string // person who wrote it down
	On            workday.Date
	Outcome       PaperOutcome
	Remark        string // the reviewer's remarks
	ReviewedOn    workday.Date
	Version       int
}

// Readers are the people who may read the paper: its author (of the body's
// paper every leader), its reviewer, the head, and those named.
func (p SelfPaper) Readers(leaders []string, head string) []string {
	if p.PersonID != "" {
		leaders = []string{p.PersonID}
	}
	return slices.Concat(leaders, []string{head, p.ReviewedBy}, p.Circle)
}

// MayWrite reports whether the person writes versions of the paper: its author,
// of the body's paper anybody of the leading body, and those named for it.
func (p SelfPaper) MayWrite(person string, leaders []string) bool {
	if person == "" {
		return false
	}
	if slices.Contains(p.Circle, person) || person == p.PersonID {
		return true
	}
	return p.PersonID == "" && slices.Contains(leaders, person)
}

// Written is the paper after another version: a review of an earlier one holds
// for that one only.
func (p SelfPaper) Written(v *SelfVersion, last SelfVersion) SelfPaper {
	v.Seq = last.Seq + 1
	p.Revisions, p.ReviewedOn = last.Seq, ""
	return p
}

// Review is the paper and its latest version after the reviewer spoke. Who
// wrote the version does not review it.
func (p SelfPaper) Review(v SelfVersion, person string, outcome PaperOutcome, remark string, today workday.Date) (SelfPaper, SelfVersion, error) {
	var c fault.Checks
	known(&c, "outcome", outcome, []PaperOutcome{PaperReturned, PaperAccepted})
	c.Max("remark", remark, fault.LongText)
	if outcome == PaperReturned {
		c.Need("remark", remark)
	}
	switch {
	case person == "" || person != p.ReviewedBy:
		return p, v, fault.New(fault.Denied, "party.self.not-reviewer")
	case person == v.ByID || person == p.PersonID:
		return p, v, fault.New(fault.Denied, "party.paper.own")
	case v.Outcome != "":
		return p, v, fault.New(fault.Conflict, "party.self.reviewed")
	}
	v.Outcome, v.Remark, v.ReviewedOn = outcome, remark, today
	if outcome == PaperAccepted {
		p.ReviewedOn = today
	}
	return p, v, c.Err()
}
