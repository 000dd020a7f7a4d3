package api

import (
	"context"

	"bihuan/internal/locale"
	"bihuan/internal/query"
)

// ImportFault is one cell of an imported ledger or plan that is in doubt.
type ImportFault struct {
	File      string   `json:"file"`
	Sheet     string   `json:"sheet" doc:"empty for a paper or a .csv"`
	Cell      string   `json:"cell" doc:"as a spreadsheet names it: B12; empty for a paper"`
	Row       int      `json:"row" doc:"row of the sheet, or paragraph of the paper"`
	Field     string   `json:"field" enum:"record,cause,goal,text,leader,lead,assist,owner,due,verdict,progress"`
	Text      string   `json:"text" doc:"what stands there"`
	Code      string   `json:"code"`
	Message   Words    `json:"message" doc:"what is wrong and how to mend it"`
	Proposals []string `json:"proposals" doc:"what it may mean, the likeliest first"`
}

// Words is a message in both languages.
type Words struct {
	Chinese string `json:"zh-CN"`
	English string `json:"en"`
}

func (a *API) importFaults(ctx context.Context, in *One) (*reply[[]ImportFault], error) {
	faults, err := see(ctx, a, in.Caller, query.ImportFaults, in.ID)
	if err != nil {
		return nil, err
	}
	out := []ImportFault{}
	for _, f := range faults {
		key := "incoming.doubt." + string(f.Doubt)
		out = append(out, ImportFault{File: f.File, Sheet: f.Sheet, Cell: f.Cell, Row: f.Row, Field: string(f.Field), Text: f.Text, Code: string(f.Doubt),
			Message:   Words{Chinese: locale.Text(locale.Chinese, key, f.Hint), English: locale.Text(locale.English, key, f.Hint)},
			Proposals: f.Options})
	}
	return &reply[[]ImportFault]{out}, nil
}
