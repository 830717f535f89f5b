//go:build !darwin && !windows

package sound

import (
	"bytes"
	"errors"
	"net"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/jfreymuth/pulse/proto"
)

func TestSocketsAreTheUsualOnes(t *testing.T) {
	for _, c := range []struct {
		env  map[string]string
		want []string
		err  error
	}{
		{map[string]string{"PULSE_SERVER": "/a"}, []string{"/a"}, nil},
		{map[string]string{"PULSE_SERVER": "unix:/a  /b", "XDG_RUNTIME_DIR": "/x"}, []string{"/a", "/b"}, nil},
		{map[string]string{"PULSE_SERVER": "{here}unix:/a {there}/b"}, []string{"/a"}, nil},
		{map[string]string{"PULSE_SERVER": "tcp:there:4713 /b"}, []string{"/b"}, nil},
		{map[string]string{"PULSE_SERVER": "tcp:there:4713"}, nil, errElsewhere},
		{map[string]string{"PULSE_SERVER": "{"}, nil, errElsewhere},
		{map[string]string{"PULSE_SERVER": "{there}/b"}, nil, errElsewhere},
		{map[string]string{"XDG_RUNTIME_DIR": "/x"}, []string{"/x/pulse/native", "/var/run/pulse/native"}, nil},
		{
			map[string]string{"PULSE_RUNTIME_PATH": "/p", "XDG_RUNTIME_DIR": "/x", "PULSE_SERVER": " "},
			[]string{"/p/native", "/x/pulse/native", "/var/run/pulse/native"}, nil,
		},
	} {
		got, err := sockets(func(name string) string { return c.env[name] }, "here")
		if !slices.Equal(got, c.want) || !errors.Is(err, c.err) {
			t.Errorf("%v: %v, %v", c.env, got, err)
		}
	}
}

func TestCookieIsReadWhereItIs(t *testing.T) {
	dir := t.TempDir()
	env := func(name string) string { return map[string]string{"HOME": dir, "PULSE_COOKIE": dir + "/mine"}[name] }
	none := make([]byte, 256)
	if got := cookie(env); !bytes.Equal(got, none) {
		t.Errorf("without a file it is %v", got)
	}
	for i, name := range []string{".pulse-cookie", ".config/pulse/cookie", "mine"} {
		path := filepath.Join(dir, name)
		want := bytes.Repeat([]byte{byte(i + 1)}, 256)
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, want, 0o600)); err != nil {
			t.Fatal(err)
		}
		if got := cookie(env); !bytes.Equal(got, want) {
			t.Errorf("with %s it is %v", name, got[:3])
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "mine"), none[:7], 0o600); err != nil {
		t.Fatal(err)
	}
	if got := cookie(env); len(got) != 256 {
		t.Errorf("of a broken file %d bytes are taken", len(got))
	}
}

// TestServerThatHangsUpIsAnError greets servers that close the socket at once, or after
// some bytes that mean nothing.
func TestServerThatHangsUpIsAnError(t *testing.T) {
	for name, says := range map[string][]byte{
		"nothing":     nil,
		"a frame end": {0, 0, 0, 10, 255, 255, 255, 255, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0},
		"another frame": {
			0, 0, 0, 10, 255, 255, 255, 255, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 'L', 0, 0, 0, 0, 'L', 0, 0, 0, 0, 'L', 0,
		},
	} {
		path := filepath.Join(t.TempDir(), "native")
		l, err := net.Listen("unix", path)
		if err != nil {
			t.Fatal(err)
		}
		go func() {
			if c, err := l.Accept(); err == nil {
				_, _ = c.Write(says)
				c.Close()
			}
		}()
		t.Setenv("PULSE_SERVER", path)
		began := time.Now()
		p, err := Open(func(err error) { t.Errorf("%s: told %v", name, err) })
		if err == nil {
			p.Close()
			t.Errorf("%s: it opens", name)
		}
		if took := time.Since(began); took > answers {
			t.Errorf("%s: it takes %v", name, took)
		}
		l.Close()
	}
}

func TestNoServerIsAnErrorThatNamesIt(t *testing.T) {
	path := filepath.Join(t.TempDir(), "nothing-here")
	t.Setenv("PULSE_SERVER", path)
	p, err := Open(nil)
	if err == nil {
		p.Close()
		t.Fatal("it opens")
	}
	if !errors.Is(err, os.ErrNotExist) || !bytes.Contains([]byte(err.Error()), []byte(path)) {
		t.Errorf("it says %v", err)
	}
}

// TestAgeIsWithinTheTimeItTook stamps an answer by a clock that is ours, and by others.
func TestAgeIsWithinTheTimeItTook(t *testing.T) {
	asked := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	now := asked.Add(40 * ms)
	for at, want := range map[time.Duration]time.Duration{
		0: 40 * ms, 10 * ms: 30 * ms, 40 * ms: 0, // ours
		-time.Second: 20 * ms, 41 * ms: 20 * ms, time.Hour: 20 * ms, // another's
	} {
		if got := age(stamp(asked.Add(at)), asked, now); got != want {
			t.Errorf("stamped %v after the question: %v, want %v", at, got, want)
		}
	}
}

func TestNewsIsToldOnce(t *testing.T) {
	n := newNews()
	n.told(&proto.Started{})
	n.told(&proto.Request{Length: 40})
	if len(n.wake) > 0 {
		t.Error("it wakes for nothing")
	}
	n.told(&proto.Underflow{})
	n.told(&proto.PlaybackStreamMoved{BufferTargetLength: 7})
	if len(n.wake) != 1 || !n.shaken.Load() || n.target.Load() != 7 {
		t.Errorf("woken %d, shaken %v, target %d", len(n.wake), n.shaken.Load(), n.target.Load())
	}
	n.told(&proto.PlaybackStreamKilled{})
	n.told(&proto.ConnectionClosed{})
	select {
	case <-n.lost:
	default:
		t.Error("the loss isn't told")
	}
}
