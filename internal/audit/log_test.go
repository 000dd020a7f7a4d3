package audit_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
	"testing"

	"bihuan/internal/audit"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

// seeded gives the same bytes every time, for keys in tests.
func seeded(seed string) io.Reader {
	sum := sha256.Sum256([]byte(seed))
	return bytes.NewReader(bytes.Repeat(sum[:], 4))
}

// bench is a log on a database.
type bench struct {
	t   *testing.T
	db  *store.DB
	key *audit.Key
}

func onBoth(t *testing.T, run func(b *bench)) {
	t.Helper()
	testkit.Databases(t, func(t *testing.T, url string) {
		key, err := audit.OpenKey(t.TempDir(), seeded("log"))
		if err != nil {
			t.Fatal(err)
		}
		run(&bench{t, testkit.Open(t, url, testkit.ClockAt("2026-07-09")), key})
	})
}

func (b *bench) write(f func(tx *store.Tx) error) {
	b.t.Helper()
	if err := b.db.Write(context.Background(), f); err != nil {
		b.t.Fatal(err)
	}
}

// entry is the i-th entry of a test; no two are alike.
func entry(i int) audit.Entry {
	return audit.Entry{ActorID: "a1", Actor: "王小明", Action: "problem.edit", TargetKind: "problem",
		TargetID: fmt.Sprintf("p%03d", i), OrgID: "o1", InspectionID: "i1", Outcome: "done",
		Detail: fmt.Sprintf("第%d次", i), Remote: "10.0.0.7",
		Changes: json.RawMessage(fmt.Sprintf(`[{"before":{"goal":"%d"},"after":{"goal":"<%d>"}}]`, i-1, i))}
}

// append adds entries from to to, both included.
func (b *bench) append(from, to int) {
	b.t.Helper()
	b.write(func(tx *store.Tx) error {
		for i := from; i <= to; i++ {
			seq, err := audit.Append(tx, entry(i))
			if err != nil {
				return err
			}
			if seq != int64(i) {
				return fmt.Errorf("entry %d got number %d", i, seq)
			}
		}
		return nil
	})
}

func (b *bench) sign() (signed string) {
	b.t.Helper()
	b.write(func(tx *store.Tx) (err error) { signed, err = audit.Sign(tx, b.key); return err })
	return signed
}

func (b *bench) verify(checkpoint string) (r audit.Report, err error) {
	err = b.db.Read(context.Background(), func(tx *store.Tx) (err error) {
		r, err = audit.Verify(tx, checkpoint, b.key.Public())
		return err
	})
	return r, err
}

func TestALogGrowsAndVerifies(t *testing.T) {
	onBoth(t, func(b *bench) {
		for size := 0; size <= 70; size++ {
			if size > 0 {
				b.append(size, size)
			}
			checkpoint := b.sign()
			r, err := b.verify(checkpoint)
			if err != nil || !r.OK() || r.Size != int64(size) || r.Covered != int64(size) || r.Checkpoints != size+2 {
				t.Fatalf("%d entries: %+v, %v, %v", size, r, r.Fault, err)
			}
			if c, err := audit.OpenCheckpoint(checkpoint, b.key.Public()); err != nil || c.Root != r.Root {
				t.Fatalf("%d entries: signed root %v, read root %v, %v", size, c.Root, r.Root, err)
			}
		}
		if r, err := b.verify(""); err != nil || !r.OK() || r.Covered != 0 {
			t.Errorf("without a checkpoint from outside: %+v, %v", r, err)
		}
	})
}

func TestAnEntryOfAFailedTransactionLeavesNothing(t *testing.T) {
	onBoth(t, func(b *bench) {
		b.append(1, 3)
		boom := errors.New("boom")
		err := b.db.Write(context.Background(), func(tx *store.Tx) error {
			if _, err := audit.Append(tx, entry(4)); err != nil {
				return err
			}
			return boom
		})
		if !errors.Is(err, boom) {
			t.Fatal(err)
		}
		b.append(4, 4)
		if r, err := b.verify(b.sign()); err != nil || !r.OK() || r.Size != 4 {
			t.Errorf("%+v, %v", r, err)
		}
	})
}

func TestAppendersAtOnceGetNumbersWithoutGaps(t *testing.T) {
	onBoth(t, func(b *bench) {
		var group sync.WaitGroup
		for i := range 40 {
			group.Go(func() {
				err := b.db.Write(context.Background(), func(tx *store.Tx) error {
					_, err := audit.Append(tx, entry(i))
					return err
				})
				if err != nil {
					t.Error(err)
				}
			})
		}
		group.Wait()
		if r, err := b.verify(b.sign()); err != nil || !r.OK() || r.Size != 40 {
			t.Errorf("%+v, %v", r, err)
		}
	})
}

func TestTextsThatADatabaseWouldRefuseAreMended(t *testing.T) {
	onBoth(t, func(b *bench) {
		b.write(func(tx *store.Tx) error {
			_, err := audit.Append(tx, audit.Entry{Actor: "a\x00b", Detail: "broken \xff\xfe, two\nlines \u2028 and \"quotes\"",
				Changes: json.RawMessage("[\"\xff\", \"\\u0000\"]")})
			return err
		})
		r, err := b.verify(b.sign())
		if err != nil || !r.OK() {
			t.Errorf("%+v, %v", r, err)
		}
		var out strings.Builder
		b.write(func(tx *store.Tx) error { _, err := audit.Export(tx, &out); return err })
		if strings.Count(out.String(), "\n") != 1 {
			t.Errorf("a record takes more than one line: %q", out.String())
		}
	})
}

func TestExportIsTheHashedRecords(t *testing.T) {
	onBoth(t, func(b *bench) {
		b.append(1, 3)
		var out strings.Builder
		b.write(func(tx *store.Tx) error {
			n, err := audit.Export(tx, &out)
			if n != 3 {
				t.Errorf("exported %d records", n)
			}
			return err
		})
		lines := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
		want := `{"seq":2,"at":"2026-07-09T01:00:00.000Z","actorId":"a1","actor":"王小明","action":"problem.edit",` +
			`"targetKind":"problem","targetId":"p002","orgId":"o1","inspectionId":"i1","outcome":"done",` +
			`"detail":"第2次","remote":"10.0.0.7","changes":[{"before":{"goal":"1"},"after":{"goal":"<2>"}}]}`
		if len(lines) != 3 || lines[1] != want {
			t.Errorf("second record:\n got %s\nwant %s", lines[1], want)
		}
	})
}

func TestASignedLogKeepsItsCheckpoint(t *testing.T) {
	onBoth(t, func(b *bench) {
		b.append(1, 5)
		first, second := b.sign(), b.sign()
		if first != second {
			t.Error("a log that has not grown was signed twice")
		}
		b.append(6, 6)
		if b.sign() == first {
			t.Error("a log that has grown was not signed anew")
		}
		if r, err := b.verify(first); err != nil || !r.OK() || r.Covered != 5 {
			t.Errorf("against the older checkpoint: %+v, %v", r, err)
		}
	})
}
