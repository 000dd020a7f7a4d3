package config_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"bihuan/internal/config"
	"bihuan/internal/fault"
	"bihuan/internal/locale"

	"pgregory.net/rapid"
)

func TestEachWrongSettingIsNamedByItsFlagWithWords(t *testing.T) {
	for flag, spoil := range map[string]func(*config.Config){
		"data":            func(c *config.Config) { c.Data = " " },
		"listen":          func(c *config.Config) { c.Listen = "127.0.0.1" },
		"database":        func(c *config.Config) { c.Database = "mysql://u:secret@h/d" },
		"session-idle":    func(c *config.Config) { c.SessionIdle = 13 * time.Hour },
		"session-max":     func(c *config.Config) { c.SessionMax = 1000 * time.Hour },
		"lock-after":      func(c *config.Config) { c.LockAfter = 0 },
		"lock-for":        func(c *config.Config) { c.LockFor = time.Second },
		"upload-limit":    func(c *config.Config) { c.UploadLimit = 1 },
		"read-file":       func(c *config.Config) { c.Reading.File = 0 },
		"read-unpacked":   func(c *config.Config) { c.Reading.Unpacked = 1 },
		"read-memory":     func(c *config.Config) { c.Reading.Memory = 1 << 20 },
		"read-cells":      func(c *config.Config) { c.Reading.Cells = 0 },
		"read-paper":      func(c *config.Config) { c.Reading.Paper = 10 },
		"read-paragraphs": func(c *config.Config) { c.Reading.Paragraphs = 1 << 30 },
		"read-paragraph":  func(c *config.Config) { c.Reading.Paragraph = 0 },
		"read-marks":      func(c *config.Config) { c.Reading.Marks = -1 },
		"read-time":       func(c *config.Config) { c.Reading.Time = time.Millisecond },
		"read-convert":    func(c *config.Config) { c.Reading.Convert = time.Hour },
		"mail-port":       func(c *config.Config) { c.Mail.Host, c.Mail.From, c.Mail.Port = "mx", "a@b.cn", 0 },
		"mail-security":   func(c *config.Config) { c.Mail.Host, c.Mail.From, c.Mail.Security = "mx", "a@b.cn", "weak" },
		"mail-from":       func(c *config.Config) { c.Mail.Host, c.Mail.From = "mx", "nobody" },
		"mail-hour":       func(c *config.Config) { c.Mail.Hour = 24 },
		"public-url":      func(c *config.Config) { c.PublicURL = "bihuan.example" },
		"robot-hosts":     func(c *config.Config) { c.RobotHosts = "https://oapi.dingtalk.com/" },
		"log-level":       func(c *config.Config) { c.LogLevel = "loud" },
	} {
		c := config.Default()
		spoil(&c)
		var f *fault.Error
		if err := c.Validate(); !errors.As(err, &f) || len(f.Fields) != 1 || f.Fields[0].Name != flag {
			t.Errorf("%s: %v", flag, err)
			continue
		}
		if strings.Contains(f.Error(), "secret") {
			t.Errorf("%s: the message repeats a password: %v", flag, f)
		}
		for _, lang := range []string{locale.Chinese, locale.English} {
			if !locale.Has(lang, f.Fields[0].Code) {
				t.Errorf("%s has no words in %s: %s", flag, lang, f.Fields[0].Code)
			}
		}
	}
}

func TestGoodSettings(t *testing.T) {
	for name, change := range map[string]func(*config.Config){
		"the defaults": func(*config.Config) {},
		"any address":  func(c *config.Config) { c.Listen = ":443" },
		"a free port":  func(c *config.Config) { c.Listen = "[::1]:0" },
		"postgres":     func(c *config.Config) { c.Database = "postgres://u:p@db.example:5432/bihuan?sslmode=require" },
		"by a socket":  func(c *config.Config) { c.Database = "postgresql:///bihuan?host=/run/postgresql" },
	} {
		c := config.Default()
		change(&c)
		if err := c.Validate(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestDatabaseIsShownWithoutPassword(t *testing.T) {
	c := config.Default()
	if got := c.DatabaseShown(); got != "bihuan-data/bihuan.db" {
		t.Errorf("the default is shown as %s", got)
	}
	c.Database = "postgres://u:s3cret@db:5432/bihuan?password=s3cret"
	if got := c.DatabaseShown(); got != "postgres://db:5432/bihuan" {
		t.Errorf("shown as %s", got)
	}
}

func TestSizesAreReadAsWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := config.Bytes(rapid.Int64Min(0).Draw(t, "size"))
		var got config.Bytes
		if err := got.UnmarshalText([]byte(want.String())); err != nil || got != want {
			t.Fatalf("%s came back as %s: %v", want, got, err)
		}
	})
	for _, wrong := range []string{"", "MiB", "-1", "200 MB", "1e9", "9223372036854775807GiB"} {
		var b config.Bytes
		if err := b.UnmarshalText([]byte(wrong)); err == nil {
			t.Errorf("%q was read as %s", wrong, b)
		}
	}
}
