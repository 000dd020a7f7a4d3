package example

import (
	"io/fs"
	"path"
)

func checkProgress(f *faults, x index, c *City, o *Organisation) {
	for _, e := range o.Progress.Entries {
		at := "entry on " + e.For
		checkFor(f, x, at, e.For)
		people(f, x, at, e.By)
		f.day(at, e.On, o.Feedback.Meeting.On, c.Today)
		f.oneOf(at, e.Verdict, "not-started", "under-way", "basically-done", "done")
		if e.Text == "" {
			f.add("%s says nothing", at)
		}
	}
	for _, e := range o.Progress.Extensions {
		at := "extension of " + e.For
		checkFor(f, x, at, e.For)
		people(f, x, at, e.By, e.DecidedBy)
		f.day(at, e.On, o.Feedback.Meeting.On, c.Today)
		f.oneOf(at, e.State, "asked", "agreed", "refused")
		if (e.State == "asked") != (e.DecidedBy == "") || e.DecidedBy == e.By {
			f.add("%s is %s by %q", at, e.State, e.DecidedBy)
		}
	}
}

// checkFor: records are for a problem or a measure of the plan.
func checkFor(f *faults, x index, at, key string) {
	if !x.problems[key] && !x.measures[key] {
		f.add("%s: no problem or measure %q", at, key)
	}
}

// checkEvidence: every file that is named is there and not empty, and every
// file that is there is named.
func checkEvidence(f *faults, x index, fsys fs.FS, c *City, o *Organisation) {
	folder := path.Join(o.Key, "evidence")
	named := map[string]bool{}
	for _, e := range o.Progress.Evidence {
		at := "evidence " + e.File
		named[e.File] = true
		checkFor(f, x, at, e.For)
		people(f, x, at, e.By)
		f.day(at, e.On, o.Feedback.Meeting.On, c.Today)
		f.day(at+" speaks for", e.SpeaksFor, "2020-01-01", e.On)
		info, err := fs.Stat(fsys, path.Join(folder, e.File))
		if err != nil || info.Size() == 0 {
			f.add("%s: no such file, or an empty one", at)
		}
	}
	for _, r := range o.Progress.Reopenings {
		named[r.File] = true
		if info, err := fs.Stat(fsys, path.Join(folder, r.File)); err != nil || info.Size() == 0 {
			f.add("reopening of %s: no file %q, or an empty one", r.Problem, r.File)
		}
	}
	for _, d := range o.Documents {
		if !named[d.File] || d.Title == "" || len(d.Body) == 0 {
			f.add("document %s belongs to nothing, or is empty", d.File)
		}
	}
	files, err := fs.ReadDir(fsys, folder)
	if err != nil {
		return
	}
	for _, file := range files {
		if !named[file.Name()] {
			f.add("evidence/%s belongs to nothing", file.Name())
		}
	}
}
