package job_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"bihuan/internal/job"
)

func TestALeasedJobIsNobodyElses(t *testing.T) {
	onBoth(t, func(b *bench) {
		other := b.newQueue()
		b.queue.Handle("mail", func(ctx context.Context, _ string) error {
			if worked, err := other.RunOnce(ctx); worked || err != nil {
				t.Errorf("another server did the leased job: %v, %v", worked, err)
			}
			return nil
		})
		b.insert("1", "letter", 0)
		if n := b.drain(); n != 1 || len(b.done) != 0 {
			t.Errorf("%d jobs done here, %v there", n, b.done)
		}
	})
}

func TestAJobOfADeadServerIsTakenOverAndTheDeadCannotSettleIt(t *testing.T) {
	onBoth(t, func(b *bench) {
		other := b.newQueue()
		b.queue.Handle("mail", func(ctx context.Context, _ string) error {
			b.clock.Add(6 * time.Minute) // longer than a lease
			b.fail = errors.New("not yet")
			if worked, err := other.RunOnce(ctx); !worked || err != nil {
				t.Errorf("the job was not taken over: %v, %v", worked, err)
			}
			return nil
		})
		b.insert("1", "letter", 0)
		if worked, err := b.queue.RunOnce(context.Background()); !worked || err != nil {
			t.Fatalf("%v, %v", worked, err)
		}
		if c := b.counts(); c.Failing != 1 {
			t.Errorf("the late server overwrote the other's result: %+v", c)
		}
	})
}

func TestStopHandsTheJobBackAtOnce(t *testing.T) {
	onBoth(t, func(b *bench) {
		begun := make(chan struct{})
		b.queue.Handle("mail", func(ctx context.Context, _ string) error {
			close(begun)
			<-ctx.Done()
			return ctx.Err()
		})
		b.insert("1", "letter", 0)
		if err := b.queue.Start(context.Background()); err != nil {
			t.Fatal(err)
		}
		<-begun
		b.queue.Stop()
		b.queue = b.newQueue()
		b.drain()
		if len(b.done) != 1 || b.counts().Failing != 0 {
			t.Errorf("done after the restart: %v, counts %+v", b.done, b.counts())
		}
	})
}

func TestStopWithoutStart(t *testing.T) {
	onBoth(t, func(b *bench) { job.New(b.db, quiet).Stop() })
}

// A job that takes longer than its lease stays with the server that does it.
func TestALeaseIsRenewedWhileTheJobIsDone(t *testing.T) {
	onBoth(t, func(b *bench) {
		other := b.newQueue()
		b.queue.Handle("mail", func(ctx context.Context, _ string) error {
			for range 4 {
				b.clock.Add(2 * time.Minute)
				if err := b.queue.Renew(ctx, "1"); err != nil {
					t.Error(err)
				}
				if worked, err := other.RunOnce(ctx); worked || err != nil {
					t.Errorf("the job was taken from the server that does it: %v, %v", worked, err)
				}
			}
			return nil
		})
		b.insert("1", "letter", 0)
		if n := b.drain(); n != 1 || len(b.done) != 0 {
			t.Errorf("%d jobs done here, %v there", n, b.done)
		}
	})
}

// Who lost the job cannot renew it.
func TestALostLeaseIsNotRenewed(t *testing.T) {
	onBoth(t, func(b *bench) {
		other := b.newQueue()
		b.queue.Handle("mail", func(ctx context.Context, _ string) error {
			b.clock.Add(6 * time.Minute)
			if worked, err := other.RunOnce(ctx); !worked || err != nil {
				t.Errorf("not taken over: %v, %v", worked, err)
			}
			if err := b.queue.Renew(ctx, "1"); err == nil {
				t.Error("a lost lease was renewed")
			}
			return nil
		})
		b.insert("1", "letter", 0)
		if _, err := b.queue.RunOnce(context.Background()); err != nil {
			t.Fatal(err)
		}
	})
}
