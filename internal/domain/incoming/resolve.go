package incoming

import (
	"strings"

	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
)

// longText bounds a text, in characters.
const longText = 20000

// resolver finds what the texts of cells mean.
type resolver struct {
	dir   *Directory
	fixes map[Fix]string // by sort and text
	today workday.Date
}

func newResolver(dir *Directory, fixes []Fix, today workday.Date) resolver {
	r := resolver{dir: dir, fixes: map[Fix]string{}, today: today}
	for _, f := range fixes {
		r.fixes[Fix{Sort: f.Sort, Text: Squeezed(f.Text)}] = f.Value
	}
	return r
}

// cell makes the cell of a field from its text.
func (r resolver) cell(f Field, text, at string) Cell {
	c := Cell{Field: f, Text: text, At: at}
	if v, ok := r.fixes[Fix{Sort: f.Sort(), Text: Squeezed(text)}]; ok && text != "" {
		c.Value, c.Mended = v, true
		return c
	}
	switch f.Sort() {
	case SortPerson:
		r.person(&c)
	case SortDepartment:
		r.department(&c)
	case SortDue:
		c.Value, c.Doubt = Deadline(text)
	case SortVerdict:
		c.Value, c.Doubt, c.Options = verdict(text)
	default:
		c.Value = text
		if len([]rune(text)) > longText {
			c.Doubt = TooLong
		}
	}
	if c.Doubt != "" && c.Hint == "" {
		c.Hint = text
	}
	return c
}

func (r resolver) person(c *Cell) {
	names := Names(c.Text)
	switch len(names) {
	case 0:
	case 1:
		f := r.dir.Person(names[0])
		c.Value, c.Doubt, c.Options = f.value, f.doubt, f.options
	default:
		c.Doubt = PersonSeveral
		for _, n := range names {
			if f := r.dir.Person(n); f.value != "" {
				c.Options = append(c.Options, f.value)
			}
		}
	}
}

// Missing stands in a list of departments for a name that is not known yet.
const Missing = "?"

func (r resolver) department(c *Cell) {
	names := Names(c.Text)
	if c.Field == Lead && len(names) > 1 {
		c.Doubt = DepartmentSeveral
		for _, n := range names {
			if f := r.dir.Department(n); f.value != "" {
				c.Options = append(c.Options, f.value)
			}
		}
		return
	}
	var list []string
	for _, n := range names {
		f := r.dir.Department(n)
		if v, ok := r.fixes[Fix{Sort: SortDepartment, Text: Squeezed(n)}]; ok {
			f = found{value: v}
		}
		if f.doubt != "" {
			list = append(list, Missing+n)
			if c.Doubt == "" {
				c.Doubt, c.Options, c.Hint = f.doubt, f.options, n
			}
			continue
		}
		list = append(list, f.value)
	}
	c.Value = strings.Join(list, ",")
	if c.Field == Lead && c.Doubt != "" {
		c.Value = ""
	}
}

// Names parts the names that share a cell.
func Names(text string) []string {
	var out []string
	for _, n := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("、，,；;/／\n|", r) }) {
		if n = Squeezed(n); n != "" && n != "无" && n != "—" && n != "-" {
			out = append(out, n)
		}
	}
	return out
}

// Deadline reads a deadline; a text that is none is in doubt.
func Deadline(text string) (string, Doubt) {
	if strings.TrimSpace(text) == "" {
		return "", ""
	}
	d, err := workday.ParseDeadline(text)
	if err != nil {
		return "", DueUnclear
	}
	return d.String(), ""
}

var verdicts = map[string]work.Verdict{"未启动": work.NotStarted, "整改中": work.UnderWay, "基本完成": work.BasicallyDone, "已完成": work.Done}

// VerdictOf gives the verdict that a word of the trade means; empty for none.
func VerdictOf(word string) string { return string(verdicts[Squeezed(word)]) }

// verdict reads one of the words for how far something is. 未完成 is not one
// that is kept: before the deadline it may mean two things.
func verdict(text string) (string, Doubt, []string) {
	word := Squeezed(text)
	if v, ok := verdicts[word]; ok {
		return string(v), "", nil
	}
	switch word {
	case "":
		return "", "", nil
	case "未完成":
		return "", VerdictNotDone, []string{string(work.UnderWay), string(work.NotStarted)}
	}
	return "", VerdictUnknown, []string{string(work.UnderWay), string(work.Done), string(work.BasicallyDone), string(work.NotStarted)}
}
