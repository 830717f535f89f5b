//go:build system

package sound

import (
	"encoding/binary"
	"io"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"
)

// block is how much the device of this test takes at a time.
const block = rate / 100

// device is a sound card made of a pipe and of this process's clock: it takes 10 ms of
// sound whenever the last 10 ms are over. When a sample is heard is so known without
// asking anybody. What waits in the pipe makes it a slow one, like a loudspeaker
// without a wire.
type device struct {
	file *os.File
	done chan struct{}

	mu   sync.Mutex
	list []float32
	at   []time.Time // when each block begins to sound
}

func newDevice(t *testing.T, path string) *device {
	t.Helper()
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	d := &device{file: file, done: make(chan struct{})}
	go d.run()
	t.Cleanup(d.end)
	return d
}

func (d *device) run() {
	defer close(d.done)
	buf := make([]byte, 2*block)
	var next time.Time
	for {
		if _, err := io.ReadFull(d.file, buf); err != nil {
			return
		}
		if now := time.Now(); next.Before(now.Add(-20 * ms)) {
			next = now // nothing was there to be played
		}
		d.mu.Lock()
		for i := range block {
			d.list = append(d.list, float32(int16(binary.LittleEndian.Uint16(buf[2*i:])))/32768)
		}
		d.at = append(d.at, next)
		d.mu.Unlock()
		next = next.Add(10 * ms)
		<-time.After(time.Until(next))
	}
}

func (d *device) end() {
	_ = d.file.Close()
	<-d.done
}

// tones ends the recording and gives the tones in it, with their instants.
func (d *device) tones() []found {
	d.end()
	list := detect(d.list)
	for i, f := range list {
		list[i].at = d.at[f.index/block].Add(lasting(int64(f.index % block)))
	}
	return list
}

// TestTonesAreInTimeOnASlowDevice plans tones for a device that takes more than half a
// second from a sample to its sound.
func TestTonesAreInTimeOnASlowDevice(t *testing.T) {
	path := filepath.Join(t.TempDir(), "pipe")
	startServer(t, "module-pipe-sink sink_name=pipe file="+path+" format=s16le rate=48000 channels=1")
	d := newDevice(t, path)
	p := open(t)
	at := time.Now().Add(1400 * ms)
	var plan []Note
	for i, tone := range []Tone{ToneBegin, ToneOne, ToneEnd} {
		plan = append(plan, Note{tone, at.Add(time.Duration(i) * 450 * ms)})
	}
	p.Plan(plan)
	pass(t, plan[2].At.Add(400*ms))
	compare(t, plan, d.tones())
}
