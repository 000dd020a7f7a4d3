package inspection

import (
	"crypto/sha256"
	"encoding/hex"

	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
)

// ReportKinds lists the kinds.
func ReportKinds() []ReportKind { return []ReportKind{HeadReport, ProgressReport} }

// Composed is a paper as it was composed from the records, before it is kept.
type Composed struct {
	Title   string
	Body    []byte   // the neutral document as JSON
	Data    []byte   // the records that its figures counted, as JSON
	Missing []string // places for which there is no record
}

// BodyHash binds a report to its content: SHA-256, hex, of its text with the
// records that it counted, where it has any.
func BodyHash(body []byte, data ...byte) string {
	if Written(data) {
		body = append(append([]byte{}, body...), data...)
	}
	sum := sha256.Sum256(body)
	return hex.EncodeToString(sum[:])
}

// Written reports whether a kept text is there: JSON's null is none.
func Written(text []byte) bool { return len(text) > 0 && string(text) != "null" }

// HasText reports whether there is a text: one that was brought in as a file
// may have none.
func (r Report) HasText() bool { return Written(r.Body) }

// Edited reports whether people changed the text after it was composed.
func (r Report) Edited() bool { return Written(r.Base) }

// Composition is the text as it was composed.
func (r Report) Composition() []byte {
	if r.Edited() {
		return r.Base
	}
	return r.Body
}

// Imported reports whether it was written elsewhere.
func (r Report) Imported() bool { return r.FileHash != "" }

// Writes takes a new text for a draft.
func (r *Report) Writes(c Composed) {
	r.Body, r.Missing = c.Body, c.Missing
	if c.Data != nil {
		r.Data = c.Data
	}
	r.Hash = BodyHash(r.Body, r.Data...)
}

// CheckWriting says why the text cannot be changed: it is no draft.
func (r Report) CheckWriting() error {
	if r.State != ReportDraft {
		return fault.New(fault.Conflict, "report.not-draft")
	}
	return nil
}

// Shared reports whether the paper ever left the organisation: a draft is seen
// inside only.
func (r Report) Shared() bool { return r.SubmittedOn != "" }

// Intact reports whether the body is the one that was frozen.
func (r Report) Intact() bool { return BodyHash(r.Body, r.Data...) == r.Hash }

// CheckCutOff notes a cut-off that is no day, lies ahead, or comes before the
// feedback. An empty one stands for today.
func CheckCutOff(c *fault.Checks, cutOff, feedback, today workday.Date) {
	workday.Check(c, "cut_off", cutOff)
	switch {
	case !cutOff.Valid():
	case cutOff > today:
		c.Add("cut_off", "report.cut-off.ahead", string(today))
	case feedback != "" && cutOff < feedback:
		c.Add("cut_off", "report.cut-off.before", string(feedback))
	}
}

// CheckSubmission says why the report cannot go up: it is no draft, or places
// in it are marked as missing.
func (r Report) CheckSubmission() error {
	switch {
	case r.State != ReportDraft:
		return fault.New(fault.Conflict, "report.not-draft")
	case len(r.Missing) > 0:
		return fault.New(fault.Invalid, "report.missing", len(r.Missing))
	}
	return nil
}

// CheckReview says why bodies cannot speak to the report: it is in no joint
// review.
func (r Report) CheckReview() error {
	if r.State != ReportSubmitted {
		return fault.New(fault.Conflict, "report.not-submitted")
	}
	return nil
}
