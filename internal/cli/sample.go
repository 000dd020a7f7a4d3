package cli

import (
	"encoding/json"
	"os"

	signoff "bihuan/internal/domain/closing"
	"bihuan/internal/fault"
)

// sampleCommands are about samples drawn for a look-back.
type sampleCommands struct {
	Verify sampleVerify `cmd:"" help:"${sample_verify}"`
}

// sampleVerify draws a sample again from the file that its page hands out, and
// tells whether the same problems come out. It needs no data.
type sampleVerify struct {
	File string `arg:"" help:"${sample_file}"`
}

// Run implements the command.
func (s *sampleVerify) Run(c *console) error {
	text, err := os.ReadFile(s.File)
	if err != nil {
		return fault.Because(err, fault.NotFound, "cli.parse.unreadable", s.File)
	}
	var f signoff.SampleFile
	if err := json.Unmarshal(text, &f); err != nil || f.Method != signoff.DrawMethod {
		return fault.Because(err, fault.Invalid, "cli.sample.no-sample", s.File)
	}
	if !f.Repeats() {
		return fault.New(fault.Conflict, "cli.sample.differs", len(f.Drawn), len(f.Pool))
	}
	c.say("cli.sample.same", len(f.Drawn), len(f.Pool), f.Seed)
	return nil
}
