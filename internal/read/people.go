package read

import (
	"regexp"
	"strings"
	"unicode"

	"bihuan/internal/domain/surname"
)

var (
	unitEnd = regexp.MustCompile(`(?:科|室|处|股|办|局|委|部|厅|院|所|站|队|中心|支部|党组|党委|总支|纪委|纪检组|政府|公司|集团|学校|学院|系|馆|镇|乡|街道|村|社区|科室|单位|部门|小组|专班|工会|团委|妇联|协会|大队|支队|总队|分局|法庭|医院|银行|基地|园区|管委会|居委会|车间|班子|组)$`)
	// titles are what stands before or behind a person's name.
	titles = regexp.MustCompile(`^(?:局长|副局长|主任|副主任|科长|副科长|书记|副书记|处长|副处长|组长|部长|院长|校长|厅长|主席|股长)|(?:局长|副局长|主任|副主任|科长|副科长|书记|副书记|处长|副处长|组长|部长|院长|校长|厅长|主席|股长|同志)$`)
)

// isPerson tells whether a name is that of a person, with or without a title.
func isPerson(s string) bool {
	s = bracketed.ReplaceAllString(squeezed(s), "")
	s = titles.ReplaceAllString(s, "")
	r := []rune(s)
	if strings.ContainsRune(s, '·') {
		return len(r) >= 4 && len(r) <= 16
	}
	if len(r) < 2 || len(r) > 4 || !surname.Is(r[0]) {
		return false
	}
	for _, c := range r {
		if !unicode.Is(unicode.Han, c) {
			return false
		}
	}
	return !unitEnd.MatchString(s)
}

// isUnit tells whether a name is that of a department or another unit.
func isUnit(s string) bool { return unitEnd.MatchString(bracketed.ReplaceAllString(squeezed(s), "")) }

// partUnits parts the units from the persons of a cell that names both.
func partUnits(cell string) (units, persons string) {
	u, p := sortedNames(cell)
	if len(u) == 0 || len(p) == 0 {
		return "", cell
	}
	return strings.Join(u, "、"), strings.Join(p, "、")
}

// partPersons parts the persons from the units of a cell that names both, as in
// 办公室（张三） or 财务科 李四; a cell without persons stays as it is.
func partPersons(cell string) (units string, persons []string) {
	u, p := sortedNames(cell)
	if len(u) == 0 || len(p) == 0 {
		return cell, nil
	}
	return strings.Join(u, "、"), p
}

// sortedNames are the units and the persons of a cell, those in brackets behind a
// unit too. Both are empty where a name is neither.
func sortedNames(cell string) (units, persons []string) {
	for _, name := range splitNames(cell) {
		inside := bracketed.FindString(name)
		if m := strings.TrimSpace(strings.Trim(inside, "（()）【】[]")); inside != "" && isPersons(m) && isUnit(name) {
			units, persons = append(units, strings.TrimSpace(strings.Replace(name, inside, "", 1))), append(persons, splitNames(m)...)
			continue
		}
		switch {
		case isPerson(name):
			persons = append(persons, name)
		case isUnit(name):
			units = append(units, name)
		default:
			return nil, nil
		}
	}
	return units, persons
}
