// Package config holds the settings of an installation, as flags, environment
// and file give them, and says in words what is wrong with them.
package config

import (
	"net/url"
	"path/filepath"
	"strings"
	"time"
)

// Config is the settings of one server. The tags are those of the command
// line: ${name} is the message cli.help.name.
type Config struct {
	Data          string        `help:"${data}" env:"BIHUAN_DATA" default:"bihuan-data" placeholder:"DIR"`
	Database      string        `help:"${database}" env:"BIHUAN_DATABASE" placeholder:"URL"`
	Listen        string        `help:"${listen}" env:"BIHUAN_LISTEN" default:"127.0.0.1:8280" placeholder:"ADDRESS"`
	SessionIdle   time.Duration `help:"${session_idle}" env:"BIHUAN_SESSION_IDLE" default:"30m"`
	SessionMax    time.Duration `help:"${session_max}" env:"BIHUAN_SESSION_MAX" default:"12h"`
	LockAfter     int           `help:"${lock_after}" env:"BIHUAN_LOCK_AFTER" default:"5"`
	LockFor       time.Duration `help:"${lock_for}" env:"BIHUAN_LOCK_FOR" default:"15m"`
	UploadLimit   Bytes         `help:"${upload_limit}" env:"BIHUAN_UPLOAD_LIMIT" default:"200MiB"`
	Reading       Reading       `embed:"" prefix:"read-"`
	Secrecy       string        `help:"${secrecy}" env:"BIHUAN_SECRECY"`
	SecureCookies bool          `help:"${secure_cookies}" env:"BIHUAN_SECURE_COOKIES"`
	Mail          Mail          `embed:"" prefix:"mail-"`
	PublicURL     string        `help:"${public_url}" env:"BIHUAN_PUBLIC_URL" placeholder:"URL"`
	NoticeDetail  bool          `help:"${notice_detail}" env:"BIHUAN_NOTICE_DETAIL"`
	RobotHosts    string        `help:"${robot_hosts}" env:"BIHUAN_ROBOT_HOSTS" placeholder:"HOST,…"`
	LogLevel      string        `help:"${log_level}" env:"BIHUAN_LOG_LEVEL" default:"info"`
}

// Default gives the settings that hold where nothing is said.
func Default() Config {
	return Config{Data: "bihuan-data", Listen: "127.0.0.1:8280", SessionIdle: 30 * time.Minute,
		SessionMax: 12 * time.Hour, LockAfter: 5, LockFor: 15 * time.Minute, UploadLimit: 200 << 20, Reading: DefaultReading(), Mail: DefaultMail(), LogLevel: "info"}
}

// DatabaseURL is where the records are: PostgreSQL, or by default a SQLite
// file in the data directory.
func (c Config) DatabaseURL() string {
	if c.Database != "" {
		return c.Database
	}
	return filepath.Join(c.Data, "bihuan.db")
}

// Postgres reports whether the records are in PostgreSQL.
func (c Config) Postgres() bool {
	return strings.HasPrefix(c.Database, "postgres://") || strings.HasPrefix(c.Database, "postgresql://")
}

// DatabaseShown is DatabaseURL without its password, for logs and screens.
func (c Config) DatabaseShown() string {
	u, err := url.Parse(c.DatabaseURL())
	if err != nil || !c.Postgres() {
		return filepath.Join(c.Data, "bihuan.db")
	}
	return (&url.URL{Scheme: u.Scheme, Host: u.Host, Path: u.Path}).String()
}

// PreviewsDir is where previews of evidence are kept; what is in it can be made
// again.
func (c Config) PreviewsDir() string { return filepath.Join(c.Data, "previews") }

// FilesDir is where evidence files are kept.
func (c Config) FilesDir() string { return filepath.Join(c.Data, "files") }
