package cli

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"bihuan/internal/action"
	"bihuan/internal/action/report"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/gongwen"
	"bihuan/internal/paper"
	"bihuan/internal/server"
	"bihuan/internal/store"
)

// reportCommands write papers of an inspection.
type reportCommands struct {
	Head reportHead `cmd:"" help:"${report_head}"`
}

// reportHead writes the head's report as .docx.
type reportHead struct {
	place
	Inspection string       `required:"" help:"${report_inspection}" placeholder:"ID"`
	Out        string       `required:"" help:"${report_out}" placeholder:"FILE"`
	CutOff     workday.Date `help:"${report_cut_off}" placeholder:"YYYY-MM-DD"`
}

// Run implements the command.
func (r *reportHead) Run(c *console) (err error) {
	if !strings.EqualFold(filepath.Ext(r.Out), ".docx") {
		return fault.New(fault.Invalid, "cli.report.docx", r.Out)
	}
	in, err := c.openAsTold(r.place)
	if err != nil {
		return err
	}
	defer func() { err = closing(err, in) }()
	i, o, err := c.findInspection(in, r.Inspection)
	if err != nil {
		return err
	}
	operator, err := operator(org.Grant{OrgID: o.ID, Role: org.RoleClerk})
	if err != nil {
		return err
	}
	cmd := &report.TakeCurrent{InspectionID: i.ID, Kind: inspection.HeadReport, CutOff: r.CutOff, Write: paper.Desk{Calendar: in.Calendar}.Write}
	if _, err := in.Runner.Do(c.ctx, action.Call{Remote: "console", Actor: operator}, cmd); err != nil {
		return err
	}
	if err := writeDocx(r.Out, cmd.Paper.Body); err != nil {
		return err
	}
	c.say("cli.report.written", r.Out, o.Name, cmd.CutOff)
	if len(cmd.Paper.Missing) > 0 {
		c.say("cli.report.missing", len(cmd.Paper.Missing), "  "+strings.Join(cmd.Paper.Missing, "\n  "))
	}
	return nil
}

// openAsTold opens the installation at the place. In a demonstration the day
// is that of its story, which goes on after the last thing that was done.
func (c *console) openAsTold(p place) (*server.Installation, error) {
	if err := there(p); err != nil {
		return nil, err
	}
	mark, err := os.ReadFile(filepath.Join(p.Data, demoMark))
	if errors.Is(err, os.ErrNotExist) {
		return c.open(p)
	}
	if err != nil {
		return nil, fmt.Errorf("demonstration: %w", err)
	}
	if string(mark) != demoReady {
		return nil, fault.New(fault.Conflict, "cli.report.demo-filling", p.Data)
	}
	_, city, err := exampleCity()
	if err != nil {
		return nil, err
	}
	clock := newStoryClock(c.now, storyStart(city.Today))
	cfg := p.config()
	in, err := server.Open(c.ctx, cfg, c.logger(cfg), clock.Now)
	if err != nil {
		return nil, err
	}
	if err := resume(c.ctx, in, clock); err != nil {
		return nil, closing(err, in)
	}
	return in, nil
}

// findInspection finds an inspection by its id, or the newest one of the
// organisation with that name, and names all there are where none fits.
func (c *console) findInspection(in *server.Installation, wanted string) (i inspection.Inspection, o org.Organisation, err error) {
	err = in.DB.Read(c.ctx, func(tx *store.Tx) error {
		i, err = store.Inspections.One(tx, `WHERE id = ? OR org_id IN (SELECT id FROM organisation WHERE name = ? OR short_name = ? OR party_name = ?)
			ORDER BY feedback_on DESC, id LIMIT 1`, wanted, wanted, wanted, wanted)
		if fault.Is(err, fault.NotFound) {
			return unknownInspection(tx, wanted)
		}
		if err == nil {
			o, err = store.Organisations.Get(tx, i.OrgID)
		}
		return err
	})
	return i, o, err
}

func unknownInspection(tx *store.Tx, wanted string) error {
	var all []string
	err := tx.Each(func(scan func(...any) error) error {
		var id, name string
		if err := scan(&id, &name); err != nil {
			return err
		}
		all = append(all, "  "+id+"  "+name)
		return nil
	}, "SELECT i.id, o.short_name FROM inspection i JOIN organisation o ON o.id = i.org_id ORDER BY i.feedback_on, i.id")
	if err != nil {
		return err
	}
	return fault.New(fault.NotFound, "cli.report.unknown", wanted, strings.Join(all, "\n"))
}

// writeDocx writes the paper to a new file that takes its place when it is whole.
func writeDocx(name string, body []byte) error {
	doc, err := gongwen.Decode(body)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := gongwen.WriteDocx(&b, doc); err != nil {
		return err
	}
	part := name + ".part"
	if err := os.WriteFile(part, b.Bytes(), 0o600); err != nil {
		return fmt.Errorf("write the report: %w", err)
	}
	if err := os.Rename(part, name); err != nil {
		return errors.Join(fmt.Errorf("write the report: %w", err), os.Remove(part))
	}
	return nil
}
