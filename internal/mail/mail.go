// Package mail sends short messages to an SMTP server of the house. It knows
// messages, not what they are about.
package mail

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"time"

	"github.com/wneessen/go-mail"
)

// How the way to the server is protected.
const (
	StartTLS = "starttls" // the connection is encrypted before anything is said
	TLS      = "tls"      // … from its first byte
	Plain    = "none"     // not at all: for a server on this machine
)

// Server is where messages are handed in, and as whom.
type Server struct {
	Host     string
	Port     int
	Security string
	User     string // empty: without signing in
	Password string
	From     string
	Timeout  time.Duration
	// Config is what is asked of the encryption; nil for the usual.
	Config *tls.Config
}

// Message is one mail in plain text to one person.
type Message struct {
	ID      string // the same for the same message, so that a mailbox can tell a second copy
	To      string
	Subject string
	Text    string
	At      time.Time
}

// ErrUnsure says that the server may have taken the message, and may not have.
var ErrUnsure = errors.New("it is not known whether the mail was taken")

// Session is an open connection.
type Session struct {
	client *mail.Client
	from   string
}

// Open connects and signs in.
func (s Server) Open(ctx context.Context) (*Session, error) {
	options := []mail.Option{mail.WithPort(s.Port), mail.WithTimeout(s.Timeout), mail.WithoutNoop()}
	switch s.Security {
	case TLS:
		options = append(options, mail.WithSSL())
	case Plain:
		options = append(options, mail.WithTLSPolicy(mail.NoTLS))
	default:
		options = append(options, mail.WithTLSPolicy(mail.TLSMandatory))
	}
	if s.Config != nil {
		options = append(options, mail.WithTLSConfig(s.Config))
	}
	if s.User != "" {
		options = append(options, mail.WithSMTPAuth(mail.SMTPAuthAutoDiscover), mail.WithUsername(s.User), mail.WithPassword(s.Password))
	}
	client, err := mail.NewClient(s.Host, options...)
	if err != nil {
		return nil, fmt.Errorf("mail server: %w", err)
	}
	if err := client.DialWithContext(ctx); err != nil {
		return nil, fmt.Errorf("mail server: %w", err)
	}
	return &Session{client: client, from: s.From}, nil
}

// Send hands one message in. An error that wraps ErrUnsure leaves open whether
// it was taken; any other means that it was not.
func (s *Session) Send(m Message) error {
	msg := mail.NewMsg()
	if err := msg.From(s.from); err != nil {
		return fmt.Errorf("sender: %w", err)
	}
	if err := msg.To(m.To); err != nil {
		return fmt.Errorf("recipient: %w", err)
	}
	msg.SetMessageIDWithValue(m.ID)
	msg.SetDateWithValue(m.At)
	msg.Subject(m.Subject)
	msg.SetBodyString(mail.TypeTextPlain, m.Text)
	err := s.client.Send(msg)
	if err == nil || msg.IsDelivered() {
		return nil
	}
	return outcome(err)
}

// outcome tells a refusal from a connection that broke after the text was sent.
func outcome(err error) error {
	var e *mail.SendError
	if !errors.As(err, &e) {
		return fmt.Errorf("send: %w: %w", ErrUnsure, err)
	}
	switch e.Reason {
	case mail.ErrSMTPDataClose:
		if e.ErrorCode() >= 400 {
			return fmt.Errorf("send: %w", err)
		}
	case mail.ErrSMTPReset, mail.ErrAmbiguous:
	default:
		return fmt.Errorf("send: %w", err)
	}
	return fmt.Errorf("send: %w: %w", ErrUnsure, err)
}

// Close ends the session.
func (s *Session) Close() error { return s.client.Close() }
