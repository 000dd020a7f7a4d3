package templates

import (
	"strings"

	"bihuan/internal/web/ui"
)

// lines writes a list as a form shows it: one entry a line.
func lines(list []string) string { return strings.Join(list, "\n") }

// onIf is the value of a ticked box.
func onIf(yes bool) string {
	if yes {
		return "on"
	}
	return ""
}

// withBlank adds rows to be filled in.
func withBlank[T any](rows []T, blanks int) []T {
	return append(append([]T{}, rows...), make([]T, blanks)...)
}

// listPath is a list of an inspection: meetings, regulations …
func listPath(inspectionID, list string) string { return "/inspections/" + inspectionID + "/" + list }

// formPath is where the form of a record is sent: a new one has no id.
func formPath(inspectionID, list, id string) string {
	if id == "" {
		return listPath(inspectionID, list) + "/new"
	}
	return "/" + list + "/" + id + "/edit"
}

// formBack is where the form of a record leads without saving.
func formBack(inspectionID, list, id string) string {
	if id == "" {
		return listPath(inspectionID, list)
	}
	return "/" + list + "/" + id
}

// listed puts the list above the page of a record.
func listed(p ui.Page, key, inspectionID, list string) ui.Page {
	p.Crumbs = []ui.Link{{Label: p.T(key), Href: listPath(inspectionID, list)}}
	return p
}
