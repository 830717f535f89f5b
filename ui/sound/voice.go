package sound

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

const (
	// Longest is how long a phrase may last. One that would last longer isn't begun.
	Longest = 5 * time.Second

	// slack is by how much the estimate of a phrase may miss the next cue.
	slack = 150 * time.Millisecond

	// patience is how long a phrase waits for the one before it to end. With the
	// start of a speaker it stays below the 300 ms in which a phrase begins.
	patience = 200 * time.Millisecond
)

// mouth turns a phrase into sound. Only one phrase is in it at a time.
type mouth interface {
	// speak returns when the words are over, or soon after ctx is done: then with
	// the cause of ctx. Any other error is the speaker's fault, but for errOurs.
	speak(ctx context.Context, text string, volume int) error
	// close ends what there is to end. It may come at any time, and twice.
	close()
}

var (
	// errOurs says that a phrase ended before its time, and not by the speaker's fault.
	errOurs = errors.New("ended by the session")
	errLong = fmt.Errorf("not over after %d s", int(Longest.Seconds()))
	errHung = errors.New("can't be ended")
)

// Voice says phrases one at a time, and none late: a phrase that can't begin now,
// or that the next cue would cut short, is dropped. Its calls return at once, but
// for Close, and may come from several goroutines.
type Voice struct {
	name    string
	mouth   mouth
	trouble func(error)
	turn    chan struct{}  // holds one: the phrase that has the mouth
	running sync.WaitGroup // the phrases that speak, wait or end

	mu       sync.Mutex
	end      context.CancelCauseFunc // ends the newest phrase
	volume   int
	failures int  // in a row
	spoke    bool // a phrase was said to its end
	silent   bool
}

// NewVoice returns a voice that speaks through s at full volume. When the speaker
// fails twice in a row, trouble is told once, in its own goroutine, what it did, and
// the voice is silent from there on. trouble may be nil.
func NewVoice(s Speaker, trouble func(error)) *Voice {
	m := s.mouth()
	v := newVoice(s.Name, m, trouble)
	if l, ok := m.(*lineMouth); ok {
		// It takes longer to start than a phrase may be late.
		v.running.Go(l.warm)
	}
	return v
}

func newVoice(name string, m mouth, trouble func(error)) *Voice {
	return &Voice{name: name, mouth: m, trouble: trouble, turn: make(chan struct{}, 1), volume: 100}
}

// Say speaks text now, in place of what still speaks. until is the instant of the
// next cue: text that would not be over by then isn't begun, and what speaks then
// is ended. Zero stands for no cue; Longest holds in any case.
func (v *Voice) Say(text string, until time.Time) {
	text = oneLine(text)
	limit, why := time.Now().Add(Longest), errLong
	if !until.IsZero() && until.Before(limit) {
		limit, why = until, errOurs
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	if text == "" || v.silent || v.volume == 0 || !fits(text, limit) {
		return
	}
	v.hush()
	outer, end := context.WithCancelCause(context.Background())
	v.end = end
	volume := v.volume
	v.running.Go(func() {
		defer end(nil)
		ctx, stop := context.WithDeadlineCause(outer, limit, why)
		defer stop()
		v.judge(text, v.take(ctx, text, limit, volume))
	})
}

// take waits for the phrase's turn and speaks it.
func (v *Voice) take(ctx context.Context, text string, limit time.Time, volume int) error {
	late := time.NewTimer(patience)
	defer late.Stop()
	select {
	case v.turn <- struct{}{}:
	case <-ctx.Done():
		return context.Cause(ctx)
	case <-late.C:
		return fmt.Errorf("%s: %w", v.name, errHung)
	}
	defer func() { <-v.turn }()
	// Waiting may have cost what there was to spare.
	if ctx.Err() != nil || !fits(text, limit) {
		return errOurs
	}
	return v.mouth.speak(ctx, text, volume)
}

// judge counts failures. The second in a row is the last.
func (v *Voice) judge(text string, err error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	switch {
	case v.silent || errors.Is(err, errOurs):
		return
	case err == nil:
		v.failures, v.spoke = 0, true
		return
	case errors.Is(err, errLong):
		if Length(text)*3/2 > Longest {
			return // a slow speaker isn't a hung one
		}
		err = fmt.Errorf("%s: %w", v.name, err)
	}
	if v.failures++; v.failures < 2 {
		return
	}
	v.silent = true
	v.hush()
	v.running.Go(v.mouth.close)
	if v.trouble != nil {
		go v.trouble(err)
	}
}

// fits says that text, begun now, is over in time.
func fits(text string, limit time.Time) bool {
	return !time.Now().Add(Length(text)).After(limit.Add(slack))
}

// Spoke says whether a phrase was ever said to its end.
func (v *Voice) Spoke() bool {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.spoke
}

// Hush ends what speaks.
func (v *Voice) Hush() {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.hush()
}

// hush is Hush for those who hold the lock.
func (v *Voice) hush() {
	if v.end != nil {
		v.end(errOurs)
		v.end = nil
	}
}

// Volume says how loud phrases are from the next on, where the speaker can be told:
// 0, silent at once, to 100, the speaker's own loudness.
func (v *Voice) Volume(percent int) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.volume = min(max(percent, 0), 100)
	if v.volume == 0 {
		v.hush()
	}
}

// Close ends what speaks and the speaker itself, and waits for that, at most a
// second. The voice is silent from there on.
func (v *Voice) Close() {
	v.mu.Lock()
	v.silent = true
	v.hush()
	v.mu.Unlock()
	gone := make(chan struct{})
	go func() {
		v.mouth.close()
		v.running.Wait()
		close(gone)
	}()
	late := time.NewTimer(time.Second)
	defer late.Stop()
	select {
	case <-gone:
	case <-late.C:
	}
}
