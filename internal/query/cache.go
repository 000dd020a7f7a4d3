package query

import (
	"sync"

	"bihuan/internal/domain/workday"
)

// figures keeps counts over very many problems until the inspection changes.
// What is kept bears the inspection's stamp, its newest audit entry: nothing
// changes without one, so a kept figure is the query's own answer or is not
// used. The zero value is ready.
type figures struct {
	mu   sync.Mutex
	kept map[figureKey]kept
}

type figureKey struct {
	inspection string
	name       string
}

type kept struct {
	stamp int
	today workday.Date
	value any
}

// keepFrom is the number of problems from which on counting again costs more
// than asking for the stamp; keepMost bounds the figures kept.
const (
	keepFrom = 3000
	keepMost = 500
)

// stamp is the number of the inspection's newest audit entry.
func (v *View) stamp(inspectionID string) (int, error) {
	return v.Tx.Count("SELECT COALESCE(MAX(seq), -1) FROM audit_entry WHERE inspection_id = ?", inspectionID)
}

// keeping gives the figure of that name, counted anew unless it was kept since
// the inspection's last change. size tells how many problems it rests on.
func keeping[T any](v *View, inspectionID, name string, size func(T) int, count func() (T, error)) (T, error) {
	if v.figures == nil {
		return count()
	}
	stamp, err := v.stamp(inspectionID)
	if err != nil {
		var none T
		return none, err
	}
	key := figureKey{inspectionID, name}
	if have, ok := v.figures.get(key, stamp, v.Today); ok {
		return have.(T), nil
	}
	value, err := count()
	if err == nil && size(value) >= keepFrom {
		v.figures.put(key, kept{stamp, v.Today, value})
	}
	return value, err
}

func (f *figures) get(key figureKey, stamp int, today workday.Date) (any, bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	k, ok := f.kept[key]
	return k.value, ok && k.stamp == stamp && k.today == today
}

func (f *figures) put(key figureKey, k kept) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.kept == nil || len(f.kept) >= keepMost {
		f.kept = map[figureKey]kept{}
	}
	f.kept[key] = k
}
