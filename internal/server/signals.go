package server

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"bihuan/internal/action"
	"bihuan/internal/action/carrying"
	"bihuan/internal/action/signals"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/job"
	"bihuan/internal/query"
	"bihuan/internal/read/filemeta"
	"bihuan/internal/signal"
	"bihuan/internal/store"
)

// machine is who computes signals: nobody signs in as it.
var machine = org.Actor{AccountID: "signals", Name: "疑点计算", Grants: []org.Grant{{Role: org.RoleOffice}}}

// The night, in hours of the day, in which signals are computed by themselves.
const nightFrom, nightUntil = 1, 5

// signalJobs registers what is done in the background about signals.
func (in *Installation) signalJobs(q *job.Queue) {
	q.Handle(carrying.ReadFileJob, func(ctx context.Context, _ string) error { return in.ReadFiles(ctx) })
	q.Handle(signals.ComputeJob, func(ctx context.Context, payload string) error {
		var asked signals.Asked
		if err := json.Unmarshal([]byte(payload), &asked); err != nil {
			return fmt.Errorf("compute signals: %w", err)
		}
		return in.ComputeSignals(ctx, asked.By)
	})
	q.Every("signal.nightly", 30*time.Minute, func(ctx context.Context, _ string) error {
		due, err := in.signalsDue(ctx)
		if err != nil || !due {
			return err
		}
		return in.DB.Write(ctx, func(tx *store.Tx) error {
			_, err := signals.Ask(tx, in.NewID(), "")
			return err
		})
	})
}

// signalsDue: it is night and the last computation is of another night, or
// there was none at all.
func (in *Installation) signalsDue(ctx context.Context) (bool, error) {
	last, err := query.Page(ctx, in.Reader, machine, query.LastSignalRun, struct{}{})
	now := in.Now()
	hour := now.In(workday.Zone).Hour()
	return last.ID == "" || hour >= nightFrom && hour < nightUntil && now.Sub(last.At) > 12*time.Hour, err
}

// ComputeSignals looks for signals in the whole city and records what it finds,
// inspection by inspection. by is the account that asked for it, empty in the
// night.
func (in *Installation) ComputeSignals(ctx context.Context, by string) error {
	began := time.Now()
	if err := in.ReadFiles(ctx); err != nil {
		return err
	}
	out, err := query.Page(ctx, in.Reader, machine, query.ScanSignals, struct{}{})
	if err != nil {
		return err
	}
	run := signal.Run{ID: in.NewID(), At: in.Now(), Problems: out.Problems, Texts: out.Texts, By: by}
	for _, id := range out.Inspections {
		run.Found += len(out.Found[id])
		if err := in.recordSignals(ctx, &signals.Record{InspectionID: id, Settings: out.Settings[id], Found: out.Found[id]}); err != nil {
			return err
		}
	}
	run.Took = int(time.Since(began).Milliseconds())
	return in.DB.Write(ctx, func(tx *store.Tx) error { return store.SignalRuns.Insert(tx, &run) })
}

// recordSignals records what was found in one inspection, where it differs from
// what is known.
func (in *Installation) recordSignals(ctx context.Context, cmd *signals.Record) error {
	differs := false
	err := in.DB.Read(ctx, func(tx *store.Tx) (err error) {
		differs, err = cmd.Differs(tx)
		return err
	})
	if err != nil || !differs {
		return err
	}
	_, err = in.Runner.Do(ctx, action.Call{Actor: machine, Remote: "server"}, cmd)
	return err
}

// someFiles is how many files are read between two notes of it.
const someFiles = 20

// ReadFiles notes what files of evidence say of themselves, of all of which it
// was not noted yet. A file that is missing or damaged is noted as that.
func (in *Installation) ReadFiles(ctx context.Context) error {
	for {
		list, err := query.Page(ctx, in.Reader, machine, query.UnreadEvidence, someFiles)
		if err != nil || len(list) == 0 {
			return err
		}
		facts := make([]work.FileFacts, len(list))
		for i, e := range list {
			facts[i] = in.fileFacts(e)
		}
		err = in.DB.Write(ctx, func(tx *store.Tx) error {
			for i := range facts {
				facts[i].ReadAt = tx.Now()
				if err := store.EvidenceFacts.Insert(tx, &facts[i]); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
}

func (in *Installation) fileFacts(e work.Evidence) work.FileFacts {
	f := work.FileFacts{ID: e.ID, OrgID: e.OrgID, InspectionID: e.InspectionID, Hash: e.Hash, State: work.FileBroken}
	file, err := in.Files.Open(e.Hash, e.Size)
	if err != nil {
		in.Log.Warn("evidence cannot be read", "evidence", e.ID, "error", err)
		return f
	}
	defer file.Close()
	m, err := filemeta.Read(file)
	switch {
	case err != nil:
		in.Log.Warn("evidence cannot be read", "evidence", e.ID, "error", err)
		return f
	case m.Broken:
		return f
	case m.Kind == "":
		f.State = work.FileMute
		return f
	}
	f.State, f.TakenOn, f.CreatedOn, f.ModifiedOn = work.FileRead, workday.Date(m.TakenOn), workday.Date(m.CreatedOn), workday.Date(m.ModifiedOn)
	f.Author, f.LastAuthor, f.Company, f.Program, f.Scanned, f.Picture = m.Author, m.LastAuthor, m.Company, m.Program, m.Scanned, m.Picture
	return f
}
