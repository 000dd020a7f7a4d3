package server

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"

	"bihuan/internal/config"

	"golang.org/x/sync/errgroup"
)

// Run opens an installation and serves it, alone on its data directory, until
// the context ends. ready hears the address once the server answers.
func Run(ctx context.Context, cfg config.Config, log *slog.Logger, now func() time.Time, ready func(address string)) (err error) {
	in, release, err := Alone(ctx, cfg, log, now)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, release()) }()
	return in.Serve(ctx, ready)
}

// Alone opens an installation behind its lock and clears what a crash left.
// release closes both.
func Alone(ctx context.Context, cfg config.Config, log *slog.Logger, now func() time.Time) (in *Installation, release func() error, err error) {
	if err := cfg.Validate(); err != nil {
		return nil, nil, err
	}
	lock, err := lockOf(cfg.Data, now())
	if err != nil {
		return nil, nil, err
	}
	in, err = Open(ctx, cfg, log, now)
	if err != nil {
		return nil, nil, errors.Join(err, lock.Release())
	}
	release = func() error { return errors.Join(in.Close(), lock.Release()) }
	if err := in.Files.Sweep(); err != nil {
		return nil, nil, errors.Join(err, release())
	}
	return in, release, nil
}

// Serve answers requests and does the background work until the context ends;
// then it lets the requests at hand finish.
func (in *Installation) Serve(ctx context.Context, ready func(address string)) error {
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", in.Config.Listen)
	if err != nil {
		return fmt.Errorf("listen on %s: %w", in.Config.Listen, err)
	}
	jobs := in.queue()
	if err := jobs.Start(ctx); err != nil {
		return errors.Join(err, listener.Close())
	}
	defer jobs.Stop()
	in.Log.Info("ready", "address", listener.Addr().String(), "data", in.Config.Data, "database", in.Config.DatabaseShown())
	if ready != nil {
		ready(listener.Addr().String())
	}
	err = serve(ctx, in.httpServer(), listener)
	in.Log.Info("stopped")
	return err
}

// serve runs the HTTP server until the context ends.
func serve(ctx context.Context, srv *http.Server, listener net.Listener) error {
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error {
		if err := srv.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
			return fmt.Errorf("serve: %w", err)
		}
		return nil
	})
	group.Go(func() error {
		<-ctx.Done()
		patience, cancel := context.WithTimeout(context.WithoutCancel(ctx), stopTime)
		defer cancel()
		if err := srv.Shutdown(patience); err != nil {
			return errors.Join(fmt.Errorf("stop: %w", err), srv.Close())
		}
		return nil
	})
	return group.Wait()
}
