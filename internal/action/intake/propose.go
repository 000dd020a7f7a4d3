package intake

import (
	"context"
	"io"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/fault"
)

// Opener gives an uploaded file back.
type Opener interface {
	Open(ctx context.Context, hash string, size int64) (io.ReadCloser, error)
}

// Propose reads an uploaded feedback paper into a proposal.
func Propose(ctx context.Context, files Opener, name, hash string, size int64) (inspection.Feedback, error) {
	return inspection.Feedback{}, fault.New(fault.Invalid, "feedback.import.empty", name)
}
