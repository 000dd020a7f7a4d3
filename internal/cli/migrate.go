package cli

// migrateCommand brings the database's schema up to date and says so.
type migrateCommand struct{ place }

// Run implements the command.
func (m *migrateCommand) Run(c *console) error {
	in, err := c.open(m.place)
	if err != nil {
		return err
	}
	c.say("cli.migrate.done", in.Config.DatabaseShown())
	return in.Close()
}
