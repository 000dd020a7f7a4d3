package checkup

import (
	"context"
	"errors"

	"bihuan/internal/audit"
	"bihuan/internal/blob"
	"bihuan/internal/server"
	"bihuan/internal/store"
)

// Clauses that ask for what is checked here.
const (
	clauseAudit     = "8.1.4.3" // 安全审计
	clauseIntegrity = "8.1.4.7" // 数据完整性
)

func database(ctx context.Context, in *server.Installation, f *Findings) error {
	if err := in.DB.Intact(ctx); err != nil {
		f.add(Bad, clauseIntegrity, "check.database.damaged", err)
		return ctx.Err()
	}
	f.add(Good, clauseIntegrity, "check.database.whole", in.Config.DatabaseShown())
	return nil
}

// evidence reads every file that a record speaks of.
func evidence(ctx context.Context, in *server.Installation, f *Findings) error {
	files, err := recorded(ctx, in.DB)
	if err != nil {
		return err
	}
	bad := 0
	for _, file := range files {
		if err := ctx.Err(); err != nil {
			return err
		}
		err := in.Files.Check(file.Hash, file.Size)
		var damage *blob.Damage
		switch {
		case errors.As(err, &damage):
			bad++
			f.add(Bad, clauseIntegrity, "check.file.damaged", file.name, damage.Hash, damage.Reason)
		case err != nil:
			return err
		}
	}
	if bad == 0 {
		f.add(Good, clauseIntegrity, "check.files.whole", len(files))
	}
	return nil
}

// filesOfRecords selects every file of which a record keeps the hash: proof,
// papers of the joint review, what was issued, sent or published, and scans of
// signed sheets.
const filesOfRecords = `SELECT hash, size, MIN(name) FROM (
	SELECT hash, size, name FROM evidence
	UNION ALL SELECT file_hash, file_size, file_name FROM plan_opinion WHERE file_hash <> ''
	UNION ALL SELECT file_hash, file_size, file_name FROM issued_copy WHERE file_hash <> ''
	UNION ALL SELECT file_hash, file_size, file_name FROM issued_paper
	UNION ALL SELECT file_hash, file_size, file_name FROM letter WHERE file_hash <> ''
	UNION ALL SELECT sent_hash, sent_size, sent_name FROM report WHERE sent_hash <> ''
	UNION ALL SELECT file_hash, file_size, file_name FROM publication WHERE file_hash <> ''
	UNION ALL SELECT file_hash, file_size, file_name FROM signing_sheet WHERE file_hash <> '') f
	GROUP BY hash, size ORDER BY hash`

type recordedFile struct {
	blob.File
	name string
}

func recorded(ctx context.Context, db *store.DB) ([]recordedFile, error) {
	var out []recordedFile
	err := db.Read(ctx, func(tx *store.Tx) error {
		return tx.Each(func(scan func(...any) error) error {
			var r recordedFile
			err := scan(&r.Hash, &r.Size, &r.name)
			out = append(out, r)
			return err
		}, filesOfRecords)
	})
	return out, err
}

// trail verifies the audit log from its first entry.
func trail(ctx context.Context, in *server.Installation, f *Findings) error {
	var r audit.Report
	err := in.DB.Read(ctx, func(tx *store.Tx) (err error) {
		r, err = audit.Verify(tx, "", in.Key.Public())
		return err
	})
	if err != nil {
		return err
	}
	if !r.OK() {
		f.add(Bad, clauseAudit, "audit.fault."+string(r.Fault.Kind), r.Fault.Seq, max(r.Fault.Seq, r.Fault.Until))
		return nil
	}
	f.add(Good, clauseAudit, "check.trail.whole", r.Size, r.Checkpoints)
	return nil
}
