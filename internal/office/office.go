// Package office has LibreOffice turn a file of one format into another, as a
// child process with its own folder, time and memory, cut off from the network.
package office

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// ErrNone says that the machine has no LibreOffice.
var ErrNone = errors.New("LibreOffice (soffice) is not installed")

// ErrTooLarge says that the result is larger than the job allows.
var ErrTooLarge = errors.New("the converted file is too large")

// Job is one conversion.
type Job struct {
	Input  io.Reader
	From   string        // extension of the input, without the point
	To     string        // extension of the result, as LibreOffice names formats
	Filter string        // the filter that writes it, with its options; empty leaves the choice to LibreOffice
	Time   time.Duration // what it may take; 0 means 90 s, for the first start on a machine takes seconds
	Memory int64         // bytes of address space that it may use, where the system can hold it to that; 0 means any
	Fonts  string        // a fontconfig file for the conversion; empty leaves the system's
	Most   int64         // bytes that the result may have; 0 means any
}

// Find gives the path of LibreOffice, or [ErrNone].
func Find() (string, error) {
	for _, name := range []string{"soffice", "libreoffice"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", ErrNone
}

// Convert runs one job. It fails with [ErrNone] where there is no LibreOffice,
// with the context's error where ctx or the job's time ends first, and with
// [ErrTooLarge]. Nothing is left in the file system.
func Convert(ctx context.Context, job Job) ([]byte, error) {
	path, err := Find()
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "bihuan-office-")
	if err != nil {
		return nil, fmt.Errorf("make a folder for LibreOffice: %w", err)
	}
	defer os.RemoveAll(dir)
	if err := write(filepath.Join(dir, "file."+job.From), job.Input); err != nil {
		return nil, fmt.Errorf("write the file for LibreOffice: %w", err)
	}
	if err := job.run(ctx, path, dir); err != nil {
		return nil, err
	}
	return job.result(filepath.Join(dir, "out", "file."+job.To))
}

func write(path string, r io.Reader) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(f, r)
	return errors.Join(err, f.Close())
}

// run starts LibreOffice on the file in dir. When time is up the whole group of
// processes ends, for soffice starts others.
func (job Job) run(ctx context.Context, path, dir string) error {
	limit := job.Time
	if limit <= 0 {
		limit = 90 * time.Second
	}
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	profile := filepath.Join(dir, "profile")
	if err := closeIn(profile); err != nil {
		return err
	}
	name, args := bounded(job.Memory, path, "-env:UserInstallation=file://"+filepath.ToSlash(profile),
		"--headless", "--norestore", "--convert-to", job.format(), "--outdir", filepath.Join(dir, "out"), filepath.Join(dir, "file."+job.From))
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "HOME="+dir, "TMPDIR="+dir)
	if job.Fonts != "" {
		file := filepath.Join(dir, "fonts.conf")
		if err := write(file, strings.NewReader(job.Fonts)); err != nil {
			return fmt.Errorf("write the fonts for LibreOffice: %w", err)
		}
		cmd.Env = append(cmd.Env, "FONTCONFIG_FILE="+file)
	}
	cmd.WaitDelay = 5 * time.Second
	OwnGroup(cmd)
	said, err := cmd.CombinedOutput()
	switch {
	case ctx.Err() != nil:
		return fmt.Errorf("LibreOffice did not finish: %w", ctx.Err())
	case err != nil:
		return fmt.Errorf("LibreOffice failed on the file: %w: %.300s", err, said)
	}
	return nil
}

// format is what --convert-to asks for.
func (job Job) format() string {
	if job.Filter == "" {
		return job.To
	}
	return job.To + ":" + job.Filter
}

// result reads what LibreOffice wrote.
func (job Job) result(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, fmt.Errorf("LibreOffice made nothing of the file: %w", err)
	}
	if job.Most > 0 && info.Size() > job.Most {
		return nil, ErrTooLarge
	}
	return os.ReadFile(path)
}

// kibi is the unit of a shell's memory limit.
const kibi = 1024

// bounded is the command line that runs a program under a limit of memory.
func bounded(memory int64, path string, args ...string) (string, []string) {
	if memory <= 0 || !canBound {
		return path, args
	}
	script := `ulimit -v "$1" && shift && exec "$@"`
	return "/bin/sh", append([]string{"-c", script, "sh", strconv.FormatInt(memory/kibi, 10), path}, args...)
}
