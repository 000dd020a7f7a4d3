package read

import (
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

func TestTextInEveryEncoding(t *testing.T) {
	text := "关于巡察某局党组的反馈意见\r\n一、主要问题\r\n（一）学习少，喆镕堃未参加\r\n二、意见建议\r\n"
	gb, err := simplifiedchinese.GB18030.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{"UTF-8": text, "UTF-8 with mark": "\uFEFF" + text, "GB18030": gb}
	for name, e := range map[string]unicode.BOMPolicy{"UTF-16": unicode.IgnoreBOM, "UTF-16 with mark": unicode.UseBOM} {
		for _, order := range []unicode.Endianness{unicode.LittleEndian, unicode.BigEndian} {
			s, err := unicode.UTF16(order, e).NewEncoder().String(text)
			if err != nil {
				t.Fatal(err)
			}
			files[name+map[bool]string{true: " big", false: " little"}[order == unicode.BigEndian]] = s
		}
	}
	want := "section 一、 主要问题\n  problem （一） 学习少，喆镕堃未参加\nsection 二、 意见建议\n"
	for name, data := range files {
		if got := sketch(mustParse(t, "a.txt", []byte(data))); got != want {
			t.Errorf("%s:\n%s", name, got)
		}
	}
}

func TestClausesInsideAParagraph(t *testing.T) {
	cases := map[string]string{
		"1.甲。一是少；二是慢。":         "  aspect 1. 甲\n    problem 一是 少\n    problem 二是 慢\n",
		"1.甲。主要表现在，一是少，二是慢。":   "  aspect 1. 甲\n    problem 一是 少\n    problem 二是 慢\n",
		"1.甲。主要表现一是少；二是慢。":     "  aspect 1. 甲\n    problem 一是 少\n    problem 二是 慢\n",
		"1.甲\n一是少。\n二是慢。":      "  aspect 1. 甲\n    problem 一是 少\n    problem 二是 慢\n",
		"1.甲：（1）少；（2）慢；（3）虚。":  "  aspect 1. 甲：\n    problem （1） 少\n    problem （2） 慢\n    problem （3） 虚\n",
		"1.甲。重点任务之一是人，二是钱。":    "  problem 1. 甲\n",
		"1.甲，其中一是人的问题，二是钱的问题。": "  problem 1. 甲，其中一是人的问题，二是钱的问题\n",
		"1.甲。要求“一是少；二是慢”。":     "  problem 1. 甲\n",
		"1.甲。一是少。":             "  problem 1. 甲\n",
		"1.甲。一是少；\n二是慢；三是虚。":   "  aspect 1. 甲\n    problem 一是 少\n    problem 二是 慢\n    problem 三是 虚\n",
		"1.甲①子②丑":              "  aspect 1. 甲\n    problem ① 子\n    problem ② 丑\n",
		"1.甲。见附件（1）、附件（2）。":    "  problem 1. 甲\n",
	}
	for text, want := range cases {
		p := mustParse(t, "a.txt", []byte("关于巡察某局党组的反馈意见\n一、主要问题\n"+text))
		if got := sketch(p); got != "section 一、 主要问题\n"+want {
			t.Errorf("%s\n%s", text, got)
		}
	}
}
