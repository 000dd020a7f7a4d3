// Package oversight is what leaves a trace although it changes nothing: lists
// that are taken out of the house.
package oversight

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/org"
	"bihuan/internal/store"
)

// RecordExport notes that somebody takes a list of an inspection out, before
// the first byte leaves.
type RecordExport struct {
	InspectionID string
	List         string // its address: problems.xlsx
	Filter       string // query of the address
}

// Permission implements action.Command.
func (c *RecordExport) Permission() org.Permission { return org.Export }

// Target implements action.Command.
func (c *RecordExport) Target(s *action.Step) (org.Target, error) {
	_, t, err := store.InspectionTarget(s.Tx, c.InspectionID)
	return t, err
}

// Run implements action.Command.
func (c *RecordExport) Run(s *action.Step) error {
	s.Note("%s?%s", c.List, c.Filter)
	return nil
}
