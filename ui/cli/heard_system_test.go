//go:build system && unix

package cli_test

import (
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"uncramp/content"
)

const (
	// pieceLong is how long a piece of the recording is, and pieceBytes are its samples:
	// 16000 a second, of two bytes each.
	pieceLong, pieceBytes = 10 * time.Millisecond, 320
	// loud is the peak above which a piece isn't silent: the softest tone is far above it.
	loud = 300
	// apart is the silence between two sounds: a tone's own notes are closer, and the
	// last tones of a lead, in a preview, hardly farther.
	apart = 85 * time.Millisecond
)

// piece is a short stretch of what was heard.
type piece struct {
	at   time.Time // when it arrived here
	peak int
}

// soundServer is a PulseAudio of the test's own. Nobody hears its sink, but what would
// be heard is recorded.
type soundServer struct {
	env []string // points a program at it
	cmd *exec.Cmd

	mu      sync.Mutex
	pieces  []piece
	changed chan struct{} // closed, and replaced, whenever something was recorded
}

// serve starts a sound server and its recording. They are ended with the test.
func serve(t *testing.T) *soundServer {
	t.Helper()
	dir := t.TempDir()
	socket := filepath.Join(dir, "native")
	r := &soundServer{env: []string{"PULSE_SERVER=unix:" + socket, atHour(t, 12)}, changed: make(chan struct{})}
	env := append(os.Environ(), // nothing of the person's own is touched
		"HOME="+dir, "XDG_RUNTIME_DIR="+dir, "XDG_CONFIG_HOME="+dir,
		"XDG_STATE_HOME="+dir, "DBUS_SESSION_BUS_ADDRESS=disabled:", "PULSE_SERVER=")
	r.cmd = exec.Command("pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1",
		"--use-pid-file=no", "--disable-shm=yes", "--log-level=error",
		"-L", "module-null-sink sink_name=nobody",
		"-L", "module-native-protocol-unix socket="+socket+" auth-anonymous=1")
	r.cmd.Env, r.cmd.Stderr = env, t.Output()
	if err := r.cmd.Start(); err != nil {
		t.Fatalf("starting a sound server: %v", err)
	}
	t.Cleanup(r.kill)
	waitSocket(t, socket)
	env = append(env, r.env[0])
	r.record(t, env)
	// A null sink begins its life 2 s ahead of the clock; another start mends it.
	for _, asleep := range []string{"1", "0"} {
		suspend := exec.Command("pactl", "suspend-sink", "nobody", asleep)
		suspend.Env = env
		if out, err := suspend.CombinedOutput(); err != nil {
			t.Fatalf("waking the sink: %v: %s", err, out)
		}
	}
	r.until(t, "anything", func(all []piece) bool { return len(all) > 0 })
	return r
}

// waitSocket waits until a server listens.
func waitSocket(t *testing.T, path string) {
	t.Helper()
	tick := time.NewTicker(5 * time.Millisecond)
	defer tick.Stop()
	for end := time.Now().Add(patience); time.Now().Before(end); <-tick.C {
		if c, err := net.Dial("unix", path); err == nil {
			_ = c.Close()
			return
		}
	}
	t.Fatalf("no sound server after %v", patience)
}

// kill ends the server as a crash would, and with it the recording.
func (r *soundServer) kill() {
	if r.cmd.ProcessState == nil {
		_ = r.cmd.Process.Kill()
		_ = r.cmd.Wait()
	}
}

// record records what is heard until the server or the test ends.
func (r *soundServer) record(t *testing.T, env []string) {
	t.Helper()
	cmd := exec.Command("parec", "-d", "nobody.monitor", "--format=s16le", "--rate=16000", "--channels=1", "--latency-msec=10")
	cmd.Env = env
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.Fatalf("recording: %v", err)
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		r.take(out)
		_ = cmd.Wait()
	}()
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		<-done
	})
}

// take keeps what is recorded, with the instant at which it came.
func (r *soundServer) take(from io.Reader) {
	buf := make([]byte, pieceBytes)
	for {
		if _, err := io.ReadFull(from, buf); err != nil {
			return
		}
		p := piece{at: time.Now()}
		for b := buf; len(b) > 0; b = b[2:] {
			level := int(int16(uint16(b[0]) | uint16(b[1])<<8))
			p.peak = max(p.peak, level, -level)
		}
		r.mu.Lock()
		r.pieces = append(r.pieces, p)
		close(r.changed)
		r.changed = make(chan struct{})
		r.mu.Unlock()
	}
}

// until waits until what was recorded fits, and returns it.
func (r *soundServer) until(t *testing.T, what string, fits func([]piece) bool) []piece {
	t.Helper()
	late := time.NewTimer(patience)
	defer late.Stop()
	for {
		r.mu.Lock()
		all, changed := r.pieces, r.changed
		r.mu.Unlock()
		if fits(all) {
			return all
		}
		select {
		case <-changed:
		case <-late.C:
			t.Fatalf("never heard %s; sounds: %v", what, sounds(all, time.Time{}))
		}
	}
}

// sounds are the beginnings of the sounds that were heard since an instant. How far they
// are apart is told by the pieces between them: those may come late, but none is lost.
func sounds(all []piece, since time.Time) []time.Time {
	var list []time.Time
	quiet := apart
	for _, p := range all {
		quiet += pieceLong
		if p.peak > loud && p.at.After(since) {
			if quiet > apart {
				list = append(list, p.at)
			}
			quiet = 0
		}
	}
	return list
}

