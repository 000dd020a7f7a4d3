package example

import "bihuan/internal/domain/workday"

// checkLongTerm holds regulations and linked work against the rest. A
// regulation may be older than the feedback: such is what the papers tell of
// before the inspection, and what a signal asks about.
func checkLongTerm(f *faults, x index, c *City, o *Organisation) {
	for _, r := range o.Regulations {
		checkRegulation(f, x, r, c.Today)
	}
	for _, l := range o.LinkedWork {
		f.oneOf("linked work "+l.Title, l.Kind,
			"annual-plan", "honour", "discipline-check", "training", "positioning", "target")
		f.day("linked work "+l.Title, l.On, o.Feedback.Meeting.On, c.Today)
		problems(f, x, "linked work "+l.Title, l.Problems)
	}
}

func checkRegulation(f *faults, x index, r Regulation, today workday.Date) {
	at := "regulation " + r.Key
	f.oneOf(at+" change", r.Change, "enact", "revise", "repeal")
	f.oneOf(at+" state", r.State, "drafting", "in-force", "repealed")
	f.known(x.departments, "department", r.Department, at)
	problems(f, x, at, r.Problems)
	if (r.State == "drafting") != (r.Issued == "") {
		f.add("%s is %s and issued on %q", at, r.State, r.Issued)
	}
	if r.Issued != "" {
		f.day(at, r.Issued, workday.FirstDate, today)
		if r.Number == "" {
			f.add("%s is issued without a number", at)
		}
		if r.Started > r.Issued {
			f.add("%s is issued before it was begun", at)
		}
	}
	if (r.State == "repealed") != (r.Repealed != "") {
		f.add("%s is %s and repealed on %q", at, r.State, r.Repealed)
	}
}
