package workday

import (
	"errors"
	"fmt"
)

// ErrProfile is what every fault in a deadlines profile wraps.
var ErrProfile = errors.New("deadlines profile is wrong")

// Profile is the deadlines of a round, a setting that the inspection office
// edits. Each code occurs once.
type Profile []Rule

// Level is the level of the Party committee that inspects.
type Level string

// The levels for which a profile is shipped.
const (
	City   Level = "city"
	County Level = "county"
)

// DefaultProfile is the shipped profile of a level: the concentrated period
// lasts 6 months at a city, 3 at a county.
func DefaultProfile(level Level) Profile {
	period := 6
	if level == County {
		period = 3
	}
	return Profile{
		{Code: Immediate, Base: InspectionEnd, Offset: Offset{0, Days}},
		{Code: ImmediateReply, Base: ImmediateNotice, Offset: Offset{10, Days}},
		{Code: Mobilise, Base: FeedbackMeeting, Offset: Offset{3, Workdays}},
		{Code: Plan, Base: FeedbackMeeting, Offset: Offset{15, Workdays}},
		{Code: LifeMeeting, Base: FeedbackMeeting, Offset: Offset{1, Months}},
		{Code: LifeMeetingPaper, Base: Base(LifeMeeting), Offset: Offset{15, Days}},
		{Code: Progress, Base: FeedbackMeeting, Offset: Offset{1, Months}, Repeat: true},
		{Code: PeriodEnd, Base: FeedbackMeeting, Offset: Offset{period, Months}},
		{Code: Reports, Base: Base(PeriodEnd), Offset: Offset{5, Workdays}},
		{Code: Publish, Base: ReportAccepted, Offset: Offset{10, Workdays}},
		{Code: Evaluate, Base: Base(PeriodEnd), Offset: Offset{1, Months}},
		{Code: FollowUp, Base: Base(PeriodEnd), Offset: Offset{6, Months}, Repeat: true},
	}
}

// Rule is the rule of a code; false when the profile has none.
func (p Profile) Rule(code Code) (Rule, bool) {
	for _, r := range p {
		if r.Code == code {
			return r, true
		}
	}
	return Rule{}, false
}

// Shipped tells whether stages of the work depend on the code: it can be
// changed, but not taken out of a profile.
func (c Code) Shipped() bool {
	_, ok := DefaultProfile(City).Rule(c)
	return ok
}

// Taken tells whether a rule of a round's own has the name of an event or of a
// shipped deadline.
func Taken(r Rule) bool {
	if r.Code.Shipped() {
		return false
	}
	for _, b := range DefaultProfile(City).Bases() {
		if Base(r.Code) == b || string(r.Code) == b.Chinese() {
			return true
		}
	}
	return r.Code == Claim
}

// Without gives the shipped codes that the profile lacks and the other has.
func (p Profile) Without(other Profile) []Code {
	var out []Code
	for _, r := range other {
		if _, ok := p.Rule(r.Code); !ok && r.Code.Shipped() {
			out = append(out, r.Code)
		}
	}
	return out
}

// WithOwn adds the rules of a round's own that another profile has.
func (p Profile) WithOwn(other Profile) Profile {
	for _, r := range other {
		if !r.Code.Shipped() {
			p = append(p, r)
		}
	}
	return p
}

// Bases are what a rule may count from: the events, then the deadlines of the
// profile that do not repeat.
func (p Profile) Bases() []Base {
	bases := []Base{FeedbackMeeting, InspectionEnd, ImmediateNotice, ReportAccepted, IssueDay}
	for _, r := range p {
		if !r.Repeat {
			bases = append(bases, Base(r.Code))
		}
	}
	return bases
}

// Check tells what is wrong with the profile, an error that wraps ErrProfile,
// or nil: codes are there and different, offsets are sound, every base is
// known, and no deadline counts from itself, directly or in a round.
func (p Profile) Check() error {
	seen := map[Code]bool{}
	for _, r := range p {
		switch {
		case r.Code == "":
			return fmt.Errorf("%w: a rule has no code", ErrProfile)
		case seen[r.Code]:
			return fmt.Errorf("%w: %s occurs twice", ErrProfile, r.Code)
		case r.Repeat && r.Offset.N == 0:
			return fmt.Errorf("%w: %s repeats without a distance", ErrProfile, r.Code)
		}
		seen[r.Code] = true
		if err := r.Offset.Check(); err != nil {
			return fmt.Errorf("%w: %s: %w", ErrProfile, r.Code, err)
		}
		if err := p.checkBase(r); err != nil {
			return err
		}
	}
	return nil
}

// checkBase follows a rule's base down to an event.
func (p Profile) checkBase(r Rule) error {
	at := r
	for range p {
		if at.Base.event() {
			return nil
		}
		next, ok := p.Rule(Code(at.Base))
		if !ok {
			return fmt.Errorf("%w: %s counts from %q, which is neither an event nor a deadline", ErrProfile, at.Code, at.Base)
		}
		at = next
	}
	return fmt.Errorf("%w: %s counts from itself", ErrProfile, r.Code)
}

// Resolve is every deadline of the profile, in its order, counted from the
// events known so far (feedback meeting held, life meeting held). The profile
// must have passed Check.
func (p Profile) Resolve(events map[Base]Date, c *Calendar) []Due {
	dues := make([]Due, 0, len(p))
	for _, r := range p {
		dues = append(dues, p.resolve(r, events, c, len(p)))
	}
	return dues
}

// resolve follows at most depth bases, so that a profile which counts in a
// round gives no date rather than no answer.
func (p Profile) resolve(r Rule, events map[Base]Date, c *Calendar, depth int) Due {
	if day := events[r.Base]; !day.IsZero() {
		return r.Due(day, c)
	}
	base, ok := p.Rule(Code(r.Base))
	if !ok || depth == 0 {
		return r.Due("", c)
	}
	from := p.resolve(base, events, c, depth-1)
	due := r.Due(from.Date, c).resting(from.Unpublished)
	due.Planned = !from.Date.IsZero()
	return due
}
