//go:build system && linux

package awake

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
	"go.uber.org/goleak"
)

// asChild has the test program hold the display on instead of testing, and then end as
// it is told on its input.
const asChild = "UNCRAMP_TEST_AWAKE"

func TestMain(m *testing.M) {
	if os.Getenv(asChild) == "" {
		goleak.VerifyTestMain(m)
		return
	}
	New(os.Getenv).Keep(true)
	switch order, _ := io.ReadAll(os.Stdin); string(order) {
	case "panic":
		panic("as told")
	case "exit":
		os.Exit(0)
	}
}

// TestDesktop: it is asked once for a hold, however often that is wished, and once to
// let go; the hold goes by the cookie it was given, and the connection ends with it.
func TestDesktop(t *testing.T) {
	for _, path := range []dbus.ObjectPath{"/org/freedesktop/ScreenSaver", "/ScreenSaver"} {
		d := startBus(t)
		s := startDesktop(t, d, path, nil)
		k := New(d.env())
		k.Keep(false)
		for range 2 {
			k.Keep(true)
			from := s.sees(t, inhibited)
			k.Keep(true)
			k.Keep(false)
			for _, want := range []string{"UnInhibit(0)", "gone"} {
				if who := s.sees(t, want); who != from {
					t.Errorf("%s held, and %s: %s", from, who, want)
				}
			}
		}
		k.Keep(true)
		s.sees(t, inhibited)
		k.Close()
		s.sees(t, "UnInhibit(0)")
		s.sees(t, "gone")
	}
}

// TestDesktopAtRuntimeDir: the bus is found where it stands by custom, too.
func TestDesktopAtRuntimeDir(t *testing.T) {
	d := startBus(t)
	s := startDesktop(t, d, paths[0], nil)
	k := New(env(map[string]string{"XDG_RUNTIME_DIR": d.dir}))
	k.Keep(true)
	s.sees(t, inhibited)
	k.Close()
	s.sees(t, "UnInhibit(0)")
}

// TestCrash: whichever way the program ends, its hold ends with it: the bus tells the
// desktop that the program is gone, without a word from the program.
func TestCrash(t *testing.T) {
	for _, way := range []string{"kill", "terminate", "panic", "exit"} {
		t.Run(way, func(t *testing.T) {
			d := startBus(t)
			s := startDesktop(t, d, paths[0], nil)
			cmd := exec.Command(os.Args[0])
			cmd.Env = append(os.Environ(), asChild+"=1", "DBUS_SESSION_BUS_ADDRESS="+d.address)
			in, err := cmd.StdinPipe()
			if err == nil {
				err = cmd.Start()
			}
			if err != nil {
				t.Fatal(err)
			}
			defer func() {
				in.Close()
				_ = cmd.Wait()
			}()
			from := s.sees(t, inhibited)
			switch way {
			case "kill":
				err = cmd.Process.Kill()
			case "terminate":
				err = cmd.Process.Signal(syscall.SIGTERM)
			default:
				_, err = fmt.Fprint(in, way)
				in.Close()
			}
			if err != nil {
				t.Fatal(err)
			}
			if who := s.sees(t, "gone"); who != from {
				t.Errorf("%s held, and %s is gone", from, who)
			}
		})
	}
}

// TestDesktopHangs: one that never answers keeps nobody waiting, and sees us leave.
func TestDesktopHangs(t *testing.T) {
	t.Parallel()
	for _, method := range []string{"Inhibit", "UnInhibit"} {
		t.Run(method, func(t *testing.T) {
			t.Parallel()
			d, asked, done := startBus(t), make(chan bool, 1), make(chan bool)
			defer close(done)
			hang := func() {
				asked <- true
				<-done
			}
			s := startDesktop(t, d, paths[0], map[string]any{method: map[string]any{
				"Inhibit":   func(_, _ string) (uint32, *dbus.Error) { hang(); return 0, nil },
				"UnInhibit": func(uint32) *dbus.Error { hang(); return nil },
			}[method]})
			k := New(d.env())
			began := time.Now()
			k.Keep(true)
			if method == "Inhibit" {
				<-asked
			} else {
				s.sees(t, inhibited)
			}
			k.Keep(false)
			k.Keep(true)
			if d := time.Since(began); d > time.Second {
				t.Errorf("Keep took %v", d)
			}
			began = time.Now()
			k.Close()
			if d := time.Since(began); d > parting+200*time.Millisecond {
				t.Errorf("Close took %v", d)
			}
			s.sees(t, "gone")
			if d := time.Since(began); d > limit+time.Second {
				t.Errorf("it was given up after %v", d)
			}
		})
	}
}

// TestDesktopRefuses: a refusal, or an answer that is none, is no hold.
func TestDesktopRefuses(t *testing.T) {
	for name, method := range map[string]any{
		"refusal":  func(_, _ string) (uint32, *dbus.Error) { return 0, dbus.NewError("org.example.No", nil) },
		"words":    func(_, _ string) (string, *dbus.Error) { return "yes", nil },
		"nothing":  func(_, _ string) *dbus.Error { return nil },
		"too much": func(_, _ string) (cookie uint32, more string, err *dbus.Error) { return 1, "more", nil },
	} {
		d := startBus(t)
		s := startDesktop(t, d, paths[0], map[string]any{"Inhibit": method})
		b := &bus{getenv: d.env(), limit: limit}
		if err := b.hold(); err == nil {
			t.Errorf("%s: held", name)
		}
		s.sees(t, "gone")
	}
}

// TestDesktopLeaves: a desktop or a bus that ends while it holds is nobody's trouble.
func TestDesktopLeaves(t *testing.T) {
	d := startBus(t)
	s := startDesktop(t, d, paths[0], nil)
	k := New(d.env())
	k.Keep(true)
	s.sees(t, inhibited)
	if err := d.process.Kill(); err != nil {
		t.Fatal(err)
	}
	began := time.Now()
	k.Keep(false)
	k.Keep(true)
	k.Close()
	if d := time.Since(began); d > parting {
		t.Errorf("it took %v", d)
	}
}

// TestDesktopNotStarted: the bus would start a desktop for whoever speaks to it, and
// doesn't for us.
func TestDesktopNotStarted(t *testing.T) {
	d := startBus(t)
	started, program := filepath.Join(d.dir, "started"), filepath.Join(d.dir, "program")
	for path, text := range map[string]string{
		program:                                  "touch " + started + "\nexit 1\n",
		filepath.Join(d.dir, service+".service"): "[D-BUS Service]\nName=" + service + "\nExec=/bin/sh " + program + "\n",
	} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	conn, err := dbus.Connect(d.address)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	if err := conn.BusObject().Call("org.freedesktop.DBus.ReloadConfig", 0).Err; err != nil {
		t.Fatal(err)
	}
	b := &bus{getenv: d.env(), limit: limit}
	if err := b.hold(); err == nil {
		t.Error("held")
	}
	if _, err := os.Stat(started); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("it was started: %v", err)
	}
	_ = conn.Object(service, paths[0]).Call(service+".Inhibit", 0, "", "").Err
	if _, err := os.Stat(started); err != nil {
		t.Errorf("the bus would start none for anybody: %v", err)
	}
}
