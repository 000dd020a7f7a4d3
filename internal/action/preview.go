package action

import (
	"context"

	"bihuan/internal/store"
)

// Previewer is a command that can say what it would do.
type Previewer interface {
	Command
	// Preview works out what Run would change and keeps it in the command. It
	// saves nothing, and reports what Run would refuse.
	Preview(*Step) error
}

// Preview asks a command what it would do, with the permission of doing it.
// Nothing can be written on the way.
func (r *Runner) Preview(ctx context.Context, call Call, cmd Previewer) error {
	return r.DB.Read(ctx, func(tx *store.Tx) error {
		s, err := r.step(tx, call)
		if err != nil {
			return err
		}
		if _, err := allowed(s, cmd); err != nil {
			return err
		}
		return cmd.Preview(s)
	})
}
