package store

import (
	"database/sql/driver"
	"encoding/json"
	"fmt"
	"reflect"
	"time"
)

// moment keeps a time as milliseconds since 1970; 0 is the zero time.
type moment struct{ t *time.Time }

func ms(t *time.Time) moment { return moment{t} }

// Scan implements sql.Scanner.
func (m moment) Scan(src any) error {
	n, ok := src.(int64)
	if !ok {
		return fmt.Errorf("time column holds %T", src)
	}
	*m.t = time.Time{}
	if n != 0 {
		*m.t = time.UnixMilli(n).UTC()
	}
	return nil
}

// Value implements driver.Valuer.
func (m moment) Value() (driver.Value, error) {
	if m.t.IsZero() {
		return int64(0), nil
	}
	return m.t.UnixMilli(), nil
}

// document keeps a value as JSON text.
type document struct{ v any }

func js(v any) document { return document{v} }

// Scan implements sql.Scanner.
func (d document) Scan(src any) error {
	switch s := src.(type) {
	case string:
		return json.Unmarshal([]byte(s), d.v)
	case []byte:
		return json.Unmarshal(s, d.v)
	}
	return fmt.Errorf("JSON column holds %T", src)
}

// Value implements driver.Valuer.
func (d document) Value() (driver.Value, error) {
	b, err := json.Marshal(d.v)
	return string(b), err
}

// plain gives what both drivers take: string, int64, float64 or a Valuer.
// Pointers are followed, named strings lose their name, bools become 0 or 1.
func plain(v any) any {
	if val, ok := v.(driver.Valuer); ok {
		return val
	}
	if t, ok := v.(time.Time); ok {
		return moment{&t}
	}
	r := reflect.ValueOf(v)
	for r.Kind() == reflect.Pointer && !r.IsNil() {
		r = r.Elem()
	}
	switch r.Kind() {
	case reflect.String:
		return r.String()
	case reflect.Bool:
		if r.Bool() {
			return int64(1)
		}
		return int64(0)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return r.Int()
	}
	return v
}

func plainAll(args []any) []any {
	out := make([]any, len(args))
	for i, a := range args {
		out[i] = plain(a)
	}
	return out
}
