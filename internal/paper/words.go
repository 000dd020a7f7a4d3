package paper

import (
	"fmt"
	"strings"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/query"
)

// counted writes the counts of a feedback paper in the one shape in which all
// papers have them: 4个方面12项35个具体问题. A level that the paper does not have
// is left out.
func counted(nodes map[inspection.NodeKind]int) string {
	var b strings.Builder
	for _, level := range []struct {
		kind inspection.NodeKind
		unit string
	}{{inspection.KindAspect, "个方面"}, {inspection.KindItem, "项"}, {inspection.KindProblem, "个具体问题"}} {
		if n := nodes[level.kind]; n > 0 {
			fmt.Fprintf(&b, "%d%s", n, level.unit)
		}
	}
	return b.String()
}

// partyBody is how a paper of the organisation calls its own leading Party
// body: 局党组, 县委, 公司党委, 学校党委.
func partyBody(o org.Organisation) string {
	suffix := "党组"
	for _, s := range []string{"党工委", "党委", "党组"} {
		if strings.HasSuffix(o.PartyName, s) {
			suffix = s
			break
		}
	}
	switch o.Kind {
	case org.County:
		return "县委"
	case org.Enterprise:
		return "公司" + suffix
	case org.University:
		return "学校" + suffix
	}
	name := []rune(o.ShortName)
	if len(name) > 0 && strings.ContainsRune("局委办厅院", name[len(name)-1]) {
		return string(name[len(name)-1]) + suffix
	}
	return suffix
}

// partyName is how a paper calls the Party body of an organisation from
// outside: 市市场监管局党组.
func partyName(o org.Organisation) string {
	switch body := []rune(partyBody(o)); {
	case o.Kind == org.County:
		return strings.TrimSuffix(o.ShortName, "委") + "委"
	case o.Kind == org.Enterprise || o.Kind == org.University:
		return o.ShortName + string(body[2:])
	case len(body) > 2 && strings.HasSuffix(o.ShortName, string(body[:1])):
		return o.ShortName + string(body[1:])
	default:
		return o.ShortName + string(body)
	}
}

// business is the organisation's own field as its name says it: 市场监管 of
// 市市场监管局. Other kinds of organisation have no single field: 业务.
func business(o org.Organisation) string {
	name := []rune(o.ShortName)
	if o.Kind != org.Bureau || len(name) < 4 || !strings.ContainsRune("局委办厅", name[len(name)-1]) {
		return "业务"
	}
	name = name[:len(name)-1]
	if strings.ContainsRune("省市县区", name[0]) {
		name = name[1:]
	}
	return string(name)
}

// titled names people with their posts; those of one post stand together
// behind it: 党组成员、副局长甲、乙，党组成员、总工程师丙.
func titled(people []query.Officer) string {
	between := "、"
	for _, o := range people {
		if strings.Contains(o.Title, "、") {
			between = "，"
		}
	}
	var b strings.Builder
	for n, o := range people {
		same := n > 0 && people[n-1].Title == o.Title
		switch {
		case same:
			b.WriteString("、")
		case n > 0:
			b.WriteString(between)
		}
		if !same {
			b.WriteString(o.Title)
		}
		b.WriteString(o.Name)
	}
	return b.String()
}

// officerRefs is the records behind several people.
func officerRefs(people []query.Officer) []query.Source {
	var out []query.Source
	for _, o := range people {
		out = append(out, o.Refs...)
	}
	return refsOf(out)
}

// chinese counts things in characters: 两点, 三点.
func chinese(n int) string {
	digits := []rune("零一两三四五六七八九十")
	if n < len(digits) {
		return string(digits[n])
	}
	return fmt.Sprint(n)
}

// percent writes a share with one decimal at most: 26 of 35 is 74.3%.
func percent(n, of int) string {
	text := fmt.Sprintf("%.1f", float64(n)*100/float64(of))
	return strings.TrimSuffix(text, ".0") + "%"
}
