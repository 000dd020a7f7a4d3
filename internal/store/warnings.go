package store

import "fmt"

// MarkRead notes that somebody has read warnings; one that is noted already
// stays as it is.
func MarkRead(tx *Tx, accountID string, marks []string) error {
	for _, m := range marks {
		_, err := tx.Exec("INSERT INTO warning_read (account_id, mark, at) VALUES (?, ?, ?) ON CONFLICT (account_id, mark) DO NOTHING",
			accountID, m, tx.Now())
		if err != nil {
			return fmt.Errorf("mark read: %w", err)
		}
	}
	return nil
}

// ReadMarks gives what somebody has read.
func ReadMarks(tx *Tx, accountID string) (map[string]bool, error) {
	out := map[string]bool{}
	err := tx.Each(func(scan func(...any) error) error {
		var m string
		err := scan(&m)
		out[m] = true
		return err
	}, "SELECT mark FROM warning_read WHERE account_id = ?", accountID)
	return out, err
}
