package checkup

import (
	"context"
	"fmt"
	"net"
	"net/netip"
	"os"
	"time"

	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/job"
	"bihuan/internal/server"
	"bihuan/internal/store"
)

// Clauses that ask for what is checked here.
const (
	clauseIdentity = "8.1.4.1" // 身份鉴别
	clauseAccess   = "8.1.4.2" // 访问控制
	clauseSecrecy  = "8.1.4.8" // 数据保密性
	clauseCentre   = "8.1.5"   // 安全管理中心：系统管理、审计管理、安全管理
)

// longSession is more than an unattended screen should stay open.
const longSession = time.Hour

func directory(_ context.Context, in *server.Installation, f *Findings) error {
	info, err := os.Stat(in.Config.Data)
	if err != nil {
		return fmt.Errorf("data directory: %w", err)
	}
	if mode := info.Mode().Perm(); mode&0o077 != 0 {
		f.add(Bad, clauseAccess, "check.directory.open", in.Config.Data, fmt.Sprintf("%04o", mode))
		return nil
	}
	f.add(Good, clauseAccess, "check.directory.closed", in.Config.Data)
	return nil
}

// doors: what travels beyond this machine has to be encrypted.
func doors(_ context.Context, in *server.Installation, f *Findings) error {
	host, _, err := net.SplitHostPort(in.Config.Listen)
	if err != nil {
		return fmt.Errorf("address to listen on: %w", err)
	}
	ip, err := netip.ParseAddr(host)
	local := host == "localhost" || err == nil && ip.IsLoopback()
	switch {
	case in.Config.SecureCookies:
		f.add(Good, clauseSecrecy, "check.door.secure")
	case local:
		f.add(Warning, clauseSecrecy, "check.door.local", in.Config.Listen)
	default:
		f.add(Bad, clauseSecrecy, "check.door.open", in.Config.Listen)
	}
	return nil
}

func sessions(_ context.Context, in *server.Installation, f *Findings) error {
	if in.Config.SessionIdle > longSession {
		f.add(Bad, clauseIdentity, "check.session.long", in.Config.SessionIdle)
		return nil
	}
	f.add(Good, clauseIdentity, "check.session.short", in.Config.SessionIdle, in.Config.LockAfter, in.Config.LockFor)
	return nil
}

// administrators: each of the three has to be somebody.
func administrators(ctx context.Context, in *server.Installation, f *Findings) error {
	return in.DB.Read(ctx, func(tx *store.Tx) error {
		missing := false
		for _, r := range org.Roles() {
			if !r.Administrator() {
				continue
			}
			n, err := tx.Count(`SELECT COUNT(*) FROM role_grant g JOIN account a ON a.id = g.account_id
				WHERE g.role = ? AND a.disabled = 0 AND (g.until_on = '' OR g.until_on >= ?)`, r, tx.Today())
			if err != nil {
				return err
			}
			if n == 0 {
				missing = true
				f.add(Bad, clauseCentre, "check.administrator.none", fault.Word("role."+string(r)), string(r))
			}
		}
		if !missing {
			f.add(Good, clauseCentre, "check.administrator.all")
		}
		return nil
	})
}

// holidays: deadlines in working days need this year's notice, and from
// December the next one's.
func holidays(_ context.Context, in *server.Installation, f *Findings) error {
	today := workday.DateOf(in.Now(), workday.Zone)
	years := []int{today.Year()}
	if today.Month() == 12 {
		years = append(years, today.Year()+1)
	}
	for _, y := range years {
		if in.Calendar.Published(y) {
			f.add(Good, "", "check.holidays.known", y)
		} else {
			f.add(Warning, "", "check.holidays.unknown", y, server.CalendarFile)
		}
	}
	return nil
}

func jobs(ctx context.Context, in *server.Installation, f *Findings) error {
	var c job.Counts
	err := in.DB.Read(ctx, func(tx *store.Tx) (err error) { c, err = job.Count(tx); return err })
	if err != nil {
		return err
	}
	if c.GivenUp+c.Failing > 0 {
		f.add(Warning, "", "check.jobs.failed", c.GivenUp, c.Failing)
		return nil
	}
	f.add(Good, "", "check.jobs.well")
	return nil
}
