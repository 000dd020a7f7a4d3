package audit_test

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"bihuan/internal/audit"
	"bihuan/internal/store"

	"golang.org/x/mod/sumdb/tlog"
)

// errUndo ends a transaction that is only tried.
var errUndo = errors.New("undo")

// statements runs SQL with one number each.
func statements(tx *store.Tx, queries ...string) error {
	for _, q := range queries {
		if _, err := tx.Exec(q); err != nil {
			return err
		}
	}
	return nil
}

// tampering is one way in which somebody with the database in his hands
// changes history, tried at every place.
type tampering struct {
	name  string
	do    func(tx *store.Tx, at, size int) error
	from  int // first place at which it makes sense
	short int // places at the end at which it does not
	want  func(at, size int) audit.Fault
}

func one(kind audit.Kind) func(at, size int) audit.Fault {
	return func(at, _ int) audit.Fault { return audit.Fault{Kind: kind, Seq: int64(at)} }
}

// tamperings: those that leave the stored hashes alone are found from the log
// itself, those that recompute them only against a checkpoint.
var tamperings = []tampering{
	{"edit the record", func(tx *store.Tx, at, _ int) error {
		return statements(tx, fmt.Sprintf("UPDATE audit_entry SET record = REPLACE(record, '王小明', '李大伟') WHERE seq = %d", at))
	}, 1, 0, one(audit.Changed)},
	{"edit what the page shows", func(tx *store.Tx, at, _ int) error {
		return statements(tx, fmt.Sprintf("UPDATE audit_entry SET actor = '李大伟' WHERE seq = %d", at))
	}, 1, 0, one(audit.Columns)},
	{"delete", func(tx *store.Tx, at, _ int) error {
		return statements(tx, fmt.Sprintf("DELETE FROM audit_entry WHERE seq = %d", at))
	}, 1, 1, func(at, _ int) audit.Fault { return audit.Fault{Kind: audit.Missing, Seq: int64(at), Until: int64(at)} }},
	{"delete and close the gap", func(tx *store.Tx, at, _ int) error {
		return statements(tx, fmt.Sprintf("DELETE FROM audit_entry WHERE seq = %d", at),
			fmt.Sprintf("UPDATE audit_entry SET seq = -seq WHERE seq > %d", at), "UPDATE audit_entry SET seq = -seq - 1 WHERE seq < 0")
	}, 1, 1, one(audit.Moved)},
	{"insert", func(tx *store.Tx, at, _ int) error {
		return statements(tx, fmt.Sprintf("UPDATE audit_entry SET seq = -seq WHERE seq >= %d", at),
			"UPDATE audit_entry SET seq = -seq + 1 WHERE seq < 0",
			fmt.Sprintf(`INSERT INTO audit_entry SELECT %d, at, actor_id, actor, action, target_kind, target_id, org_id, inspection_id,
				outcome, detail, remote, REPLACE(record, '"seq":%d,', '"seq":%d,') FROM audit_entry WHERE seq = %d`, at, at, at, at+1),
			fmt.Sprintf(`UPDATE audit_entry SET record = REPLACE(record, '王小明', '李大伟') WHERE seq = %d`, at))
	}, 1, 0, one(audit.Added)},
	{"swap with the next", func(tx *store.Tx, at, _ int) error {
		return statements(tx, fmt.Sprintf("UPDATE audit_entry SET seq = -%d WHERE seq = %d", at+1, at),
			fmt.Sprintf("UPDATE audit_entry SET seq = %d WHERE seq = %d", at, at+1), "UPDATE audit_entry SET seq = -seq WHERE seq < 0")
	}, 1, 1, one(audit.Moved)},
	{"cut the tail, leave the hashes", func(tx *store.Tx, at, _ int) error {
		return statements(tx, fmt.Sprintf("DELETE FROM audit_entry WHERE seq >= %d", at), "DELETE FROM audit_checkpoint",
			fmt.Sprintf("UPDATE audit_tip SET size = %d", at-1))
	}, 1, 0, func(at, size int) audit.Fault {
		return audit.Fault{Kind: audit.CutOff, Seq: int64(at), Until: int64(size)}
	}},
	{"cut the tail cleanly", func(tx *store.Tx, at, _ int) error { return rollBack(tx, at-1) },
		1, 0, func(at, size int) audit.Fault {
			return audit.Fault{Kind: audit.CutOff, Seq: int64(at), Until: int64(size)}
		}},
	{"roll back and write another history", func(tx *store.Tx, at, size int) error {
		return rewrite(tx, at, size+3)
	}, 1, 0, func(_, size int) audit.Fault {
		return audit.Fault{Kind: audit.Rewritten, Seq: 1, Until: int64(size)}
	}},
	{"change a stored hash", func(tx *store.Tx, at, _ int) error {
		// The last hash stored for the entry: a leaf or the root of a subtree.
		_, err := tx.Exec("UPDATE audit_hash SET hash = ? WHERE idx = ?", tlog.RecordHash(nil).String(), tlog.StoredHashIndex(0, int64(at))-1)
		return err
	}, 2, 0, func(at, _ int) audit.Fault {
		if at%2 == 1 { // an odd entry completes nothing, so its leaf was changed
			return audit.Fault{Kind: audit.Changed, Seq: int64(at)}
		}
		return audit.Fault{Kind: audit.Hashes, Seq: int64(at)}
	}},
	{"delete a stored hash", func(tx *store.Tx, at, _ int) error {
		_, err := tx.Exec("DELETE FROM audit_hash WHERE idx = ?", tlog.StoredHashIndex(0, int64(at-1)))
		return err
	}, 1, 0, one(audit.Hashes)},
	{"add a bare entry at the end", func(tx *store.Tx, _, size int) error {
		return statements(tx, fmt.Sprintf(`INSERT INTO audit_entry SELECT %d, at, actor_id, actor, action, target_kind, target_id, org_id,
			inspection_id, outcome, detail, remote, record FROM audit_entry WHERE seq = %d`, size+1, size))
	}, 200, 0, func(_, size int) audit.Fault { return audit.Fault{Kind: audit.Added, Seq: int64(size + 1)} }},
}

