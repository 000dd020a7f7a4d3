package cli

import (
	"time"

	"bihuan/internal/config"
	"bihuan/internal/fault"
	"bihuan/internal/mail"
	"bihuan/internal/server"
)

// mailCommands are about the mail server.
type mailCommands struct {
	Test mailTestCommand `cmd:"" help:"${mail_test}"`
}

// mailTestCommand sends one mail, so that the settings can be tried. It takes
// the server's own settings.
type mailTestCommand struct {
	config.Config
	To string `arg:"" help:"${mail_to}"`
}

// Run implements the command.
func (k *mailTestCommand) Run(c *console) error {
	if err := k.Validate(); err != nil {
		return err
	}
	if !k.Mail.On() {
		return fault.New(fault.Invalid, "cli.mail.off")
	}
	to, err := (&server.Installation{Config: k.Config}).MailServer()
	if err != nil {
		return err
	}
	session, err := to.Open(c.ctx)
	if err != nil {
		return err
	}
	now := c.now()
	err = session.Send(mail.Message{ID: now.UTC().Format(time.RFC3339Nano) + "-test@bihuan", To: k.To, Subject: c.text("cli.mail.subject"), Text: c.text("cli.mail.text"), At: now})
	if cerr := session.Close(); err == nil {
		err = cerr
	}
	if err == nil {
		c.say("cli.mail.sent", k.To)
	}
	return err
}
