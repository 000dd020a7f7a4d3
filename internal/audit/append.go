package audit

import (
	"fmt"
	"strings"

	"golang.org/x/mod/sumdb/tlog"
)

// Append adds an entry at the end of the log, in the transaction, and gives
// its number, which counts from 1 without gaps. Transactions that append wait
// for one another until they end, so append late. On an error the transaction
// must be rolled back.
func Append(tx Tx, e Entry) (seq int64, err error) {
	// The update locks the one row of audit_tip until the transaction ends;
	// on PostgreSQL it is what keeps two appenders apart.
	err = tx.QueryRow("UPDATE audit_tip SET size = size + 1 WHERE id = 'tip' RETURNING size").Scan(&seq)
	if err != nil {
		return 0, fmt.Errorf("take the next audit number: %w", err)
	}
	rec := newRecord(seq, tx.Now(), e)
	text, err := rec.text()
	if err != nil {
		return 0, err
	}
	if err := insertEntry(tx, rec, text); err != nil {
		return 0, err
	}
	if err := insertHashes(tx, seq, text); err != nil {
		return 0, err
	}
	return seq, nil
}

func insertEntry(tx Tx, rec record, text string) error {
	c, err := rec.columns()
	if err != nil {
		return err
	}
	args := append(c.values(), text)
	marks := strings.TrimSuffix(strings.Repeat("?, ", len(args)), ", ")
	_, err = tx.Exec("INSERT INTO audit_entry ("+columnNames+", record) VALUES ("+marks+")", args...)
	if err != nil {
		return fmt.Errorf("insert audit entry %d: %w", rec.Seq, err)
	}
	return nil
}

// insertHashes stores the hashes of the subtrees that entry seq completes.
func insertHashes(tx Tx, seq int64, text string) error {
	leaf := seq - 1 // the tree counts its leaves from 0
	hashes, err := tlog.StoredHashes(leaf, []byte(text), hashReader(tx))
	if err != nil {
		return fmt.Errorf("hash audit entry %d: %w", seq, err)
	}
	query := "INSERT INTO audit_hash (idx, hash) VALUES " + strings.TrimSuffix(strings.Repeat("(?, ?), ", len(hashes)), ", ")
	args := make([]any, 0, 2*len(hashes))
	first := tlog.StoredHashIndex(0, leaf)
	for i, h := range hashes {
		args = append(args, first+int64(i), h.String())
	}
	if _, err := tx.Exec(query, args...); err != nil {
		return fmt.Errorf("insert hashes of audit entry %d: %w", seq, err)
	}
	return nil
}

// hashReader reads stored hashes by their index.
func hashReader(tx Tx) tlog.HashReaderFunc {
	return func(indexes []int64) ([]tlog.Hash, error) {
		hashes := make([]tlog.Hash, 0, len(indexes))
		for _, i := range indexes {
			var text string
			if err := tx.QueryRow("SELECT hash FROM audit_hash WHERE idx = ?", i).Scan(&text); err != nil {
				return nil, fmt.Errorf("audit hash %d: %w", i, err)
			}
			h, err := tlog.ParseHash(text)
			if err != nil {
				return nil, fmt.Errorf("audit hash %d: %w", i, err)
			}
			hashes = append(hashes, h)
		}
		return hashes, nil
	}
}

// Size is the number of entries that the log has.
func Size(tx Tx) (int64, error) {
	var n int64
	if err := tx.QueryRow("SELECT size FROM audit_tip WHERE id = 'tip'").Scan(&n); err != nil {
		return 0, fmt.Errorf("size of the audit log: %w", err)
	}
	return n, nil
}
