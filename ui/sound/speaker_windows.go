package sound

import (
	"os"
	"os/exec"
	"syscall"
)

// createNoWindow is CREATE_NO_WINDOW of the Windows API: the process gets no part
// of this program's console.
const createNoWindow = 0x08000000

func ownGroup(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{HideWindow: true, CreationFlags: createNoWindow}
}

// endGroup ends p: there is no gentler way that every process would hear.
func endGroup(p *os.Process) error { return p.Kill() }

// killGroup ends p where it still runs.
func killGroup(p *os.Process) { _ = p.Kill() }
