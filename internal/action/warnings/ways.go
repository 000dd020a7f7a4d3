package warnings

import (
	"crypto/sha256"
	"encoding/hex"
	"time"

	"bihuan/internal/action"
	"bihuan/internal/domain/warning"
	"bihuan/internal/store"
)

// SaveWays chooses whether one gets an e-mail a day, and where.
type SaveWays struct {
	Version int    `form:"version"`
	Email   string `form:"email"`
	Digest  bool   `form:"digest"`
	own
}

// Run implements action.Command.
func (c *SaveWays) Run(s *action.Step) error {
	return c.change(s, c.Version, func(w *warning.Ways) { w.Email, w.Digest = c.Email, c.Digest })
}

// change saves one's ways after a change of them.
func (o *own) change(s *action.Step, version int, change func(*warning.Ways)) error {
	before, err := store.WaysOf(s.Tx, o.account.ID)
	if err != nil {
		return err
	}
	after := before
	change(&after)
	if err := checked(after); err != nil {
		return err
	}
	if before.Version == 0 {
		return action.Insert(s, store.WarningWays, &after)
	}
	after.Version = version
	return action.Save(s, store.WarningWays, before, &after)
}

// OpenFeed makes a new calendar link; one that was there ends at once. Only the
// hash of its secret is kept.
type OpenFeed struct {
	Version int    `form:"version"`
	Secret  string `form:"-" json:"-"`
	own
}

// Run implements action.Command.
func (c *OpenFeed) Run(s *action.Step) error {
	s.Note("feed-opened")
	return c.change(s, c.Version, func(w *warning.Ways) { w.FeedHash, w.FeedAt = FeedHash(c.Secret), s.Now })
}

// CloseFeed ends one's calendar link at once.
type CloseFeed struct {
	Version int `form:"version"`
	own
}

// Run implements action.Command.
func (c *CloseFeed) Run(s *action.Step) error {
	s.Note("feed-closed")
	return c.change(s, c.Version, func(w *warning.Ways) { w.FeedHash, w.FeedAt = "", time.Time{} })
}

// FeedHash is what is kept of the secret of a calendar link.
func FeedHash(secret string) string {
	sum := sha256.Sum256([]byte("calendar feed\n" + secret))
	return hex.EncodeToString(sum[:])
}
