package audit

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
)

// Verify reads the whole log and computes everything anew from the records:
// their columns, all stored hashes, and the root at every kept checkpoint and
// at the given one, which came from outside ("" for none). The public key is
// the log's. The report names the first fault. The error is for what hinders
// the verification itself: a checkpoint or key that is not genuine
// (ErrCheckpoint), or a database that fails. Run it in a transaction that
// sees one state.
func Verify(tx Tx, checkpoint, public string) (Report, error) {
	v := verification{tx: tx, public: public}
	if checkpoint != "" {
		c, err := OpenCheckpoint(checkpoint, public)
		if err != nil {
			return Report{}, err
		}
		v.outside = &c
	}
	err := v.run()
	if !errors.As(err, &v.report.Fault) && err != nil {
		return Report{}, err
	}
	return v.finish()
}

// verification is the state of one Verify. Its methods return a *Fault as
// their error when they find one.
type verification struct {
	tx      Tx
	public  string
	outside *Checkpoint
	signed  []Checkpoint // those not reached yet, by size
	agreed  int64        // size of the last checkpoint that agrees
	tip     int64        // entries that the log says it has
	tree    tree
	report  Report
}

func (v *verification) run() (err error) {
	if v.tip, err = Size(v.tx); err != nil {
		return err
	}
	if err := v.loadKept(); err != nil {
		return err
	}
	if err := v.checkRoots(); err != nil {
		return err
	}
	if err := v.walk(); err != nil {
		return err
	}
	return v.checkEnd()
}

// loadKept reads the checkpoints that the log keeps, and adds the outside one.
func (v *verification) loadKept() error {
	rows, err := v.tx.Query("SELECT size, signed FROM audit_checkpoint ORDER BY size")
	if err != nil {
		return fmt.Errorf("audit checkpoints: %w", err)
	}
	defer rows.Close()
	for rows.Next() {
		var size int64
		var signed string
		if err := rows.Scan(&size, &signed); err != nil {
			return fmt.Errorf("audit checkpoints: %w", err)
		}
		c, err := OpenCheckpoint(signed, v.public)
		if err != nil || c.Size != size {
			v.report.Fault = cmp.Or(v.report.Fault, &Fault{Kind: Unsigned, Seq: size})
			continue
		}
		v.signed = append(v.signed, c)
	}
	if v.outside != nil {
		v.signed = append(v.signed, *v.outside)
	}
	slices.SortStableFunc(v.signed, func(a, b Checkpoint) int { return cmp.Compare(a.Size, b.Size) })
	return rows.Err()
}

// checkRoots compares the tree with the checkpoints of its present size.
func (v *verification) checkRoots() error {
	for len(v.signed) > 0 && v.signed[0].Size == v.tree.size {
		root, err := v.tree.root()
		if err != nil {
			return fmt.Errorf("root of the audit log: %w", err)
		}
		if root != v.signed[0].Root {
			return &Fault{Kind: Rewritten, Seq: v.agreed + 1, Until: v.tree.size}
		}
		v.agreed = v.tree.size
		v.report.Checkpoints++
		v.signed = v.signed[1:]
	}
	return nil
}

// checkEnd looks for what should follow after the last entry read.
func (v *verification) checkEnd() error {
	last := v.tree.size
	if v.tip > last {
		return &Fault{Kind: CutOff, Seq: last + 1, Until: v.tip}
	}
	if len(v.signed) > 0 {
		return &Fault{Kind: CutOff, Seq: last + 1, Until: v.signed[len(v.signed)-1].Size}
	}
	further, err := count(v.tx, "SELECT COUNT(*) FROM audit_hash WHERE idx >= ? OR idx < 0", firstHash(last+1))
	if err != nil {
		return err
	}
	if further > 0 {
		return &Fault{Kind: CutOff, Seq: last + 1}
	}
	if v.tip < last {
		return &Fault{Kind: Added, Seq: v.tip + 1, Until: last}
	}
	before, err := count(v.tx, "SELECT COUNT(*) FROM audit_entry WHERE seq < 1")
	if err == nil && before > 0 {
		return &Fault{Kind: Added, Seq: 0}
	}
	return err
}

func count(tx Tx, query string, args ...any) (n int64, err error) {
	if err := tx.QueryRow(query, args...).Scan(&n); err != nil {
		return 0, fmt.Errorf("audit log: %w", err)
	}
	return n, nil
}

func (v *verification) finish() (Report, error) {
	root, err := v.tree.root()
	if err != nil {
		return Report{}, fmt.Errorf("root of the audit log: %w", err)
	}
	v.report.Size, v.report.Root = v.tree.size, root
	if v.report.OK() && v.outside != nil {
		v.report.Covered = v.outside.Size
	}
	return v.report, nil
}
