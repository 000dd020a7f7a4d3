package server

import (
	"bihuan/internal/config"
	"bihuan/internal/read"
	"bihuan/internal/read/child"
)

// Reading gives the options with which strangers' files are read under the
// settings: in a process of its own where the program can be started anew.
func Reading(cfg config.Reading) read.Options {
	opts := read.Options{
		MaxFile: int64(cfg.File), MaxUncompressed: int64(cfg.Unpacked), MaxCells: cfg.Cells, MaxTime: cfg.Time, MaxOfficeTime: cfg.Convert,
		MaxPaper: cfg.Paper, MaxParagraphs: cfg.Paragraphs, MaxParagraph: cfg.Paragraph, MaxMarks: cfg.Marks,
	}
	if cfg.Program != "" {
		opts.Apart = child.New(int64(cfg.Memory), cfg.Program, child.Command).Parse
	}
	return opts
}
