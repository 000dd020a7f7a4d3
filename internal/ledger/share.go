package ledger

import "strconv"

// Share is a part of a whole in per cent with one decimal, rounded half up.
func Share(n, of int) string {
	if of == 0 {
		return "—"
	}
	tenths := (2000*n + of) / (2 * of)
	return strconv.Itoa(tenths/10) + "." + strconv.Itoa(tenths%10) + "%"
}
