package job

import (
	"context"
	"sync"
	"time"
)

// pollEvery is how long an idle queue waits before it looks again.
const pollEvery = time.Second

// loop is the long-lived part of a queue.
type loop struct {
	cancel context.CancelFunc
	done   sync.WaitGroup
}

// Start does jobs in the background until Stop, or until the context ends. It
// fails when the periodic jobs cannot be planned. Start it once.
func (q *Queue) Start(ctx context.Context) error {
	if err := q.Plan(ctx); err != nil {
		return err
	}
	ctx, q.loop.cancel = context.WithCancel(ctx)
	q.loop.done.Go(func() { q.run(ctx) })
	return nil
}

// Stop ends the work and waits until the job at hand has ended. A job cut
// short is done again after its lease. Without Start it does nothing.
func (q *Queue) Stop() {
	if q.loop.cancel != nil {
		q.loop.cancel()
	}
	q.loop.done.Wait()
}

func (q *Queue) run(ctx context.Context) {
	tick := time.NewTicker(pollEvery)
	defer tick.Stop()
	for {
		worked, err := q.RunOnce(ctx)
		if err != nil && ctx.Err() == nil {
			q.log.Error("job queue", "error", err)
		}
		if worked && ctx.Err() == nil {
			continue
		}
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}
