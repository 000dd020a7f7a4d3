package journey

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"testing"
	"time"
)

// client is somebody at the real program who remembers what it confirmed.
type client struct {
	t     *testing.T
	http  *http.Client
	base  string
	guard string
	kept  map[string][]byte // evidence id → content that was confirmed
	parts map[string]int64  // upload id → bytes that were confirmed
	said  map[string]bool   // texts of progress entries that were confirmed
	last  string            // id of the file that was confirmed last
}

var (
	guardField = regexp.MustCompile(`name="guard" value="([0-9a-f]+)"`)
	problemRef = regexp.MustCompile(`href="(/problems/[0-9A-Z]{26})"`)
)

func (c *client) ask(method, path, kind string, body io.Reader) (int, []byte, error) {
	r, err := http.NewRequestWithContext(c.t.Context(), method, c.base+path, body)
	if err != nil {
		return 0, nil, err
	}
	r.Header.Set("Content-Type", kind)
	r.Header.Set("X-Guard", c.guard)
	r.Header.Set("X-Fragment", "1")
	res, err := c.http.Do(r)
	if err != nil {
		return 0, nil, err
	}
	defer res.Body.Close()
	text, err := io.ReadAll(res.Body)
	return res.StatusCode, text, err
}

func (c *client) form(path string, values url.Values) (int, []byte, error) {
	values.Set("guard", c.guard)
	return c.ask(http.MethodPost, path, "application/x-www-form-urlencoded", bytes.NewBufferString(values.Encode()))
}

// upload brings one file in; only what the program confirms is remembered.
func (c *client) upload(problem string, content []byte, n int) error {
	sum := sha256.Sum256(content)
	var u struct {
		ID     string
		Offset int64
		Chunk  int64
	}
	told := func(status int, text []byte, err error) error {
		if err != nil {
			return err
		}
		if status != http.StatusOK {
			return fmt.Errorf("%d: %s", status, text)
		}
		return json.Unmarshal(text, &u)
	}
	if err := told(c.form(problem+"/uploads", url.Values{"name": {fmt.Sprintf("材料%d.bin", n)}, "size": {strconv.Itoa(len(content))}, "hash": {hex.EncodeToString(sum[:])}})); err != nil {
		return err
	}
	id := u.ID
	if u.Offset < c.parts[id] {
		c.t.Errorf("upload %s: %d bytes were confirmed, %d are there", id, c.parts[id], u.Offset)
	}
	for u.Offset < int64(len(content)) {
		part := content[u.Offset:min(u.Offset+u.Chunk/4, int64(len(content)))]
		if err := told(c.ask(http.MethodPut, fmt.Sprintf("/uploads/%s?offset=%d", id, u.Offset), "application/octet-stream", bytes.NewReader(part))); err != nil {
			return err
		}
		c.parts[id] = u.Offset
	}
	if err := told(c.form("/uploads/"+id+"/finish", url.Values{"form_key": {"upload-" + id}, "speaks_for": {"2026-07-01"}})); err != nil {
		return err
	}
	c.kept[u.ID], c.last = content, u.ID
	return nil
}

// report writes one entry, under a key that makes repeating it harmless.
func (c *client) report(problem string, n int) error {
	text := fmt.Sprintf("第%d条进展已经确认", n)
	status, answer, err := c.form(problem+"/progress", url.Values{"form_key": {fmt.Sprint("entry-", n)}, "on": {"2026-07-01"}, "verdict": {"under-way"}, "body": {text}})
	if err != nil {
		return err
	}
	if status != http.StatusNoContent {
		return fmt.Errorf("%d: %s", status, answer)
	}
	c.said[text] = true
	return nil
}

// started runs the program on its data and gives its process.
func started(t *testing.T, program, data string) (*exec.Cmd, string) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), program, "demo", "--data", data, "--listen", "127.0.0.1:0")
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	cmd.Stderr = os.Stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return cmd, addressIn(t, out)
}

