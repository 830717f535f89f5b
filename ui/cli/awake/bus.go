//go:build linux || freebsd || netbsd || openbsd

package awake

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/godbus/dbus/v5"
)

// limit is the longest that a connection to the bus may take, and then a call over it:
// a bus or a service may hang.
const limit = 2 * time.Second

// farewell is the longest that the service may take to let go. It is less than what
// Close waits for; where it is too short, the end of the connection does it.
const farewell = 200 * time.Millisecond

// service is the name on the bus of what puts the display to sleep, and the interface
// it is spoken to by.
const service = "org.freedesktop.ScreenSaver"

// Where the service stands: as it was agreed on, and as KDE had it before.
var paths = []dbus.ObjectPath{"/org/freedesktop/ScreenSaver", "/ScreenSaver"}

// bus asks the desktop over its session bus. The hold belongs to a connection of its
// own: when that ends, in whichever way, the bus tells the service, and it lets go.
type bus struct {
	getenv func(string) string
	limit  time.Duration

	conn   *dbus.Conn
	saver  dbus.BusObject
	cookie uint32 // by which the service knows our hold; 0 is one too
}

// system is the holder of this system.
func system(getenv func(string) string) holder {
	return &bus{getenv: getenv, limit: limit}
}

// hold connects and has the service keep the display on.
func (b *bus) hold() error {
	conn, err := connect(b.address(), b.limit)
	if err != nil {
		return fmt.Errorf("session bus: %w", err)
	}
	saver, cookie, err := inhibit(conn, b.limit)
	if err != nil {
		_ = conn.Close()
		return fmt.Errorf("%s: %w", service, err)
	}
	b.conn, b.saver, b.cookie = conn, saver, cookie
	return nil
}

// release tells the service to let go, and ends the connection.
func (b *bus) release() {
	ctx, cancel := context.WithTimeout(context.Background(), farewell)
	defer cancel()
	// The answer is waited for, or the bus could see the end before the call.
	_ = b.saver.CallWithContext(ctx, service+".UnInhibit", dbus.FlagNoAutoStart, b.cookie).Err
	_ = b.conn.Close()
	b.conn, b.saver = nil, nil
}

// address is where the session bus is, empty where there is none. Only a bus that runs
// is looked for: none is started. And only sockets of this machine are: a bus
// elsewhere has another display, and the way there is a network.
func (b *bus) address() string {
	given := b.getenv("DBUS_SESSION_BUS_ADDRESS")
	if given != "" && !strings.HasPrefix(given, "autolaunch:") {
		far := func(one string) bool { return !strings.HasPrefix(one, "unix:") }
		return strings.Join(slices.DeleteFunc(strings.Split(given, ";"), far), ";")
	}
	dir := b.getenv("XDG_RUNTIME_DIR")
	if !filepath.IsAbs(dir) {
		return ""
	}
	return "unix:path=" + dbus.EscapeBusAddressValue(filepath.Join(dir, "bus"))
}

// connect makes a connection of our own.
func connect(address string, within time.Duration) (*dbus.Conn, error) {
	ctx, cancel := context.WithCancel(context.Background())
	// The context lasts as long as the connection, the limit only until it stands.
	late := time.AfterFunc(within, cancel)
	defer late.Stop()
	conn, err := dbus.Connect(address, dbus.WithContext(ctx), dbus.WithIncomingInterceptor(ignoreSignals))
	if err != nil {
		cancel()
		return nil, err
	}
	return conn, nil
}

// ignoreSignals drops them before they are looked into: none matters here, and one
// without its content would end the program.
func ignoreSignals(m *dbus.Message) {
	if m.Type == dbus.TypeSignal {
		m.Type = 0
	}
}

// inhibit asks the service for the hold, wherever it stands. A service that doesn't
// run is not started: nothing puts this display to sleep then.
func inhibit(conn *dbus.Conn, within time.Duration) (saver dbus.BusObject, cookie uint32, err error) {
	ctx, cancel := context.WithTimeout(context.Background(), within)
	defer cancel()
	for _, path := range paths {
		saver = conn.Object(service, path)
		call := saver.CallWithContext(ctx, service+".Inhibit", dbus.FlagNoAutoStart, "uncramp", "a stretch session runs")
		err = call.Store(&cookie)
		// Only one that answered, and wouldn't, may do so elsewhere.
		if refused := (dbus.Error{}); err == nil || !errors.As(err, &refused) {
			break
		}
	}
	return saver, cookie, err
}
