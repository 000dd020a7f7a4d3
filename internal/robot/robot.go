// Package robot writes one line to the robot of a group in 企业微信, 钉钉 or 飞书.
// It calls nothing but https, follows no redirect and waits for a bounded time.
package robot

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"time"
)

// The kinds of robots.
const (
	WeCom    = "wecom"
	DingTalk = "dingtalk"
	Feishu   = "feishu"
)

// Robot is where a line goes.
type Robot struct {
	Kind    string
	Address string
	Secret  string // for the signature; empty for none
}

// ErrUnsure says that the line may have arrived.
var ErrUnsure = errors.New("it is not known whether the line arrived")

const (
	patience  = 10 * time.Second
	mostBytes = 64 << 10 // of an answer
)

// Client is an HTTP client that goes where it is sent and nowhere else.
func Client() *http.Client {
	return &http.Client{Timeout: patience, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
}

// Send writes a line. What it returns never names the address, which is a
// secret. An error that wraps ErrUnsure leaves open whether the line arrived;
// any other means that it did not.
func (r Robot) Send(ctx context.Context, client *http.Client, text string, now time.Time) error {
	address, body, err := r.request(text, now)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, address, bytes.NewReader(body))
	if err != nil || req.URL.Scheme != "https" {
		return errors.New("the robot's address is no https address")
	}
	req.Header.Set("Content-Type", "application/json; charset=utf-8")
	answer, err := client.Do(req)
	var dial *net.OpError
	if errors.As(err, &dial) && dial.Op == "dial" {
		return fmt.Errorf("robot: %w", bare(err))
	}
	if err != nil {
		return fmt.Errorf("robot: %w: %w", ErrUnsure, bare(err))
	}
	defer answer.Body.Close()
	reply, err := io.ReadAll(io.LimitReader(answer.Body, mostBytes))
	if err != nil {
		return fmt.Errorf("robot: %w: %w", ErrUnsure, bare(err))
	}
	return said(answer.StatusCode, reply)
}

// bare takes the address out of a client's error.
func bare(err error) error {
	var u *url.Error
	if errors.As(err, &u) {
		return u.Err
	}
	return err
}

// said reads the answer: each of the three says 0 for well.
func said(status int, body []byte) error {
	var answer struct {
		ErrCode    *int   `json:"errcode"`
		ErrMsg     string `json:"errmsg"`
		Code       *int   `json:"code"`
		Msg        string `json:"msg"`
		StatusCode *int   `json:"StatusCode"`
	}
	if status != http.StatusOK || json.Unmarshal(body, &answer) != nil {
		return fmt.Errorf("the robot's server answers with status %d", status)
	}
	for _, code := range []*int{answer.ErrCode, answer.Code, answer.StatusCode} {
		if code != nil && *code != 0 {
			return fmt.Errorf("the robot refuses with %d %s%s", *code, answer.ErrMsg, answer.Msg)
		}
		if code != nil {
			return nil
		}
	}
	return errors.New("the robot's server answers with something else")
}

// request gives the address with its signature and the body of the kind.
func (r Robot) request(text string, now time.Time) (string, []byte, error) {
	content := map[string]any{"content": text}
	message := map[string]any{"msgtype": "text", "text": content}
	address := r.Address
	switch r.Kind {
	case WeCom:
	case DingTalk:
		if r.Secret != "" {
			stamp := strconv.FormatInt(now.UnixMilli(), 10)
			sign := sum([]byte(r.Secret), stamp+"\n"+r.Secret)
			u, err := url.Parse(address)
			if err != nil {
				return "", nil, errors.New("the robot's address cannot be read")
			}
			q := u.Query()
			q.Set("timestamp", stamp)
			q.Set("sign", sign)
			u.RawQuery = q.Encode()
			address = u.String()
		}
	case Feishu:
		message = map[string]any{"msg_type": "text", "content": map[string]any{"text": text}}
		if r.Secret != "" {
			stamp := strconv.FormatInt(now.Unix(), 10)
			message["timestamp"], message["sign"] = stamp, sum([]byte(stamp+"\n"+r.Secret), "")
		}
	default:
		return "", nil, fmt.Errorf("there is no robot of the kind %q", r.Kind)
	}
	body, err := json.Marshal(message)
	return address, body, err
}

// sum is the HMAC-SHA256 of a text in Base64.
func sum(key []byte, text string) string {
	h := hmac.New(sha256.New, key)
	h.Write([]byte(text))
	return base64.StdEncoding.EncodeToString(h.Sum(nil))
}
