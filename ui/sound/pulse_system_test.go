//go:build system

package sound

import (
	"net"
	"path/filepath"
	"testing"
	"time"
)

// nullSink is a device that plays by the clock of the system.
const nullSink = "module-null-sink sink_name=nobody"

// open opens the sound and fails the test when it is lost.
func open(t *testing.T) Player {
	t.Helper()
	p, err := Open(func(err error) { t.Errorf("the sound is lost: %v", err) })
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(p.Close)
	return p
}

// pass lets real time pass.
func pass(t *testing.T, until time.Time) {
	t.Helper()
	select {
	case <-time.After(time.Until(until)):
	case <-t.Context().Done():
	}
}

// TestTonesAreHeardAtTheirInstants plans every tone while the cores have something
// else to do.
func TestTonesAreHeardAtTheirInstants(t *testing.T) {
	startServer(t, nullSink)
	r := record(t)
	p := open(t)
	busy(t)
	var plan []Note
	for i, tone := range Tones() {
		plan = append(plan, Note{tone, time.Now().Add(1300*ms + time.Duration(i)*503*ms)})
	}
	p.Plan(plan)
	for i := range plan { // as a session does: now and then what is left is told again
		pass(t, plan[i].At.Add(-300*ms))
		p.Plan(plan[i:])
	}
	pass(t, plan[len(plan)-1].At.Add(900*ms))
	compare(t, plan, r.tones(t))
}

// TestMutedToneIsNotHeardAndTheNextIsInTime has the device sleep for seconds between
// two tones; one that falls into a mute isn't heard then, nor after it.
func TestMutedToneIsNotHeardAndTheNextIsInTime(t *testing.T) {
	startServer(t, nullSink)
	r := record(t)
	p := open(t)
	began := time.Now()
	first, muted := Note{ToneBegin, began.Add(600 * ms)}, Note{ToneSkin, began.Add(1400 * ms)}
	next := Note{ToneStep, began.Add(4600 * ms)}
	p.Plan([]Note{first, muted, next})
	pass(t, began.Add(1200*ms))
	p.Volume(0)
	pass(t, began.Add(2*time.Second))
	p.Volume(50)
	asleep := sinkSleeps(t, r, began.Add(2800*ms))
	pass(t, next.At.Add(900*ms))
	compare(t, []Note{first, next}, r.tones(t))
	if !asleep {
		t.Error("the device doesn't sleep between tones that are seconds apart")
	}
}

// TestLostServerIsToldOnce kills the server within a tone.
func TestLostServerIsToldOnce(t *testing.T) {
	s := startServer(t, nullSink)
	told := make(chan error, 9)
	p, err := Open(func(err error) { told <- err })
	if err != nil {
		t.Fatal(err)
	}
	p.Play(Note{ToneReady, time.Now().Add(200 * ms)})
	pass(t, time.Now().Add(300*ms))
	s.kill()
	awaitGone(t, told, 2*time.Second)
	usePromptly(t, p)
	pass(t, time.Now().Add(200*ms))
	if len(told) > 0 {
		t.Errorf("told again: %v", <-told)
	}
}

// TestHungServerIsTold stops the server within a tone, with its socket left open.
func TestHungServerIsTold(t *testing.T) {
	s := startServer(t, nullSink)
	told := make(chan error, 9)
	p, err := Open(func(err error) { told <- err })
	if err != nil {
		t.Fatal(err)
	}
	p.Play(Note{ToneReady, time.Now()})
	pass(t, time.Now().Add(100*ms))
	s.hang(t)
	p.Play(Note{ToneReady, time.Now()})
	usePromptly(t, p)
	// usePromptly closed it: a closed player tells nothing, and leaves nothing behind.
	pass(t, time.Now().Add(100*ms))
	if len(told) > 0 {
		t.Errorf("a closed player tells %v", <-told)
	}
	if p, err = Open(nil); err == nil {
		p.Close()
		t.Error("a hung server opens")
	}
}

// awaitGone waits for the word that the sound is lost.
func awaitGone(t *testing.T, told chan error, limit time.Duration) {
	t.Helper()
	select {
	case err := <-told:
		t.Logf("told: %v", err)
		if err == nil {
			t.Error("it isn't told why the sound is lost")
		}
	case <-time.After(limit):
		t.Fatalf("within %v nothing is told", limit)
	}
}

// usePromptly calls all that a player has and closes it; nothing of it may wait.
func usePromptly(t *testing.T, p Player) {
	t.Helper()
	began := time.Now()
	for range 100 {
		p.Play(Note{ToneOne, time.Now()})
		p.Plan([]Note{{ToneEnd, time.Now().Add(time.Second)}})
		p.Volume(80)
	}
	p.Close()
	p.Close()
	if took := time.Since(began); took > 100*ms {
		t.Errorf("300 calls take %v", took)
	}
}

// TestSilentServerIsGivenUp opens a socket where somebody listens, and says nothing.
func TestSilentServerIsGivenUp(t *testing.T) {
	path := filepath.Join(t.TempDir(), "native")
	l, err := net.Listen("unix", path)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	t.Setenv("PULSE_SERVER", path)
	began := time.Now()
	if p, err := Open(nil); err == nil {
		p.Close()
		t.Error("it opens")
	} else {
		t.Logf("after %v: %v", time.Since(began), err)
	}
	if took := time.Since(began); took > 3*time.Second {
		t.Errorf("it takes %v", took)
	}
}
