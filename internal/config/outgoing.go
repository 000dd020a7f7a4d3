package config

import (
	"errors"
	"fmt"
	"net/mail"
	"net/url"
	"os"
	"strings"

	"bihuan/internal/fault"
)

// Mail is the mail server to which digests are handed; without a host none are
// sent. The password is read from a file, so that it stands in no list of
// processes.
type Mail struct {
	Host         string `help:"${mail_host}" env:"BIHUAN_MAIL_HOST" placeholder:"HOST"`
	Port         int    `help:"${mail_port}" env:"BIHUAN_MAIL_PORT" default:"587"`
	Security     string `help:"${mail_security}" env:"BIHUAN_MAIL_SECURITY" default:"starttls"`
	User         string `help:"${mail_user}" env:"BIHUAN_MAIL_USER"`
	PasswordFile string `help:"${mail_password_file}" env:"BIHUAN_MAIL_PASSWORD_FILE" placeholder:"FILE"`
	From         string `help:"${mail_from}" env:"BIHUAN_MAIL_FROM" placeholder:"ADDRESS"`
	Hour         int    `help:"${mail_hour}" env:"BIHUAN_MAIL_HOUR" default:"8"`
}

// DefaultMail sends nothing.
func DefaultMail() Mail { return Mail{Port: 587, Security: "starttls", Hour: 8} }

// On reports whether mail is sent at all.
func (m Mail) On() bool { return m.Host != "" }

// Password reads the password; empty where no file is named.
func (m Mail) Password() (string, error) {
	if m.PasswordFile == "" {
		return "", nil
	}
	text, err := os.ReadFile(m.PasswordFile)
	if err != nil {
		return "", fmt.Errorf("mail password: %w", errors.Unwrap(err))
	}
	return strings.TrimRight(string(text), "\r\n"), nil
}

func (m Mail) check(c *fault.Checks) {
	if m.Hour < 0 || m.Hour > 20 {
		c.Add("mail-hour", "config.mail-hour", m.Hour)
	}
	if !m.On() {
		return
	}
	if m.Port < 1 || m.Port > 65535 {
		c.Add("mail-port", "config.mail-port", m.Port)
	}
	c.OneOf("mail-security", m.Security, "starttls", "tls", "none")
	if a, err := mail.ParseAddress(m.From); err != nil || a.Address == "" {
		c.Add("mail-from", "config.mail-from")
	}
}

// Robots lists the hosts of robots that may be called; without one none is.
func (c Config) Robots() []string {
	return strings.FieldsFunc(strings.ToLower(c.RobotHosts), func(r rune) bool { return r == ',' || r == ' ' })
}

func (c Config) checkOutgoing(checks *fault.Checks) {
	if u, err := url.Parse(c.PublicURL); c.PublicURL != "" && (err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http") {
		checks.Add("public-url", "config.public-url")
	}
	for _, h := range c.Robots() {
		if u, err := url.Parse("https://" + h); err != nil || u.Host != h || u.Path != "" {
			checks.Add("robot-hosts", "config.robot-hosts", h)
		}
	}
}

// Link is the address of a page as people outside the server reach it; empty
// where no public address is set.
func (c Config) Link(path string) string {
	if c.PublicURL == "" {
		return ""
	}
	return strings.TrimRight(c.PublicURL, "/") + path
}
