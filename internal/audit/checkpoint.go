package audit

import (
	"database/sql"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// ErrCheckpoint is what a checkpoint that cannot be read, or whose signature
// is not the log's, wraps.
var ErrCheckpoint = errors.New("audit checkpoint")

// Checkpoint says which entries the log held: the first Size ones, all of
// them bound by Root.
type Checkpoint struct {
	Size int64
	Root tlog.Hash
	At   time.Time // when it was signed
}

// text is what is signed: origin, size, root and time, a line each (the form
// of a transparency log's checkpoint, with the time as its extension line).
func (c Checkpoint) text() string {
	return fmt.Sprintf("%s\n%d\n%s\n%s\n", Origin, c.Size, c.Root, c.At.UTC().Format(timeLayout))
}

// Sign signs the log as it stands, keeps the checkpoint, and gives the signed
// text for keeping elsewhere. A log that has not grown keeps its checkpoint.
func Sign(tx Tx, key *Key) (string, error) {
	size, err := Size(tx)
	if err != nil {
		return "", err
	}
	kept, err := signedAt(tx, size)
	if err != nil || kept != "" {
		return kept, err
	}
	root, err := tlog.TreeHash(size, hashReader(tx))
	if err != nil {
		return "", fmt.Errorf("root of the audit log: %w", err)
	}
	c := Checkpoint{Size: size, Root: root, At: tx.Now()}
	signed, err := note.Sign(&note.Note{Text: c.text()}, key.signer)
	if err != nil {
		return "", fmt.Errorf("sign audit checkpoint: %w", err)
	}
	_, err = tx.Exec("INSERT INTO audit_checkpoint (size, at, signed) VALUES (?, ?, ?) ON CONFLICT (size) DO NOTHING",
		size, c.At.UnixMilli(), string(signed))
	if err != nil {
		return "", fmt.Errorf("keep audit checkpoint %d: %w", size, err)
	}
	return string(signed), nil
}

// signedAt is the kept checkpoint of a size, "" when there is none.
func signedAt(tx Tx, size int64) (string, error) {
	var signed string
	err := tx.QueryRow("SELECT signed FROM audit_checkpoint WHERE size = ?", size).Scan(&signed)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return "", fmt.Errorf("audit checkpoint %d: %w", size, err)
	}
	return signed, nil
}

// OpenCheckpoint checks the signature of a signed checkpoint with a public key
// and reads it. Every failure wraps ErrCheckpoint.
func OpenCheckpoint(signed, public string) (Checkpoint, error) {
	verifier, err := note.NewVerifier(public)
	if err != nil {
		return Checkpoint{}, fmt.Errorf("%w: public key: %w", ErrCheckpoint, err)
	}
	n, err := note.Open([]byte(signed), note.VerifierList(verifier))
	if err != nil {
		return Checkpoint{}, fmt.Errorf("%w: %w", ErrCheckpoint, err)
	}
	return parseCheckpoint(n.Text)
}

func parseCheckpoint(text string) (Checkpoint, error) {
	lines := strings.Split(text, "\n")
	if len(lines) != 5 || lines[0] != Origin {
		return Checkpoint{}, fmt.Errorf("%w: not one of %s", ErrCheckpoint, Origin)
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil || size < 0 {
		return Checkpoint{}, fmt.Errorf("%w: size %q", ErrCheckpoint, lines[1])
	}
	root, err := tlog.ParseHash(lines[2])
	if err != nil {
		return Checkpoint{}, fmt.Errorf("%w: root %q", ErrCheckpoint, lines[2])
	}
	at, err := time.Parse(timeLayout, lines[3])
	if err != nil {
		return Checkpoint{}, fmt.Errorf("%w: time %q", ErrCheckpoint, lines[3])
	}
	c := Checkpoint{Size: size, Root: root, At: at}
	if c.text() != text {
		return Checkpoint{}, fmt.Errorf("%w: unusual spelling", ErrCheckpoint)
	}
	return c, nil
}

// Kept is a signed checkpoint as the log keeps it, for giving it away.
type Kept struct {
	Size   int64
	At     time.Time
	Signed string
}

// Newest gives the newest kept checkpoint; its Size is 0 and its text empty
// while none was signed.
func Newest(tx Tx) (Kept, error) {
	var k Kept
	var at int64
	err := tx.QueryRow("SELECT size, at, signed FROM audit_checkpoint ORDER BY size DESC LIMIT 1").Scan(&k.Size, &at, &k.Signed)
	if errors.Is(err, sql.ErrNoRows) {
		return Kept{}, nil
	}
	if err != nil {
		return Kept{}, fmt.Errorf("newest audit checkpoint: %w", err)
	}
	k.At = time.UnixMilli(at).UTC()
	return k, nil
}