// TestNothingConfirmedIsLostWhenTheProgramIsKilled kills the real program with
// SIGKILL at random points while files come in and entries are written, starts
// it again on the same data, and goes on. What it confirmed must be there and
// whole. BIHUAN_KILLS makes more rounds of it.
func TestNothingConfirmedIsLostWhenTheProgramIsKilled(t *testing.T) {
	kills := 6
	if n, err := strconv.Atoi(os.Getenv("BIHUAN_KILLS")); err == nil {
		kills = n
	}
	program, data := built(t), filled(t)
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	c := &client{t: t, http: &http.Client{Jar: jar}, kept: map[string][]byte{}, parts: map[string]int64{}, said: map[string]bool{}}
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	random := rand.New(rand.NewPCG(seed, 1))
	problem, n := "", 0
	approve := newApprovals(t)
	for round := 0; round <= kills; round++ {
		cmd, base := started(t, program, data)
		c.base = base
		approve.at(base)
		if problem == "" {
			problem = c.enter()
			approve.enter()
		}
		if round == kills {
			c.check(problem)
			approve.check()
			_ = cmd.Process.Kill() // the test is over
			_ = cmd.Wait()
			break
		}
		time.AfterFunc(time.Duration(50+random.IntN(900))*time.Millisecond, func() { _ = cmd.Process.Kill() })
		for broken := false; !broken; n++ {
			content := make([]byte, 100_000+random.IntN(900_000))
			for i := range content {
				content[i] = byte(random.Uint32())
			}
			broken = c.report(problem, n) != nil || c.upload(problem, content, n) != nil || approve.next(c.last) != nil
		}
		_ = cmd.Wait()
	}
	t.Logf("%d kills: %d files, %d entries, %d reviews and %d steps of sign-offs were confirmed", kills, len(c.kept), len(c.said), len(approve.reviewed), len(approve.decided))
	if len(c.said) == 0 || len(approve.reviewed) == 0 || len(approve.decided) == 0 {
		t.Error("nothing was confirmed: the test tried nothing")
	}
}

// signIn opens a session, which a restart does not end.
func (c *client) signIn(login string) {
	c.t.Helper()
	if _, _, err := c.ask(http.MethodPost, "/sign-in", "application/x-www-form-urlencoded", bytes.NewBufferString("login="+login+"&password=qinghe-2026")); err != nil {
		c.t.Fatal(err)
	}
}

// enter signs the clerk in and gives a problem that is open.
func (c *client) enter() string {
	c.t.Helper()
	c.signIn("xuekai")
	_, desk, err := c.ask(http.MethodGet, "/inspections", "", nil)
	if err != nil {
		c.t.Fatal(err)
	}
	inspection := regexp.MustCompile(`href="(/inspections/[0-9A-Z]{26})"`).FindSubmatch(desk)
	if inspection == nil {
		c.t.Fatalf("no inspection: %s", desk)
	}
	_, list, err := c.ask(http.MethodGet, string(inspection[1])+"/problems?closed=no", "", nil)
	if err != nil {
		c.t.Fatal(err)
	}
	problem := problemRef.FindSubmatch(list)
	if problem == nil {
		c.t.Fatal("no open problem")
	}
	_, page, err := c.ask(http.MethodGet, string(problem[1]), "", nil)
	if err != nil {
		c.t.Fatal(err)
	}
	c.guard = string(guardField.FindSubmatch(page)[1])
	return string(problem[1])
}

// check looks for everything that was confirmed.
func (c *client) check(problem string) {
	c.t.Helper()
	_, page, err := c.ask(http.MethodGet, problem, "", nil)
	if err != nil {
		c.t.Fatal(err)
	}
	for text := range c.said {
		if !bytes.Contains(page, []byte(text)) {
			c.t.Errorf("an entry that was confirmed is gone: %s", text)
		}
	}
	for id, want := range c.kept {
		status, got, err := c.ask(http.MethodGet, "/evidence/"+id+"?download=1", "", nil)
		if err != nil || status != http.StatusOK || !bytes.Equal(got, want) {
			c.t.Errorf("a file that was confirmed is not whole: %s, %d, %d of %d bytes, %v", id, status, len(got), len(want), err)
		}
	}
}
