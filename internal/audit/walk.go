package audit

import (
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"golang.org/x/mod/sumdb/tlog"
)

// page is how many entries are held in memory at once.
const page = 500

// row is one row of audit_entry.
type row struct {
	columns
	record string
}

// firstHash is the index of the first hash that entry seq stores.
func firstHash(seq int64) int64 { return tlog.StoredHashIndex(0, seq-1) }

// walk checks every entry in order, page by page.
func (v *verification) walk() error {
	for {
		rows, err := loadRows(v.tx, v.tree.size, page)
		if err != nil || len(rows) == 0 {
			return err
		}
		hashes, err := loadHashes(v.tx, firstHash(v.tree.size+1), firstHash(v.tree.size+page+1))
		if err != nil {
			return err
		}
		for _, r := range rows {
			if err := v.checkRow(r, hashes); err != nil {
				return err
			}
			if err := v.checkRoots(); err != nil {
				return err
			}
		}
	}
}

// checkRow adds the next entry to the tree, unless something is wrong with it.
func (v *verification) checkRow(r row, stored map[int64]string) error {
	seq := v.tree.size + 1
	if r.seq != seq {
		return &Fault{Kind: Missing, Seq: seq, Until: r.seq - 1}
	}
	leaf, at := tlog.RecordHash([]byte(r.record)), firstHash(seq)
	want, known := stored[at]
	switch {
	case !known && v.tip < seq:
		return &Fault{Kind: Added, Seq: seq}
	case !known:
		return &Fault{Kind: Hashes, Seq: seq}
	case want != leaf.String():
		return v.classify(r, want)
	}
	for i, h := range v.tree.add(leaf) {
		if stored[at+int64(i)] != h.String() {
			return &Fault{Kind: Hashes, Seq: seq}
		}
	}
	return checkColumns(r)
}

// classify tells what happened to a record that is not the one hashed.
func (v *verification) classify(r row, want string) error {
	if _, err := tlog.ParseHash(want); err != nil {
		return &Fault{Kind: Hashes, Seq: r.seq}
	}
	var rec record
	if err := json.Unmarshal([]byte(r.record), &rec); err != nil {
		return &Fault{Kind: Unreadable, Seq: r.seq}
	}
	if rec.Seq != r.seq {
		return &Fault{Kind: Moved, Seq: r.seq}
	}
	var next string
	err := v.tx.QueryRow("SELECT record FROM audit_entry WHERE seq = ?", r.seq+1).Scan(&next)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return fmt.Errorf("audit entry %d: %w", r.seq+1, err)
	}
	if tlog.RecordHash([]byte(next)).String() == want {
		return &Fault{Kind: Added, Seq: r.seq}
	}
	return &Fault{Kind: Changed, Seq: r.seq}
}

// checkColumns compares what pages show with the record.
func checkColumns(r row) error {
	var rec record
	if err := json.Unmarshal([]byte(r.record), &rec); err != nil {
		return &Fault{Kind: Unreadable, Seq: r.seq}
	}
	c, err := rec.columns()
	if err != nil {
		return &Fault{Kind: Unreadable, Seq: r.seq}
	}
	if rec.Seq != r.seq {
		return &Fault{Kind: Moved, Seq: r.seq}
	}
	if c != r.columns {
		return &Fault{Kind: Columns, Seq: r.seq}
	}
	return nil
}

// loadRows reads at most limit entries after the number.
func loadRows(tx Tx, after int64, limit int) ([]row, error) {
	rows, err := tx.Query("SELECT "+columnNames+", record FROM audit_entry WHERE seq > ? ORDER BY seq LIMIT ?", after, limit)
	if err != nil {
		return nil, fmt.Errorf("audit entries: %w", err)
	}
	defer rows.Close()
	var out []row
	for rows.Next() {
		var r row
		if err := rows.Scan(append(r.pointers(), &r.record)...); err != nil {
			return nil, fmt.Errorf("audit entries: %w", err)
		}
		out = append(out, r)
	}
	return out, rows.Err()
}

// loadHashes reads the stored hashes with indexes from up to before to.
func loadHashes(tx Tx, from, to int64) (map[int64]string, error) {
	rows, err := tx.Query("SELECT idx, hash FROM audit_hash WHERE idx >= ? AND idx < ?", from, to)
	if err != nil {
		return nil, fmt.Errorf("audit hashes: %w", err)
	}
	defer rows.Close()
	out := map[int64]string{}
	for rows.Next() {
		var i int64
		var hash string
		if err := rows.Scan(&i, &hash); err != nil {
			return nil, fmt.Errorf("audit hashes: %w", err)
		}
		out[i] = hash
	}
	return out, rows.Err()
}
