package job_test

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"testing"
	"time"

	"bihuan/internal/job"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

var quiet = slog.New(slog.NewTextHandler(io.Discard, nil))

// bench is a queue on a database with a clock that the test moves.
type bench struct {
	t     *testing.T
	db    *store.DB
	clock *testkit.Clock
	queue *job.Queue
	done  []string // payloads in the order in which they were done
	fail  error    // what the handler answers
}

func onBoth(t *testing.T, run func(b *bench)) {
	t.Helper()
	testkit.Databases(t, func(t *testing.T, url string) {
		clock := testkit.ClockAt("2026-03-02")
		b := &bench{t: t, db: testkit.Open(t, url, clock), clock: clock}
		b.queue = b.newQueue()
		run(b)
	})
}

func (b *bench) newQueue() *job.Queue {
	q := job.New(b.db, quiet)
	q.Handle("mail", func(_ context.Context, payload string) error {
		b.done = append(b.done, payload)
		return b.fail
	})
	return q
}

func (b *bench) insert(id, payload string, in time.Duration) {
	b.t.Helper()
	err := b.db.Write(context.Background(), func(tx *store.Tx) error {
		return job.Insert(tx, job.Job{ID: id, Kind: "mail", Payload: payload, RunAt: tx.Now().Add(in)})
	})
	if err != nil {
		b.t.Fatal(err)
	}
}

// drain does all that is due and gives how many jobs that were.
func (b *bench) drain() int {
	b.t.Helper()
	for n := 0; ; n++ {
		worked, err := b.queue.RunOnce(context.Background())
		if err != nil {
			b.t.Fatal(err)
		}
		if !worked {
			return n
		}
	}
}

func (b *bench) counts() job.Counts {
	b.t.Helper()
	var c job.Counts
	err := b.db.Read(context.Background(), func(tx *store.Tx) (err error) { c, err = job.Count(tx); return err })
	if err != nil {
		b.t.Fatal(err)
	}
	return c
}

func TestJobsAreDoneOnceWhenDueInOrder(t *testing.T) {
	onBoth(t, func(b *bench) {
		b.insert("1", "later", time.Hour)
		b.insert("2", "second", 0)
		b.insert("3", "first", -time.Minute)
		if n := b.drain(); n != 2 || b.done[0] != "first" || b.done[1] != "second" {
			t.Errorf("%d jobs done: %v", n, b.done)
		}
		b.clock.Add(time.Hour)
		if n := b.drain(); n != 1 || b.done[2] != "later" {
			t.Errorf("after an hour %d more: %v", n, b.done)
		}
		if c := b.counts(); c != (job.Counts{}) {
			t.Errorf("the queue still holds %+v", c)
		}
	})
}

func TestAJobOfAFailedTransactionDoesNotExist(t *testing.T) {
	onBoth(t, func(b *bench) {
		boom := errors.New("boom")
		err := b.db.Write(context.Background(), func(tx *store.Tx) error {
			if err := job.Insert(tx, job.Job{ID: "1", Kind: "mail", RunAt: tx.Now()}); err != nil {
				return err
			}
			return boom
		})
		if !errors.Is(err, boom) {
			t.Fatal(err)
		}
		if n := b.drain(); n != 0 {
			t.Errorf("%d jobs were done", n)
		}
	})
}

func TestAFailedJobWaitsLongerEachTimeAndIsGivenUp(t *testing.T) {
	onBoth(t, func(b *bench) {
		b.fail = errors.New("没有网络\x00")
		b.insert("1", "letter", 0)
		for attempt, wait := 1, 10*time.Second; attempt <= 10; attempt++ {
			if n := b.drain(); n != 1 {
				t.Fatalf("attempt %d: %d jobs done", attempt, n)
			}
			b.clock.Add(wait - time.Millisecond)
			if n := b.drain(); n != 0 {
				t.Fatalf("attempt %d was repeated before %v", attempt, wait)
			}
			b.clock.Add(time.Millisecond)
			wait = min(2*wait, time.Hour)
		}
		if n, c := b.drain(), b.counts(); n != 0 || c.GivenUp != 1 || c.Waiting != 0 {
			t.Errorf("after ten failures %d more attempts, counts %+v", n, c)
		}
	})
}

func TestAFailedJobSucceedsLater(t *testing.T) {
	onBoth(t, func(b *bench) {
		b.fail = errors.New("busy")
		b.insert("1", "letter", 0)
		b.drain()
		if c := b.counts(); c.Failing != 1 {
			t.Errorf("counts %+v", c)
		}
		b.fail = nil
		b.clock.Add(time.Minute)
		if n, c := b.drain(), b.counts(); n != 1 || c != (job.Counts{}) {
			t.Errorf("%d jobs done, counts %+v", n, c)
		}
	})
}

func TestAnUnknownKindWaitsForAProgramThatKnowsIt(t *testing.T) {
	onBoth(t, func(b *bench) {
		b.insert("1", "letter", 0)
		old := job.New(b.db, quiet)
		if worked, err := old.RunOnce(context.Background()); worked || err != nil {
			t.Errorf("done: %v, %v", worked, err)
		}
		if n := b.drain(); n != 1 {
			t.Errorf("%d jobs done by the queue that knows the kind", n)
		}
	})
}

func TestAPanicIsAFailure(t *testing.T) {
	onBoth(t, func(b *bench) {
		b.queue.Handle("mail", func(context.Context, string) error { panic("nil map") })
		b.insert("1", "letter", 0)
		b.drain()
		if c := b.counts(); c.Failing != 1 {
			t.Errorf("counts %+v", c)
		}
	})
}

func TestPeriodicJobsComeBackOnOneOfAllServers(t *testing.T) {
	onBoth(t, func(b *bench) {
		rounds := 0
		for range 2 { // two servers
			b.queue = b.newQueue()
			b.queue.Every("warn", time.Hour, func(context.Context, string) error { rounds++; return errors.New("tried") })
			if err := b.queue.Plan(context.Background()); err != nil {
				t.Fatal(err)
			}
			b.drain()
		}
		if rounds != 1 {
			t.Errorf("%d rounds at the start", rounds)
		}
		for range 30 { // more often than a job may fail
			b.clock.Add(time.Hour)
			b.drain()
		}
		if rounds != 31 {
			t.Errorf("%d rounds after 30 hours", rounds)
		}
	})
}
