package server

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"bihuan/internal/audit"
	"bihuan/internal/store"
)

// CheckpointDir is the folder of the data directory with the signed
// checkpoints of the audit log, one file for each size that was signed. A cut
// tail shows only against a copy that is kept elsewhere: have it fetched.
const CheckpointDir = "checkpoints"

// Checkpoint signs the audit log as it stands, leaves the signed text where it
// can be fetched, and gives it.
func (in *Installation) Checkpoint(ctx context.Context) (string, error) {
	var signed string
	var size int64
	err := in.DB.Write(ctx, func(tx *store.Tx) (err error) {
		if size, err = audit.Size(tx); err != nil {
			return err
		}
		signed, err = audit.Sign(tx, in.Key)
		return err
	})
	if err != nil {
		return "", err
	}
	dir := filepath.Join(in.Config.Data, CheckpointDir)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", fmt.Errorf("keep checkpoint: %w", err)
	}
	path := filepath.Join(dir, fmt.Sprintf("%012d.txt", size))
	if err := os.WriteFile(path, []byte(signed), 0o644); err != nil {
		return "", fmt.Errorf("keep checkpoint: %w", err)
	}
	return signed, nil
}
