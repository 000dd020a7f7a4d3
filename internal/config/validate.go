package config

import (
	"log/slog"
	"net"
	"net/url"
	"strconv"
	"time"

	"bihuan/internal/fault"
)

// Limits of the settings.
const (
	maxLifetime = 7 * 24 * time.Hour
	maxUpload   = Bytes(10 << 30)
)

// Validate gives a fault.Invalid that names every wrong setting by its flag,
// or nil.
func (c Config) Validate() error {
	var checks fault.Checks
	checks.Need("data", c.Data)
	if !isAddress(c.Listen) {
		checks.Add("listen", "config.listen", c.Listen)
	}
	if c.Database != "" && !c.isDatabase() {
		checks.Add("database", "config.database")
	}
	if c.SessionIdle < time.Minute || c.SessionIdle > c.SessionMax {
		checks.Add("session-idle", "config.session-idle", c.SessionIdle, c.SessionMax)
	}
	if c.SessionMax > maxLifetime {
		checks.Add("session-max", "config.session-max", c.SessionMax)
	}
	if c.LockAfter < 1 || c.LockAfter > 100 {
		checks.Add("lock-after", "config.lock-after", c.LockAfter)
	}
	if c.LockFor < time.Minute || c.LockFor > 24*time.Hour {
		checks.Add("lock-for", "config.lock-for", c.LockFor)
	}
	if c.UploadLimit < 1<<10 || c.UploadLimit > maxUpload {
		checks.Add("upload-limit", "config.upload-limit", c.UploadLimit, maxUpload)
	}
	c.Reading.check(&checks)
	c.Mail.check(&checks)
	c.checkOutgoing(&checks)
	checks.OneOf("secrecy", c.Secrecy, "", "secret", "confidential", "top-secret")
	checks.OneOf("log-level", c.LogLevel, "debug", "info", "warn", "error")
	return checks.Err()
}

// isAddress: host:port or :port, the port a number.
func isAddress(s string) bool {
	_, port, err := net.SplitHostPort(s)
	if err != nil {
		return false
	}
	_, err = strconv.ParseUint(port, 10, 16)
	return err == nil
}

// isDatabase: a PostgreSQL address with a host and a database's name. The
// address may hold a password and is not repeated in the message.
func (c Config) isDatabase() bool {
	u, err := url.Parse(c.Database)
	return err == nil && c.Postgres() && (u.Host != "" || u.Query().Get("host") != "") && len(u.Path) > 1
}

// Level gives the log level.
func (c Config) Level() slog.Level {
	var l slog.Level
	if l.UnmarshalText([]byte(c.LogLevel)) != nil {
		return slog.LevelInfo
	}
	return l
}
