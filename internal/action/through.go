package action

import (
	"errors"

	"bihuan/internal/domain/org"
)

// Through runs a further command within a step in another's name, such as that
// of the head who signed on paper. The permission table is asked for him; what
// is changed belongs to the step's one audit entry.
func Through(s *Step, a org.Actor, cmd Command) error {
	was := s.Actor
	s.Actor = a
	defer func() { s.Actor = was }()
	if _, err := allowed(s, cmd); err != nil {
		var d *denial
		if errors.As(err, &d) {
			return d.fault()
		}
		return err
	}
	return cmd.Run(s)
}
