package web

import (
	"encoding/json"
	"errors"
	"net/http"

	"bihuan/internal/action"
	"bihuan/internal/action/planning"
	"bihuan/internal/fault"
	"bihuan/internal/query"
	"bihuan/internal/web/templates"
)

func gridPage(v *visit) error {
	p, g, err := inspect(v, v.id(), "grid.title", query.GridOf, v.listIn())
	if err != nil {
		return err
	}
	return v.show(templates.GridPage(p, "/inspections/"+v.id(), v.at(), g))
}

// editGrid changes cells, or with the field preview shows what would change.
func editGrid(v *visit) error {
	cmd := &planning.EditCells{InspectionID: v.id()}
	if err := v.decode(cmd); err != nil {
		return err
	}
	if v.r.PostFormValue("preview") == "" {
		_, err := v.do(cmd)
		return v.gridAnswer(cmd, err)
	}
	if err := v.run.Preview(v.r.Context(), action.Call{Actor: v.actor, Remote: v.remote()}, cmd); err != nil {
		return err
	}
	return v.show(templates.GridPreview(v.page("grid.title"), cmd.Outcomes()))
}

func undoGrid(v *visit) error {
	cmd := &planning.UndoCells{InspectionID: v.id()}
	if err := v.decode(cmd); err != nil {
		return err
	}
	_, err := v.do(cmd)
	if !v.wantsFragment() {
		if err != nil {
			return err
		}
		return v.saved("/inspections/"+v.id()+"/grid", "saved")
	}
	return v.gridAnswer(&cmd.EditCells, err)
}

// gridCell is one cell of the answer to the grid's script.
type gridCell struct {
	Measure bool   `json:"measure"`
	ID      string `json:"id"`
	Column  string `json:"column"`
	Text    string `json:"text"`            // as the cell reads now
	Wrong   string `json:"wrong,omitempty"` // why it was not taken
	Stale   bool   `json:"stale,omitempty"` // Text is what somebody else wrote
}

// gridAnswer tells the script what became of each cell. A refusal that
// concerns no cell is answered as every other.
func (v *visit) gridAnswer(cmd *planning.EditCells, err error) error {
	var f *fault.Error
	if err != nil && (!errors.As(err, &f) || len(cmd.Outcomes()) == 0 || f.Kind != fault.Invalid && f.Kind != fault.Conflict) {
		return err
	}
	cells := make([]gridCell, 0, len(cmd.Outcomes()))
	for _, o := range cmd.Outcomes() {
		c := gridCell{Measure: o.Measure, ID: o.ID, Column: o.Column, Text: o.After, Stale: o.Stale}
		if err != nil {
			c.Text = o.Before
		}
		if o.Wrong != nil {
			c.Wrong = v.t(o.Wrong.Code, o.Wrong.Args...)
		}
		cells = append(cells, c)
	}
	status := http.StatusOK
	if f != nil {
		status = statuses[f.Kind]
	}
	body, err := json.Marshal(map[string]any{"cells": cells})
	if err != nil {
		return err
	}
	v.w.Header().Set("Content-Type", "application/json; charset=utf-8")
	v.w.WriteHeader(status)
	_, _ = v.w.Write(body) // a visitor who hangs up needs no answer
	return nil
}
