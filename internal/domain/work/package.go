package work

import "time"

// Package is an evidence package (佐证材料包) that is made in the background for
// one person: of a problem, an inspection or a round.
type Package struct {
	ID           string
	OrgID        string // empty for a round
	AccountID    string // who asked for it; nobody else gets it
	ProblemID    string
	InspectionID string // empty for a round
	RoundID      string
	Kind         PackageKind
	Title        string
	State        PackageState
	Files        int
	Damaged      int // files that are not whole
	Size         int64
	Hash         string // SHA-256 of the archive, of a filing package
	At           time.Time
	MadeAt       time.Time
	Version      int
}

// PackageKind is what is packed.
type PackageKind string

// The kinds.
const (
	EvidencePackage PackageKind = ""        // 佐证材料包
	FilingPackage   PackageKind = "archive" // 归档包: papers, evidence, register and hashes
)

// PackageState is how far a package is.
type PackageState string

// The states.
const (
	PackageAsked  PackageState = "asked"
	PackageReady  PackageState = "ready"
	PackageFailed PackageState = "failed"
)

// Limits of a package that goes out at once.
const (
	mostFilesAtOnce = 200
	mostBytesAtOnce = 200 << 20
)

// AtOnce reports whether so many files of so many bytes go out while the
// visitor waits.
func AtOnce(files int, bytes int64) bool { return files <= mostFilesAtOnce && bytes <= mostBytesAtOnce }
