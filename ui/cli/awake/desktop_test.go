//go:build system && linux

package awake

import (
	"bufio"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
)

// daemon is a session bus of the test's own.
type daemon struct {
	dir     string // it listens at the file bus in there
	address string
	process *os.Process
}

// daemonConfig is all that its bus knows: nothing of the machine's own services.
const daemonConfig = `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:path=%[1]s/bus</listen><auth>EXTERNAL</auth><servicedir>%[1]s</servicedir>
<policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy></busconfig>
`

// startBus starts one, which ends with the test.
func startBus(t *testing.T) daemon {
	t.Helper()
	dir := t.TempDir()
	config := filepath.Join(dir, "config")
	if err := os.WriteFile(config, fmt.Appendf(nil, daemonConfig, dir), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("dbus-daemon", "--nofork", "--nopidfile", "--nosyslog", "--print-address", "--config-file="+config)
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	})
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	return daemon{dir: dir, address: strings.TrimSpace(line), process: cmd.Process}
}

// env is an environment with this bus in it.
func (d daemon) env() func(string) string {
	return env(map[string]string{"DBUS_SESSION_BUS_ADDRESS": d.address})
}

// event is what a desktop saw, and whose doing it was.
type event struct{ what, from string }

// desktop is a service that puts the display to sleep, were there one.
type desktop struct{ events chan event }

// cookie is what a desktop answers a hold with: one that some take for none.
const cookie = uint32(0)

// inhibited is what it sees when it is asked to hold.
const inhibited = "Inhibit(uncramp, a stretch session runs)"

// startDesktop starts the service with its methods at a path, or those that every
// desktop has.
func startDesktop(t *testing.T, d daemon, path dbus.ObjectPath, other map[string]any) desktop {
	t.Helper()
	conn, err := dbus.Connect(d.address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	s := desktop{events: make(chan event, 99)}
	methods := map[string]any{
		"Inhibit": func(program, reason string, from dbus.Sender) (uint32, *dbus.Error) {
			s.events <- event{fmt.Sprintf("Inhibit(%s, %s)", program, reason), string(from)}
			return cookie, nil
		},
		"UnInhibit": func(cookie uint32, from dbus.Sender) *dbus.Error {
			s.events <- event{fmt.Sprintf("UnInhibit(%d)", cookie), string(from)}
			return nil
		},
	}
	maps.Copy(methods, other)
	signals := make(chan *dbus.Signal, 99)
	conn.Signal(signals)
	go s.watch(signals)
	if err := conn.AddMatchSignal(dbus.WithMatchMember("NameOwnerChanged")); err != nil {
		t.Fatal(err)
	}
	if err := conn.ExportMethodTable(methods, path, service); err != nil {
		t.Fatal(err)
	}
	if got, err := conn.RequestName(service, dbus.NameFlagDoNotQueue); err != nil || got != dbus.RequestNameReplyPrimaryOwner {
		t.Fatalf("the name of the service: %v, %v", got, err)
	}
	return s
}

// watch sees who leaves the bus: by this a desktop knows that a hold has ended.
func (s desktop) watch(signals <-chan *dbus.Signal) {
	for signal := range signals {
		var name, before, after string
		if dbus.Store(signal.Body, &name, &before, &after) == nil && name == before && after == "" {
			s.events <- event{"gone", name}
		}
	}
}

// sees waits for the next event and tells whose it was.
func (s desktop) sees(t *testing.T, want string) (from string) {
	t.Helper()
	select {
	case e := <-s.events:
		if e.what != want {
			t.Fatalf("the desktop saw %s, want %s", e.what, want)
		}
		return e.from
	case <-time.After(patience):
		t.Fatalf("the desktop never saw %s", want)
	}
	return ""
}
