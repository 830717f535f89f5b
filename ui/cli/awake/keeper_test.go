package awake

import (
	"errors"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// fake is a holder that remembers what it was asked for.
type fake struct {
	hang chan struct{} // where there is one, every call takes until it is closed
	err  error         // of every hold

	mu    sync.Mutex
	calls []string
}

func (f *fake) hold() error {
	f.called("hold")
	return f.err
}

func (f *fake) release() { f.called("release") }

func (f *fake) called(name string) {
	f.mu.Lock()
	f.calls = append(f.calls, name)
	f.mu.Unlock()
	if f.hang != nil {
		<-f.hang
	}
}

// saw holds the calls so far, once everybody waits.
func (f *fake) saw(t *testing.T, want string) {
	t.Helper()
	synctest.Wait()
	f.mu.Lock()
	defer f.mu.Unlock()
	if got := strings.Join(f.calls, " "); got != want {
		t.Errorf("asked to %q, want %q", got, want)
	}
}

// TestKeep: each new wish is met once, the same one again costs nothing, and nothing
// is held after Close.
func TestKeep(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := &fake{}
		k := keeper(f)
		k.Keep(false)
		f.saw(t, "")
		k.Keep(true)
		f.saw(t, "hold")
		k.Keep(true)
		f.saw(t, "hold")
		k.Keep(false)
		k.Keep(false)
		f.saw(t, "hold release")
		k.Keep(true)
		f.saw(t, "hold release hold")
		k.Close()
		f.saw(t, "hold release hold release")
		k.Keep(true)
		k.Close()
		f.saw(t, "hold release hold release")
	})
}

// TestKeepNothing: without a wish, without a holder and after the end there is no work.
func TestKeepNothing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := &fake{}
		k := keeper(f)
		k.Close()
		k.Keep(true)
		f.saw(t, "")

		k = keeper(nil)
		k.Keep(true)
		k.Keep(false)
		k.Close()
	})
}

// TestKeepRefused: what couldn't be held isn't released, and is tried again only when
// it is wished anew.
func TestKeepRefused(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := &fake{err: errors.New("no")}
		k := keeper(f)
		k.Keep(true)
		synctest.Wait()
		k.Keep(true)
		f.saw(t, "hold")
		k.Keep(false)
		f.saw(t, "hold")
		k.Keep(true)
		f.saw(t, "hold hold")
		k.Close()
		f.saw(t, "hold hold")
	})
}

// TestKeepNewest: while the holder is busy nobody waits for it, and of the wishes that
// come meanwhile the newest is met.
func TestKeepNewest(t *testing.T) {
	for _, tt := range []struct {
		name   string
		wishes []bool
		want   string
	}{
		{"off and on", []bool{false, true, false, true}, "hold"},
		{"off", []bool{false, true, false}, "hold release"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				f := &fake{hang: make(chan struct{})}
				k := keeper(f)
				began := time.Now()
				k.Keep(true)
				synctest.Wait()
				for _, on := range tt.wishes {
					k.Keep(on)
				}
				if d := time.Since(began); d != 0 {
					t.Errorf("wishes took %v", d)
				}
				f.saw(t, "hold")
				close(f.hang)
				f.saw(t, tt.want)
				k.Close()
				f.saw(t, "hold release")
			})
		})
	}
}

// TestCloseHung: Close waits for a holder that hangs no longer than it may, and what is
// held after that is let go all the same.
func TestCloseHung(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := &fake{hang: make(chan struct{})}
		k := keeper(f)
		k.Keep(true)
		synctest.Wait()
		for range 2 {
			began := time.Now()
			k.Close()
			if d := time.Since(began); d != parting {
				t.Errorf("Close took %v, want %v", d, parting)
			}
		}
		f.saw(t, "hold")
		close(f.hang)
		f.saw(t, "hold release")
	})
}

// TestKeepMany: wishes from everywhere at once leave holds and releases in turn, and
// nothing held.
func TestKeepMany(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := &fake{}
		k := keeper(f)
		var all sync.WaitGroup
		for i := range 8 {
			all.Go(func() {
				for n := range 200 {
					k.Keep((i+n)%2 == 0)
				}
			})
		}
		all.Wait()
		k.Close()
		synctest.Wait()
		for i, call := range f.calls {
			if call != []string{"hold", "release"}[i%2] {
				t.Fatalf("call %d is %s", i, call)
			}
		}
		if len(f.calls)%2 != 0 {
			t.Error("it is still held")
		}
	})
}
