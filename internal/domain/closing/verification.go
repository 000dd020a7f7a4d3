package closing

import (
	"slices"
	"strconv"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
)

// Finding is what a check of a verifier came to.
type Finding string

// The findings; empty means that the check was not made.
const (
	Confirmed Finding = "confirmed" // 属实
	Doubtful  Finding = "doubtful"  // 有疑问
)

// Findings lists the findings.
func Findings() []Finding { return []Finding{Confirmed, Doubtful} }

// Verification is one check of a step as its verifier made it (核查): what he
// looked at, where he was, whom he asked, and what came of it.
type Verification struct {
	ID            string
	OrgID         string
	ApplicationID string
	DecisionID    string
	Step          string // code of the chain step
	Seq           int
	Kind          inspection.CheckKind
	Text          string // of a check of the round's own
	Result        Finding
	On            workday.Date
	Detail        string   // the place, the people asked, the remark
	Evidence      []string // files that were looked at
}

// CheckVerifications notes what is wrong with the checks of a step, given in
// the order of the step's own: a check that was made says on what it rests, and
// a step that wants its checks made is not agreed to before.
func (c Case) CheckVerifications(checks *fault.Checks, step inspection.ChainStep, made []Verification, outcome Outcome, today workday.Date) {
	for n := range step.Checks {
		if n < len(made) && made[n].Result != "" {
			c.checkVerification(checks, n, made[n], today)
		} else if step.Checked && outcome != Return {
			checks.Add(checkField(n, "result"), "verification.wanted")
		}
	}
}

func (c Case) checkVerification(checks *fault.Checks, n int, v Verification, today workday.Date) {
	checks.OneOf(checkField(n, "result"), string(v.Result), string(Confirmed), string(Doubtful))
	checks.Max(checkField(n, "detail"), v.Detail, fault.ShortText)
	workday.Need(checks, checkField(n, "on"), v.On)
	if v.On.Valid() && v.On > today {
		checks.Add(checkField(n, "on"), "field.future")
	}
	switch {
	case v.Kind == inspection.CheckMaterials && len(v.Evidence) == 0:
		checks.Add(checkField(n, "evidence"), "verification.which")
	case v.Kind == inspection.CheckSite && v.Detail == "":
		checks.Add(checkField(n, "detail"), "verification.where")
	case v.Kind == inspection.CheckAsked && v.Detail == "":
		checks.Add(checkField(n, "detail"), "verification.whom")
	case v.Result == Doubtful && v.Detail == "":
		checks.Add(checkField(n, "detail"), "verification.why")
	}
	if slices.ContainsFunc(v.Evidence, func(id string) bool { return !c.Stands(id) }) {
		checks.Add(checkField(n, "evidence"), "field.unknown-choice")
	}
}

func checkField(n int, name string) string { return "checks[" + strconv.Itoa(n) + "]." + name }
