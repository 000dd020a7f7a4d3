package cli

import (
	"context"
	"io"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"bihuan/internal/locale"
)

// screen is what the program printed, readable while it runs.
type screen struct {
	text  strings.Builder
	until string
	shown chan string
}

func (s *screen) Write(b []byte) (int, error) {
	s.text.Write(b)
	if s.until != "" && strings.Contains(s.text.String(), s.until) {
		s.until = ""
		s.shown <- s.text.String()
	}
	return len(b), nil
}

// demo runs a demonstration until stop is called, which gives its exit code.
func demo(t *testing.T, args ...string) (welcome string, stop func() int) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	out, errs := &screen{until: "Ctrl+C", shown: make(chan string, 1)}, &strings.Builder{}
	c := &console{ctx: ctx, out: out, err: errs, lang: locale.Chinese, now: time.Now}
	ended := make(chan int, 1)
	go func() { ended <- c.run(append([]string{"demo"}, args...)) }()
	select {
	case welcome = <-out.shown:
	case code := <-ended:
		cancel()
		t.Fatalf("ended with %d: %s", code, errs)
	}
	return welcome, func() int { cancel(); return <-ended }
}

var address = regexp.MustCompile(`http://[0-9.:]+`)

// signedIn signs in at the demonstration and gives the page of one's account.
func signedIn(t *testing.T, site, login string) string {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	client := &http.Client{Jar: jar}
	res, err := client.PostForm(site+"/sign-in", url.Values{"login": {login}, "password": {demoPassword}})
	if err != nil {
		t.Fatal(err)
	}
	res.Body.Close()
	if res, err = client.Get(site + "/account"); err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	page, err := io.ReadAll(res.Body)
	if err != nil || res.StatusCode != http.StatusOK {
		t.Fatalf("%s: %d, %v", login, res.StatusCode, err)
	}
	return string(page)
}

func TestEveryAccountOfTheDemonstrationSignsIn(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "demo")
	welcome, stop := demo(t, "--data", dir, "--listen", "127.0.0.1:0")
	logins := regexp.MustCompile(`(?m)^  (\S+) .* ([a-z]+) +`+demoPassword).FindAllStringSubmatch(welcome, -1)
	if len(logins) < 12 {
		t.Errorf("only %d accounts are shown:\n%s", len(logins), welcome)
	}
	for _, l := range logins {
		if page := signedIn(t, address.FindString(welcome), l[2]); !strings.Contains(page, `action="/sign-out"`) {
			t.Errorf("%s (%s) does not get in", l[2], l[1])
		}
	}
	if code := stop(); code != 0 {
		t.Errorf("stopped with %d", code)
	}
}

func TestTheDemonstrationGoesOnAndMakesWayForAnotherPort(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "demo")
	_, stop := demo(t, "--data", dir, "--listen", "127.0.0.1:0")
	if code := stop(); code != 0 {
		t.Fatalf("stopped with %d", code)
	}
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	welcome, stop := demo(t, "--data", dir, "--listen", taken.Addr().String())
	if site := address.FindString(welcome); site == "http://"+taken.Addr().String() {
		t.Errorf("it says that it serves at a port that is taken: %s", site)
	} else if page := signedIn(t, site, "xuekai"); !strings.Contains(page, `action="/sign-out"`) {
		t.Error("the clerk does not get in")
	}
	if code := stop(); code != 0 {
		t.Errorf("stopped with %d", code)
	}
}
