package paper

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/gongwen"
)

// drafted is a paper of one heading and two paragraphs.
func drafted(done, date string) *gongwen.Document {
	return &gongwen.Document{Subject: "报告", Blocks: []gongwen.Block{
		gongwen.Heading{Level: 1, Numbered: true, Text: gongwen.Line{gongwen.Text("整改情况")}},
		gongwen.Paragraph{Runs: gongwen.Line{gongwen.Text("共35个问题", "problems:all"), gongwen.Text("，完成"+done+"个。", "problems:done"), gongwen.Text("其余正在整改。", "problems:under-way")}},
		gongwen.Paragraph{Runs: gongwen.Line{gongwen.Text(date+"召开推进会。", "meeting:m1"), gongwen.Lack("会议地点"), gongwen.Text("。")}},
	}}
}

func body(t *testing.T, d *gongwen.Document) []byte {
	t.Helper()
	text, err := gongwen.Encode(d)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func decoded(t *testing.T, c inspection.Composed) *gongwen.Document {
	t.Helper()
	d, err := gongwen.Decode(c.Body)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func edit(t *testing.T, text []byte, block int, words string) inspection.Composed {
	t.Helper()
	c, err := Desk{}.Edit(text, strconv.Itoa(block), words)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestTypedWordsAreMarkedAndFactsKeepTheirRecords(t *testing.T) {
	c := edit(t, body(t, drafted("26", "4月1日")), 1, "共35个问题，完成26个。这是全局共同努力的结果。其余正在整改。")
	line, _ := lineOf(decoded(t, c).Blocks[1])
	all := cutLine(line)
	if len(all) != 3 || isTyped(all[0]) || !isBare(all[1]) || isTyped(all[2]) {
		t.Fatalf("the sentences are %+v", all)
	}
	if all[0][1].Refs[0] != "problems:done" || all[2][0].Refs[0] != "problems:under-way" {
		t.Errorf("a sentence that stayed lost its records: %+v", all)
	}
	if len(c.Missing) != 1 {
		t.Errorf("missing: %v", c.Missing)
	}
	based, err := Desk{}.Rest(c.Body, "1", 1, "meeting:m1", "")
	if err != nil {
		t.Fatal(err)
	}
	if s, _ := SentenceOf(decoded(t, based), "1", 1); isBare(s) || s[0].Refs[0] != "meeting:m1" {
		t.Errorf("with a base it is %+v", s)
	}
	if _, err := (Desk{}).Rest(c.Body, "1", 0, "meeting:m1", ""); err == nil {
		t.Error("a composed sentence takes a base")
	}
	free, err := Desk{}.Rest(based.Body, "1", 1, "", "meeting:m1")
	if err != nil {
		t.Fatal(err)
	}
	if s, _ := SentenceOf(decoded(t, free), "1", 1); !isBare(s) {
		t.Errorf("without its base it is %+v", s)
	}
}

// A figure that is changed by one digit is no figure of the records any more.
func TestAFigureIsNeverKeptInPart(t *testing.T) {
	for words, typed := range map[string]string{
		"共350个问题，完成26个。其余正在整改。":  "共350个问题",
		"共35个问题，完成27个。其余正在整改。":   "，完成27个。",
		"全局共35个问题，完成26个。其余正在整改。": "全局",
	} {
		line, _ := lineOf(decoded(t, edit(t, body(t, drafted("26", "4月1日")), 1, words)).Blocks[1])
		var got []string
		for _, r := range line {
			if r.Role == roleTyped {
				got = append(got, r.Text)
			}
		}
		if strings.Join(got, "") != typed || plain(line) != words {
			t.Errorf("%s: typed %q in %q", words, got, plain(line))
		}
	}
}

func TestAMarkOfSomethingMissingStaysOneAndGoesWhenItIsFilled(t *testing.T) {
	text := body(t, drafted("26", "4月1日"))
	if c := edit(t, text, 2, "4月1日上午召开推进会。【缺：会议地点】。"); len(c.Missing) != 1 {
		t.Errorf("missing: %v", c.Missing)
	}
	if c := edit(t, text, 2, "4月1日召开推进会。地点在三楼会议室。"); len(c.Missing) != 0 {
		t.Errorf("missing: %v", c.Missing)
	}
	if d := decoded(t, edit(t, text, 2, "")); len(d.Blocks) != 2 {
		t.Errorf("an empty paragraph stays: %+v", d.Blocks)
	}
	if d := decoded(t, edit(t, text, 2, "4月1日召开推进会。\n另起一段。")); len(d.Blocks) != 4 {
		t.Errorf("a line break began no paragraph: %+v", d.Blocks)
	}
	for _, at := range []int{-1, 3} {
		if _, err := (Desk{}).Edit(text, strconv.Itoa(at), "x"); err == nil {
			t.Errorf("block %d is there", at)
		}
	}
}

func TestATextIsBroughtToTheRecordsAndWhatPeopleWroteStays(t *testing.T) {
	base := body(t, drafted("26", "4月1日"))
	mine := edit(t, base, 1, "共35个问题，完成26个。这是全局共同努力的结果。其余正在整改。").Body
	now := body(t, drafted("27", "4月1日"))
	brought, err := Desk{}.Merge(base, mine, inspection.Composed{Title: "报告", Body: now})
	if err != nil {
		t.Fatal(err)
	}
	line, _ := lineOf(decoded(t, brought).Blocks[1])
	if got := plain(line); got != "共35个问题，完成27个。这是全局共同努力的结果。其余正在整改。" {
		t.Errorf("the paragraph is %q", got)
	}
	same, err := Desk{}.Merge(base, mine, inspection.Composed{Title: "报告", Body: base})
	if err != nil || string(same.Body) != string(mine) {
		t.Errorf("where the records did not move: %v\n%s\n%s", err, same.Body, mine)
	}
}

func TestWhereBothChangedTheWordsOfThePersonStayAndAreShown(t *testing.T) {
	base, now := drafted("26", "4月1日"), drafted("27", "4月1日")
	mine := decoded(t, edit(t, body(t, base), 1, "共35个问题，目前已完成26个。其余正在整改。"))
	changes := standing(base, mine, now)
	want := Change{Section: "整改情况", Before: "共35个问题，目前已完成26个。", After: "共35个问题，完成27个。"}
	if len(changes) != 1 || changes[0] != want {
		t.Fatalf("changes: %+v", changes)
	}
	shownWith(mine, changes)
	html := gongwen.HTML(mine)
	if !strings.Contains(html, `gw-stale`) || !strings.Contains(html, "〔与现有记录不符〕〔自行撰写，尚无依据〕") {
		t.Errorf("shown as %s", html)
	}
	if len(standing(base, drafted("26", "4月1日"), base)) != 0 {
		t.Error("a paper that agrees has changes")
	}
}

// runIn is a paper whose heading is followed by text in the same paragraph, as
// the progress report tells problem by problem.
func runIn(done string) *gongwen.Document {
	return &gongwen.Document{Subject: "报告", Blocks: []gongwen.Block{gongwen.Heading{Level: 3, Numbered: true, Role: "p",
		Text:   gongwen.Line{gongwen.Text("关于台账不全的问题。", "problem:p")},
		Follow: gongwen.Line{gongwen.Text("补齐台账"+done+"份。", "progress:1"), gongwen.Text("该问题已完成。", "problem:p")}}}}
}

// TestTextBehindAHeadingIsWrittenSentenceBySentence: it keeps its place behind
// the heading, what is typed is marked and takes a base, and what was left
// alone follows the records.
func TestTextBehindAHeadingIsWrittenSentenceBySentence(t *testing.T) {
	base := body(t, runIn("26"))
	mine := edit(t, base, 0, "关于台账不全的问题。补齐台账26份。另立接待登记簿。该问题已完成。").Body
	h := decoded(t, inspection.Composed{Body: mine}).Blocks[0].(gongwen.Heading)
	if plain(h.Text) != "关于台账不全的问题。" || plain(h.Follow) != "补齐台账26份。另立接待登记簿。该问题已完成。" || h.Role != "p" || h.Level != 3 {
		t.Fatalf("the heading is %+v", h)
	}
	if s, err := SentenceOf(decoded(t, inspection.Composed{Body: mine}), "0", 2); err != nil || !isBare(s) {
		t.Fatalf("what was typed is %+v, %v", s, err)
	}
	based, err := Desk{}.Rest(mine, "0", 2, "regulation:r", "")
	if err != nil {
		t.Fatal(err)
	}
	brought, err := Desk{}.Merge(base, based.Body, inspection.Composed{Body: body(t, runIn("31"))})
	if err != nil {
		t.Fatal(err)
	}
	h = decoded(t, brought).Blocks[0].(gongwen.Heading)
	if plain(h.Text) != "关于台账不全的问题。" || plain(h.Follow) != "补齐台账31份。另立接待登记簿。该问题已完成。" {
		t.Errorf("brought to the records it is %q, %q", plain(h.Text), plain(h.Follow))
	}
	if s, _ := SentenceOf(decoded(t, brought), "0", 2); isBare(s) || !isTyped(s) {
		t.Errorf("the typed sentence lost its base: %+v", s)
	}
}

func TestWhatNoLongerHoldsBehindAHeadingIsShown(t *testing.T) {
	doc := runIn("26")
	changes := standing(doc, doc, runIn("31"))
	if want := (Change{Section: "关于台账不全的问题。", Before: "补齐台账26份。", After: "补齐台账31份。"}); len(changes) != 1 || changes[0] != want {
		t.Fatalf("changes: %+v", changes)
	}
	shownWith(doc, changes)
	if html := gongwen.HTML(doc); !strings.Contains(html, "gw-stale") || strings.Count(html, "〔与现有记录不符〕") != 1 {
		t.Errorf("shown as %s", html)
	}
}

// attachedList is a paper with a ledger of two problems attached, whose first column
// spans both.
func attachedList(state string, problems ...string) *gongwen.Document {
	t := gongwen.Table{Head: []gongwen.Row{{gongwen.C(gongwen.Text("方面")), gongwen.C(gongwen.Text("问题")), gongwen.C(gongwen.Text("情况"))}}}
	for n, p := range problems {
		row := gongwen.Row{gongwen.C(gongwen.Text(p, "problem:"+p)), {Lines: []gongwen.Line{{gongwen.Text(state, "problem:"+p)}, {gongwen.Text("1.已办结。", "measure:"+p)}}}}
		if n == 0 {
			row = append(gongwen.Row{{Lines: []gongwen.Line{{gongwen.Text("作风", "node:a")}}, RowSpan: len(problems)}}, row...)
		}
		t.Rows = append(t.Rows, row)
	}
	return &gongwen.Document{Subject: "报告", Blocks: []gongwen.Block{gongwen.P(gongwen.Text("见附件。"))}, Attachments: []gongwen.Attachment{{Title: gongwen.Text("台账"), Blocks: []gongwen.Block{t}}}}
}

func cellAt(t *testing.T, c inspection.Composed, row, cell int) gongwen.Cell {
	t.Helper()
	return decoded(t, c).Attachments[0].Blocks[0].(gongwen.Table).Rows[row][cell]
}

// TestACellIsWrittenAndStaysWithItsRecord: lines that are left alone keep their
// records, what is typed takes a base, and when the draft is brought to the
// records the cell stays with its problem, wherever its row went.
func TestACellIsWrittenAndStaysWithItsRecord(t *testing.T) {
	base := body(t, attachedList("整改中", "甲", "乙"))
	mine, err := Desk{}.Edit(base, "a1.0.2.2", "已约谈3人。\n1.已办结。")
	if err != nil {
		t.Fatal(err)
	}
	c := cellAt(t, mine, 1, 1)
	if len(c.Lines) != 2 || !isBare(c.Lines[0]) || isTyped(c.Lines[1]) || c.Lines[1][0].Refs[0] != "measure:乙" {
		t.Fatalf("the cell is %+v", c.Lines)
	}
	based, err := Desk{}.Rest(mine.Body, "a1.0.2.2", 0, "evidence:e", "")
	if err != nil {
		t.Fatal(err)
	}
	if s, err := SentenceOf(decoded(t, based), "a1.0.2.2", 0); err != nil || isBare(s) {
		t.Errorf("with a base it is %+v, %v", s, err)
	}
	now := inspection.Composed{Body: body(t, attachedList("整改中", "丙", "甲", "乙"))}
	brought, err := Desk{}.Merge(base, based.Body, now)
	if err != nil {
		t.Fatal(err)
	}
	if got := cellWords(cellAt(t, brought, 2, 1)); got != "已约谈3人。\n1.已办结。" {
		t.Errorf("brought to the records it is %q", got)
	}
	if got := cellWords(cellAt(t, brought, 1, 1)); got != "整改中\n1.已办结。" {
		t.Errorf("another row says %q", got)
	}
	both := standing(decoded(t, inspection.Composed{Body: base}), decoded(t, based), attachedList("已完成", "甲", "乙"))
	if !slices.ContainsFunc(both, func(c Change) bool {
		return c.Section == "台账　情况" && c.Before == "已约谈3人。\n1.已办结。" && c.After == "已完成\n1.已办结。"
	}) {
		t.Errorf("where both changed: %+v", both)
	}
}

func TestAnEmptiedCellStaysEmpty(t *testing.T) {
	base := body(t, attachedList("整改中", "甲"))
	mine, err := Desk{}.Edit(base, "a1.0.1.3", " \n")
	if err != nil {
		t.Fatal(err)
	}
	brought, err := Desk{}.Merge(base, mine.Body, inspection.Composed{Body: body(t, attachedList("已完成", "甲"))})
	if err != nil || cellWords(cellAt(t, brought, 0, 2)) != "" {
		t.Errorf("the cell says %q, %v", cellWords(cellAt(t, brought, 0, 2)), err)
	}
}

func TestOnlyPlacesThatAreThereAreWritten(t *testing.T) {
	text := body(t, attachedList("整改中", "甲", "乙"))
	for _, place := range []string{"", "a1", "a1.0", "a1.0.3.1", "a1.0.2.3", "a1.0.0.1", "a2.0.1.1", "a0.0.1.1", "7", "-1", "1.2", "0.1.1", "01", "x", "a1.0.1.1.1"} {
		if _, err := (Desk{}).Edit(text, place, "x"); err == nil {
			t.Errorf("%q is there", place)
		}
		if _, err := (Desk{}).Rest(text, place, 0, "meeting:m", ""); err == nil {
			t.Errorf("a base at %q is taken", place)
		}
	}
	for _, at := range []At{{}, {Block: 3}, {Block: 3, Row: 5, Cell: 2}, {Attachment: 1, Block: 0, Row: 12, Cell: 1}, {Attachment: 2, Block: 4}} {
		if got, ok := ParseAt(at.String()); !ok || got != at {
			t.Errorf("%s reads back as %+v", at, got)
		}
	}
}
