package archtest

import (
	"slices"
	"strings"
)

// rule says what the files of a package may import of the house. A name that
// ends in /... stands for the package and all below it.
type rule struct {
	pkg   string
	only  []string // when not nil, nothing else
	never []string
	why   string
}

var rules = []rule{
	{pkg: "internal/fault", only: []string{}, why: "everything rests on it"},
	{pkg: "internal/domain/...", only: []string{"internal/domain/...", "internal/fault"}, why: "rules know no I/O"},
	{pkg: "internal/gongwen/...", only: []string{"internal/gongwen/...", "internal/office"}, why: "it knows papers, not our nouns"},
	{pkg: "internal/sheet/...", only: []string{"internal/sheet/...", "internal/gongwen"}, why: "it knows tables, not our nouns"},
	{pkg: "internal/read/...", only: []string{"internal/read/...", "internal/domain/surname", "internal/fault", "internal/locale", "internal/office"}, why: "strangers' bytes meet no rule of ours"},
	{pkg: "internal/office", only: []string{"internal/office"}, why: "it turns files, whatever they say"},
	{pkg: "internal/paper/...", never: []string{"internal/action/...", "internal/audit", "internal/job", "internal/blob", "internal/web/...", "internal/server", "internal/cli"}, why: "papers are made of what queries give"},
	{pkg: "internal/ledger/...", never: []string{"internal/action/...", "internal/store", "internal/web/...", "internal/server", "internal/cli"}, why: "lists are made of what queries give"},
	{pkg: "internal/mail", only: []string{}, why: "it knows messages, not our nouns"},
	{pkg: "internal/robot", only: []string{}, why: "it knows addresses and a line of text"},
	{pkg: "internal/feed", only: []string{"internal/query", "internal/locale", "internal/domain/..."}, why: "a feed is made of what a query gives"},
	{pkg: "internal/packing", never: []string{"internal/action/...", "internal/store", "internal/web/...", "internal/server", "internal/cli"}, why: "an archive is made of what queries give"},
	{pkg: "internal/preview", only: []string{"internal/office"}, why: "strangers' files meet no rule of ours"},
	{pkg: "internal/locale", only: []string{}, why: "words know nobody"},
	{pkg: "internal/blob", only: []string{"internal/fault"}, why: "files know no records"},
	{pkg: "internal/config", only: []string{"internal/fault"}, why: "settings know no parts"},
	{pkg: "internal/store", only: []string{"internal/domain/...", "internal/signal", "internal/fault"}, why: "SQL knows nouns only"},
	{pkg: "internal/signal", only: []string{"internal/domain/...", "internal/fault"}, why: "a signal is found in facts, wherever they lie"},
	{pkg: "internal/proofread", only: []string{"internal/domain/workday"}, why: "a text is looked over against facts, wherever they lie"},
	{pkg: "internal/audit", only: []string{"internal/store", "internal/fault"}, why: "the log knows no rule"},
	{pkg: "internal/job", only: []string{"internal/store", "internal/fault"}, why: "the queue knows no job"},
	{pkg: "internal/action/...", never: []string{"internal/query/...", "internal/paper/...", "internal/web/...", "internal/api/...", "internal/server", "internal/cli"}, why: "doing does not look up pages"},
	{pkg: "internal/query/...", never: []string{"internal/action/...", "internal/job", "internal/blob", "internal/web/...", "internal/api/...", "internal/server", "internal/cli"}, why: "seeing changes nothing"},
	{pkg: "internal/web/...", never: []string{"internal/store", "internal/audit", "internal/job", "internal/blob", "internal/server", "internal/cli"}, why: "a page makes one action or one query"},
	{pkg: "internal/api/...", never: []string{"internal/store", "internal/audit", "internal/job", "internal/blob", "internal/web/...", "internal/server", "internal/cli"}, why: "it makes one query"},
	{pkg: "internal/web/ui", only: []string{"internal/locale", "internal/gongwen", "internal/web/assets"}, why: "components know no nouns"},
	{pkg: "internal/server", never: []string{"internal/cli"}, why: "imports point down"},
	{pkg: "cmd/bihuan", only: []string{"internal/cli"}, why: "main is a few lines"},
}

// drawers are package names that say nothing of what is inside.
var drawers = []string{"util", "utils", "models", "helpers", "common", "misc", "shared", "lib", "base", "types"}

// edges are the packages that may ask the machine for the time, beside programs.
var edges = []string{"internal/server", "internal/cli", "internal/testkit/..."}

// kits are packages for tests only.
var kits = []string{"internal/testkit/...", "internal/archtest", "internal/web/storybook", "internal/read/hostile"}

// covers reports whether a pattern names the package.
func covers(pattern, pkg string) bool {
	if root, ok := strings.CutSuffix(pattern, "/..."); ok {
		return pkg == root || strings.HasPrefix(pkg, root+"/")
	}
	return pkg == pattern
}

func anyCovers(patterns []string, pkg string) bool {
	return slices.ContainsFunc(patterns, func(p string) bool { return covers(p, pkg) })
}

// breaks reports whether the rule forbids the import.
func (r rule) breaks(f File, imported string) bool {
	if !covers(r.pkg, f.Package) {
		return false
	}
	return r.only != nil && !anyCovers(r.only, imported) || anyCovers(r.never, imported)
}
