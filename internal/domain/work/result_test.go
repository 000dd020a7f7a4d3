package work_test

import (
	"testing"

	"bihuan/internal/domain/work"

	"github.com/google/go-cmp/cmp"
)

func TestExpectedResultsAreReadAsData(t *testing.T) {
	for text, want := range map[string][]work.Result{
		"":               {},
		"清收326.58万元":     {{Kind: work.ResultMoney, Text: "清收", Amount: 326_580_000, Unit: "万元"}},
		"退回0.62万元，核实23笔": {{Kind: work.ResultMoney, Text: "退回", Amount: 620_000, Unit: "万元"}, {Kind: work.ResultOther, Text: "核实", Amount: 23, Unit: "笔"}},
		"置换3亿元":          {{Kind: work.ResultMoney, Text: "置换", Amount: 30_000_000_000, Unit: "亿元"}},
		"补检46所，约谈学校负责人7人":    {{Kind: work.ResultOther, Text: "补检", Amount: 46, Unit: "所"}, {Kind: work.ResultPeople, Text: "约谈学校负责人", Amount: 7, Unit: "人"}},
		"修订制度2项；清理53宗":       {{Kind: work.ResultRegulations, Text: "修订制度", Amount: 2, Unit: "项"}, {Kind: work.ResultCases, Text: "清理", Amount: 53, Unit: "宗"}},
		"收缴1,250.5元":         {{Kind: work.ResultMoney, Text: "收缴", Amount: 125_050, Unit: "元"}},
		"清收60%":              {}, // a share is not a count
		"68种压减到27种以内":        {}, // which of the two would it be
		"办结1.5件":             {}, // half a case is none
		"清退0元":               {},
		"处理9999999999999人":   {}, // beyond anything counted
		"培训300人次以上":          {{Kind: work.ResultPeople, Text: "培训", Amount: 300, Unit: "人次"}},
		"按要求完成，无具体数量":        {},
		"退缴3.72万元、谈话提醒2名":    {{Kind: work.ResultMoney, Text: "退缴", Amount: 3_720_000, Unit: "万元"}, {Kind: work.ResultPeople, Text: "谈话提醒", Amount: 2, Unit: "名"}},
		"退回0.333元":           {}, // less than a 分
		"新建2个管理办法":           {{Kind: work.ResultRegulations, Text: "新建", Amount: 2, Unit: "个管理办法"}},
		"覆盖率不低于95%，回访1.2万户次": {{Kind: work.ResultOther, Text: "回访", Amount: 12_000, Unit: "万户次"}},
	} {
		if diff := cmp.Diff(want, work.ReadResults(text)); diff != "" {
			t.Errorf("%s: %s", text, diff)
		}
	}
}

func TestAResultIsWrittenWithItsWholeAmount(t *testing.T) {
	for text, want := range map[string]string{"清收326.58万元": "清收326.58万元", "回访1.2万户次": "回访12000户次", "约谈7人": "约谈7人"} {
		if got := work.ReadResults(text)[0].String(); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

func FuzzReadResults(f *testing.F) {
	for _, s := range []string{"清收326.58万元", "68种压减到27种以内", "9.999999亿元", "，，1人"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, r := range work.ReadResults(text) {
			if r.Amount <= 0 || r.Unit == "" {
				t.Errorf("%q gives %+v", text, r)
			}
		}
	})
}

func TestMoneyIsWrittenExactly(t *testing.T) {
	for amount, want := range map[int64]string{0: "0元", 123_456: "1234.56元", 1_000_000: "1万元", 23_112_000: "231120元",
		231_120_000: "231.12万元", 1_234_567: "12345.67元"} {
		if got := work.Money(amount); got != want {
			t.Errorf("%d 分 is written %s, not %s", amount, got, want)
		}
	}
}
