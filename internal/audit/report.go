package audit

import (
	"fmt"

	"golang.org/x/mod/sumdb/tlog"
)

// Kind says what is wrong with the log.
type Kind string

// The kinds of fault.
const (
	Missing    Kind = "missing"    // an entry is not there: deleted from the middle
	CutOff     Kind = "cut-off"    // the newest entries are not there
	Moved      Kind = "moved"      // the record at this place was written for another
	Changed    Kind = "changed"    // the record is not the one that was hashed
	Columns    Kind = "columns"    // what pages show differs from the record
	Unreadable Kind = "unreadable" // the record or a hash cannot be read
	Added      Kind = "added"      // an entry that was never appended
	Hashes     Kind = "hashes"     // the stored hashes were tampered with
	Rewritten  Kind = "rewritten"  // the history is not the one that a checkpoint signed
	Unsigned   Kind = "unsigned"   // a kept checkpoint does not bear the log's signature
)

// Fault is the first thing found wrong.
type Fault struct {
	Kind Kind
	// Seq is the number of the first entry that is wrong. For Rewritten and
	// for CutOff it is the first one that cannot be vouched for.
	Seq int64
	// Until is the last entry that may be wrong, where more than Seq may be.
	Until int64
}

// Error says what is wrong, for the log of the server; pages and commands say
// it in the reader's language by Kind.
func (f *Fault) Error() string {
	if f.Until > f.Seq {
		return fmt.Sprintf("audit log: %s, entries %d to %d", f.Kind, f.Seq, f.Until)
	}
	return fmt.Sprintf("audit log: %s, entry %d", f.Kind, f.Seq)
}

// Report is the result of a verification.
type Report struct {
	Size        int64     // entries read
	Root        tlog.Hash // root of what was read
	Checkpoints int       // signed checkpoints that agree
	// Covered is the size of the checkpoint that came from outside and
	// agrees; 0 when none was given. Entries after it may have been cut off
	// or replaced without a trace.
	Covered int64
	Fault   *Fault // nil when nothing is wrong
}

// OK tells whether nothing is wrong.
func (r Report) OK() bool { return r.Fault == nil }
