package publication

import (
	"fmt"
	"slices"

	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
)

// Form is how much is told of a part.
type Form string

// The forms.
const (
	Full     Form = "full"     // 全文
	Outline  Form = "outline"  // 摘要: what the report marks as its gist
	Withheld Form = "withheld" // 不公开, with a reason and a consent
)

// Forms lists the forms as a form offers them.
func Forms() []Form { return []Form{Full, Outline, Withheld} }

// Reason is why a part is withheld.
type Reason string

// The reasons.
const (
	StateSecret Reason = "state-secret" // 涉及国家秘密
	WorkSecret  Reason = "work-secret"  // 涉及工作秘密
	Privacy     Reason = "privacy"      // 涉及个人隐私
	TradeSecret Reason = "trade-secret" // 涉及商业秘密
	OpenCase    Reason = "open-case"    // 线索或案件正在办理
	Stability   Reason = "stability"    // 公开可能危及安全稳定
)

// Reasons lists the reasons.
func Reasons() []Reason {
	return []Reason{StateSecret, WorkSecret, Privacy, TradeSecret, OpenCase, Stability}
}

// Choice is how much is told of one part, and for one that is withheld why, and
// who consented to that.
type Choice struct {
	Part         string       `form:"part"`
	Form         Form         `form:"form"`
	Reason       Reason       `form:"reason"`
	ConsentBy    string       `form:"permitted_by"`
	ConsentOn    workday.Date `form:"permitted_on"`
	ConsentPaper string       `form:"permitted_paper"` // title or number of the paper
}

// Of gives the choice made for a part; its form is empty where none was made.
func Of(choices []Choice, part string) Choice {
	for _, c := range choices {
		if c.Part == part {
			return c
		}
	}
	return Choice{Part: part}
}

// CheckChoices notes what is wrong with choices, by the place of each in the
// form. parts are those that the report has.
func CheckChoices(c *fault.Checks, choices []Choice, parts []string, today workday.Date) {
	for n, one := range choices {
		field := func(name string) string { return fmt.Sprintf("choices[%d].%s", n, name) }
		if !slices.Contains(parts, one.Part) {
			c.Add(field("part"), "publication.unknown-part")
		}
		if one.Form == "" {
			continue
		}
		c.OneOf(field("form"), string(one.Form), words(Forms())...)
		if one.Form != Withheld {
			continue
		}
		c.OneOf(field("reason"), string(one.Reason), words(Reasons())...)
		c.Text(field("permitted_by"), one.ConsentBy, fault.ShortText)
		c.Text(field("permitted_paper"), one.ConsentPaper, fault.ShortText)
		workday.Need(c, field("permitted_on"), one.ConsentOn)
		if one.ConsentOn > today {
			c.Add(field("permitted_on"), "field.future")
		}
	}
}

// Kept drops what was not chosen, and what belongs to a withheld part only.
func Kept(choices []Choice) []Choice {
	var out []Choice
	for _, c := range choices {
		switch {
		case c.Form == "":
		case c.Form != Withheld:
			out = append(out, Choice{Part: c.Part, Form: c.Form})
		default:
			out = append(out, c)
		}
	}
	return out
}

func words[T ~string](list []T) []string {
	out := make([]string, len(list))
	for n, one := range list {
		out[n] = string(one)
	}
	return out
}
