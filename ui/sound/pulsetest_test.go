//go:build system

package sound

import (
	"context"
	"encoding/binary"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/jfreymuth/pulse/proto"
)

// soundServer is a PulseAudio of the test's own, with a sink that nobody hears.
type soundServer struct {
	socket string
	cmd    *exec.Cmd
	dead   chan struct{}
}

// startServer starts a server on a socket of its own, and points PULSE_SERVER at it.
// sink is the module that takes the sound, with its arguments.
func startServer(t *testing.T, sink string) *soundServer {
	t.Helper()
	dir := t.TempDir()
	s := &soundServer{socket: filepath.Join(dir, "native"), dead: make(chan struct{})}
	s.cmd = exec.Command("pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1",
		"--use-pid-file=no", "--disable-shm=yes", "--log-level=error",
		"-L", sink,
		// A device that nobody plays on goes to sleep, as most do.
		"-L", "module-suspend-on-idle timeout=1",
		"-L", "module-native-protocol-unix socket="+s.socket+" auth-anonymous=1")
	s.cmd.Env = append(os.Environ(), "HOME="+dir, "XDG_RUNTIME_DIR="+dir, "XDG_CONFIG_HOME="+dir,
		"XDG_STATE_HOME="+dir, "DBUS_SESSION_BUS_ADDRESS=disabled:", "PULSE_SERVER=")
	s.cmd.Stderr = t.Output()
	if err := s.cmd.Start(); err != nil {
		t.Fatalf("starting a sound server: %v", err)
	}
	go func() {
		_ = s.cmd.Wait()
		close(s.dead)
	}()
	t.Cleanup(s.kill)
	t.Setenv("PULSE_SERVER", "unix:"+s.socket)
	within(t, 5*time.Second, "the server to listen", func() bool {
		l, err := dial(s.socket)
		if err == nil {
			_ = l.file.Close()
		}
		return err == nil
	})
	return s
}

// kill ends the server as a crash would.
func (s *soundServer) kill() {
	_ = s.cmd.Process.Kill()
	<-s.dead
}

// hang stops the server where it is: its socket still takes what is written.
func (s *soundServer) hang(t *testing.T) {
	t.Helper()
	if err := s.cmd.Process.Signal(syscall.SIGSTOP); err != nil {
		t.Fatal(err)
	}
}

// within asks for something every few milliseconds until it is so.
func within(t *testing.T, limit time.Duration, what string, so func() bool) {
	t.Helper()
	tick, late := time.NewTicker(5*time.Millisecond), time.After(limit)
	defer tick.Stop()
	for !so() {
		select {
		case <-tick.C:
		case <-late:
			t.Fatalf("waited %v for %s", limit, what)
		}
	}
}

// monitor records what a sink's listener would hear.
//
// The instant at which a sample is heard is what the server tells: a recording has the
// number of samples that have been captured by the time that it answers, and how much
// of that the sink will sound only later, by its own clock. That is asked ten times a
// second, and a sample goes by the answers that follow it. No constant is added.
// Beside that stands the arrival of each packet, by the clock of this process: the sink
// renders a block at a time, no earlier than that is long, so what the server tells can
// be at most about a block later than the arrival, and hardly earlier.
type monitor struct {
	c    *proto.Client
	l    link
	id   uint32
	stop chan struct{}
	done chan struct{}

	mu      sync.Mutex
	list    []float32
	places  []spot
	arrived []spot
}

// record records what is played on the sink of nullSink.
func record(t *testing.T) *monitor {
	t.Helper()
	const sink = "nobody"
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second)
	defer cancel()
	r := &monitor{stop: make(chan struct{}), done: make(chan struct{})}
	var err error
	if r.c, r.l, err = connect(ctx, r.told); err != nil {
		t.Fatal(err)
	}
	var made proto.CreateRecordStreamReply
	err = r.c.Request(&proto.CreateRecordStream{
		SampleSpec:             proto.SampleSpec{Format: proto.FormatInt16LE, Channels: 1, Rate: rate},
		ChannelMap:             proto.ChannelMap{proto.ChannelMono},
		SourceIndex:            proto.Undefined,
		SourceName:             sink + ".monitor",
		BufferMaxLength:        proto.Undefined,
		BufferFragSize:         2 * rate / 50,
		DirectOnInputIndex:     proto.Undefined,
		ChannelVolumes:         proto.ChannelVolumes{0x10000},
		AdjustLatency:          true, // else the sink, before anything is played, runs 2 s ahead
		DontInhibitAutoSuspend: true, // the recording keeps the sink from nothing
		Properties:             proto.PropList{"media.name": proto.PropListString("recorder")},
	}, &made)
	if err != nil {
		t.Fatalf("recording %s: %v", sink, err)
	}
	r.id = made.StreamIndex
	// A null sink begins its life 2 s ahead of the clock; another start mends it.
	for _, asleep := range []bool{true, false} {
		if err := r.c.Request(&proto.SuspendSink{SinkIndex: proto.Undefined, SinkName: sink, Suspend: asleep}, nil); err != nil {
			t.Fatalf("waking %s: %v", sink, err)
		}
	}
	go r.ask()
	t.Cleanup(func() { r.end() })
	return r
}

