// Package checkup tells whether an installation is sound and set up safely, in
// words, with the clause of GB/T 22239-2019 (等保, level 3) that asks for it.
package checkup

import (
	"context"

	"bihuan/internal/server"
)

// Level says how a check came out.
type Level int

// The levels.
const (
	Good    Level = iota
	Warning       // safe only in some surroundings
	Bad           // to be mended
)

// Finding is the result of one check: a message with its arguments.
type Finding struct {
	Level  Level
	Code   string
	Args   []any
	Clause string // of GB/T 22239-2019; empty where none asks for it
}

// Findings collects results.
type Findings []Finding

func (f *Findings) add(l Level, clause, code string, args ...any) {
	*f = append(*f, Finding{Level: l, Code: code, Args: args, Clause: clause})
}

// Worst is the worst level among the findings.
func (f Findings) Worst() Level {
	worst := Good
	for _, one := range f {
		worst = max(worst, one.Level)
	}
	return worst
}

// check adds what it finds; its error is for what hinders the check itself.
type check func(context.Context, *server.Installation, *Findings) error

// Setup checks how the installation is set up.
func Setup(ctx context.Context, in *server.Installation) (Findings, error) {
	return all(ctx, in, directory, doors, sessions, administrators, holidays, jobs, outgoing)
}

// Records reads everything that is kept and tells whether it is whole.
func Records(ctx context.Context, in *server.Installation) (Findings, error) {
	return all(ctx, in, database, evidence, frozen, trail)
}

func all(ctx context.Context, in *server.Installation, checks ...check) (Findings, error) {
	var f Findings
	for _, c := range checks {
		if err := c(ctx, in, &f); err != nil {
			return f, err
		}
	}
	return f, nil
}
