package ui

// Kind is the tone in which a state is shown. The colour is never alone: its word stands with it.
type Kind string

// The kinds, and what they stand for.
const (
	Neutral Kind = "neutral" // not started, withdrawn, no judgement
	Info    Kind = "info"    // under way, to be known
	Good    Kind = "good"    // done, agreed
	Warn    Kind = "warn"    // due soon, returned, to be looked at
	Bad     Kind = "bad"     // overdue, refused, failed
	Long    Kind = "long"    // 长期坚持: kept up for good
)

func (k Kind) orNeutral() Kind {
	if k == "" {
		return Neutral
	}
	return k
}

// icon is the sprite's name for messages of the kind.
func (k Kind) icon() string {
	switch k {
	case Good:
		return "circle-check"
	case Warn:
		return "alert-triangle"
	case Bad:
		return "alert-circle"
	default:
		return "info-circle"
	}
}

// stageKind is the tone of a stage's state.
func stageKind(s StageState) Kind {
	switch s {
	case StageDone:
		return Good
	case StageNow:
		return Info
	case StageLate:
		return Bad
	default:
		return Neutral
	}
}
