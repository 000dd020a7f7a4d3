package robot_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"bihuan/internal/robot"
)

var now = time.UnixMilli(1790000000000)

// group is a server of robots that keeps what it was sent.
type group struct {
	*httptest.Server
	answer string
	query  map[string][]string
	body   map[string]any
}

func open(t *testing.T) *group {
	t.Helper()
	g := &group{}
	g.Server = httptest.NewTLSServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		text, _ := io.ReadAll(r.Body)
		g.query, g.body = r.URL.Query(), nil
		if err := json.Unmarshal(text, &g.body); err != nil {
			t.Errorf("sent %s", text)
		}
		fmt.Fprint(w, g.answer)
	}))
	t.Cleanup(g.Close)
	return g
}

// The signatures were worked out by another program.
func TestEachKindIsWrittenAndSignedAsItWants(t *testing.T) {
	g := open(t)
	send := func(kind, answer string) error {
		g.answer = answer
		return robot.Robot{Kind: kind, Address: g.URL + "/send?key=abc", Secret: "SEC密钥"}.Send(context.Background(), g.Client(), "一行", now)
	}
	if err := send(robot.WeCom, `{"errcode":0,"errmsg":"ok"}`); err != nil || g.body["msgtype"] != "text" || g.body["text"].(map[string]any)["content"] != "一行" {
		t.Errorf("WeCom: %v, %v", g.body, err)
	}
	if err := send(robot.DingTalk, `{"errcode":0,"errmsg":"ok"}`); err != nil || g.query["timestamp"][0] != "1790000000000" || g.query["sign"][0] != "LaMFQi5oM41gj4/WACuZhBCd1kYXs4PeANSg8VvD5Ss=" || g.query["key"][0] != "abc" {
		t.Errorf("DingTalk: %v, %v", g.query, err)
	}
	if err := send(robot.Feishu, `{"code":0,"msg":"success"}`); err != nil || g.body["timestamp"] != "1790000000" || g.body["sign"] != "35GNzrpE4LxUpeQA4+G9hCoj8fgpP66JThzZg0OwJ+g=" || g.body["content"].(map[string]any)["text"] != "一行" {
		t.Errorf("Feishu: %v, %v", g.body, err)
	}
}

func TestWhatWentWrongIsToldWithoutTheAddress(t *testing.T) {
	g := open(t)
	r := robot.Robot{Kind: robot.WeCom, Address: g.URL + "/send?key=s3cret"}
	told := func(what string, client *http.Client, unsure bool) {
		t.Helper()
		err := r.Send(context.Background(), client, "x", now)
		if err == nil || errors.Is(err, robot.ErrUnsure) != unsure || strings.Contains(err.Error(), "s3cret") {
			t.Errorf("%s: %v", what, err)
		}
	}
	for _, answer := range []string{`{"errcode":93000,"errmsg":"invalid webhook"}`, `{"code":19021,"msg":"sign match fail"}`, `{}`, `<html>`} {
		g.answer = answer
		told(answer, g.Client(), false)
	}
	broken := httptest.NewTLSServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }))
	r.Address = broken.URL + "/send?key=s3cret"
	told("broken off", broken.Client(), true)
	client := broken.Client()
	broken.Close()
	told("nobody answers", client, false)
	r.Address = "http://127.0.0.1/send?key=s3cret"
	told("without https", robot.Client(), false)
}
