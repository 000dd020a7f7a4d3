package checkup

import (
	"context"
	"net/netip"
	"strings"
	"time"

	"bihuan/internal/server"
)

// outgoing: what leaves by itself goes encrypted, carries no wording unless
// somebody wants that, and its server answers.
func outgoing(ctx context.Context, in *server.Installation, f *Findings) error {
	c := in.Config
	if hosts := c.Robots(); len(hosts) > 0 {
		f.add(Good, clauseSecrecy, "check.robots.on", strings.Join(hosts, "、"))
	}
	if !c.Mail.On() {
		f.add(Good, clauseSecrecy, "check.mail.off")
		return nil
	}
	if c.NoticeDetail {
		f.add(Warning, clauseSecrecy, "check.mail.detail")
	}
	if c.Mail.Security == "none" && !loopback(c.Mail.Host) {
		f.add(Bad, clauseSecrecy, "check.mail.plain", c.Mail.Host)
		return nil
	}
	to, err := in.MailServer()
	if err != nil {
		f.add(Bad, clauseSecrecy, "check.mail.password", c.Mail.PasswordFile)
		return nil
	}
	to.Timeout = 5 * time.Second
	session, err := to.Open(ctx)
	if err != nil {
		f.add(Warning, "", "check.mail.away", c.Mail.Host, err.Error())
		return nil
	}
	f.add(Good, clauseSecrecy, "check.mail.answers", c.Mail.Host)
	return session.Close()
}

func loopback(host string) bool {
	if host == "localhost" {
		return true
	}
	ip, err := netip.ParseAddr(strings.Trim(host, "[]"))
	return err == nil && ip.IsLoopback()
}
