package paper

import (
	"encoding/json"
	"fmt"
	"net/url"
	"strings"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/gongwen"
	"bihuan/internal/query"
)

// counting gives the records that the figures of a paper counted, as it keeps
// them, with further lists on which it rests.
func counting(v *query.View, inspectionID string, cutOff workday.Date, doc *gongwen.Document, more ...query.Counted) ([]byte, error) {
	list, err := v.CountedOf(inspectionID, cutOff, doc.Refs())
	if err != nil {
		return nil, err
	}
	list = append(list, more...)
	text, err := json.Marshal(list)
	if err != nil {
		return nil, fmt.Errorf("encode the counted records: %w", err)
	}
	return text, nil
}

// countedOf gives what a report keeps of the records behind its figures.
func countedOf(r inspection.Report) (map[query.Source][]query.CountedRow, error) {
	out := map[query.Source][]query.CountedRow{}
	if !r.Counted() {
		return out, nil
	}
	var list []query.Counted
	if err := json.Unmarshal(r.Data, &list); err != nil {
		return nil, fmt.Errorf("decode the counted records: %w", err)
	}
	for _, c := range list {
		out[c.Ref] = c.Rows
	}
	return out, nil
}

// filesBehind are the evidence files that a report keeps the hashes of, for
// those who may see them.
func filesBehind(v *query.View, r inspection.Report, t org.Target) ([]query.CountedRow, error) {
	kept, err := countedOf(r)
	if err != nil || !v.MayOpen(query.ListFiles, t) {
		return nil, err
	}
	return kept[query.ListFiles+":all"], nil
}

// CountedSource is a list behind a paper with what it counted that day.
type CountedSource struct {
	Rows []query.CountedRow
	Path string // where all of them are read
}

// countedSources leads from the lists behind a report to the records counted
// at its cut-off, for those who may see them.
func countedSources(v *query.View, r inspection.Report, t org.Target) (map[query.Source]CountedSource, error) {
	kept, err := countedOf(r)
	out := map[query.Source]CountedSource{}
	for ref, rows := range kept {
		kind, _, _ := strings.Cut(ref, ":")
		if v.MayOpen(kind, t) {
			out[ref] = CountedSource{Rows: rows, Path: "/reports/" + r.ID + "/counted?ref=" + url.QueryEscape(ref)}
		}
	}
	return out, err
}
