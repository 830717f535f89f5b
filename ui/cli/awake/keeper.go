// Package awake keeps the display from going to sleep while somebody stretches in
// front of it and touches no key. It asks the system for that, takes it back when the
// session ends, and is silent about every failure: where it can't be had, the display
// goes to sleep as it always does. Nothing here ever makes its caller wait.
package awake

import (
	"sync"
	"time"
)

// parting is how long Close waits for the display to be let go. After that the end of
// the program does it: every system drops the hold of a program that is gone.
const parting = 300 * time.Millisecond

// holder is how one system is asked. Both calls come from one goroutine, in turn, and
// release only after a hold that succeeded.
type holder interface {
	// hold keeps the display on until release, or until the program ends.
	hold() error
	// release lets the display sleep again.
	release()
}

// Keeper keeps the display on while it is wished. Its calls may come from several
// goroutines.
type Keeper struct {
	holder holder        // nil where the system knows no such thing
	wake   chan struct{} // holds one: the newest wish hasn't been looked at
	done   chan struct{} // closed when the worker has ended

	mu      sync.Mutex
	on      bool // the newest wish
	working bool // a worker was started
	closed  bool
}

// New makes a keeper of this system's display. It finds the system by the environment
// and opens nothing before the first wish that the display stay on.
func New(getenv func(string) string) *Keeper {
	return keeper(system(getenv))
}

// keeper makes a keeper that asks a holder.
func keeper(h holder) *Keeper {
	return &Keeper{holder: h, wake: make(chan struct{}, 1), done: make(chan struct{})}
}

// Keep holds the display on, or lets it sleep. The newest wish wins; one that is the
// same as the last costs nothing. A wish that couldn't be met is tried again when it
// is next made anew.
func (k *Keeper) Keep(on bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.holder == nil || k.closed || on == k.on {
		return
	}
	k.on = on
	if !k.working {
		k.working = true
		go k.work()
	}
	k.ring()
}

// Close lets the display sleep, for good.
func (k *Keeper) Close() {
	if !k.end() {
		return
	}
	late := time.NewTimer(parting)
	defer late.Stop()
	select {
	case <-k.done:
	case <-late.C:
	}
}

// end makes the last wish, and tells whether there is a worker to meet it.
func (k *Keeper) end() bool {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.on, k.closed = false, true
	k.ring()
	return k.working
}

// ring tells the worker that there is a new wish, unless it is about to look anyway.
func (k *Keeper) ring() {
	select {
	case k.wake <- struct{}{}:
	default:
	}
}

// work meets the newest wish, as often as there is one, however long the system takes.
func (k *Keeper) work() {
	defer close(k.done)
	held := false
	for range k.wake {
		on, closed := k.newest()
		switch {
		case on && !held:
			held = k.holder.hold() == nil
		case held && !on:
			k.holder.release()
			held = false
		}
		if closed {
			return
		}
	}
}

// newest is the newest wish, and whether it is the last.
func (k *Keeper) newest() (on, closed bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.on, k.closed
}
