package publication

import (
	"slices"
	"testing"
)

func TestNamesAreFoundInWhatWasWrittenByHand(t *testing.T) {
	for written, want := range map[string][]string{
		"市委组织部 王强、李小明": {"王强", "李小明"},
		"宣传部":          nil,
		"":             nil,
		"赵一帆（市纪委）":     {"赵一帆"},
	} {
		if got := NamesIn(written); !slices.Equal(got, want) {
			t.Errorf("%s: %v", written, got)
		}
	}
}

func TestWordsThatLookLikeNamesAreProposed(t *testing.T) {
	for text, want := range map[string][]string{
		"给予张建国党内警告处分，对李明、王强诫勉谈话。":      {"张建国", "李明", "王强"},
		"当事人周大海已退还8000元，其余由赵某同志退还。":    {"周大海"},
		"高质量发展，严格按照程序办理，方案已经印发，对方未答复。": nil,
		"陈立新同志任组长。":            {"陈立新"},
		"群众满意，主任办公会研究，对照问题整改。": nil,
	} {
		if got := Suspected(text); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", text, got, want)
		}
	}
}
