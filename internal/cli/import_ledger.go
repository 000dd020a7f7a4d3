package cli

import (
	"bytes"
	"path/filepath"

	"bihuan/internal/action"
	takein "bihuan/internal/action/incoming"
	"bihuan/internal/domain/incoming"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/server"
	"bihuan/internal/store"
)

// mostShown is how many rows that wait for a person are listed.
const mostShown = 60

// hasProblems tells whether the feedback of an inspection is confirmed, so that
// a ledger or plan can be brought into its problems.
func (c *console) hasProblems(in *server.Installation, id string) (bool, error) {
	n := 0
	err := in.DB.Read(c.ctx, func(tx *store.Tx) (err error) {
		n, err = tx.Count("SELECT COUNT(*) FROM problem WHERE inspection_id = ?", id)
		return err
	})
	return n > 0, err
}

// compare shows what a ledger or plan would bring into the records, and with
// --yes brings what needs no decision. What a person must decide stays as it is.
func (i *importCommand) compare(c *console, in *server.Installation, found inspection.Inspection, text []byte) error {
	by, err := operator(org.Grant{OrgID: found.OrgID, Role: org.RoleClerk})
	if err != nil {
		return err
	}
	call, name := action.Call{Remote: "console", Actor: by}, filepath.Base(i.File)
	look, err := in.Desk.Preview(c.ctx, call, found.ID, name, text)
	if err != nil {
		return err
	}
	c.tally(look.Rows())
	if !i.Yes {
		c.say("cli.import.dry")
		return nil
	}
	stored, err := in.Files.Put(c.ctx, bytes.NewReader(text), int64(len(text)))
	if err != nil {
		return err
	}
	done, err := in.Desk.Bring(c.ctx, call, &takein.Take{InspectionID: found.ID, FileName: name, FileHash: stored.Hash, FileSize: stored.Size})
	if err != nil {
		return err
	}
	if done.State != incoming.Applied {
		c.say("cli.import.not-applied", c.text(done.Fault, done.FaultArgs...))
		return nil
	}
	c.say("cli.import.applied", name, done.Left)
	return nil
}

// tally prints how the rows stand to the records, then those that a person has
// to look at.
func (c *console) tally(rows []incoming.Row) {
	n := map[incoming.Comparison]int{}
	for _, r := range rows {
		n[r.State]++
	}
	for _, s := range incoming.Comparisons() {
		if n[s] > 0 {
			c.say("cli.import.count", c.text("comparison."+string(s)), n[s])
		}
	}
	shown := 0
	for _, r := range rows {
		for _, cell := range r.Cells {
			if cell.Doubt != "" && shown < mostShown {
				shown++
				c.say("cli.import.doubt", r.Sheet, cellName(r, cell), c.text("incoming.field."+string(cell.Field)), c.text("incoming.doubt."+string(cell.Doubt), cell.Hint))
			}
		}
		if r.Waits() && shown < mostShown {
			shown++
			c.say("cli.import.waits", r.Sheet, r.Line, c.text("comparison."+string(r.State)), r.Label)
		}
	}
}

func cellName(r incoming.Row, c incoming.Cell) any {
	if c.At != "" {
		return c.At
	}
	return r.Line
}
