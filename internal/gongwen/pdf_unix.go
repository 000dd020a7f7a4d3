//go:build unix

package gongwen

import (
	"os/exec"
	"syscall"
)

// ownGroup starts cmd as the head of a process group and ends all of it together.
func ownGroup(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
}