func (r *monitor) told(msg any) {
	if p, ok := msg.(*proto.DataPacket); ok {
		r.mu.Lock()
		defer r.mu.Unlock()
		for b := p.Data; len(b) > 1; b = b[2:] {
			r.list = append(r.list, float32(int16(binary.LittleEndian.Uint16(b)))/32768)
		}
		r.arrived = append(r.arrived, spot{index: int64(len(r.list)), heard: time.Now()})
	}
}

// ask asks where the recording is until it ends.
func (r *monitor) ask() {
	defer close(r.done)
	tick := time.NewTicker(100 * time.Millisecond)
	defer tick.Stop()
	for {
		select {
		case <-r.stop:
			return
		case <-tick.C:
		}
		asked := time.Now()
		var reply proto.GetRecordLatencyReply
		if r.c.Request(&proto.GetRecordLatency{StreamIndex: r.id, Time: stamp(asked)}, &reply) != nil {
			return
		}
		now := time.Now()
		captured := reply.WriteIndex/2 + int64(samples(time.Duration(reply.Latency)*time.Microsecond))
		heard := now.Add(-age(reply.ReplyTime, asked, now)).Add(time.Duration(reply.MonitorLatency) * time.Microsecond)
		r.mu.Lock()
		r.places = append(r.places, spot{index: captured, heard: heard, running: reply.Running})
		r.mu.Unlock()
	}
}

func (r *monitor) end() {
	select {
	case <-r.stop:
	default:
		close(r.stop)
	}
	<-r.done
	_ = r.l.file.Close()
}

// heard is when a sample was heard, by the median of the answers that follow it.
func (r *monitor) heard(index int64) time.Time {
	r.mu.Lock()
	defer r.mu.Unlock()
	var by []time.Time
	for _, p := range r.places {
		if p.index >= index && p.running && len(by) < 5 {
			by = append(by, p.heard.Add(-lasting(p.index-index)))
		}
	}
	if len(by) == 0 {
		return time.Time{}
	}
	slices.SortFunc(by, time.Time.Compare)
	return by[len(by)/2]
}

// tones ends the recording and gives the tones in it, with their instants.
func (r *monitor) tones(t *testing.T) []found {
	t.Helper()
	r.end()
	list := detect(r.list)
	for i := range list {
		list[i].at = r.heard(int64(list[i].index))
	}
	var lags []time.Duration
	for _, a := range r.arrived {
		if at := r.heard(a.index); !at.IsZero() {
			lags = append(lags, at.Sub(a.heard))
		}
	}
	if slices.Sort(lags); len(lags) > 0 {
		t.Logf("heard after arrival: %v to %v, median %v (%d packets)",
			lags[0].Round(ms/10), lags[len(lags)-1].Round(ms/10), lags[len(lags)/2].Round(ms/10), len(lags))
	}
	return list
}

// busy keeps every core at work until the test ends: one with a goroutine of this
// process, all of them with another process each.
func busy(t *testing.T) {
	t.Helper()
	stop := make(chan struct{})
	var all sync.WaitGroup
	all.Go(func() {
		for n := 0; ; n++ {
			if n%1e6 == 0 {
				select {
				case <-stop:
					return
				default:
				}
			}
		}
	})
	t.Cleanup(func() {
		close(stop)
		all.Wait()
	})
	for range runtime.NumCPU() {
		cmd := exec.Command("sh", "-c", "while :; do :; done")
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() {
			_ = cmd.Process.Kill()
			_ = cmd.Wait()
		})
	}
}

// sinkSleeps waits until the sink sleeps, or gives up.
func sinkSleeps(t *testing.T, r *monitor, limit time.Time) bool {
	t.Helper()
	const suspended = 2 // PulseAudio's PA_SINK_SUSPENDED
	for time.Now().Before(limit) {
		var sink proto.GetSinkInfoReply
		if err := r.c.Request(&proto.GetSinkInfo{SinkIndex: proto.Undefined, SinkName: "nobody"}, &sink); err != nil {
			t.Fatal(err)
		}
		if sink.State == suspended {
			return true
		}
		pass(t, time.Now().Add(20*ms))
	}
	return false
}
