package ui

import "github.com/a-h/templ"

func stageIcon(s StageState) string {
	switch s {
	case StageDone:
		return "circle-check"
	case StageNow:
		return "circle-dot"
	case StageLate:
		return "alert-circle"
	default:
		return "circle-dashed"
	}
}

// step marks the stage that the inspection is in.
func step(s StageState) templ.Attributes {
	if s == StageNow || s == StageLate {
		return templ.Attributes{"aria-current": "step"}
	}
	return nil
}
