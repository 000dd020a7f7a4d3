package templates

import (
	"context"

	"bihuan/internal/domain/work"
	"bihuan/internal/query"
	"bihuan/internal/web/ui"
)

func progressListEvents(ctx context.Context, l query.ProgressList) []ui.Event {
	var out []ui.Event
	for _, p := range l.Rows {
		out = append(out, ui.Event{When: string(p.On), Title: p.Number + " " + shorten(p.Title, 40), Who: p.AuthorName,
			Body: reported(ctx, p.Progress), Kind: verdictKinds[p.Verdict], Href: "/problems/" + p.ProblemID + "#progress"})
	}
	return out
}

// reported is what an entry says, with the difficulty that it names.
func reported(ctx context.Context, p work.Progress) string {
	if p.Difficulty == "" {
		return p.Body
	}
	return p.Body + "\n" + ui.T(ctx, "label.difficulty") + "：" + p.Difficulty
}
