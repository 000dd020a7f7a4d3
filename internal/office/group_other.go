//go:build !unix

package office

import "os/exec"

const canBound = false

// ownGroup leaves the command as it is: there are no process groups here.
func ownGroup(*exec.Cmd) {}
