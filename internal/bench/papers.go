package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/gongwen"
	"bihuan/internal/paper"
	"bihuan/internal/query"
	"bihuan/internal/store"
)

// onlyPapers measures the reports on n problems: from the records to the bytes
// of the .docx, the ledger attached.
func onlyPapers(ctx context.Context, n, rounds int) error {
	dir, err := os.MkdirTemp("", "bihuan-bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	c, err := open(ctx, filepath.Join(dir, "bench.db"))
	if err != nil {
		return err
	}
	defer c.db.Close()
	if err := c.fill(ctx, n); err != nil {
		return fmt.Errorf("fill: %w", err)
	}
	debug.FreeOSMemory()
	// 5 resets the peak of the resident memory, so that it is the papers' own.
	resetErr := os.WriteFile("/proc/self/clear_refs", []byte("5"), 0o200)
	for _, kind := range inspection.ReportKinds() {
		size := 0
		took, err := measure(rounds, func(int) error {
			file, err := c.report(ctx, kind)
			size = len(file)
			return err
		})
		if err != nil {
			return fmt.Errorf("%s: %w", kind, err)
		}
		fmt.Printf("papers: %s report on %d problems with ledger: p50 %s ms, p95 %s ms, %d kB of .docx\n", kind, n, ms(took.at(50)), ms(took.at(95)), size/1024)
	}
	took, err := measure(rounds, func(int) error { return c.ledgerPage(ctx) })
	if err != nil {
		return fmt.Errorf("ledger: %w", err)
	}
	fmt.Printf("papers: ledger of %d problems, looked over place by place: p50 %s ms, p95 %s ms\n", n, ms(took.at(50)), ms(took.at(95)))
	if resetErr == nil {
		fmt.Printf("papers: resident at most %s\n", status("VmHWM:"))
	}
	return nil
}

// ledgerPage writes the ledger as the page does, which looks it over.
func (c *city) ledgerPage(ctx context.Context) error {
	return c.db.Read(ctx, func(tx *store.Tx) error {
		head := org.Actor{AccountID: "head", OrgID: "o", Grants: []org.Grant{{OrgID: "o", Role: org.RoleHead}}}
		v := &query.View{Tx: tx, Actor: head, Now: tx.Now(), Today: tx.Today(), Calendar: workday.China()}
		page, err := paper.Made(v, query.PaperIn{Inspection: "i", Kind: inspection.LedgerPaper})
		if err == nil && !page.Looked {
			err = errors.New("the ledger was not looked over")
		}
		return err
	})
}

// report writes one report as the page does and lays it out as .docx and HTML.
func (c *city) report(ctx context.Context, kind inspection.ReportKind) ([]byte, error) {
	var file bytes.Buffer
	err := c.db.Read(ctx, func(tx *store.Tx) error {
		i, err := store.Inspections.Get(tx, "i")
		if err != nil {
			return err
		}
		composed, err := paper.Desk{Calendar: workday.China()}.Write(tx, i, kind, today)
		if err != nil {
			return err
		}
		d, err := gongwen.Decode(composed.Body)
		if err != nil {
			return err
		}
		if len(gongwen.HTML(d)) == 0 {
			return errors.New("the preview is empty")
		}
		return gongwen.WriteDocx(&file, d)
	})
	return file.Bytes(), err
}
