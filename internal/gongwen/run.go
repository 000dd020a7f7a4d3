package gongwen

// Style says how a run differs from the text around it. Values combine with |.
type Style uint8

// The styles a run can have. Kai and Hei choose a typeface, the others decorate.
const (
	Plain Style = 0
	Bold  Style = 1 << (iota - 1)
	Underline
	Kai // 楷体
	Hei // 黑体
)

// Run is a stretch of text with one style and one base in the records.
type Run struct {
	Text  string
	Style Style
	// Refs are opaque ids of the records on which the text rests. They are
	// carried into the preview and never printed.
	Refs []string
	// Missing, where not empty, names what the records lack at this place. It
	// is shown after Text as 【缺：…】, highlighted, and listed by
	// [Document.Missing].
	Missing string
	// Role says what the words are in the paper that they belong to, for whoever
	// makes another paper of it. It is carried along and never printed.
	Role string `json:",omitempty"`
	// Picture stands behind Text.
	Picture *Picture `json:",omitempty"`
	// Mark sets the words off in a preview, as the class gw- with it behind. It
	// is neither kept nor printed.
	Mark string `json:"-"`
}

// Text returns a plain run that rests on the records refs.
func Text(text string, refs ...string) Run { return Run{Text: text, Refs: refs} }

// Lack returns a run that only says what is missing.
func Lack(what string) Run { return Run{Missing: what} }

// IsZero reports whether the run shows nothing.
func (r Run) IsZero() bool { return r.Text == "" && r.Missing == "" && r.Picture == nil }

// String returns what a reader of the paper sees, the missing mark included.
func (r Run) String() string { return r.Text + missingMark(r.Missing) }

func missingMark(what string) string {
	if what == "" {
		return ""
	}
	return "【缺：" + what + "】"
}
