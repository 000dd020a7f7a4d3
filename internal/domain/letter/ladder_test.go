package letter_test

import (
	"testing"

	"bihuan/internal/domain/letter"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
)

func TestTheNextStepIsProposedAndNoMore(t *testing.T) {
	sent := func(kind string, state letter.State) []letter.Letter {
		return []letter.Letter{{Kind: kind, State: state, DueOn: "2026-07-15"}}
	}
	for name, x := range map[string]struct {
		sent        []letter.Letter
		late, still int
		role        org.Role
		today       workday.Date
		want, why   string
	}{
		"nothing is overdue":                   {nil, 0, 0, org.RoleOffice, "2026-07-01", "", ""},
		"something is overdue":                 {nil, 2, 0, org.RoleOffice, "2026-07-01", letter.Supervision, letter.WhyFirst},
		"an answer is awaited":                 {sent(letter.Supervision, letter.Received), 2, 2, org.RoleOffice, "2026-07-15", "", ""},
		"the answer is overdue":                {sent(letter.Supervision, letter.Received), 2, 2, org.RoleOffice, "2026-07-16", letter.Guidance, letter.WhySilent},
		"a clerk skips what is not his":        {sent(letter.Supervision, letter.Issued), 2, 2, org.RoleClerk, "2026-07-16", letter.Reminder, letter.WhySilent},
		"answered, and done":                   {sent(letter.Supervision, letter.Settled), 1, 0, org.RoleOffice, "2026-08-01", "", ""},
		"answered, and late all the same":      {sent(letter.Reminder, letter.Replied), 1, 1, org.RoleOffice, "2026-08-01", letter.Interview, letter.WhyStillDue},
		"there is nothing after the last":      {sent(letter.Accountability, letter.Issued), 1, 1, org.RoleOffice, "2026-08-01", "", ""},
		"a step that the ladder no longer has": {sent("催办单", letter.Issued), 1, 1, org.RoleOffice, "2026-08-01", letter.Supervision, letter.WhySilent},
	} {
		step, why, ok := letter.Rules{}.Next(x.sent, x.late, x.still, x.role, x.today)
		if step.Code != x.want || why != x.why || ok != (x.want != "") {
			t.Errorf("%s: %q because %q, want %q because %q", name, step.Code, why, x.want, x.why)
		}
	}
}
