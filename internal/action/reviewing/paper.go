package reviewing

import (
	"bihuan/internal/action"
	"bihuan/internal/action/carrying"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/plan"
	"bihuan/internal/domain/signing"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// checkPaper checks what an opinion says of its paper. The file may be absent.
func checkPaper(s *action.Step, checks *fault.Checks, op plan.Opinion) {
	checks.Max("review_paper", op.Paper, action.ShortText)
	action.CheckDate(checks, "review_paper_on", op.PaperOn)
	if op.PaperOn > s.Today {
		checks.Add("review_paper_on", "field.future")
	}
	if op.FileHash != "" && !signing.IsProof(op.FileMIME) {
		checks.Add("file", "sheet.not-a-scan")
	}
}

// withPaper is the opinion with its paper, where one was uploaded.
func withPaper(op plan.Opinion, f carrying.File) plan.Opinion {
	if f.Hash != "" {
		op.FileName, op.FileHash, op.FileSize, op.FileMIME = carrying.FileName(f.Name), f.Hash, f.Size, f.MIME
	}
	return op
}

// onOpinion is what commands on one body's opinion have in common.
type onOpinion struct {
	Review plan.Review `form:"-" json:"-"` // filled in
	before plan.Opinion
}

func (o *onOpinion) load(s *action.Step, id string) (t org.Target, err error) {
	o.before, o.Review, t, err = store.OpinionTarget(s.Tx, id, s.Actor)
	return t, err
}

// speaks is what those need who speak for the opinion's body.
func (o *onOpinion) speaks() org.Permission {
	if o.Review.Kind == plan.OfReport {
		return org.ReportDecide
	}
	return org.PlanConsent
}

// AddPaper adds the paper of an opinion that was given without it: a
// sealed letter often follows. It is added once, by the body itself.
type AddPaper struct {
	ID      string        `form:"-"`
	Version int           `form:"version"`
	Paper   string        `form:"review_paper"`
	PaperOn workday.Date  `form:"review_paper_on"`
	File    carrying.File `form:"-"`
	onOpinion
}

// Permission implements action.Command.
func (c *AddPaper) Permission() org.Permission { return c.speaks() }

// Target implements action.Command.
func (c *AddPaper) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command.
func (c *AddPaper) Run(s *action.Step) error {
	if err := c.before.MayAddPaper(s.Actor); err != nil {
		return err
	}
	after := withPaper(c.before, c.File)
	after.Version, after.Paper, after.PaperOn = c.Version, c.Paper, c.PaperOn
	var checks fault.Checks
	checks.Need("file", after.FileHash)
	checkPaper(s, &checks, after)
	if err := checks.Err(); err != nil {
		return err
	}
	return action.Save(s, store.PlanOpinions, c.before, &after)
}

// TakePaper hands the paper of an opinion out to those who may read the
// opinion; the taking is recorded.
type TakePaper struct {
	ID string

	Opinion plan.Opinion `json:"-"` // filled in
	onOpinion
}

// Permission implements action.Command.
func (c *TakePaper) Permission() org.Permission {
	if c.Review.Kind == plan.OfReport {
		return org.SeePapers
	}
	return org.SeePlan
}

// Target implements action.Command.
func (c *TakePaper) Target(s *action.Step) (org.Target, error) { return c.load(s, c.ID) }

// Run implements action.Command.
func (c *TakePaper) Run(s *action.Step) error {
	if c.before.FileHash == "" || !c.Review.Shows(c.before, s.Actor, s.Actor.Belongs(c.before.OrgID)) {
		return fault.New(fault.NotFound, "fault.not-found")
	}
	c.Opinion = c.before
	s.Note("%s", c.before.FileName)
	return nil
}
