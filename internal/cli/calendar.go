package cli

import (
	"os"

	"bihuan/internal/action"
	"bihuan/internal/action/admin"
	"bihuan/internal/domain/org"
	"bihuan/internal/fault"
)

// calendarCommands see to the working-day calendar.
type calendarCommands struct {
	Import calendarImport `cmd:"" help:"${calendar_import}"`
}

// calendarImport brings in the holidays of a coming year from a file: the
// published text of the State Council's notice, or JSON.
type calendarImport struct {
	place
	File string `arg:"" help:"${calendar_file}"`
	Yes  bool   `help:"${import_yes}"`
}

// Run implements the command.
func (i *calendarImport) Run(c *console) (err error) {
	text, err := os.ReadFile(i.File)
	if err != nil {
		return fault.Because(err, fault.NotFound, "cli.parse.unreadable", i.File)
	}
	in, err := c.openAsTold(i.place)
	if err != nil {
		return err
	}
	defer func() { err = closing(err, in) }()
	by, err := operator(org.Grant{Role: org.RoleSysAdmin})
	if err != nil {
		return err
	}
	cmd := &admin.ImportCalendar{Text: string(text)}
	call := action.Call{Remote: "console", Actor: by}
	if err := in.Runner.Preview(c.ctx, call, cmd); err != nil {
		return err
	}
	for _, n := range cmd.Notices {
		for _, h := range n.Holidays {
			c.say("cli.calendar.holiday", h.Name, h.From, h.To)
		}
		for _, d := range n.MakeUp {
			c.say("cli.calendar.makeup", d)
		}
	}
	if !i.Yes && !c.agrees() {
		c.say("cli.import.left")
		return nil
	}
	if _, err := in.Runner.Do(c.ctx, call, cmd); err != nil {
		return err
	}
	for _, n := range cmd.Notices {
		c.say("cli.calendar.done", n.Year)
	}
	return nil
}
