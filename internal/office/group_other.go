//go:build !unix

package office

import "os/exec"

const canBound = false

// OwnGroup leaves the command as it is: there are no process groups here.
func OwnGroup(*exec.Cmd) {}
