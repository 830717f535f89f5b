package plain

import (
	"io"
	"slices"
	"strings"
	"sync"
	"time"
)

// most is how many lines may wait for a reader. A session has a few hundred; whoever is
// behind by more reads slower than the session goes.
const most = 1000

// leftOut stands for lines that nobody read in time.
const leftOut = "Some lines were left out here: they were not read in time."

// Feed writes lines one after the other, behind whoever tells them: a reader that is slow,
// or has stopped, holds nobody up.
type Feed struct {
	out  io.Writer
	gone func(error) // called once, where a line can't be written

	mu     sync.Mutex
	lines  []string
	closed bool
	lost   bool // nothing can be written any more
	wake   chan struct{}
	done   chan struct{}
}

// NewFeed writes to out from here on. gone, which may be nil, is called from another
// goroutine, at most once, with the error of a write; nothing more is written then.
func NewFeed(out io.Writer, gone func(error)) *Feed {
	f := &Feed{out: out, gone: gone, wake: make(chan struct{}, 1), done: make(chan struct{})}
	go f.run()
	return f
}

// Put has a line written, and returns at once. Where too many lines wait the older half
// of them is left out, and a line says so: what is long past helps nobody.
func (f *Feed) Put(line string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.closed || f.lost {
		return
	}
	if len(f.lines) >= most {
		f.lines = append([]string{leftOut}, f.lines[most/2:]...)
	}
	f.lines = append(f.lines, line)
	f.poke()
}

// poke has the writer look.
func (f *Feed) poke() {
	select {
	case f.wake <- struct{}{}:
	default: // it will look anyhow
	}
}

// Close writes what still waits, and returns once it is written, at the latest after the
// limit. Nothing is taken any more.
func (f *Feed) Close(limit time.Duration) {
	f.mu.Lock()
	f.closed = true
	f.mu.Unlock()
	f.poke()
	select {
	case <-f.done:
	case <-time.After(limit):
	}
}

// run writes until the feed is closed and empty, or until a line can't be written.
func (f *Feed) run() {
	defer close(f.done)
	for range f.wake {
		for {
			lines, over := f.take()
			if len(lines) == 0 {
				if over {
					return
				}
				break
			}
			if _, err := io.WriteString(f.out, strings.Join(lines, "\n")+"\n"); err != nil {
				f.lose(err)
				return
			}
		}
	}
}

// take takes what waits; over says that nothing will follow.
func (f *Feed) take() (lines []string, over bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	lines = slices.Clone(f.lines)
	f.lines = f.lines[:0]
	return lines, f.closed
}

// lose gives up: who read is gone.
func (f *Feed) lose(err error) {
	f.mu.Lock()
	f.lost, f.lines = true, nil
	f.mu.Unlock()
	if f.gone != nil {
		f.gone(err)
	}
}
