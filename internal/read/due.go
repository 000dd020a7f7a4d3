package read

import "encoding/json"

// Due is a deadline: a day, a term in the paper's own words (长期坚持, 2026年6月底前),
// or both. Date is YYYY-MM-DD, or "" when the term gives no day.
type Due struct {
	Date string
	Term string
}

// IsZero tells whether no deadline is given.
func (d Due) IsZero() bool { return d == Due{} }

// MarshalJSON writes a missing date as null, as the contract has it.
func (d Due) MarshalJSON() ([]byte, error) {
	return json.Marshal(dueJSON{Date: orNull(d.Date), Term: d.Term})
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (d *Due) UnmarshalJSON(data []byte) error {
	var in dueJSON
	if err := json.Unmarshal(data, &in); err != nil {
		return err
	}
	*d = Due{Term: in.Term}
	if in.Date != nil {
		d.Date = *in.Date
	}
	return nil
}

type dueJSON struct {
	Date *string `json:"date"`
	Term string  `json:"term"`
}

func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
