package audit

import (
	"bufio"
	"fmt"
	"io"
)

// Export writes the records of the whole log, one JSON object a line, in
// order: exactly the texts that are hashed, so that cmd/bihuan-verify can
// check them against a checkpoint without this program. It gives the number of
// records written. Run it in a transaction that sees one state.
func Export(tx Tx, w io.Writer) (int64, error) {
	out := bufio.NewWriter(w)
	var count, last int64
	for {
		rows, err := loadRows(tx, last, page)
		if err != nil {
			return count, err
		}
		if len(rows) == 0 {
			break
		}
		for _, r := range rows {
			if _, err := out.WriteString(r.record + "\n"); err != nil {
				return count, fmt.Errorf("export the audit log: %w", err)
			}
			count, last = count+1, r.seq
		}
	}
	if err := out.Flush(); err != nil {
		return count, fmt.Errorf("export the audit log: %w", err)
	}
	return count, nil
}
