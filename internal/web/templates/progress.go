package templates

import (
	"context"

	"bihuan/internal/query"
	"bihuan/internal/web/ui"
)

func progressListEvents(ctx context.Context, l query.ProgressList) []ui.Event {
	var out []ui.Event
	for _, p := range l.Rows {
		body := p.Body
		if p.Difficulty != "" {
			body += "\n" + ui.T(ctx, "label.difficulty") + "：" + p.Difficulty
		}
		out = append(out, ui.Event{When: string(p.On), Title: p.Number + " " + shorten(p.Title, 40), Who: p.AuthorName,
			Body: body, Kind: verdictKinds[p.Verdict], Href: "/problems/" + p.ProblemID + "#progress"})
	}
	return out
}
