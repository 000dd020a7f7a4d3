package office

import (
	_ "embed"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// settings close LibreOffice in: a stranger's file may name pictures and
// sections that lie elsewhere and carry macros, and the suite would fetch the
// one and run the other. Links of a document are not followed, macros are not
// run, and a proxy where nobody listens stands before every network address.
//
//go:embed profile.xcu
var settings string

// closeIn writes the settings into the profile with which LibreOffice starts.
func closeIn(profile string) error {
	user := filepath.Join(profile, "user")
	if err := os.MkdirAll(user, 0o700); err != nil {
		return fmt.Errorf("make LibreOffice's profile: %w", err)
	}
	if err := write(filepath.Join(user, "registrymodifications.xcu"), strings.NewReader(settings)); err != nil {
		return fmt.Errorf("write LibreOffice's settings: %w", err)
	}
	return nil
}
