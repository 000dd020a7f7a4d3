package query

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"bihuan/internal/domain/workday"
)

// AuditValue is a value as the security auditor sees it. The wording of
// business records is not for him: he sees its length and its fingerprint,
// which tell that it changed, and whether two are the same.
type AuditValue struct {
	Text        string
	Masked      int    // characters of the wording that is not shown
	Fingerprint string // of that wording: the beginning of its SHA-256
}

func (a AuditValue) empty() bool { return a.Text == "" && a.Masked == 0 }

// blank is what a field holds that nobody filled in.
func (a AuditValue) blank() bool { return a.empty() || a.Text == "0" || a.Text == "false" }

// administrative are the kinds of record that administrators keep themselves.
var administrative = []string{"account", "role_grant", "organisation", "department", "person", "post"}

// circled are the kinds of record that a circle of named people keeps to
// itself: of them the auditor does not see either who the people are.
var circled = []string{"talk", "criticism", "self_paper", "self_version", "solicited_opinion"}

// shownTo gives a value of a record of the kind as the auditor sees it.
func shownTo(kind, text string) AuditValue {
	if slices.Contains(administrative, kind) || !isWording(text) {
		return AuditValue{Text: text}
	}
	sum := sha256.Sum256([]byte(text))
	return AuditValue{Masked: utf8.RuneCountInString(text), Fingerprint: hex.EncodeToString(sum[:4])}
}

// isWording tells what people wrote from ids, codes, dates and numbers, which
// are a word of plain letters.
func isWording(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return r > unicode.MaxASCII || unicode.IsSpace(r) || r == '"' })
}

// value writes a JSON value for the auditor, ids by their names.
func (n namer) value(kind string, raw any) (AuditValue, error) {
	switch x := raw.(type) {
	case nil:
		return AuditValue{}, nil
	case float64:
		return AuditValue{Text: strconv.FormatFloat(x, 'f', -1, 64)}, nil
	case string:
		name, err := n.of(x)
		if err != nil || name != "" {
			return namesIn(kind, name), err
		}
		return shownTo(kind, moment(x)), nil
	case []any:
		return n.list(kind, x)
	case map[string]any:
		text, err := json.Marshal(x)
		return shownTo(kind, string(text)), err
	}
	return AuditValue{Text: fmt.Sprint(raw)}, nil
}

// namesIn gives the names in a record of the kind.
func namesIn(kind, names string) AuditValue {
	if slices.Contains(circled, kind) {
		return shownTo(kind, names)
	}
	return AuditValue{Text: names}
}

func (n namer) list(kind string, list []any) (AuditValue, error) {
	var parts []string
	known := true
	for _, e := range list {
		id, isText := e.(string)
		if !isText {
			text, err := json.Marshal(list)
			return shownTo(kind, string(text)), err
		}
		name, err := n.of(id)
		if err != nil {
			return AuditValue{}, err
		}
		known = known && name != ""
		parts = append(parts, cmp.Or(name, id))
	}
	if known {
		return namesIn(kind, strings.Join(parts, "、")), nil
	}
	return shownTo(kind, strings.Join(parts, "\n")), nil
}

// moment writes a time as the clock in China shows it; the zero time means
// none. Any other text stays as it is.
func moment(text string) string {
	at, err := time.Parse(time.RFC3339, text)
	switch {
	case err != nil:
		return text
	case at.IsZero():
		return ""
	}
	return at.In(workday.Zone).Format("2006-01-02T15:04:05")
}

// compareFields keeps what every record has (its ids, its version) after what
// tells something.
func compareFields(a, b string) int {
	return cmp.Or(cmp.Compare(fieldClass(a), fieldClass(b)), cmp.Compare(a, b))
}

func fieldClass(name string) int {
	switch name {
	case "ID", "OrgID", "InspectionID":
		return 1
	case "Version":
		return 2
	}
	return 0
}
