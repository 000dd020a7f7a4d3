package action

import "context"

// Keep puts the bytes of a file away and gives their SHA-256 and length.
type Keep func(ctx context.Context, body []byte) (hash string, size int64, err error)
