package audit

import (
	"crypto/ed25519"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/sumdb/note"
)

const (
	// Origin names the log in its checkpoints and its keys.
	Origin = "bihuan-audit"

	privateFile = "audit.key"
	publicFile  = "audit.pub"
	ed25519Type = 1 // algorithm byte of a note key
)

// ErrKey is what every fault of the log's key files wraps.
var ErrKey = errors.New("audit key")

// Key signs the checkpoints of one installation.
type Key struct {
	signer note.Signer
	public string
}

// Public is the key that others check checkpoints with, one line of text.
func (k *Key) Public() string { return k.public }

// OpenKey reads the key kept in dir as audit.key (readable by its owner only)
// and audit.pub. Where neither file exists a new key is made from random. A
// public file without its private one is an error: the key is lost, and a new
// one would not fit the checkpoints that others keep.
func OpenKey(dir string, random io.Reader) (*Key, error) {
	path := filepath.Join(dir, privateFile)
	private, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return createKey(dir, random)
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrKey, err)
	}
	key, err := parseKey(strings.TrimSpace(string(private)))
	if err != nil {
		return nil, fmt.Errorf("%w: %s: %w", ErrKey, path, err)
	}
	return key, key.checkPublic(dir)
}

// ReadPublic reads the public key kept in dir.
func ReadPublic(dir string) (string, error) {
	text, err := os.ReadFile(filepath.Join(dir, publicFile))
	if err != nil {
		return "", fmt.Errorf("%w: %w", ErrKey, err)
	}
	return strings.TrimSpace(string(text)), nil
}

func createKey(dir string, random io.Reader) (*Key, error) {
	if _, err := os.Stat(filepath.Join(dir, publicFile)); err == nil {
		return nil, fmt.Errorf("%w: %s is there but %s is missing; restore it from a backup", ErrKey, publicFile, privateFile)
	}
	seed := make([]byte, ed25519.SeedSize)
	if _, err := io.ReadFull(random, seed); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrKey, err)
	}
	private, key, err := newKey(seed)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrKey, err)
	}
	if err := writeNew(filepath.Join(dir, privateFile), private, 0o600); err != nil {
		return nil, err
	}
	return key, writeNew(filepath.Join(dir, publicFile), key.public, 0o644)
}

// checkPublic compares the public file with the key and writes it where it is
// missing.
func (k *Key) checkPublic(dir string) error {
	path := filepath.Join(dir, publicFile)
	public, err := ReadPublic(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return writeNew(path, k.public, 0o644)
	}
	if err != nil {
		return err
	}
	if public != k.public {
		return fmt.Errorf("%w: %s does not belong to %s", ErrKey, path, privateFile)
	}
	return nil
}

// newKey makes the key of a seed, and its private text as package note has it:
// PRIVATE+KEY+name+hash+base64(type, seed).
func newKey(seed []byte) (private string, key *Key, err error) {
	secret := ed25519.NewKeyFromSeed(seed)
	public, err := note.NewEd25519VerifierKey(Origin, ed25519.PublicKey(secret[ed25519.SeedSize:]))
	if err != nil {
		return "", nil, err
	}
	verifier, err := note.NewVerifier(public)
	if err != nil {
		return "", nil, err
	}
	data := base64.StdEncoding.EncodeToString(append([]byte{ed25519Type}, seed...))
	private = fmt.Sprintf("PRIVATE+KEY+%s+%08x+%s", Origin, verifier.KeyHash(), data)
	signer, err := note.NewSigner(private)
	if err != nil {
		return "", nil, err
	}
	return private, &Key{signer: signer, public: public}, nil
}

// parseKey reads the private text of a key back.
func parseKey(private string) (*Key, error) {
	parts := strings.SplitN(private, "+", 5)
	if len(parts) != 5 {
		return nil, errors.New("not a signing key")
	}
	data, err := base64.StdEncoding.DecodeString(parts[4])
	if err != nil || len(data) != 1+ed25519.SeedSize || data[0] != ed25519Type {
		return nil, errors.New("not an Ed25519 key")
	}
	again, key, err := newKey(data[1:])
	if err == nil && again != private {
		err = errors.New("damaged, or not of this log")
	}
	return key, err
}

// writeNew writes a file that must not exist yet, down to the disk.
func writeNew(path, text string, mode fs.FileMode) (err error) {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrKey, err)
	}
	defer func() {
		if cerr := f.Close(); err == nil && cerr != nil {
			err = fmt.Errorf("%w: %w", ErrKey, cerr)
		}
	}()
	if _, err := f.WriteString(text + "\n"); err != nil {
		return fmt.Errorf("%w: %w", ErrKey, err)
	}
	if err := f.Sync(); err != nil {
		return fmt.Errorf("%w: %w", ErrKey, err)
	}
	return nil
}
