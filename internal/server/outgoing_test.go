package server_test

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"

	"bihuan/internal/config"
	"bihuan/internal/domain/warning"
	"bihuan/internal/domain/workday"
	"bihuan/internal/server"
	"bihuan/internal/store"
	"bihuan/internal/testkit"

	"pgregory.net/rapid"
)

// postOffice is an SMTP server that keeps what it took. hangUp is the step at
// which it breaks the next connection off: "rcpt", "data" (before the text was
// taken), "after" (taken, but not said).
type postOffice struct {
	net.Listener
	mu     sync.Mutex
	taken  []string
	hangUp string
}

func openPostOffice(t *testing.T) *postOffice {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	p := &postOffice{Listener: l}
	t.Cleanup(func() { _ = l.Close() })
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go p.serve(c)
		}
	}()
	return p
}

func (p *postOffice) breaks(step string) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.hangUp == step {
		p.hangUp = ""
		return true
	}
	return false
}

func (p *postOffice) serve(c net.Conn) {
	defer c.Close()
	r := bufio.NewReader(c)
	say := func(text string) { fmt.Fprint(c, text+"\r\n") }
	say("220 post office")
	for {
		line, err := r.ReadString('\n')
		if err != nil {
			return
		}
		switch word := strings.ToUpper(strings.Fields(line + " x")[0]); word {
		case "EHLO":
			say("250-post office\r\n250 8BITMIME")
		case "QUIT":
			say("221 bye")
			return
		case "RCPT":
			if p.breaks("rcpt") {
				return
			}
			say("250 well")
		case "DATA":
			if p.breaks("data") {
				return
			}
			say("354 go on")
			text := ""
			for !strings.HasSuffix(text, "\r\n.\r\n") {
				part, err := r.ReadString('\n')
				if err != nil {
					return
				}
				text += part
			}
			p.mu.Lock()
			p.taken = append(p.taken, text)
			p.mu.Unlock()
			if p.breaks("after") {
				return
			}
			say("250 taken")
		default:
			say("250 well")
		}
	}
}

func (p *postOffice) count() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return len(p.taken)
}

// house is an installation over the world, whose officer wants a mail a day.
func house(t *testing.T, w *testkit.World, cfg config.Config) *server.Installation {
	t.Helper()
	w.Clock.Set("2026-06-12") // a Friday; the deadlines of the world are 30 June
	w.Write(t, func(tx *store.Tx) error {
		for _, ways := range []warning.Ways{{ID: "officer", Email: "sunlei@house.cn", Digest: true}, {ID: "leader", Email: "liming@house.cn", Digest: true}, {ID: "clerk", Email: "chenjing@house.cn"}} {
			if err := store.WarningWays.Insert(tx, &ways); err != nil {
				return err
			}
		}
		return nil
	})
	return &server.Installation{Config: cfg, Log: slog.New(slog.NewTextHandler(io.Discard, nil)), Now: w.Clock.Now, DB: w.DB, Calendar: workday.China(), Runner: w.Runner, Reader: w.Reader}
}

func mailing(p *postOffice) config.Config {
	cfg := config.Default()
	host, port, _ := net.SplitHostPort(p.Addr().String())
	cfg.Mail.Host, cfg.Mail.Security, cfg.Mail.From = host, "none", "bihuan@house.cn"
	fmt.Sscan(port, &cfg.Mail.Port)
	return cfg
}

func TestOneMailADayToWhoWantsItAndHasWarnings(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w, p := testkit.NewWorld(t, url), openPostOffice(t)
		in := house(t, w, mailing(p))
		send := func(want int, what string) {
			t.Helper()
			if err := in.SendDigests(context.Background()); err != nil || p.count() != want {
				t.Fatalf("%s: %d mails, want %d: %v", what, p.count(), want, err)
			}
		}
		send(1, "on a working day") // the leader has no warning yet, the clerk wants none
		send(1, "again on the same day")
		if got := p.taken[0]; !strings.Contains(got, "To: <sunlei@house.cn>") || strings.Contains(got, "台账") {
			t.Errorf("sent:\n%s", got)
		}
		w.Clock.Set("2026-06-13")
		send(1, "on a Saturday")
		w.Clock.Set("2026-06-22")
		send(3, "when the leader's step is reached")
		w.Write(t, func(tx *store.Tx) error {
			_, err := tx.Exec("UPDATE warning_ways SET digest = 0 WHERE id = 'leader'")
			return err
		})
		w.Clock.Set("2026-06-23")
		send(4, "after the leader opted out")
		in.Config.Mail.Host = ""
		w.Clock.Set("2026-06-24")
		send(4, "with mail switched off")
	})
}

