package server

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"bihuan/internal/action"
	"bihuan/internal/action/oversight"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/packing"
	"bihuan/internal/paper"
	"bihuan/internal/query"
	"bihuan/internal/store"
)

// packages makes evidence packages in a folder and knows how far each is.
type packages struct {
	dir string

	mu  sync.Mutex
	far map[string]int
}

// Far implements web.Packages: files packed so far.
func (p *packages) Far(id string) int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.far[id]
}

// Open implements web.Packages.
func (p *packages) Open(id string) (*os.File, error) { return os.Open(p.path(id)) }

func (p *packages) path(id string) string { return filepath.Join(p.dir, filepath.Base(id)+".zip") }

func (p *packages) packed(id string, n int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.far == nil {
		p.far = map[string]int{}
	}
	p.far[id] = n
}

// makePackage makes a package that somebody asked for, in his name. One that he
// may not have any more fails; so does one that cannot be written.
func (in *Installation) makePackage(ctx context.Context, payload string) error {
	var id string
	if err := json.Unmarshal([]byte(payload), &id); err != nil {
		return fmt.Errorf("make package: %w", err)
	}
	var one work.Package
	var actor org.Actor
	err := in.DB.Read(ctx, func(tx *store.Tx) (err error) {
		if one, err = store.Packages.Get(tx, id); err == nil {
			actor, err = query.ActorOf(tx, one.AccountID)
		}
		return err
	})
	if err != nil || one.State != work.PackageAsked {
		return err
	}
	done := oversight.FinishPackage{ID: id, State: work.PackageReady}
	if err := in.pack(ctx, actor, one, &done); err != nil {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		in.Log.Error("package was not made", "package", id, "error", err)
		done.State = work.PackageFailed
	}
	_, err = in.Runner.Do(ctx, action.Call{Actor: actor, Remote: "server"}, &done)
	return err
}

// pack writes the archive beside its place and puts it there when it is whole.
func (in *Installation) pack(ctx context.Context, actor org.Actor, one work.Package, done *oversight.FinishPackage) (err error) {
	write, err := in.packer(ctx, actor, one, done)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(in.Packages.dir, 0o700); err != nil {
		return err
	}
	path := in.Packages.path(one.ID)
	f, err := os.OpenFile(path+".part", os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	n := 0
	err = write(f, func() { n++; in.Packages.packed(one.ID, n) })
	info, statErr := f.Stat()
	if err = errors.Join(err, statErr, f.Sync(), f.Close()); err != nil {
		return errors.Join(err, os.Remove(path+".part"))
	}
	done.Size = info.Size()
	return os.Rename(path+".part", path)
}

// packer gathers what a package holds, in the name of who asked for it, and
// gives what writes it.
func (in *Installation) packer(ctx context.Context, actor org.Actor, one work.Package, done *oversight.FinishPackage) (func(w io.Writer, after func()) error, error) {
	if one.Kind == work.FilingPackage {
		a, err := query.Page(ctx, in.Reader, actor, paper.Filing, query.FilingOf{Inspection: one.InspectionID, Round: one.RoundID})
		return func(w io.Writer, after func()) error {
			h := sha256.New()
			damaged, err := packing.WriteArchive(ctx, io.MultiWriter(w, h), wanted{in.Files}, &a, after)
			done.Files, done.Damaged, done.Hash = len(a.Items), damaged, hex.EncodeToString(h.Sum(nil))
			return err
		}, err
	}
	of := query.PackageOf{Problem: one.ProblemID, Round: one.RoundID}
	if one.ProblemID == "" {
		of.Inspection = one.InspectionID
	}
	p, err := query.Page(ctx, in.Reader, actor, query.EvidencePackage, of)
	return func(w io.Writer, after func()) error {
		damaged, err := packing.Write(ctx, w, wanted{in.Files}, p, func(query.PackageFile, error) { after() })
		done.Files, done.Damaged = len(p.Files), len(damaged)
		return err
	}, err
}

// keepPackages is how long a package can be fetched.
const keepPackages = 48 * time.Hour

// forgetPackages removes packages that nobody may fetch any more, and what an
// interrupted job left.
func (in *Installation) forgetPackages(ctx context.Context, _ string) error {
	if err := in.remove(ctx, "DELETE FROM evidence_package WHERE at < ?", keepPackages); err != nil {
		return err
	}
	entries, err := os.ReadDir(in.Packages.dir)
	if err != nil {
		return nil // no package was ever made
	}
	for _, e := range entries {
		id, _, _ := strings.Cut(e.Name(), ".")
		n := 0
		err := in.DB.Read(ctx, func(tx *store.Tx) (err error) {
			n, err = tx.Count("SELECT COUNT(*) FROM evidence_package WHERE id = ?", id)
			return err
		})
		if err != nil {
			return err
		}
		if n == 0 {
			if err := os.Remove(filepath.Join(in.Packages.dir, e.Name())); err != nil {
				return fmt.Errorf("forget package: %w", err)
			}
		}
	}
	return nil
}
