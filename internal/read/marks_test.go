package read

import "testing"

func TestMarkAt(t *testing.T) {
	cases := []struct {
		text, printed, rest string
		form                form
		number              int
	}{
		{"一、总体评价", "一、", "总体评价", formChinese, 1},
		{"十二、 其他", "十二、", "其他", formChinese, 12},
		{"（一）党的领导弱化", "（一）", "党的领导弱化", formChineseBracket, 1},
		{"( 三 )主体责任", "( 三 )", "主体责任", formChineseBracket, 3},
		{"（二）、学习", "（二）", "学习", formChineseBracket, 2},
		{"1.学习不深入", "1.", "学习不深入", formDecimal, 1},
		{"１２．学习", "１２．", "学习", formDecimal, 12},
		{"3、学习", "3、", "学习", formDecimal, 3},
		{"⒊学习", "⒊", "学习", formDecimal, 3},
		{"1.2.1 学习", "1.2.1", "学习", formDecimal, 1},
		{"（1）学习", "（1）", "学习", formDecimalBracket, 1},
		{"⑵学习", "⑵", "学习", formDecimalBracket, 2},
		{"2）学习", "2）", "学习", formHalfBracket, 2},
		{"③学习", "③", "学习", formCircled, 3},
		{"第一，学习", "第一，", "学习", formOrdinal, 1},
		{"第二部分 问题", "第二部分", "问题", formPart, 2},
		{"一是学习", "一是", "学习", formClause, 1},
		{"十一是学习", "十一是", "学习", formClause, 11},
		{"问题3：学习", "问题3：", "学习", formProblem, 3},
		{"2.2025年学习", "2.", "2025年学习", formDecimal, 2},
		{"2.12处隐患", "2.", "12处隐患", formDecimal, 2},
		{"a.学习", "a.", "学习", formLetter, 1},
	}
	for _, c := range cases {
		m, ok := markAt(c.text)
		if !ok || m.form != c.form || m.number != c.number || m.printed != c.printed || c.text[m.size:] != c.rest {
			t.Errorf("markAt(%q) = %+v, %v", c.text, m, ok)
		}
	}
}

func TestMarkAtRefusesWhatOnlyLooksLikeAMark(t *testing.T) {
	for _, text := range []string{
		"", "总体评价", "2026.3.15收到", "2026年", "（2026）5号", "（三）项规定了", "二、三级医院",
		"3个方面", "第三条 党组", "一个问题", "重点任务之一是", "35", "12.5", "A.B公司", "问题较多：",
	} {
		if m, ok := markAt(text); ok {
			t.Errorf("markAt(%q) = %+v, want none", text, m)
		}
	}
}

func TestDottedMarkGoesDeeperWithEachNumber(t *testing.T) {
	one, _ := markAt("1.学习")
	two, _ := markAt("1.1学习")
	three, _ := markAt("1.1.1 学习")
	bracket, _ := markAt("（1）学习")
	if !(one.level < two.level && two.level < three.level && three.level < bracket.level) {
		t.Errorf("levels %d %d %d %d", one.level, two.level, three.level, bracket.level)
	}
}
