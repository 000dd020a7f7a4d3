package cli

import (
	"bihuan/internal/config"
	"bihuan/internal/read"
	"bihuan/internal/read/child"
	"bihuan/internal/server"
)

// readChildCommand is the process that reads one file for the program.
type readChildCommand struct{}

// Run implements the command.
func (readChildCommand) Run(c *console) error { return child.Serve(c.ctx, c.in, c.out) }

// reading gives the limits of reading with the program that does it.
func (c *console) reading(limits config.Reading) config.Reading {
	limits.Program = c.program
	return limits
}

// readOptions are the options for reading a file at the console.
func (c *console) readOptions() read.Options {
	return server.Reading(c.reading(config.DefaultReading()))
}
