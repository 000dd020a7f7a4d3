package server_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bihuan/internal/audit"
	"bihuan/internal/config"
	"bihuan/internal/fault"
	"bihuan/internal/locale"
	"bihuan/internal/server"
	"bihuan/internal/testkit"
)

func settings(t *testing.T, url string) config.Config {
	t.Helper()
	cfg := config.Default()
	cfg.Data, cfg.Listen = t.TempDir(), "127.0.0.1:0"
	if strings.HasPrefix(url, "postgres") {
		cfg.Database = url
	}
	return cfg
}

// start runs a server until the returned function is called, which gives what
// Run gave.
func start(t *testing.T, cfg config.Config, log io.Writer) (address string, stop func() error) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	ready, ended := make(chan string, 1), make(chan error, 1)
	logger := slog.New(slog.NewTextHandler(log, &slog.HandlerOptions{Level: slog.LevelDebug}))
	go func() {
		ended <- server.Run(ctx, cfg, logger, testkit.ClockAt("2026-03-02").Now, func(a string) { ready <- a })
	}()
	t.Cleanup(cancel)
	select {
	case address = <-ready:
	case err := <-ended:
		t.Fatal(err)
	}
	return address, func() error { cancel(); return <-ended }
}

func get(t *testing.T, address, path string) (int, string) {
	t.Helper()
	res, err := http.Get("http://" + address + path)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return res.StatusCode, string(body)
}

func TestAServerAnswersUntilItIsStoppedAndStartsAgain(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		cfg := settings(t, url)
		for range 2 {
			address, stop := start(t, cfg, io.Discard)
			if code, body := get(t, address, "/healthz"); code != http.StatusOK || body != "ok\n" {
				t.Errorf("%d %q", code, body)
			}
			if code, body := get(t, address, "/sign-in"); code != http.StatusOK || !strings.Contains(body, "<form") {
				t.Errorf("the sign-in page: %d", code)
			}
			if err := stop(); err != nil {
				t.Error(err)
			}
			if _, err := net.Dial("tcp", address); err == nil {
				t.Error("it still answers after the stop")
			}
		}
	})
}

func TestASecondServerIsRefusedAndToldWhoTheFirstIs(t *testing.T) {
	cfg := settings(t, "")
	_, stop := start(t, cfg, io.Discard)
	begun := time.Now()
	err := server.Run(context.Background(), cfg, slog.New(slog.DiscardHandler), time.Now, nil)
	if took := time.Since(begun); took > 2*time.Second {
		t.Errorf("it took %v", took)
	}
	var f *fault.Error
	if !errors.As(err, &f) || f.Kind != fault.Conflict {
		t.Fatalf("the second server ended with %v", err)
	}
	host, herr := os.Hostname()
	if herr != nil {
		t.Fatal(herr)
	}
	text := locale.Text(locale.Chinese, f.Code, f.Args...)
	for _, want := range []string{cfg.Data, fmt.Sprint(os.Getpid()), host, "2026-03-02 09:00:00"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q does not name %s", text, want)
		}
	}
	if err := stop(); err != nil {
		t.Error(err)
	}
	if _, stop := start(t, cfg, io.Discard); stop() != nil {
		t.Error("the directory stayed locked")
	}
}

func TestInterruptedUploadsAreClearedAtTheStart(t *testing.T) {
	cfg := settings(t, "")
	if err := os.MkdirAll(filepath.Join(cfg.FilesDir(), "tmp"), 0o700); err != nil {
		t.Fatal(err)
	}
	half := filepath.Join(cfg.FilesDir(), "tmp", "upload-1")
	if err := os.WriteFile(half, []byte("half"), 0o600); err != nil {
		t.Fatal(err)
	}
	in, err := server.Open(t.Context(), cfg, slog.New(slog.DiscardHandler), time.Now)
	if err != nil {
		t.Fatal(err)
	}
	if err := in.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(half); err != nil {
		t.Errorf("a command beside the server removed an upload: %v", err)
	}
	if _, stop := start(t, cfg, io.Discard); stop() != nil {
		t.Error("the server did not stop well")
	}
	if _, err := os.Stat(half); err == nil {
		t.Error("the upload of a crashed server is still there")
	}
}

func TestTheLogHoldsNoSecrets(t *testing.T) {
	var log strings.Builder
	cfg := settings(t, "")
	address, stop := start(t, cfg, &log)
	res, err := http.Post("http://"+address+"/sign-in?next=geheim", "application/x-www-form-urlencoded",
		strings.NewReader("login=zhang&password=geheim"))
	if err != nil {
		t.Fatal(err)
	}
	res.Body.Close()
	if err := stop(); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(log.String(), "path=/sign-in") || strings.Contains(log.String(), "geheim") {
		t.Errorf("the log:\n%s", log.String())
	}
}

func TestAClientThatSendsHalfAHeaderIsLetGo(t *testing.T) {
	t.Parallel()
	address, stop := start(t, settings(t, ""), io.Discard)
	defer stop()
	conn, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	if _, err := io.WriteString(conn, "GET /healthz HTTP/1.1\r\nHost: x\r\n"); err != nil {
		t.Fatal(err)
	}
	if err := conn.SetReadDeadline(time.Now().Add(8 * time.Second)); err != nil {
		t.Fatal(err)
	}
	if _, err := bufio.NewReader(conn).ReadByte(); err == nil || os.IsTimeout(err) {
		t.Errorf("the connection is still open: %v", err)
	}
}

func TestHolidaysOfANewYearComeFromTheDataDirectory(t *testing.T) {
	cfg := settings(t, "")
	write := func(text string) {
		if err := os.WriteFile(filepath.Join(cfg.Data, server.CalendarFile), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write(`[{"year":2027,"source":"国务院办公厅通知","holidays":[{"name":"元旦","from":"2027-01-01","to":"2027-01-03"}],"makeUp":[]}]`)
	in, err := server.Open(t.Context(), cfg, slog.New(slog.DiscardHandler), time.Now)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	if !in.Calendar.Published(2027) || !in.Calendar.Published(2026) {
		t.Error("2027 or 2026 is not known")
	}
	write(`[{"year":2027}]`)
	if _, err := server.Open(t.Context(), cfg, slog.New(slog.DiscardHandler), time.Now); err == nil || !strings.Contains(err.Error(), server.CalendarFile) {
		t.Errorf("a wrong file: %v", err)
	}
}

func TestIDsAreDistinct(t *testing.T) {
	in, err := server.Open(t.Context(), settings(t, ""), slog.New(slog.DiscardHandler), time.Now)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	seen := map[string]bool{}
	for range 10000 {
		seen[in.NewID()] = true
	}
	if len(seen) != 10000 {
		t.Errorf("only %d of 10000 ids differ", len(seen))
	}
}

func TestTheServerLeavesASignedCheckpointOfItsAuditLog(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		cfg := settings(t, url)
		in, err := server.Open(t.Context(), cfg, slog.New(slog.DiscardHandler), time.Now)
		if err != nil {
			t.Fatal(err)
		}
		defer in.Close()
		if err := in.Upkeep(t.Context()); err != nil {
			t.Fatal(err)
		}
		signed, err := os.ReadFile(filepath.Join(cfg.Data, server.CheckpointDir, "000000000000.txt"))
		if err != nil {
			t.Fatal(err)
		}
		c, err := audit.OpenCheckpoint(string(signed), in.Key.Public())
		if err != nil || c.Size != 0 {
			t.Errorf("%+v, %v", c, err)
		}
	})
}
