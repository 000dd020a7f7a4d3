package server

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"

	"bihuan/internal/domain/org"
	"bihuan/internal/domain/warning"
	"bihuan/internal/domain/workday"
	"bihuan/internal/feed"
	"bihuan/internal/job"
	"bihuan/internal/mail"
	"bihuan/internal/query"
	"bihuan/internal/robot"
	"bihuan/internal/store"
)

// untilHour is the hour of the day after which nothing more goes out.
const untilHour = 21

// keepMarks is how long it is kept what was read and sent.
const keepMarks = 400 * 24 * time.Hour

// outgoingJobs registers what leaves the house by itself, each once a working
// day: e-mails to people, lines to robots.
func (in *Installation) outgoingJobs(q *job.Queue) {
	q.Every("warning.mail", 10*time.Minute, func(ctx context.Context, _ string) error { return in.SendDigests(ctx) })
	q.Every("warning.robots", 10*time.Minute, func(ctx context.Context, _ string) error { return in.SendLines(ctx) })
	q.Every("warning.forget", 24*time.Hour, func(ctx context.Context, _ string) error {
		if err := in.remove(ctx, "DELETE FROM warning_read WHERE at < ?", keepMarks); err != nil {
			return err
		}
		return in.remove(ctx, "DELETE FROM sending WHERE at < ?", keepMarks)
	})
}

// sendingTime: it is a working day, at an hour in which things are sent.
func (in *Installation) sendingTime(ctx context.Context) (bool, error) {
	now := in.Now().In(workday.Zone)
	if now.Hour() < in.Config.Mail.Hour || now.Hour() >= untilHour {
		return false, nil
	}
	works := false
	err := in.DB.Read(ctx, func(tx *store.Tx) error {
		calendar, err := store.CalendarOf(tx, in.Calendar)
		works = err == nil && calendar.IsWorkday(tx.Today())
		return err
	})
	return works, err
}

func (in *Installation) outgoing() feed.Outgoing {
	return feed.Outgoing{Detail: in.Config.NoticeDetail, Link: in.Config.Link}
}

// MailServer is where digests are handed in, as the settings say.
func (in *Installation) MailServer() (mail.Server, error) {
	m := in.Config.Mail
	password, err := m.Password()
	return mail.Server{Host: m.Host, Port: m.Port, Security: m.Security, User: m.User, Password: password, From: m.From, Timeout: 20 * time.Second, Config: in.MailTLS}, err
}

// SendDigests sends each who wants it his e-mail of the day, at most once: what
// began and did not end is not begun again. Without warnings none is sent.
func (in *Installation) SendDigests(ctx context.Context) error {
	if !in.Config.Mail.On() {
		return nil
	}
	if ok, err := in.sendingTime(ctx); err != nil || !ok {
		return err
	}
	people, err := query.Page(ctx, in.Reader, machine, query.Recipients, struct{}{})
	if err != nil || len(people) == 0 {
		return err
	}
	server, err := in.MailServer()
	if err != nil {
		return err
	}
	session, err := server.Open(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = session.Close() }() // what was sent is noted already
	for _, p := range people {
		if err := in.digest(ctx, session, p); err != nil {
			return err
		}
	}
	return nil
}

func (in *Installation) digest(ctx context.Context, session *mail.Session, p query.Recipient) error {
	var a org.Actor
	err := in.DB.Read(ctx, func(tx *store.Tx) (err error) { a, err = query.ActorOf(tx, p.Account); return err })
	if err != nil {
		return err
	}
	l, err := query.Page(ctx, in.Reader, a, query.MyWarnings, query.WarningsIn{})
	if err != nil || l.All == 0 {
		return err
	}
	var m mail.Message
	m.Subject, m.Text = feed.Digest(in.outgoing(), p.Lang, l, workday.DateOf(in.Now(), workday.Zone))
	return in.sendOnce(ctx, warning.SendMail, p.Account, func(s warning.Sending) error {
		m.ID, m.To, m.At = s.ID+"@bihuan", p.Email, s.At
		return session.Send(m)
	}, mail.ErrUnsure)
}

// sendOnce begins a sending of the day, does it and notes how it ended. A
// failure is noted and logged; it stops nothing else.
func (in *Installation) sendOnce(ctx context.Context, kind, to string, send func(warning.Sending) error, unsure error) error {
	var s warning.Sending
	began := false
	err := in.DB.Write(ctx, func(tx *store.Tx) (err error) {
		s, began, err = store.Begin(tx, kind, to, tx.Today())
		return err
	})
	if err != nil || !began {
		return err
	}
	failure := send(s)
	state, reason := warning.SendDone, ""
	if failure != nil {
		state, reason = warning.SendFailed, failure.Error()
		if errors.Is(failure, unsure) {
			state = warning.SendUnsure
		}
		in.Log.Warn("not sent", "kind", kind, "to", to, "state", state, "error", failure)
	}
	err = in.DB.Write(context.WithoutCancel(ctx), func(tx *store.Tx) error { return store.End(tx, s.ID, state, reason) })
	if err != nil {
		return fmt.Errorf("note sending: %w", err)
	}
	return nil
}

// SendLines writes each robot its line of the day, at most once, and only to
// hosts that the settings allow today.
func (in *Installation) SendLines(ctx context.Context) error {
	hosts := in.Config.Robots()
	if len(hosts) == 0 {
		return nil
	}
	if ok, err := in.sendingTime(ctx); err != nil || !ok {
		return err
	}
	lines, err := query.Page(ctx, in.Reader, machine, query.RobotLines, struct{}{})
	if err != nil {
		return err
	}
	for _, l := range lines {
		if !warning.Callable(l.Address, hosts) {
			in.Log.Warn("a robot's host is not allowed", "robot", l.ID)
			continue
		}
		text := feed.Line(in.outgoing(), l, workday.DateOf(in.Now(), workday.Zone))
		r := robot.Robot{Kind: string(l.Kind), Address: l.Address, Secret: l.Secret}
		err := in.sendOnce(ctx, warning.SendRobot, l.ID, func(s warning.Sending) error { return r.Send(ctx, in.robots(), text, s.At) }, robot.ErrUnsure)
		if err != nil {
			return err
		}
	}
	return nil
}

// robots is the client that calls robots.
func (in *Installation) robots() *http.Client {
	if in.RobotClient != nil {
		return in.RobotClient
	}
	return robot.Client()
}
