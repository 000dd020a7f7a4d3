package plan

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"

	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
)

// Content is what a version says: the title, and every problem with its
// measures. Its canonical JSON is what is snapshot, hashed and approved.
type Content struct {
	Title    string    `json:"title"`
	Problems []Problem `json:"problems"`
}

// Ref names a person or a department as it was called then.
type Ref struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// Duty is who answers, and by when. The deadline is the planned one: an
// extension does not change the plan.
type Duty struct {
	Leader   Ref          `json:"leader"`
	Lead     Ref          `json:"lead"`
	Assist   []Ref        `json:"assist"`
	Owner    Ref          `json:"owner"`
	Deadline workday.Date `json:"deadline"`
	Term     string       `json:"term"`
	LongTerm bool         `json:"longTerm"`
	Reason   string       `json:"reason,omitempty"` // why the deadline lies outside the period
}

// Problem is what a version says about one problem.
type Problem struct {
	ID       string    `json:"id"`
	Number   string    `json:"number"`
	Title    string    `json:"title"`
	Category string    `json:"category"`
	Cause    string    `json:"cause"`
	Goal     string    `json:"goal"`
	Criteria string    `json:"criteria"`
	Duty     Duty      `json:"duty"`
	Measures []Measure `json:"measures"`
	Shared   []Shared  `json:"shared,omitempty"`
	Parts    []Part    `json:"parts,omitempty"`
}

// Kinds gives the kinds of measure that the problem has, shared ones among
// them.
func (p Problem) Kinds() map[work.MeasureKind]bool {
	has := map[work.MeasureKind]bool{}
	for _, m := range p.Measures {
		has[m.Kind] = true
	}
	for _, s := range p.Shared {
		has[s.Kind] = true
	}
	return has
}

// Shared is a measure of another problem that answers this one too.
type Shared struct {
	ID     string           `json:"id"` // of the measure
	Kind   work.MeasureKind `json:"kind"`
	Text   string           `json:"text"`
	Number string           `json:"number"` // of the problem under which it stands
}

// Part is what one assisting department answers for.
type Part struct {
	Department Ref          `json:"department"`
	Text       string       `json:"text"`
	Owner      Ref          `json:"owner"`
	Deadline   workday.Date `json:"deadline"`
}

// Measure is one measure of a version.
type Measure struct {
	ID       string           `json:"id"`
	Kind     work.MeasureKind `json:"kind"`
	Text     string           `json:"text"`
	Expected string           `json:"expected"`
	Duty     Duty             `json:"duty"`
	Steps    []Step           `json:"steps"`
}

// Step is a dated step of a measure.
type Step struct {
	Text string       `json:"text"`
	Due  workday.Date `json:"due"`
}

// Seal gives the canonical JSON of the content and its SHA-256 in hex. Equal
// contents give equal texts.
func (c Content) Seal() (snapshot, hash string, err error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(c.filled()); err != nil {
		return "", "", fmt.Errorf("seal plan: %w", err)
	}
	snapshot = string(bytes.TrimSuffix(b.Bytes(), []byte("\n")))
	return snapshot, HashOf(snapshot), nil
}

// filled writes empty lists as [] wherever they come from.
func (c Content) filled() Content {
	c.Problems = append([]Problem{}, c.Problems...)
	for i, p := range c.Problems {
		p.Duty.Assist = append([]Ref{}, p.Duty.Assist...)
		p.Measures = append([]Measure{}, p.Measures...)
		for j, m := range p.Measures {
			m.Duty.Assist, m.Steps = append([]Ref{}, m.Duty.Assist...), append([]Step{}, m.Steps...)
			p.Measures[j] = m
		}
		c.Problems[i] = p
	}
	return c
}

// HashOf gives the SHA-256 of a snapshot in hex.
func HashOf(snapshot string) string {
	sum := sha256.Sum256([]byte(snapshot))
	return hex.EncodeToString(sum[:])
}

// Open reads a snapshot back.
func Open(snapshot string) (Content, error) {
	var c Content
	if err := json.Unmarshal([]byte(snapshot), &c); err != nil {
		return c, fmt.Errorf("read plan snapshot: %w", err)
	}
	return c, nil
}

// Departments lists the departments that answer for something, leading or
// assisting, in the order in which the plan names them.
func (c Content) Departments() []string {
	var out []string
	for _, p := range c.Problems {
		out = append(out, p.Duty.departments()...)
		for _, m := range p.Measures {
			out = append(out, m.Duty.departments()...)
		}
	}
	return out
}

func (d Duty) departments() []string {
	out := []string{d.Lead.ID}
	for _, a := range d.Assist {
		out = append(out, a.ID)
	}
	return out
}
