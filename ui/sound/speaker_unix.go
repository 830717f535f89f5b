//go:build unix

package sound

import (
	"errors"
	"os"
	"os/exec"
	"syscall"
)

// ownGroup has cmd begin a process group: what it starts can be ended with it, and
// ctrl+c at the terminal is not for it.
func ownGroup(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} }

// endGroup asks p and what it started to end.
func endGroup(p *os.Process) error {
	err := syscall.Kill(-p.Pid, syscall.SIGTERM)
	if errors.Is(err, syscall.ESRCH) {
		return os.ErrProcessDone
	}
	return err
}

// killGroup ends what is left of p and what it started. Nothing left is fine.
func killGroup(p *os.Process) { _ = syscall.Kill(-p.Pid, syscall.SIGKILL) }
