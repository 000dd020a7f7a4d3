package store

import "bihuan/internal/domain/work"

// MeasuresOf gives the measures that answer a problem: its own in their order,
// then those of other problems that it shares.
func MeasuresOf(tx *Tx, problemID string) ([]work.Measure, error) {
	own, err := Measures.List(tx, "WHERE problem_id = ? ORDER BY seq, id", problemID)
	if err != nil {
		return nil, err
	}
	shared, err := Measures.List(tx, "WHERE id IN (SELECT measure_id FROM measure_link WHERE problem_id = ?) ORDER BY problem_id, seq, id", problemID)
	return append(own, shared...), err
}
