package main

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// algEd25519 is the algorithm byte in front of a key of this kind.
const algEd25519 = 1

// key is the public key of a log: name+hash+base64(algorithm, key), on one
// line, where hash is the first four bytes of SHA-256(name, LF, algorithm, key).
type key struct {
	name string
	id   [4]byte
	pub  ed25519.PublicKey
}

// checkpoint is a signed statement: the first size records have this root.
type checkpoint struct {
	size int64
	root [sha256.Size]byte
}

// decode reads base64 in its one true spelling: the library's reader passes
// over line ends, which would let two files mean the same.
func decode(text string) ([]byte, error) {
	data, err := base64.StdEncoding.DecodeString(text)
	if err == nil && base64.StdEncoding.EncodeToString(data) != text {
		err = errors.New("unusual base64")
	}
	return data, err
}

func parseKey(text string) (key, error) {
	line := strings.TrimSuffix(text, "\n")
	parts := strings.SplitN(line, "+", 3)
	if len(parts) != 3 || parts[0] == "" {
		return key{}, errors.New("not a public key")
	}
	data, err := decode(parts[2])
	if err != nil || len(data) != 1+ed25519.PublicKeySize || data[0] != algEd25519 {
		return key{}, errors.New("not an Ed25519 public key")
	}
	k := key{name: parts[0], pub: ed25519.PublicKey(data[1:])}
	sum := sha256.Sum256(append([]byte(k.name+"\n"), data...))
	copy(k.id[:], sum[:])
	if fmt.Sprintf("%08x", binary.BigEndian.Uint32(k.id[:])) != parts[1] {
		return key{}, errors.New("damaged public key: its hash does not fit")
	}
	return k, nil
}

// openCheckpoint splits a signed note into text, an empty line, and exactly
// one signature line; checks the signature; reads the text.
func openCheckpoint(note string, k key) (checkpoint, error) {
	body, signature, found := strings.Cut(note, "\n\n")
	if !found {
		return checkpoint{}, errors.New("checkpoint without a signature")
	}
	body += "\n"
	prefix := "— " + k.name + " "
	if !strings.HasPrefix(signature, prefix) || !strings.HasSuffix(signature, "\n") {
		return checkpoint{}, errors.New("checkpoint is not signed by this log")
	}
	encoded := strings.TrimSuffix(strings.TrimPrefix(signature, prefix), "\n")
	sig, err := decode(encoded)
	if err != nil || len(sig) != len(k.id)+ed25519.SignatureSize || [4]byte(sig[:4]) != k.id {
		return checkpoint{}, errors.New("checkpoint is not signed with this key")
	}
	if !ed25519.Verify(k.pub, []byte(body), sig[4:]) {
		return checkpoint{}, errors.New("signature of the checkpoint is wrong")
	}
	return parseCheckpoint(body, k.name)
}

// parseCheckpoint reads origin, size and root, a line each; what follows (the
// time) is signed too, but proves nothing about the log.
func parseCheckpoint(body, origin string) (checkpoint, error) {
	lines := strings.Split(body, "\n")
	if len(lines) < 4 || lines[0] != origin {
		return checkpoint{}, errors.New("not a checkpoint of this log")
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil || size < 0 {
		return checkpoint{}, fmt.Errorf("checkpoint of size %q", lines[1])
	}
	root, err := decode(lines[2])
	if err != nil || len(root) != sha256.Size {
		return checkpoint{}, fmt.Errorf("checkpoint with root %q", lines[2])
	}
	return checkpoint{size: size, root: [sha256.Size]byte(root)}, nil
}