// silent checks that nothing is heard for a while, though it is recorded.
func (r *soundServer) silent(t *testing.T, since time.Time, long time.Duration) {
	t.Helper()
	all := r.until(t, "a silence", func(all []piece) bool { return all[len(all)-1].at.After(since.Add(long)) })
	from := slices.IndexFunc(all, func(p piece) bool { return p.at.After(since) })
	if kept := time.Duration(len(all)-from) * pieceLong; kept < long*9/10 {
		t.Errorf("only %v of %v were recorded", kept, long)
	}
	if heard := sounds(all, since); len(heard) > 0 {
		t.Errorf("%d sounds in %v, the first after %v", len(heard), long, heard[0].Sub(since))
	}
}

// hears waits until so many sounds were heard since an instant.
func (r *soundServer) hears(t *testing.T, since time.Time, n int) []time.Time {
	t.Helper()
	all := r.until(t, "enough sounds", func(all []piece) bool { return len(sounds(all, since)) >= n })
	return sounds(all, since)
}

// TestRecordedTones: tones are heard from the first exercise on, and none any more once
// the session is muted.
func TestRecordedTones(t *testing.T) {
	t.Parallel()
	r := serve(t)
	s := eased(t, opts{heard: true, args: append(speeds(5), "--voice", "off", "--position", "standing", "--have", "wall"), env: r.env})
	verbs := s.watch(verb)
	s.keys("\r")
	s.waitVerb(t, "HOLD", patience)
	heard := r.hears(t, s.started, 5) // get ready, three, two, one, hold; none for the question
	steps := verbs.all()
	for i, began := range map[int]seen{0: steps[1], 4: steps[len(steps)-1]} {
		late := heard[i].Sub(began.at)
		t.Logf("a tone %v after %s", late.Round(time.Millisecond), began.value)
		if late.Abs() > 300*time.Millisecond {
			t.Errorf("a tone %v after %s", late, began.value)
		}
	}
	s.counts(t, "HOLD", patience, func(d time.Duration) bool { return d <= 20*time.Second })
	s.keys("m")
	s.waitText(t, "m muted")
	r.silent(t, time.Now(), 3*time.Second) // the half of the hold is among them
	if left, ok := count(s.screen(), "HOLD"); ok && left > 10*time.Second {
		t.Errorf("the session stood still at %v", left)
	}
	s.keys("\x03")
	s.ends(t, 130)
}

// TestRecordedMute: nothing at all is heard of a step and a hold.
func TestRecordedMute(t *testing.T) {
	t.Parallel()
	r := serve(t)
	began := time.Now()
	s := eased(t, opts{heard: true, args: append(speeds(20), "--mute"), env: r.env})
	s.keys("\r")
	s.waitVerb(t, "GET READY", patience)
	s.waitVerb(t, "HOLD", patience)
	s.until(t, "the hold's end", patience, func(screen string) bool { return verb(screen) != "HOLD" })
	r.silent(t, began, time.Since(began))
	s.keys("m") // the ear that heard nothing isn't deaf
	r.hears(t, began, 1)
	s.keys("\x03")
	s.ends(t, 130)
}

// TestRecordedVoice: the answer to a key is heard at once. It runs beside no other test,
// which would cost it time.
func TestRecordedVoice(t *testing.T) {
	r := serve(t)
	s := gripped(t, opts{heard: true, args: []string{"--voice", "on"}, env: r.env})
	t.Logf("heard %v after the start", r.hears(t, s.started, 1)[0].Sub(s.started).Round(time.Millisecond))
	r.until(t, "the end of the first words", func(all []piece) bool {
		pause := min(len(all), int(600*time.Millisecond/pieceLong)) // between two sentences it is half as long
		return !slices.ContainsFunc(all[len(all)-pause:], func(p piece) bool { return p.peak > loud })
	})
	pressed := time.Now()
	s.keys("e") // no tone belongs to the question
	took := r.hears(t, pressed, 1)[0].Sub(pressed)
	t.Logf("heard %v after the key", took.Round(time.Millisecond))
	if took > 500*time.Millisecond { // 300 ms, and what the recorder needs
		t.Errorf("heard %v after the key", took)
	}
	s.waitFor(t, "IS THIS RIGHT?", patience)
	s.keys("\x03")
	s.ends(t, 130)
}

// TestRecordedLoss: where the sound server dies, the screen says so once, and the bell
// rings for the tones that follow.
func TestRecordedLoss(t *testing.T) {
	t.Parallel()
	r := serve(t)
	s := eased(t, opts{heard: true, args: append(speeds(5), "--voice", "off"), env: r.env})
	lost := content.Embedded().Phrase("no-device")
	said := s.shows(lost)
	pressed := time.Now()
	s.keys("\r")
	s.waitVerb(t, "GET READY", patience)
	r.hears(t, pressed, 1)
	if n := s.rings(); n > 0 || holds(s.screen(), lost) {
		t.Errorf("%d rings while there is a device; screen:\n%s", n, s.screen())
	}
	r.kill()
	died := time.Now()
	s.waitText(t, lost)
	t.Logf("told %v after the server died", time.Since(died).Round(time.Millisecond))
	s.waitVerb(t, "HOLD", patience)
	s.waitRings(t, 1)
	s.keys("q")
	s.waitFor(t, "LEAVE NOW?", patience)
	s.keys("\r")
	s.ends(t, 3)
	said.once(t, "that no device answers")
}
