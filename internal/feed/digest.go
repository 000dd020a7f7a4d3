package feed

import (
	"fmt"
	"strings"

	"bihuan/internal/domain/workday"
	"bihuan/internal/locale"
	"bihuan/internal/query"
)

// shown bounds the warnings that a mail lists.
const shown = 50

// Digest is the e-mail of a day: how many warnings of which level, and where
// wording may leave, which. The page has the rest.
func Digest(o Outgoing, lang string, l query.WarningList, day workday.Date) (subject, text string) {
	t := func(key string, args ...any) string { return locale.Text(lang, key, args...) }
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\n", t("digest.head", day.Chinese(), l.All, l.Unread))
	for _, c := range []workday.Colour{workday.Red, workday.Yellow, workday.Green} {
		if n := l.ByColour[c]; n > 0 {
			fmt.Fprintf(&b, "%s：%d\n", t("warnings.colour."+string(c)), n)
		}
	}
	if o.Detail {
		b.WriteString("\n")
		for _, r := range l.Rows[:min(len(l.Rows), shown)] {
			fmt.Fprintf(&b, "[%s] %s %s %s（%s，%s）\n", t("warnings.colour."+string(r.Colour)), t("warning.kind."+string(r.Kind)), r.Number, line(r.Title), r.Org, r.Warning.Due)
		}
	}
	if link := o.Link("/warnings"); link != "" {
		fmt.Fprintf(&b, "\n%s\n%s\n", t("digest.link"), link)
	}
	fmt.Fprintf(&b, "\n%s\n", t("digest.foot"))
	return t("digest.subject", l.ByColour[workday.Red], l.ByColour[workday.Yellow], l.ByColour[workday.Green]), b.String()
}

// Line is what a robot writes: counts only.
func Line(o Outgoing, r query.RobotLine, day workday.Date) string {
	text := locale.Text(locale.Chinese, "robot.line", r.Place, day.Chinese(), r.Counts.Total, r.Counts.Done(), r.Counts.Late, r.Counts.DueSoon, r.Letters.Open, r.Letters.Late)
	if link := o.Link("/"); link != "" {
		text += " " + link
	}
	return text
}
