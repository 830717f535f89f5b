package plain

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"go.uber.org/goleak"
)

// TestMain holds that no writer stays behind.
func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// reader takes what is written once it is let.
type reader struct {
	mu   sync.Mutex
	let  chan struct{} // nil = at once
	text bytes.Buffer
	err  error
}

func (r *reader) Write(b []byte) (int, error) {
	if r.let != nil {
		<-r.let
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.err != nil {
		return 0, r.err
	}
	return r.text.Write(b)
}

// TestFeedWritesInOrder, each line with its end.
func TestFeedWritesInOrder(t *testing.T) {
	t.Parallel()
	r := &reader{}
	f := NewFeed(r, nil)
	var want strings.Builder
	for i := range 300 {
		line := fmt.Sprintf("line %d", i)
		f.Put(line)
		want.WriteString(line + "\n")
	}
	f.Close(time.Minute)
	f.Put("too late")
	if got := r.text.String(); got != want.String() {
		t.Errorf("wrote %d bytes, want %d", len(got), want.Len())
	}
}

// TestFeedHoldsNobodyUp: a reader that has stopped costs neither time nor memory, and
// what it missed is said.
func TestFeedHoldsNobodyUp(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := &reader{let: make(chan struct{})}
		f := NewFeed(r, nil)
		f.Put("first")
		synctest.Wait()
		for i := range 50 * most {
			f.Put(fmt.Sprintf("line %d", i))
		}
		if n := len(f.lines); n > most {
			t.Errorf("%d lines wait", n)
		}
		began := time.Now()
		f.Close(time.Second)
		if took := time.Since(began); took != time.Second {
			t.Errorf("it waited for %v", took)
		}
		close(r.let)
		<-f.done
		lines := strings.Split(strings.TrimSuffix(r.text.String(), "\n"), "\n")
		last := fmt.Sprintf("line %d", 50*most-1)
		if lines[0] != "first" || lines[1] != leftOut || lines[len(lines)-1] != last || strings.Count(r.text.String(), leftOut) != 1 {
			t.Errorf("wrote %q ... %q", lines[:3], lines[len(lines)-1])
		}
	})
}

// TestFeedSaysThatNobodyReads, once, and writes nothing more.
func TestFeedSaysThatNobodyReads(t *testing.T) {
	t.Parallel()
	r := &reader{err: io.ErrClosedPipe}
	var told []error
	f := NewFeed(r, func(err error) { told = append(told, err) })
	f.Put("one")
	<-f.done
	f.Put("two")
	f.Close(time.Minute)
	if len(told) != 1 || !errors.Is(told[0], io.ErrClosedPipe) || len(f.lines) > 0 {
		t.Errorf("told %v, %q wait", told, f.lines)
	}
	NewFeed(&reader{}, nil).Close(time.Minute)
	nobody := NewFeed(r, nil)
	nobody.Put("one")
	<-nobody.done
}
