package web

import (
	"crypto/rand"
	"encoding/base64"
	"net/http"
	"strings"

	"bihuan/internal/action/warnings"
	"bihuan/internal/domain/org"
	"bihuan/internal/fault"
	"bihuan/internal/feed"
	"bihuan/internal/query"
	"bihuan/internal/web/templates"
)

// feedPath begins the address of a calendar; what follows is a secret.
const feedPath = "/calendar/"

// ShownPath is the path of a request as it may stand in a log.
func ShownPath(path string) string {
	if strings.HasPrefix(path, feedPath) {
		return feedPath + "…"
	}
	return path
}

func waysPage(v *visit) error { return v.showWays("") }

// showWays shows the page; link is a calendar link that was just made, and is
// shown this once.
func (v *visit) showWays(link string) error {
	w, err := see(v, query.MyWays, struct{}{})
	if err != nil {
		return err
	}
	return v.show(templates.Ways(v.page("ways.title"), templates.WaysShown{Ways: w, Mail: v.opts.Mail, Detail: v.opts.Outgoing.Detail, Link: link}))
}

func saveWays(v *visit) error {
	return post(v, &warnings.SaveWays{}, "saved", to("/warnings/ways"))
}

// openFeed makes a calendar link and shows it once.
func openFeed(v *visit) error {
	var secret [32]byte
	if _, err := rand.Read(secret[:]); err != nil {
		return err
	}
	cmd := &warnings.OpenFeed{Secret: base64.RawURLEncoding.EncodeToString(secret[:])}
	if err := v.decode(cmd); err != nil {
		return err
	}
	res, err := v.do(cmd)
	if err != nil {
		return err
	}
	if res.Replayed { // the first answer got lost, and its link with it
		return fault.New(fault.Conflict, "ways.feed.again")
	}
	return v.showWays(v.address(feedPath + cmd.Secret + ".ics"))
}

// address is a page's address as the visitor reaches it.
func (v *visit) address(path string) string {
	if link := v.opts.Outgoing.Link; link != nil && link(path) != "" {
		return link(path)
	}
	scheme := "http"
	if v.opts.SecureCookies || v.r.TLS != nil {
		scheme = "https"
	}
	return scheme + "://" + v.r.Host + path
}

func closeFeed(v *visit) error {
	return post(v, &warnings.CloseFeed{}, "ways.feed.closed", to("/warnings/ways"))
}

// calendarFeed gives the calendar of whoever made the link, as he may see it
// today. A link that was taken back is not there.
func calendarFeed(v *visit) error {
	secret, ics := strings.CutSuffix(v.r.PathValue("secret"), ".ics")
	if !ics {
		return fault.New(fault.NotFound, "fault.not-found")
	}
	owner, err := query.Page(v.r.Context(), v.read, org.Actor{}, query.FeedOwner, warnings.FeedHash(secret))
	if err != nil {
		return err
	}
	events, err := query.Page(v.r.Context(), v.read, owner, query.Feed, struct{}{})
	if err != nil {
		return err
	}
	out := v.opts.Outgoing
	out.Link = v.address
	v.w.Header().Set("Content-Type", "text/calendar; charset=utf-8")
	v.w.Header().Set("Content-Disposition", `inline; filename="bihuan.ics"`)
	if v.r.Method != http.MethodHead {
		_, _ = v.w.Write([]byte(feed.Calendar(out, owner.Lang, v.t("ui.product"), events, v.run.DB.Now()))) // who hangs up needs no calendar
	}
	return nil
}

func robotList(v *visit) error {
	p, x, err := inspect(v, v.id(), "robot.title", query.Robots, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.Robots(p, x, v.opts.RobotHosts))
}

func roundRobots(v *visit) error {
	x, err := see(v, query.RoundRobots, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.Robots(v.page("robot.title"), x, v.opts.RobotHosts))
}

func addRobot(v *visit) error {
	return post(v, &warnings.AddRobot{InspectionID: v.id(), Hosts: v.opts.RobotHosts}, "saved", to("/inspections/"+v.id()+"/robots"))
}

func addRoundRobot(v *visit) error {
	return post(v, &warnings.AddRobot{RoundID: v.id(), Hosts: v.opts.RobotHosts}, "saved", to("/rounds/"+v.id()+"/robots"))
}

func switchRobot(v *visit) error {
	return post(v, &warnings.SwitchRobot{ID: v.id()}, "saved", to(v.back("/desk")))
}
