package cli

import (
	"slices"
	"strings"

	"bihuan/internal/domain/org"
	"bihuan/internal/domain/workday"
	"bihuan/internal/example"
	"bihuan/internal/example/seed"
)

// welcome prints where the demonstration is and who can sign in.
func (c *console) welcome(address, data string, city *example.City, today workday.Date) {
	c.say("cli.demo.ready", address, today.Chinese(), data)
	rows := [][]string{{c.text("cli.demo.role"), c.text("cli.demo.name"), c.text("cli.demo.login"), c.text("cli.demo.password"), c.text("cli.demo.post")}}
	short := map[string]string{}
	for _, o := range city.Organisations {
		short[o.Key] = o.Short
	}
	for _, e := range onePerRole(seed.Entrances(city)) {
		roles := make([]string, len(e.Roles))
		for i, r := range e.Roles {
			roles[i] = c.text("role." + r)
		}
		rows = append(rows, []string{strings.Join(roles, "、"), e.Name, e.Login, demoPassword, short[e.Organisation] + e.Title})
	}
	printColumns(c.out, rows)
	c.say("cli.demo.stop")
}

// onePerRole chooses whom to show: for each role the first who holds it, and
// the clerk of every organisation, in the order of the handbook's roles.
func onePerRole(all []seed.Entrance) []seed.Entrance {
	var out []seed.Entrance
	shown := map[string]bool{}
	for _, role := range org.Roles() {
		found := map[string]bool{} // organisations
		for _, e := range all {
			more := len(found) == 0 || role == org.RoleClerk && !found[e.Organisation]
			if !more || !slices.Contains(e.Roles, string(role)) {
				continue
			}
			found[e.Organisation] = true
			if !shown[e.Login] {
				shown[e.Login] = true
				out = append(out, e)
			}
		}
	}
	return out
}
