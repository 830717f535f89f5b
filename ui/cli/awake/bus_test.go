//go:build linux

package awake

import (
	"bufio"
	"encoding/binary"
	"io"
	"net"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
)

// env is an environment of these variables alone.
func env(vars map[string]string) func(string) string {
	return func(name string) string { return vars[name] }
}

// TestAddress: the bus that is named, else that of the person, and none far away.
func TestAddress(t *testing.T) {
	for _, tt := range []struct{ address, runtime, want string }{
		{"", "", ""},
		{"", "run", ""},
		{"", "/run/user/1", "unix:path=/run/user/1/bus"},
		{"", "/run/a,b;c", "unix:path=/run/a%2cb%3bc/bus"},
		{"autolaunch:", "", ""},
		{"autolaunch:scope=x", "/run/user/1", "unix:path=/run/user/1/bus"},
		{"unix:abstract=/tmp/x,guid=1", "/run/user/1", "unix:abstract=/tmp/x,guid=1"},
		{"disabled:", "/run/user/1", ""},
		{"tcp:host=example.org,port=1", "/run/user/1", ""},
		{"tcp:host=h,port=1;unix:path=/a;unixexec:path=/b;unix:path=/c", "", "unix:path=/a;unix:path=/c"},
	} {
		b := bus{getenv: env(map[string]string{"DBUS_SESSION_BUS_ADDRESS": tt.address, "XDG_RUNTIME_DIR": tt.runtime})}
		if got := b.address(); got != tt.want {
			t.Errorf("with %q in %q it is %q, want %q", tt.address, tt.runtime, got, tt.want)
		}
	}
}

// listen is a socket in place of a bus, and the address it is found by. Each who
// connects is answered, until they leave or the test ends.
func listen(t *testing.T, answer func(net.Conn)) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "bus")
	l, err := net.Listen("unix", path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go func() {
				defer c.Close()
				answer(c)
			}()
		}
	}()
	return "unix:path=" + path
}

// say sends what the other side may no longer want to hear.
func say(c net.Conn, text string) { _, _ = io.WriteString(c, text) }

// deaf reads all and never answers.
func deaf(c net.Conn) {
	for b := make([]byte, 1<<10); ; {
		if _, err := c.Read(b); err != nil {
			return
		}
	}
}

// welcome lets the other side in, up to its first message.
func welcome(c net.Conn) {
	in := bufio.NewScanner(c)
	for in.Scan() {
		switch line := strings.Trim(in.Text(), "\x00\r"); line {
		case "AUTH":
			say(c, "REJECTED EXTERNAL\r\n")
		case "AUTH EXTERNAL":
			say(c, "DATA\r\n")
		case "NEGOTIATE_UNIX_FD":
			say(c, "AGREE_UNIX_FD\r\n")
		case "BEGIN":
			return
		default:
			say(c, "OK 0123456789abcdef0123456789abcdef\r\n")
		}
	}
}

// empty lets the other side in and sends it a signal that lacks what it is about.
func empty(c net.Conn) {
	welcome(c)
	m := dbus.Message{Type: dbus.TypeSignal, Headers: map[dbus.HeaderField]dbus.Variant{
		dbus.FieldPath:      dbus.MakeVariant(dbus.ObjectPath("/org/freedesktop/DBus")),
		dbus.FieldInterface: dbus.MakeVariant("org.freedesktop.DBus"),
		dbus.FieldMember:    dbus.MakeVariant("NameLost"),
		dbus.FieldSender:    dbus.MakeVariant("org.freedesktop.DBus"),
	}}
	var raw strings.Builder
	_ = m.EncodeTo(&raw, binary.LittleEndian)
	say(c, raw.String())
	deaf(c)
}

// TestNoBus: without a bus, and with what only looks like one, nothing is held, nothing
// goes wrong, and it takes no longer than it may.
func TestNoBus(t *testing.T) {
	t.Parallel()
	for name, address := range map[string]string{
		"none":        "",
		"far":         "tcp:host=192.0.2.1,port=1",
		"nonsense":    "unix:",
		"missing":     "unix:path=" + filepath.Join(t.TempDir(), "bus"),
		"a directory": "unix:path=" + t.TempDir(),
		"gone":        listen(t, func(net.Conn) {}),
		"deaf":        listen(t, deaf),
		"babble":      listen(t, func(c net.Conn) { say(c, strings.Repeat("no bus\r\n", 1<<10)) }),
		"mute":        listen(t, func(c net.Conn) { welcome(c); deaf(c) }),
		"empty":       listen(t, empty),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b := &bus{getenv: env(map[string]string{"DBUS_SESSION_BUS_ADDRESS": address}), limit: 100 * time.Millisecond}
			began := time.Now()
			err := b.hold()
			if err == nil {
				t.Error("held")
			}
			if d := time.Since(began); d > time.Second {
				t.Errorf("took %v", d)
			}
			t.Log(err)
		})
	}
}

// TestKeepWithoutBus: a bus that is missing or hangs is nobody's trouble.
func TestKeepWithoutBus(t *testing.T) {
	t.Parallel()
	came, left := make(chan bool, 1), make(chan bool, 1)
	hung := listen(t, func(c net.Conn) {
		came <- true
		deaf(c)
		left <- true
	})
	for _, address := range []string{"", hung} {
		k := New(env(map[string]string{"DBUS_SESSION_BUS_ADDRESS": address}))
		began := time.Now()
		k.Keep(true)
		if address != "" {
			<-came
		}
		k.Keep(false)
		k.Keep(true)
		if d := time.Since(began); d > time.Second {
			t.Errorf("%q: Keep took %v", address, d)
		}
		began = time.Now()
		k.Close()
		if d := time.Since(began); d > parting+time.Second {
			t.Errorf("%q: Close took %v", address, d)
		}
	}
	select {
	case <-left:
	case <-time.After(patience):
		t.Error("a bus that hangs isn't given up")
	}
}
