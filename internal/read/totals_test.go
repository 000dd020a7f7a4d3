package read

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTotalsThatSentencesState(t *testing.T) {
	cases := map[string][]Count{
		"共发现4个方面12项35个具体问题。":          {{"方面", 4}, {"项", 12}, {"问题", 35}},
		"发现４大类16个方面22个问题，提出整改意见4条":    {{"大类", 4}, {"方面", 16}, {"问题", 22}, {unitRecommendation, 4}},
		"巡察共反馈问题，共23项。":               {{"项", 23}},
		"共梳理出十五个问题":                   {{"问题", 15}},
		"发现三个方面的问题":                   {{"方面", 3}},
		"提出三个方面的整改建议":                 {{unitRecommendation, 3}},
		"归纳为4个方面12个问题35个具体问题":         {{"方面", 4}, {"项", 12}, {"问题", 35}},
		"移交立行立改事项2件、问题线索3件":           {{unitImmediate, 2}},
		"要针对上述9个问题，逐条制定措施":            {{"问题", 9}},
		"上轮巡察反馈的18个问题已整改15个":          nil,
		"审计发现的6个问题":                   nil,
		"发现近20个问题":                    nil,
		"落实中央八项规定":                    nil,
		"制定整改措施98条，建立制度11项":           {{unitMeasure, 98}},
		"反馈的5个问题，已完成整改3个":             {{"问题", 5}},
		"每季度研究2个问题":                   nil,
		"发现的14个问题中的六个突出问题反馈如下，共计6个问题": {{"问题", 6}},
		"发现3个方面8个问题16个具体表现":           {{"方面", 3}, {"问题", 8}, {"表现", 16}},
		"制定措施8项":                      {{unitMeasure, 8}},
		"根据反馈的3个方面5个问题，细化为8项整改措施":     {{"方面", 3}, {"问题", 5}, {unitMeasure, 8}},
	}
	for text, want := range cases {
		var got []Count
		for _, s := range statedTotals([]string{text}) {
			got = append(got, Count{s.Unit, s.Count})
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s: %s", text, d)
		}
	}
}

func TestCountingLevelBoundsWhatTotalsCount(t *testing.T) {
	text := "关于巡察某局党组的反馈意见\n某局党组：\n发现2个方面4个问题。\n一、主要问题\n（一）甲\n1.子\n（1）少\n（2）慢\n2.丑\n（二）乙\n3.寅\n（1）多\n（2）乱\n"
	for level, want := range map[int][]Count{
		0: {{"方面", 2}, {"项", 3}, {"问题", 4}},
		1: {{"问题", 2}},
		2: {{"方面", 2}, {"问题", 3}},
		3: {{"方面", 2}, {"项", 3}, {"问题", 4}},
	} {
		p, err := parseWith(text, Options{CountingLevel: level})
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(want, p.Counted); d != "" {
			t.Errorf("level %d: %s", level, d)
		}
	}
}

func TestProblemsAreLeavesWhereOnlySomeItemsAreDivided(t *testing.T) {
	p, err := parseText("关于巡察某局党组的反馈意见\n某局党组：\n共发现2个方面3项5个具体问题。\n一、主要问题\n（一）甲\n1.子。一是少；二是慢。\n2.丑\n（二）乙\n3.寅。（1）多；（2）乱。\n")
	if err != nil {
		t.Fatal(err)
	}
	want := "section 一、 主要问题\n  aspect （一） 甲\n    item 1. 子\n      problem 一是 少\n      problem 二是 慢\n    problem 2. 丑\n" +
		"  aspect （二） 乙\n    item 3. 寅\n      problem （1） 多\n      problem （2） 乱\n"
	if got := sketch(p); got != want || len(p.Warnings) != 0 {
		t.Errorf("%s%v", got, p.Warnings)
	}
}
