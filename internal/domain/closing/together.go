package closing

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/fault"
)

// Looks reports whether the verifier of a step looks through the files.
func (c Case) Looks(turn int) bool {
	for _, k := range c.Chain[turn].Checks {
		if k.Kind == inspection.CheckMaterials {
			return true
		}
	}
	return false
}

// Together says why an application cannot be agreed to together with others:
// it is not the actor's to decide, the work changed since, a step before it
// would be passed over, or the step wants checks that are made one by one.
func (c Case) Together(a Application, by org.Actor, turn int, changed bool) error {
	if err := c.CheckDecider(a, by); err != nil {
		return err
	}
	switch {
	case changed:
		return fault.New(fault.Conflict, "signoff.changed")
	case turn > a.Step:
		return fault.New(fault.Invalid, "batch.passes-over")
	}
	for _, k := range c.Chain[turn].Checks {
		if c.Chain[turn].Checked && k.Kind != inspection.CheckMaterials {
			return fault.New(fault.Invalid, "batch.one-by-one")
		}
	}
	return nil
}