// TestNoMailGoesOutTwice breaks connections and the server itself at any
// moment: nobody gets two mails for one day, and who surely got none gets one.
func TestNoMailGoesOutTwice(t *testing.T) {
	w, p := testkit.NewWorld(t, t.TempDir()+"/bihuan.db"), openPostOffice(t)
	in := house(t, w, mailing(p))
	day := workday.Date("2026-06-12")
	rapid.Check(t, func(rt *rapid.T) {
		steps := rapid.SliceOfN(rapid.SampledFrom([]string{"rcpt", "data", "after", "well", "killed"}), 1, 4).Draw(rt, "steps")
		for day = day.AddDays(1); !workday.China().IsWorkday(day); day = day.AddDays(1) {
		}
		if day > "2026-12-20" {
			day = "2026-06-15"
			w.Write(t, func(tx *store.Tx) error { _, err := tx.Exec("DELETE FROM sending"); return err })
		}
		w.Clock.Set(day)
		w.Write(t, func(tx *store.Tx) error {
			for _, table := range []string{"problem", "measure"} {
				if _, err := tx.Exec("UPDATE "+table+" SET deadline = ? WHERE org_id = 'bureau'", day.AddDays(15)); err != nil {
					return err
				}
			}
			return nil
		})
		before, sure := p.count(), true
		for _, step := range steps {
			p.mu.Lock()
			p.hangUp = step
			p.mu.Unlock()
			if step == "killed" { // between noting that it begins and sending
				w.Write(t, func(tx *store.Tx) error { _, _, err := store.Begin(tx, warning.SendMail, "officer", day); return err })
				sure = sure && p.count() > before
			}
			if err := in.SendDigests(context.Background()); err != nil {
				rt.Fatalf("%s: %v", step, err)
			}
		}
		got := p.count() - before
		if got > 1 {
			rt.Fatalf("%d mails on %s after %v", got, day, steps)
		}
		last := steps[len(steps)-1]
		if got == 0 && sure && last == "well" {
			rt.Fatalf("no mail on %s after %v, although nothing is unsure", day, steps)
		}
	})
}

func TestARobotGetsOneLineOfFigures(t *testing.T) {
	testkit.Databases(t, oneLine)
}

func oneLine(t *testing.T, url string) {
	w := testkit.NewWorld(t, url)
	var bodies []string
	code := 0
	group := httptest.NewTLSServer(http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/away" {
			http.Redirect(rw, r, "/robot", http.StatusTemporaryRedirect)
			return
		}
		body, _ := io.ReadAll(r.Body)
		bodies = append(bodies, string(body))
		fmt.Fprintf(rw, `{"errcode":%d,"errmsg":"x"}`, code)
	}))
	t.Cleanup(group.Close)
	host := strings.TrimPrefix(group.URL, "https://")
	cfg := config.Default()
	cfg.RobotHosts = host
	var log strings.Builder
	in := house(t, w, cfg)
	in.Log = slog.New(slog.NewTextHandler(&log, nil))
	in.RobotClient = group.Client()
	in.RobotClient.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	add := func(id, address string) {
		w.Write(t, func(tx *store.Tx) error {
			return store.Robots.Insert(tx, &warning.Robot{ID: id, OrgID: "bureau", Name: id, Kind: warning.WeCom, Address: address})
		})
	}
	add("good", group.URL+"/robot?key=s3cret")
	add("elsewhere", "https://elsewhere.example/robot?key=s3cret")
	add("moved", group.URL+"/away?key=s3cret")
	for range 2 {
		if err := in.SendLines(context.Background()); err != nil {
			t.Fatal(err)
		}
	}
	if len(bodies) != 1 {
		t.Fatalf("%d lines: %v", len(bodies), bodies)
	}
	var said struct {
		Text struct{ Content string } `json:"text"`
	}
	if err := json.Unmarshal([]byte(bodies[0]), &said); err != nil || !strings.Contains(said.Text.Content, "问题 3 项") || strings.Contains(said.Text.Content, "台账") {
		t.Errorf("the line is %q, %v", said.Text.Content, err)
	}
	if strings.Contains(log.String(), "s3cret") {
		t.Errorf("the log tells an address: %s", log.String())
	}
	w.See(t, func(tx *store.Tx) error {
		s, err := store.Sendings.List(tx, "ORDER BY to_id")
		if len(s) != 2 || s[0].State != warning.SendDone || s[1].State != warning.SendFailed {
			t.Errorf("noted: %+v", s)
		}
		return err
	})
}
