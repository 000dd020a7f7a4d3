//go:build unix

package office

import (
	"os/exec"
	"syscall"
)

// canBound tells that a shell can limit the memory of what it starts.
const canBound = true

// OwnGroup starts cmd as the head of a process group and ends all of it together.
func OwnGroup(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
}
