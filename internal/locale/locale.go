// Package locale holds the messages of the screens: Chinese first, English
// complete. Messages live in JSON files, one per area and language; {0}, {1} …
// are placeholders.
package locale

import (
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"strconv"
	"strings"
	"sync"
)

// The languages.
const (
	Chinese = "zh-CN"
	English = "en"
)

//go:embed messages
var files embed.FS

var load = sync.OnceValues(func() (map[string]map[string]string, error) { return read(files) })

// Load reads the messages; an error means that the program was built wrong.
func Load() error {
	_, err := load()
	return err
}

// Text gives the message of a key in a language, with its arguments filled
// in. An argument with a MessageKey is itself a message. A key without message
// comes out as itself, so that it is seen.
func Text(lang, key string, args ...any) string {
	all, err := load()
	if err != nil {
		return key
	}
	msg, ok := all[lang][key]
	if !ok {
		if msg, ok = all[Chinese][key]; !ok {
			return key
		}
	}
	for i, a := range args {
		if word, ok := a.(interface{ MessageKey() string }); ok {
			a = Text(lang, word.MessageKey())
		}
		msg = strings.ReplaceAll(msg, "{"+strconv.Itoa(i)+"}", fmt.Sprint(a))
	}
	return msg
}

// Has reports whether the key has a message in the language.
func Has(lang, key string) bool {
	all, err := load()
	if err != nil {
		return false
	}
	_, ok := all[lang][key]
	return ok
}

// Keys gives every key of a language.
func Keys(lang string) []string {
	all, err := load()
	if err != nil {
		return nil
	}
	out := make([]string, 0, len(all[lang]))
	for k := range all[lang] {
		out = append(out, k)
	}
	return out
}

// Pick chooses the language for an Accept-Language header or a stored choice;
// Chinese unless English is clearly asked for.
func Pick(wish string) string {
	if strings.HasPrefix(strings.ToLower(strings.TrimSpace(wish)), "en") {
		return English
	}
	return Chinese
}

func read(from fs.FS) (map[string]map[string]string, error) {
	out := map[string]map[string]string{}
	for _, lang := range []string{Chinese, English} {
		out[lang] = map[string]string{}
		names, err := fs.Glob(from, path.Join("messages", lang, "*.json"))
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			if err := readFile(from, name, out[lang]); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

func readFile(from fs.FS, name string, into map[string]string) error {
	text, err := fs.ReadFile(from, name)
	if err != nil {
		return err
	}
	var part map[string]string
	if err := json.Unmarshal(text, &part); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	for k, v := range part {
		if other, twice := into[k]; twice && other != v {
			return fmt.Errorf("%s: %q stands twice, as %q and %q", name, k, other, v)
		}
		into[k] = v
	}
	return nil
}
