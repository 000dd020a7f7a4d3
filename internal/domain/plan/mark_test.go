package plan_test

import (
	"strings"
	"testing"

	"bihuan/internal/domain/plan"

	"pgregory.net/rapid"
)

func written(pieces []plan.Piece) string {
	var b strings.Builder
	for _, p := range pieces {
		switch p.Op {
		case plan.Taken:
			b.WriteString("[-" + p.Text + "-]")
		case plan.Given:
			b.WriteString("{+" + p.Text + "+}")
		default:
			b.WriteString(p.Text)
		}
	}
	return b.String()
}

func TestMarkShowsWhatWentAndCame(t *testing.T) {
	for _, c := range []struct{ before, after, want string }{
		{"", "", ""},
		{"补齐台账", "补齐台账", "补齐台账"},
		{"", "补齐台账", "{+补齐台账+}"},
		{"补齐台账", "", "[-补齐台账-]"},
		{"补齐2025年台账", "补齐2024年以来台账", "补齐[-2025年-]{+2024年以来+}台账"},
		{"于5月31日前完成清理", "于8月31日前完成清理", "于[-5-]{+8+}月31日前完成清理"},
		{"加强催收。", "逐户催收，逐户有结论。", "[-加强-]{+逐户+}催收{+，逐户有结论+}。"},
		{"甲乙丙", "丁乙戊", "[-甲乙丙-]{+丁乙戊+}"},
		{"第一行\n第二行", "第一行\n第三行", "第一行\n第[-二-]{+三+}行"},
	} {
		if got := written(plan.Mark(c.before, c.after)); got != c.want {
			t.Errorf("%q → %q: %s, want %s", c.before, c.after, got, c.want)
		}
	}
}

func TestMarkKeepsBothTexts(t *testing.T) {
	text := rapid.StringOfN(rapid.RuneFrom([]rune("补齐台账12a。\n")), 0, 60, -1)
	rapid.Check(t, func(t *rapid.T) {
		before, after := text.Draw(t, "before"), text.Draw(t, "after")
		var was, is string
		for _, p := range plan.Mark(before, after) {
			if p.Text == "" {
				t.Fatal("an empty piece")
			}
			if p.Op != plan.Given {
				was += p.Text
			}
			if p.Op != plan.Taken {
				is += p.Text
			}
		}
		if was != before || is != after {
			t.Fatalf("%q → %q is marked as %q → %q", before, after, was, is)
		}
	})
}

func TestTextsThatDifferTooMuchAreReplacedWhole(t *testing.T) {
	before, after := strings.Repeat("甲乙", 2000), strings.Repeat("丙丁", 2000)
	if got := plan.Mark(before, after); len(got) != 2 || got[0] != (plan.Piece{Op: plan.Taken, Text: before}) {
		t.Errorf("%d pieces", len(got))
	}
}
