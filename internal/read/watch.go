package read

import "context"

// watch follows a long reading: it ends it when its time is over, and tells how
// far it has come.
type watch struct {
	ctx      context.Context
	progress func(permille int)
	told     int
	rows     int // read so far
	all      int // rows that there are
}

// The parts of a reading, in thousandths: unpacking the file, then
// understanding its rows.
const (
	unpacked   = 700
	understood = 1000
)

func newWatch(ctx context.Context, opts Options) *watch {
	return &watch{ctx: ctx, progress: opts.Progress}
}

// tell reports a share of a part.
func (w *watch) tell(done, all int64, from, to int) {
	if w.progress == nil || all <= 0 {
		return
	}
	if now := from + int(min(done, all)*int64(to-from)/all); now > w.told {
		w.told = now
		w.progress(now)
	}
}

// row counts one more row that is understood.
func (w *watch) row() error {
	w.rows++
	w.tell(int64(w.rows), int64(w.all), unpacked, understood)
	return w.ctx.Err()
}
