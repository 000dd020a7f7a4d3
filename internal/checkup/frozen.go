package checkup

import (
	"context"
	"regexp"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/publication"
	"bihuan/internal/server"
	"bihuan/internal/store"
)

// frozenPaper is a paper that must not change: what its record says now, and
// the hash under which it was kept.
type frozenPaper struct {
	title  string
	hash   string
	intact bool
	older  bool // from before its hash was written into the log
}

// frozen compares every paper that was issued, sent or published with the hash
// under which it was kept, and with the audit log.
func frozen(ctx context.Context, in *server.Installation, f *Findings) error {
	return in.DB.Read(ctx, func(tx *store.Tx) error {
		papers, err := frozenPapers(tx)
		if err != nil {
			return err
		}
		logged, err := loggedHashes(tx)
		if err != nil {
			return err
		}
		bad := 0
		for _, p := range papers {
			switch {
			case !p.intact:
				bad++
				f.add(Bad, clauseIntegrity, "check.paper.changed", p.title, p.hash)
			case !logged[p.hash] && !p.older:
				bad++
				f.add(Bad, clauseAudit, "check.paper.not-logged", p.title, p.hash)
			}
		}
		if bad == 0 {
			f.add(Good, clauseIntegrity, "check.papers.whole", len(papers))
		}
		return nil
	})
}

func frozenPapers(tx *store.Tx) ([]frozenPaper, error) {
	var out []frozenPaper
	issued, err := store.IssuedPapers.List(tx, "ORDER BY at, id")
	if err != nil {
		return nil, err
	}
	for _, p := range issued {
		out = append(out, frozenPaper{title: p.Title, hash: p.Hash, intact: p.Intact()})
	}
	reports, err := store.Reports.List(tx, "WHERE state <> ? ORDER BY created_at, id", inspection.ReportDraft)
	if err != nil {
		return nil, err
	}
	for _, r := range reports {
		out = append(out, frozenPaper{title: r.Title, hash: r.Hash, intact: r.Intact(), older: r.SentHash == ""})
	}
	published, err := store.Publications.List(tx, "WHERE state = ? ORDER BY published_at, id", publication.Published)
	for _, p := range published {
		out = append(out, frozenPaper{title: p.Place, hash: p.Hash, intact: inspection.BodyHash(p.Body) == p.Hash, older: p.FileHash == ""})
	}
	return out, err
}

var checksum = regexp.MustCompile(`[0-9a-f]{64}`)

// loggedHashes are the checksums that the entries of issuing, submitting and
// publishing hold.
func loggedHashes(tx *store.Tx) (map[string]bool, error) {
	out := map[string]bool{}
	err := tx.Each(func(scan func(...any) error) error {
		var record string
		err := scan(&record)
		for _, hash := range checksum.FindAllString(record, -1) {
			out[hash] = true
		}
		return err
	}, "SELECT record FROM audit_entry WHERE action IN (?, ?, ?, ?)", org.PaperIssue, org.OfficePaperIssue, org.ReportSubmit, org.PublicationPublish)
	return out, err
}
