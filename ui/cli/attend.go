package cli

import (
	"os"
	"os/signal"
	"sync"
	"syscall"

	tea "charm.land/bubbletea/v2"
)

// attend runs a program to its end, or until a signal ends it.
func attend(p *tea.Program, out *outlet, titled bool) (closing, error) {
	signals := make(chan os.Signal, 3)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	out.gone = sync.OnceFunc(func() {
		select {
		case signals <- syscall.SIGHUP:
		default: // there are signals enough
		}
	})
	defer signal.Stop(signals)
	defer continued(p, out.File)()
	done := make(chan ended, 1)
	go func() { done <- run(p, out, titled) }()
	return wait(p, out, signals, done)
}
