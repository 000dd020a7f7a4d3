package query

// Inside is embedded in the page of a record: it tells which inspection the
// record lies in.
type Inside struct{ InspectionID string }

// Within gives the inspection of the record.
func (i Inside) Within() string { return i.InspectionID }
