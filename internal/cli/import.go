package cli

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"bihuan/internal/action"
	"bihuan/internal/action/intake"
	"bihuan/internal/action/report"
	"bihuan/internal/blob"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/gongwen"
	"bihuan/internal/paper"
	"bihuan/internal/read"
	"bihuan/internal/server"
)

// importCommand brings a paper into the records of an inspection, after a
// person has seen what was read of it: a feedback paper becomes the proposal
// that is mended and confirmed in the browser, a report becomes a draft. A
// ledger or plan is compared with the problems, which --yes brings up to date.
type importCommand struct {
	place
	File       string `arg:"" help:"${import_file}"`
	Inspection string `required:"" help:"${report_inspection}" placeholder:"ID"`
	Yes        bool   `help:"${import_yes}"`
}

// Run implements the command.
func (i *importCommand) Run(c *console) (err error) {
	text, err := os.ReadFile(i.File)
	if err != nil {
		return fault.Because(err, fault.NotFound, "cli.parse.unreadable", i.File)
	}
	p, err := read.Parse(c.ctx, filepath.Base(i.File), bytes.NewReader(text), int64(len(text)), c.readOptions())
	if err != nil {
		return err
	}
	in, err := c.openAsTold(i.place)
	if err != nil {
		return err
	}
	defer func() { err = closing(err, in) }()
	found, o, err := c.findInspection(in, i.Inspection)
	if err != nil {
		return err
	}
	if err := (&parseCommand{}).show(c, p); err != nil {
		return err
	}
	if p.Kind == read.KindLedger || p.Kind == read.KindPlan {
		ready, err := c.hasProblems(in, found.ID)
		if err != nil {
			return err
		}
		if ready {
			return i.compare(c, in, found, text)
		}
	}
	c.say("cli.import.as."+string(p.Kind), filepath.Base(i.File), o.Name)
	if !i.Yes && !c.agrees() {
		c.say("cli.import.left")
		return nil
	}
	stored, err := in.Files.Put(c.ctx, bytes.NewReader(text), int64(len(text)))
	if err != nil {
		return err
	}
	return i.bring(c, in, found, p, stored)
}

// bring keeps the paper as what it is.
func (i *importCommand) bring(c *console, in *server.Installation, found inspection.Inspection, p *read.Paper, f blob.File) error {
	var cmd action.Command
	var role org.Role
	name := filepath.Base(i.File)
	switch p.Kind {
	case read.KindFeedback, read.KindLedger:
		proposal := intake.Proposal(p)
		proposal.FileName, proposal.FileHash, proposal.FileSize = name, f.Hash, f.Size
		cmd, role = &intake.ImportFeedback{InspectionID: found.ID, Paper: proposal}, org.RoleOffice
	case read.KindReport:
		body, err := gongwen.Encode(paper.Imported(p))
		if err != nil {
			return err
		}
		cmd, role = &report.Import{InspectionID: found.ID, Kind: reportKind(p.Title), Title: p.Title, Date: workday.Date(p.Date), Body: body,
			FileName: name, FileHash: f.Hash, FileSize: f.Size}, org.RoleClerk
	default:
		return fault.New(fault.Invalid, "cli.import.unknown", name)
	}
	by, err := operator(org.Grant{OrgID: found.OrgID, Role: role})
	if err != nil {
		return err
	}
	if _, err := in.Runner.Do(c.ctx, action.Call{Remote: "console", Actor: by}, cmd); err != nil {
		return err
	}
	c.say("cli.import.done."+string(p.Kind), name)
	return nil
}

// reportKind tells the head's own report from the organisation's by its title.
func reportKind(title string) inspection.ReportKind {
	if strings.Contains(title, "主要负责人") {
		return inspection.HeadReport
	}
	return inspection.ProgressReport
}

// agrees asks the person at the console.
func (c *console) agrees() bool {
	_, _ = fmt.Fprint(c.out, c.text("cli.import.ask"))
	answer, _ := bufio.NewReader(c.in).ReadString('\n') // no answer is a no
	switch strings.ToLower(strings.TrimSpace(answer)) {
	case "y", "yes", "是", "确认":
		return true
	}
	return false
}
