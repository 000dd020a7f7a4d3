package cli

import (
	"os"

	"bihuan/internal/config"
	"bihuan/internal/fault"
	"bihuan/internal/server"
)

// place is where the records are, for commands that work beside the server.
type place struct {
	Data     string `help:"${data}" env:"BIHUAN_DATA" default:"bihuan-data" placeholder:"DIR"`
	Database string `help:"${database}" env:"BIHUAN_DATABASE" placeholder:"URL"`
}

// config gives the place with the defaults of everything else; only what is
// wrong is logged.
func (p place) config() config.Config {
	cfg := config.Default()
	cfg.Data, cfg.Database, cfg.LogLevel = p.Data, p.Database, "warn"
	return cfg
}

// there refuses a place without records: a command that only looks must not
// make an empty installation of a slip of the pen.
func there(p place) error {
	needed := p.Data
	if p.Database == "" {
		needed = p.config().DatabaseURL()
	}
	if _, err := os.Stat(needed); err != nil {
		return fault.Because(err, fault.NotFound, "cli.data.none", p.Data)
	}
	return nil
}

// open opens the installation at the place.
func (c *console) open(p place) (*server.Installation, error) {
	cfg := p.config()
	return server.Open(c.ctx, cfg, c.logger(cfg), c.now)
}
