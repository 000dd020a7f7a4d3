package web_test

import (
	"net/http"
	"net/url"
	"path/filepath"
	"strings"
	"testing"

	"bihuan/internal/testkit"
)

// TestThePaperOfAMeetingFollowsItsOutline: the office writes other minutes, is
// told of words that only letters have, keeps them, and the clerk's minutes say so, title and all; the letters stay as they are.
func TestThePaperOfAMeetingFollowsItsOutline(t *testing.T) {
	w := testkit.NewWorld(t, filepath.Join(t.TempDir(), "bihuan.db"))
	furnish(t, w)
	office, clerk := visit(t, w, "office"), visit(t, w, "clerk")
	const edit, paper = "/outlines/minutes/edit", "/inspections/i-bureau/paper?kind=minutes&of=meet"
	form := func(text string) url.Values {
		return url.Values{"office": {"office"}, "number": {"0"}, "outline": {text}, "note": {"改写"}}
	}
	if before := clerk.get(paper); before.status != http.StatusOK || strings.Contains(before.body, "议事记录") {
		t.Fatalf("the minutes answered %d", before.status)
	}
	faulty := office.post(edit, "/outlines/minutes/try", form("= {会议名称}议事记录\n按期回复：{回复时限}。"))
	if !strings.Contains(faulty.body, "第2行第6字") {
		t.Error("a word that only letters have is not refused where it stands")
	}
	text := "= {会议名称}议事记录\n{会议日期}开会。\n{如果 有会议议题}\n# 议题。共同研究：\n{逐项 会议议题}\n+ {会议议题.内容}；\n{完}\n{完}"
	if tried := office.post(edit, "/outlines/minutes/try", form(text)); !strings.Contains(tried.body, "模板可用") {
		t.Errorf("a good outline is refused: %d", tried.status)
	}
	if kept := office.post(edit, "/outlines/minutes", form(text)); kept.status != http.StatusSeeOther {
		t.Fatalf("the outline is answered with %d", kept.status)
	}
	after := clerk.get(paper)
	if len(after.all("article.gw h1")) == 0 || !strings.Contains(after.body, "议事记录") || !strings.Contains(after.body, "开会。") {
		t.Errorf("the minutes do not follow the outline: %s", after.body)
	}
	if words := office.get("/outlines/minutes/edit"); !strings.Contains(words.body, "{会议.全句}") || !strings.Contains(words.body, "各种文书通用的词") {
		t.Error("the page does not explain the words")
	}
	for _, kind := range []string{"letter", "plan", "round", "public", "immediate"} {
		if p := office.get("/outlines/" + kind); p.status != http.StatusOK || !strings.Contains(p.body, "出厂模板") {
			t.Errorf("%s answered %d", kind, p.status)
		}
	}
}
