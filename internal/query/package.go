package query

import (
	"fmt"
	"path"
	"strings"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// PackageOf names what an evidence package is about: one of the three.
type PackageOf struct {
	Problem    string
	Inspection string
	Round      string
}

// Package is the files of an evidence package in filing order: organisation,
// problem, day of the material.
type Package struct {
	Title        string
	On           workday.Date
	InspectionID string // of the problem or the inspection
	Files        []PackageFile
}

// PackageFile is one file with its place in the register.
type PackageFile struct {
	work.Evidence
	Seq          int
	Organisation string
	Number       string   // of the problem under which it is filed
	Problem      string   // its wording
	Also         []string // numbers of the other problems that it proves
	Path         string   // in the archive
}

// EvidencePackage gives the standing files that the caller may take out.
func EvidencePackage(v *View, in PackageOf) (Package, error) {
	out := Package{On: v.Today}
	switch {
	case in.Problem != "":
		p, t, err := v.Problem(in.Problem, org.SeeInspection)
		if err != nil {
			return out, err
		}
		t.Submitted = t.Submitted && p.SubmittedOn != "" // Download asks for nothing else
		if err := v.Need(org.Download, t); err != nil {
			return out, err
		}
		i, err := v.inspection(p.InspectionID)
		if err != nil {
			return out, err
		}
		out.Title, out.InspectionID = p.Number+" "+p.Title, p.InspectionID
		return out, v.pack(&out, i, func(x work.Problem) bool { return x.ID == p.ID })
	case in.Inspection != "":
		i, _, err := v.Inspection(in.Inspection, org.Download)
		if err != nil {
			return out, err
		}
		out.Title, out.InspectionID = i.Title, i.ID
		return out, v.pack(&out, i, func(work.Problem) bool { return true })
	}
	return v.packRound(out, in.Round)
}

// packRound packs every inspection of a round whose files the caller may take.
func (v *View) packRound(out Package, id string) (Package, error) {
	round, err := v.round(id)
	if err != nil {
		return out, err
	}
	if err := v.Need(org.RoundPackage, org.Target{Kind: store.Rounds.Name(), ID: id}); err != nil {
		return out, err
	}
	list, err := store.Inspections.List(v.Tx, "WHERE round_id = ? ORDER BY id", id)
	if err != nil {
		return out, err
	}
	out.Title = round.Name
	for _, i := range list {
		if !v.Can(org.Download, store.TargetOf(i)) {
			continue
		}
		if err := v.pack(&out, i, func(work.Problem) bool { return true }); err != nil {
			return out, err
		}
	}
	return out, nil
}

// pack adds the files of the chosen problems of an inspection. A file that
// proves several of them is filed once, under the first. From outside only
// problems that were applied for.
func (v *View) pack(out *Package, i inspection.Inspection, chosen func(work.Problem) bool) error {
	o, err := store.Organisations.Get(v.Tx, i.OrgID)
	if err != nil {
		return err
	}
	problems, err := store.Problems.List(v.Tx, "WHERE inspection_id = ? ORDER BY seq", i.ID)
	if err != nil {
		return err
	}
	inside, at := v.Inside(store.TargetOf(i)), map[string]int{}
	for _, p := range problems {
		if !chosen(p) || !inside && p.SubmittedOn == "" {
			continue
		}
		files, err := store.EvidenceOf(v.Tx, p.ID)
		if err != nil {
			return err
		}
		for _, e := range files {
			if n, filed := at[e.ID]; filed {
				out.Files[n].Also = append(out.Files[n].Also, p.Number)
				continue
			}
			at[e.ID] = len(out.Files)
			out.file(e, o.ShortName, p)
		}
	}
	return nil
}

func (p *Package) file(e work.Evidence, organisation string, of work.Problem) {
	f := PackageFile{Evidence: e, Seq: len(p.Files) + 1, Organisation: organisation, Number: of.Number, Problem: of.Title}
	f.Path = path.Join(clean(organisation), clean(of.Number), fmt.Sprintf("%03d-%s", f.Seq, clean(e.Name)))
	p.Files = append(p.Files, f)
}

// clean makes a name that can stand in an archive on every system.
func clean(name string) string {
	name = strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`/\<>:"|?*`, r) {
			return '_'
		}
		return r
	}, name)
	if name = strings.Trim(name, ". "); name == "" {
		return "_"
	}
	return name
}

// OrderedPackage gives a package that is made in the background, to who asked
// for it and nobody else.
func OrderedPackage(v *View, id string) (work.Package, error) {
	p, err := store.Packages.Get(v.Tx, id)
	if err == nil && p.AccountID != v.Actor.AccountID {
		return work.Package{}, fault.New(fault.NotFound, "fault.not-found")
	}
	return p, err
}

// Size is the bytes of all files.
func (p Package) Size() int64 {
	var n int64
	for _, f := range p.Files {
		n += f.Evidence.Size
	}
	return n
}
