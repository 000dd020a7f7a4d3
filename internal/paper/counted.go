package paper

import (
	"encoding/json"
	"fmt"
	"net/url"
	"strings"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
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

// keptRecords reads what a paper keeps of the records behind its figures.
func keptRecords(data json.RawMessage) (map[query.Source][]query.CountedRow, error) {
	out := map[query.Source][]query.CountedRow{}
	if !inspection.Written(data) {
		return out, nil
	}
	var list []query.Counted
	if err := json.Unmarshal(data, &list); err != nil {
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
	kept, err := keptRecords(r.Data)
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

// countedSources leads from the lists behind a kept paper to the records
// counted at its cut-off, for those who may see them.
func countedSources(v *query.View, page string, data json.RawMessage, t org.Target) (map[query.Source]CountedSource, error) {
	kept, err := keptRecords(data)
	out := map[query.Source]CountedSource{}
	for ref, rows := range kept {
		kind, _, _ := strings.Cut(ref, ":")
		if v.MayOpen(kind, t) {
			out[ref] = CountedSource{Rows: rows, Path: page + "/counted?ref=" + url.QueryEscape(ref)}
		}
	}
	return out, err
}

// Counting is the records behind one figure of a kept paper, as they stood at
// its cut-off and as they stand now.
type Counting struct {
	Source  query.SourceRow
	Rows    []query.CountedRow
	Current []query.SourceRow // the same records now, in the same order
}

// CountedIn asks for the records behind a figure of a report or of an issued paper.
type CountedIn struct{ Paper, Ref string }

// countedRecords gives the records that a figure of a kept paper counted.
func countedRecords(v *query.View, inspectionID string, data json.RawMessage, t org.Target, ref string) (out Counting, err error) {
	kept, err := keptRecords(data)
	if err != nil {
		return out, err
	}
	kind, _, _ := strings.Cut(ref, ":")
	rows, ok := kept[ref]
	if !ok || inspectionID == "" || !v.MayOpen(kind, t) {
		return out, fault.New(fault.NotFound, "fault.not-found")
	}
	out.Rows = rows
	refs := []query.Source{ref}
	for _, row := range rows {
		refs = append(refs, row.Ref)
	}
	now, err := v.Sources(inspectionID, t, refs)
	if err == nil {
		out.Source, out.Current = now[0], now[1:]
	}
	return out, err
}
