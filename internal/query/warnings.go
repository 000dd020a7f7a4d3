package query

import (
	"cmp"
	"slices"

	"bihuan/internal/domain/org"
	"bihuan/internal/domain/warning"
	"bihuan/internal/domain/workday"
	"bihuan/internal/store"
)

// WarningRow is one warning as somebody gets it.
type WarningRow struct {
	warning.Warning
	InspectionID string
	OrgID        string
	Org          string // short name
	Number       string // of the problem, letter or matter
	Title        string
	Note         string // who asked, which department
	Href         string
	Days         int    // left; negative when past
	For          string // in whose place the reader is told; empty for himself
	Read         bool
}

// Due is the warning's deadline as pages show it.
func (r WarningRow) Deadline() Due {
	return Due{Date: r.Warning.Due, Days: r.Days, Colour: r.Colour}
}

// WarningsIn narrows the warnings; an empty field does not.
type WarningsIn struct {
	Colour workday.Colour
	Kind   warning.Kind
	Read   string // "yes" or "no"
	Page   int
}

// WarningList is one page of somebody's warnings.
type WarningList struct {
	Rows     []WarningRow
	Total    int // as filtered
	Page     int
	Size     int
	All      int // without the filter
	Unread   int
	ByColour map[workday.Colour]int // without the filter
	Marks    []string               // of the unread ones, as filtered
	Several  bool                   // they are of more than one organisation
	Deputy   bool                   // some are in another's place
}

// MyWarnings gives what the caller is warned of today: his own, and those of
// whom he stands in for. Red ones come first, then what is nearest.
func MyWarnings(v *View, in WarningsIn) (WarningList, error) {
	all, err := v.warnings()
	out := WarningList{Page: max(1, in.Page), Size: ListSize, All: len(all), ByColour: map[workday.Colour]int{}}
	if err != nil {
		return out, err
	}
	orgs := map[string]bool{}
	var kept []WarningRow
	for _, w := range all {
		out.ByColour[w.Colour]++
		out.Unread += one(!w.Read)
		orgs[w.OrgID] = true
		out.Deputy = out.Deputy || w.For != ""
		if in.keeps(w) {
			kept = append(kept, w)
		}
	}
	out.Total, out.Several = len(kept), len(orgs) > 1
	for _, w := range kept {
		if !w.Read {
			out.Marks = append(out.Marks, w.Mark())
		}
	}
	from := min(len(kept), (out.Page-1)*out.Size)
	out.Rows = kept[from:min(len(kept), from+out.Size)]
	return out, nil
}

func (in WarningsIn) keeps(w WarningRow) bool {
	return (in.Colour == "" || w.Colour == in.Colour) && (in.Kind == "" || w.Kind == in.Kind) &&
		(in.Read == "" || w.Read == (in.Read == "yes"))
}

// UnreadWarnings counts what MyWarnings shows as unread.
func UnreadWarnings(v *View, _ struct{}) (int, error) {
	all, err := v.warnings()
	n := 0
	for _, w := range all {
		n += one(!w.Read)
	}
	return n, err
}

// warnings gives all warnings of the caller, each once: his own goes before
// the same in another's place.
func (v *View) warnings() ([]WarningRow, error) {
	who, err := v.standsFor()
	if err != nil {
		return nil, err
	}
	var out []WarningRow
	seen := map[string]bool{}
	for _, w := range who {
		found, err := (&warner{View: v, actor: w.actor}).gather()
		if err != nil {
			return nil, err
		}
		for _, row := range found {
			if mark := row.Mark(); !seen[mark] {
				seen[mark], row.For = true, w.name
				out = append(out, row)
			}
		}
	}
	slices.SortFunc(out, func(a, b WarningRow) int {
		return cmp.Or(-cmp.Compare(urgency[a.Colour], urgency[b.Colour]), cmp.Compare(a.Warning.Due, b.Warning.Due),
			cmp.Compare(a.OrgID, b.OrgID), cmp.Compare(a.Number, b.Number), cmp.Compare(a.RecordID, b.RecordID))
	})
	read, err := store.ReadMarks(v.Tx, v.Actor.AccountID)
	for i := range out {
		out[i].Read = read[out[i].Mark()]
	}
	return out, err
}

var urgency = map[workday.Colour]int{workday.Green: 1, workday.Yellow: 2, workday.Red: 3}

// stand is somebody whose warnings the caller gets.
type stand struct {
	actor org.Actor
	name  string // empty for the caller himself
}

// standsFor gives the caller as himself, whatever name he acts in now, and
// each whose deputy he is today.
func (v *View) standsFor() ([]stand, error) {
	self, active, err := store.ActorOf(v.Tx, v.Actor.AccountID)
	if err != nil || !active {
		return nil, err
	}
	out := []stand{{actor: self}}
	given, err := store.Delegations.List(v.Tx, "WHERE to_account = ? AND until_on >= ? ORDER BY id", self.AccountID, v.Today)
	for _, d := range given {
		if !d.On(v.Today) {
			continue
		}
		principal, active, err := store.ActorOf(v.Tx, d.FromAccount)
		if err != nil {
			return nil, err
		}
		if active {
			out = append(out, stand{d.For(self, principal), principal.Name})
		}
	}
	return out, err
}
