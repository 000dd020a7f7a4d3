package gongwen

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// ErrNoOffice says that the machine has no LibreOffice to make a PDF with.
var ErrNoOffice = errors.New("gongwen: LibreOffice (soffice) is not installed")

// pdfTimeout bounds one conversion; the first of a machine takes seconds.
const pdfTimeout = 90 * time.Second

// PDF converts a .docx to PDF with LibreOffice in a folder and a profile of
// its own, both removed afterwards. It fails with [ErrNoOffice] where there is
// no LibreOffice and with ctx's error where ctx ends first.
func PDF(ctx context.Context, docx []byte) ([]byte, error) {
	office, err := findOffice()
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "gongwen-pdf-")
	if err != nil {
		return nil, fmt.Errorf("make a folder for the PDF: %w", err)
	}
	defer os.RemoveAll(dir)
	if err := os.WriteFile(filepath.Join(dir, "paper.docx"), docx, 0o600); err != nil {
		return nil, fmt.Errorf("write the paper for LibreOffice: %w", err)
	}
	if err := convert(ctx, office, dir); err != nil {
		return nil, err
	}
	pdf, err := os.ReadFile(filepath.Join(dir, "paper.pdf"))
	if err != nil {
		return nil, fmt.Errorf("LibreOffice made no PDF of the paper: %w", err)
	}
	return pdf, nil
}

func findOffice() (string, error) {
	for _, name := range []string{"soffice", "libreoffice"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", ErrNoOffice
}

// convert runs LibreOffice on paper.docx in dir. When time is up the whole
// group of processes ends, for soffice starts others.
func convert(ctx context.Context, office, dir string) error {
	ctx, cancel := context.WithTimeout(ctx, pdfTimeout)
	defer cancel()
	cmd := exec.CommandContext(ctx, office, "-env:UserInstallation=file://"+filepath.ToSlash(filepath.Join(dir, "profile")),
		"--headless", "--norestore", "--convert-to", "pdf", "--outdir", dir, filepath.Join(dir, "paper.docx"))
	cmd.Dir = dir
	cmd.WaitDelay = 5 * time.Second
	ownGroup(cmd)
	out, err := cmd.CombinedOutput()
	switch {
	case ctx.Err() != nil:
		return fmt.Errorf("LibreOffice did not finish the PDF: %w", ctx.Err())
	case err != nil:
		return fmt.Errorf("LibreOffice failed on the paper: %w: %.300s", err, out)
	}
	return nil
}
