package action

import (
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"

	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// contentHash is what a repeated request must have in common with the first.
func contentHash(cmd Command) (string, error) {
	body, err := json.Marshal(cmd)
	if err != nil {
		return "", fmt.Errorf("hash command: %w", err)
	}
	sum := sha256.Sum256(append([]byte(fmt.Sprintf("%T\n", cmd)), body...))
	return hex.EncodeToString(sum[:]), nil
}

// replay answers a request that was carried out before, and refuses one whose
// key was used for something else.
func replay(tx *store.Tx, call Call, hash string) (Result, bool, error) {
	if call.Key == "" {
		return Result{}, false, nil
	}
	var was, result string
	err := tx.QueryRow("SELECT hash, result FROM idempotency WHERE account_id = ? AND request_key = ?",
		call.Actor.AccountID, call.Key).Scan(&was, &result)
	if errors.Is(err, sql.ErrNoRows) {
		return Result{}, false, nil
	}
	if err != nil {
		return Result{}, false, fmt.Errorf("idempotency: %w", err)
	}
	if was != hash {
		return Result{}, false, fault.New(fault.Conflict, "fault.key-reused")
	}
	return Result{ID: result, Replayed: true}, true, nil
}

func remember(tx *store.Tx, call Call, hash, result string) error {
	if call.Key == "" {
		return nil
	}
	_, err := tx.Exec("INSERT INTO idempotency (account_id, request_key, hash, result, at) VALUES (?, ?, ?, ?, ?)",
		call.Actor.AccountID, call.Key, hash, result, tx.Now())
	if err != nil {
		return fmt.Errorf("idempotency: %w", err)
	}
	return nil
}
