//go:build unix

package awake

import (
	"fmt"
	"os/exec"
)

// process holds the display on by another program, as long as that one runs. Only
// macOS has such a program; this is built wherever it can be tested.
type process struct {
	name string
	args []string

	cmd  *exec.Cmd
	gone chan struct{} // closed when it has ended and nothing of it is left
}

// hold starts the program. It has no terminal: its input and output lead nowhere.
func (p *process) hold() error {
	cmd, gone := exec.Command(p.name, p.args...), make(chan struct{})
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("starting %s: %w", p.name, err)
	}
	// It may end before it is told to, and is not to be left as a zombie then.
	go func() {
		defer close(gone)
		_ = cmd.Wait()
	}()
	p.cmd, p.gone = cmd, gone
	return nil
}

// release ends the program.
func (p *process) release() {
	_ = p.cmd.Process.Kill()
	<-p.gone
}