// rollBack leaves the database as it was after entry size, as restoring an old
// copy does.
func rollBack(tx *store.Tx, size int) error {
	return statements(tx, fmt.Sprintf("DELETE FROM audit_entry WHERE seq > %d", size),
		fmt.Sprintf("DELETE FROM audit_hash WHERE idx >= %d", tlog.StoredHashIndex(0, int64(size))),
		fmt.Sprintf("DELETE FROM audit_checkpoint WHERE size > %d", size),
		fmt.Sprintf("UPDATE audit_tip SET size = %d", size))
}

// rewrite goes back before entry at and appends other entries up to size.
func rewrite(tx *store.Tx, at, size int) error {
	if err := rollBack(tx, at-1); err != nil {
		return err
	}
	for i := at; i <= size; i++ {
		e := entry(i)
		e.Actor = "李大伟"
		if _, err := audit.Append(tx, e); err != nil {
			return err
		}
	}
	return nil
}

// TestEveryTamperingIsFoundAtEveryPlace holds promise A2: each kind at each of
// 200 places, the report naming place and kind.
func TestEveryTamperingIsFoundAtEveryPlace(t *testing.T) {
	onBoth(t, func(b *bench) {
		const size = 200
		b.append(1, size)
		outside := b.sign()
		stride := 1
		if testing.Short() || b.db.Engine() != "sqlite" {
			stride = 23
		}
		for _, tamper := range tamperings {
			t.Run(tamper.name, func(t *testing.T) {
				for at := tamper.from; at <= size-tamper.short; at += stride {
					b.try(t, tamper, at, size, outside)
				}
			})
		}
		if r, err := b.verify(outside); err != nil || !r.OK() {
			t.Errorf("the log itself was harmed: %+v, %v", r, err)
		}
	})
}

// try tampers in a transaction, verifies in it, and undoes it.
func (b *bench) try(t *testing.T, tamper tampering, at, size int, outside string) {
	t.Helper()
	err := b.db.Write(context.Background(), func(tx *store.Tx) error {
		if err := tamper.do(tx, at, size); err != nil {
			return err
		}
		r, err := audit.Verify(tx, outside, b.key.Public())
		if err != nil {
			return err
		}
		if want := tamper.want(at, size); r.Fault == nil || *r.Fault != want || r.Covered != 0 {
			t.Errorf("at %d: found %+v, want %+v", at, r.Fault, want)
		}
		return errUndo
	})
	if !errors.Is(err, errUndo) {
		t.Fatalf("at %d: %v", at, err)
	}
}

func TestARewrittenHistoryIsBracketedByCheckpoints(t *testing.T) {
	onBoth(t, func(b *bench) {
		b.append(1, 10)
		b.sign()
		b.append(11, 20)
		outside := b.sign()
		b.write(func(tx *store.Tx) error { return rewrite(tx, 14, 25) })
		r, err := b.verify(outside)
		if want := (audit.Fault{Kind: audit.Rewritten, Seq: 11, Until: 20}); err != nil || r.Fault == nil || *r.Fault != want {
			t.Errorf("found %+v, %v; want %+v", r.Fault, err, want)
		}
		if r, err := b.verify(""); err != nil || !r.OK() {
			t.Errorf("without the checkpoint from outside a clean rewrite cannot show: %+v, %v", r, err)
		}
	})
}

func TestAForgedCheckpointInTheDatabaseIsFound(t *testing.T) {
	onBoth(t, func(b *bench) {
		b.append(1, 10)
		outside := b.sign()
		b.write(func(tx *store.Tx) error {
			return statements(tx, "UPDATE audit_checkpoint SET signed = REPLACE(signed, '10', '11')")
		})
		r, err := b.verify(outside)
		if err != nil || r.Fault == nil || r.Fault.Kind != audit.Unsigned {
			t.Errorf("found %+v, %v", r.Fault, err)
		}
	})
}
