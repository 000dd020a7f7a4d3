// TEMPORARY stand-in so that the core builds: delete this file when the real package lands.

package workday

type Rule struct{}
type Ladder []int

type Due struct{ Date Date }
