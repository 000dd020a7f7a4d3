// Package cli is the command line: one file per command.
package cli

import (
	"context"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"bihuan/internal/locale"

	"github.com/alecthomas/kong"
)

// commands is everything that the program does. The help texts are messages:
// ${name} is cli.help.name.
type commands struct {
	Config kong.ConfigFlag `help:"${config}" env:"BIHUAN_CONFIG" placeholder:"FILE"`

	Demo     demoCommand      `cmd:"" help:"${demo}"`
	Serve    serveCommand     `cmd:"" help:"${serve}"`
	Parse    parseCommand     `cmd:"" help:"${parse}"`
	Import   importCommand    `cmd:"" help:"${import}"`
	Report   reportCommands   `cmd:"" help:"${report}"`
	User     userCommands     `cmd:"" help:"${user}"`
	Check    checkCommand     `cmd:"" help:"${check}"`
	Verify   verifyCommand    `cmd:"" help:"${verify}"`
	Audit    auditCommands    `cmd:"" help:"${audit}"`
	Mail     mailCommands     `cmd:"" help:"${mail}"`
	Sample   sampleCommands   `cmd:"" help:"${sample}"`
	Calendar calendarCommands `cmd:"" help:"${calendar}"`
	Archive  archiveCommands  `cmd:"" help:"${archive}"`
	Backup   backupCommand    `cmd:"" help:"${backup}"`
	Restore  restoreCommand   `cmd:"" help:"${restore}"`
	Migrate  migrateCommand   `cmd:"" help:"${migrate}"`
	Version  versionCommand   `cmd:"" help:"${version}"`

	ReadChild readChildCommand `cmd:"" hidden:"" help:"${read_child}"`
}

// console is what every command works with.
type console struct {
	ctx  context.Context
	in   io.Reader
	out  io.Writer
	err  io.Writer
	lang string
	now  func() time.Time
	// program is the file of the program itself, to be started anew; "" in tests.
	program string
}

// Main runs the program with the process's own surroundings and gives its
// exit code: 0 well, 1 failed, 2 wrongly called.
func Main() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	c := &console{ctx: ctx, in: os.Stdin, out: os.Stdout, err: os.Stderr, lang: language(os.Getenv), now: time.Now}
	c.program, _ = os.Executable() // without it, files are read in this process
	return c.run(os.Args[1:])
}

func (c *console) run(args []string) int {
	ended := -1
	parser, err := kong.New(&commands{}, kong.Name("bihuan"), kong.Description(c.text("product.long")),
		kong.Configuration(settingsFile), kong.Writers(c.out, c.err), helpTexts(c.lang),
		kong.Exit(func(code int) { ended = code }))
	if err != nil {
		return c.fail(err)
	}
	call, err := parser.Parse(args)
	switch {
	case ended >= 0: // --help was asked for and given
		return ended
	case err != nil:
		c.fail(err)
		return 2
	}
	return c.fail(call.Run(c))
}

// helpTexts gives kong the messages whose keys begin with cli.help.
func helpTexts(lang string) kong.Vars {
	const prefix = "cli.help."
	vars := kong.Vars{}
	for _, key := range locale.Keys(locale.Chinese) {
		if name, ok := strings.CutPrefix(key, prefix); ok {
			vars[name] = locale.Text(lang, key)
		}
	}
	return vars
}

// language is that of the surroundings: Chinese unless they say English.
func language(env func(string) string) string {
	for _, name := range []string{"BIHUAN_LANG", "LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := env(name); v != "" {
			return locale.Pick(v)
		}
	}
	return locale.Chinese
}
