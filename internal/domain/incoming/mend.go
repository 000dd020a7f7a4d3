package incoming

import (
	"strings"

	"bihuan/internal/fault"
)

// Mend gives a cell the value that a person chose or typed. A value that
// cannot be is refused; where a list holds further unknown names, the next one
// is in doubt.
func (r *Row) Mend(f Field, value string) error {
	c := r.Cell(f)
	if c == nil {
		return fault.New(fault.NotFound, "fault.not-found")
	}
	c.Kept = false
	switch {
	case f == Record:
		r.setRecord(value)
		c.Value = value
	case f == Assist && strings.Contains(c.Value, Missing):
		return r.mendList(c, value)
	case f.Sort() == SortDue:
		v, doubt := Deadline(value)
		if doubt != "" {
			return &fault.Error{Kind: fault.Invalid, Code: "fault.invalid", Fields: []fault.Field{{Name: "value", Code: "deadline.unreadable", Args: []any{value}}}}
		}
		c.Value = v
	default:
		c.Value = value
	}
	c.Doubt, c.Mended, c.Options = "", true, nil
	return nil
}

// mendList puts the value in the place of the unknown name in doubt.
func (r *Row) mendList(c *Cell, value string) error {
	parts := strings.Split(c.Value, ",")
	var out []string
	next := ""
	for _, p := range parts {
		switch {
		case p == Missing+c.Hint && value != "":
			p = value
		case p == Missing+c.Hint:
			continue
		case strings.HasPrefix(p, Missing) && next == "":
			next = strings.TrimPrefix(p, Missing)
		}
		out = append(out, p)
	}
	c.Value, c.Mended, c.Options = strings.Join(out, ","), true, nil
	c.Doubt, c.Hint = "", next
	if next != "" {
		c.Doubt = DepartmentUnknown
	}
	return nil
}

// Retain leaves the records' version of one cell as it is.
func (r *Row) Retain(f Field) error {
	c := r.Cell(f)
	if c == nil || f == Record {
		return fault.New(fault.NotFound, "fault.not-found")
	}
	c.Kept, c.Doubt, c.Options = true, "", nil
	return nil
}
