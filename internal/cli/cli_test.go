package cli

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"bihuan/internal/locale"
)

// run runs the program with arguments and gives what it printed and said.
func run(t *testing.T, lang string, args ...string) (code int, out, errs string) {
	t.Helper()
	var o, e strings.Builder
	c := &console{ctx: t.Context(), in: strings.NewReader(""), out: &o, err: &e, lang: lang, now: time.Now}
	code = c.run(args)
	return code, o.String(), e.String()
}

func TestHelpSpeaksBothLanguages(t *testing.T) {
	for lang, want := range map[string]string{locale.Chinese: "启动服务", locale.English: "Run the server"} {
		code, out, errs := run(t, lang, "--help")
		if code != 0 || errs != "" || !strings.Contains(out, want) || strings.Contains(out, "${") {
			t.Errorf("%s: %d %s%s", lang, code, out, errs)
		}
	}
}

func TestAWrongCallIsToldInWords(t *testing.T) {
	if code, _, errs := run(t, locale.English, "nonsense"); code != 2 || !strings.Contains(errs, "nonsense") {
		t.Errorf("%d %s", code, errs)
	}
	code, _, errs := run(t, locale.English, "serve", "--listen", "x", "--lock-after", "0")
	if code != 2 || !strings.Contains(errs, "--listen: ") || !strings.Contains(errs, "--lock-after: ") {
		t.Errorf("%d %s", code, errs)
	}
}

func TestTheLanguageIsThatOfTheSurroundings(t *testing.T) {
	for env, want := range map[string]string{"LANG=en_US.UTF-8": "en", "LANG=zh_CN.UTF-8": "zh-CN", "LANG=C": "zh-CN", "": "zh-CN", "BIHUAN_LANG=en": "en"} {
		name, value, _ := strings.Cut(env, "=")
		got := language(func(n string) string {
			if n == name {
				return value
			}
			return ""
		})
		if got != want {
			t.Errorf("%s: %s", env, got)
		}
	}
}

func TestTheFirstAdministrator(t *testing.T) {
	data := t.TempDir()
	code, out, errs := run(t, locale.English, "user", "add", "--data", data, "--role", "system-administrator", "--name", "张三", "zhang")
	password := regexp.MustCompile(`[a-z2-7]{16}`)
	if code != 0 || !password.MatchString(out) {
		t.Fatalf("%d %s%s", code, out, errs)
	}
	if code, _, errs := run(t, locale.English, "user", "add", "--data", data, "--role", "security-auditor", "--name", "张三", "zhang"); code != 1 || !strings.Contains(errs, `"zhang" is in use`) {
		t.Errorf("the same login again: %d %s", code, errs)
	}
	code, again, errs := run(t, locale.English, "user", "reset", "--data", data, "ZHANG")
	if code != 0 || !password.MatchString(again) || password.FindString(again) == password.FindString(out) {
		t.Errorf("reset: %d %s%s", code, again, errs)
	}
	if code, _, errs := run(t, locale.English, "user", "reset", "--data", data, "nobody"); code != 1 || !strings.Contains(errs, `"nobody"`) {
		t.Errorf("an unknown login: %d %s", code, errs)
	}
}

func TestTheFileGivesWayToTheEnvironmentAndTheFlag(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "bihuan.yaml")
	if err := os.WriteFile(file, []byte("data: "+filepath.Join(dir, "file")+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ env, flag, want string }{
		{"", "", "file"}, {"env", "", "env"}, {"env", "flag", "flag"}, {"", "flag", "flag"},
	} {
		args := []string{"migrate", "--config", file}
		if c.flag != "" {
			args = append(args, "--data", filepath.Join(dir, c.flag))
		}
		t.Setenv("BIHUAN_DATA", filepath.Join(dir, c.env))
		if c.env == "" {
			os.Unsetenv("BIHUAN_DATA")
		}
		if code, out, errs := run(t, locale.English, args...); code != 0 || !strings.Contains(out, filepath.Join(dir, c.want)) {
			t.Errorf("%+v: %d %s%s", c, code, out, errs)
		}
	}
}

func TestAnUnknownSettingInTheFileIsAnError(t *testing.T) {
	file := filepath.Join(t.TempDir(), "bihuan.yaml")
	if err := os.WriteFile(file, []byte("lsten: :80\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, _, errs := run(t, locale.English, "--config", file, "version"); code == 0 || !strings.Contains(errs, "lsten") {
		t.Errorf("%d %s", code, errs)
	}
}
