package cli

import (
	"log/slog"

	"bihuan/internal/config"
	"bihuan/internal/server"
)

// serveCommand runs the server until it is told to stop.
type serveCommand struct{ config.Config }

// Run implements the command.
func (s *serveCommand) Run(c *console) error {
	s.Reading = c.reading(s.Reading)
	return server.Run(c.ctx, s.Config, c.logger(s.Config), c.now, func(address string) {
		c.say("cli.serve.ready", address)
	})
}

// logger writes to the console's error stream.
func (c *console) logger(cfg config.Config) *slog.Logger {
	return slog.New(slog.NewTextHandler(c.err, &slog.HandlerOptions{Level: cfg.Level()}))
}
