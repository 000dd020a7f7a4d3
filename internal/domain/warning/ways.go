package warning

import (
	"net/mail"
	"net/url"
	"slices"
	"strings"
	"time"

	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
)

// Ways are how somebody wants his warnings beside the page: its ID is the
// account's. Nothing is sent to who chose nothing.
type Ways struct {
	ID       string
	Email    string
	Digest   bool   // one e-mail a working day
	FeedHash string `json:"-"` // SHA-256 of the calendar link's secret; empty for no link
	FeedAt   time.Time
	Version  int
}

// Check notes what is wrong with the ways.
func (w Ways) Check(c *fault.Checks) {
	c.Max("email", w.Email, fault.ShortText)
	if w.Digest && w.Email == "" {
		c.Add("email", "field.required")
	}
	if w.Email != "" {
		if a, err := mail.ParseAddress(w.Email); err != nil || a.Address != w.Email || strings.ContainsAny(w.Email, "\r\n") {
			c.Add("email", "ways.email.bad")
		}
	}
}

// RobotKind is whose robot it is.
type RobotKind string

// The kinds.
const (
	WeCom    RobotKind = "wecom"    // 企业微信
	DingTalk RobotKind = "dingtalk" // 钉钉
	Feishu   RobotKind = "feishu"   // 飞书
)

// RobotKinds lists the kinds.
func RobotKinds() []RobotKind { return []RobotKind{WeCom, DingTalk, Feishu} }

// Robot is a group's robot that gets one line a day, with counts only: of an
// inspected organisation, or of a round in the inspection office. Who knows its
// address can write to the group.
type Robot struct {
	ID      string
	OrgID   string // to whom it belongs
	RoundID string // of the inspection office's; empty for an organisation's own
	Name    string
	Kind    RobotKind
	Address string `json:"-"`
	Secret  string `json:"-"` // for the signature of 钉钉 and 飞书; empty for none
	Stopped bool
	By      string // account
	Version int
}

// CheckAddress notes an address that may not be called: only https, and only
// the hosts that the installation allows.
func CheckAddress(c *fault.Checks, field, address string, hosts []string) {
	if !Callable(address, hosts) {
		c.Add(field, "robot.address.bad", strings.Join(hosts, "、"))
	}
}

// Callable reports whether an address may be called.
func Callable(address string, hosts []string) bool {
	u, err := url.Parse(address)
	return err == nil && u.Scheme == "https" && u.User == nil && u.Fragment == "" && slices.Contains(hosts, strings.ToLower(u.Host))
}

// SendState is how far a sending is.
type SendState string

// The states. What began and did not end is never begun again: it may have
// arrived.
const (
	SendBegun  SendState = "begun"
	SendDone   SendState = "sent"
	SendFailed SendState = "failed" // it surely did not arrive
	SendUnsure SendState = "unsure" // it may have arrived
)

// Sending is what goes to one recipient on one day, at most once.
type Sending struct {
	ID       string
	Kind     string // SendMail or SendRobot
	To       string // account or robot
	On       workday.Date
	State    SendState
	Attempts int
	Reason   string
	At       time.Time
}

// The kinds of sendings.
const (
	SendMail  = "mail"
	SendRobot = "robot"
)

// MostAttempts is how often a sending is tried on its day.
const MostAttempts = 5
